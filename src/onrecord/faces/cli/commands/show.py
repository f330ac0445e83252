"""`onrecord show`: whatever an id names."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.faces.cli.consoles import message_console, output_console, write_lines
from onrecord.faces.cli.options import DEFAULT_STORE, Json, Store
from onrecord.faces.cli.rejections import print_rejection
from onrecord.schema import (
    Claim,
    QuotationFamily,
    Reading,
    RejectedPage,
    Speaker,
    Statement,
    Story,
    encode_outcome,
)

if TYPE_CHECKING:
    from onrecord.store import RecordStore, Shown

Id = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="The id of a statement, speaker, article, page, claim, story or quotation; its beginning will do.",
    ),
]


def show(id: Id, json: Json = False, store: Store = DEFAULT_STORE) -> None:
    """Show what an id names.

    A statement in its place, a speaker with what they said, an article's whole record, or why a page was rejected; a
    claim with its sides, a story with its carriers, a quotation with its variants.
    """
    from onrecord.store import open_store

    with open_store(store) as record:
        found = record.show(id)
        if json:
            _print_json(record, found)
        else:
            _print(record, found)


def _print_json(record: RecordStore, found: Shown) -> None:
    import msgspec

    from onrecord.store.exports import export_statements

    match found:
        case Reading() | RejectedPage():
            write_lines([encode_outcome(found)])
        case Statement():
            export_statements([found], "jsonl", sys.stdout.buffer, record=record)
        case Speaker() | Claim() | Story() | QuotationFamily():
            write_lines([msgspec.json.encode(found)])


def _print(record: RecordStore, found: Shown) -> None:
    from onrecord.faces.cli.views.reading_view import show_reading
    from onrecord.faces.cli.views.statement_view import show_statement
    from onrecord.faces.cli.views.story_view import show_quotation, show_story

    console = output_console()
    match found:
        case Reading():
            show_reading(console, found)
        case RejectedPage():
            print_rejection(console, found)
        case Statement():
            show_statement(console, found, record.reading(found.article.id))
        case Speaker():
            _print_speaker(record, found)
        case Claim():
            _print_claim(record, found)
        case Story():
            console.print(show_story(found))
        case QuotationFamily():
            console.print(show_quotation(found))


def _print_speaker(record: RecordStore, speaker: Speaker) -> None:
    from onrecord.faces.cli.views.speaker_table import show_speaker
    from onrecord.faces.cli.views.statement_table import show_statements
    from onrecord.store import StatementFilter

    console = output_console()
    console.print(show_speaker(speaker))
    theirs = list(record.statements(StatementFilter(speaker=speaker.id)))
    if theirs:
        console.print(show_statements(theirs, console.width))
    else:
        message_console().print("no statements", style="dim")


def _print_claim(record: RecordStore, claim: Claim) -> None:
    from onrecord.faces.cli.views.claim_view import show_claim
    from onrecord.faces.cli.views.statement_table import show_statements

    console = output_console()
    console.print(show_claim(claim))
    statements = record.connections.statements([id for side in claim.sides for id in side.statements])
    console.print(show_statements(statements, console.width))
