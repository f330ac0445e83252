"""`onrecord letters`: what readers write to the editors, and what the editors answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from onrecord.faces.cli.consoles import message_console, output_console, write_lines
from onrecord.faces.cli.failures import report_failures
from onrecord.faces.cli.options import DEFAULT_STORE, Json, Store, Who
from onrecord.faces.cli.people import name_of
from onrecord.schema import LetterState

if TYPE_CHECKING:
    from onrecord.schema import Letter

State = Annotated[
    str | None, typer.Option("--state", metavar="STATE", help=f"One of: {', '.join(get_args(LetterState))}.")
]
Number = Annotated[int, typer.Argument(metavar="NUMBER", help="The letter's number.")]


def letters(context: typer.Context, state: State = None, json: Json = False, store: Store = DEFAULT_STORE) -> None:
    """List readers' letters, the latest first; write or answer one."""
    if context.invoked_subcommand:
        return
    import msgspec

    from onrecord.faces.cli.views.letter_view import show_letters
    from onrecord.store import open_store
    from onrecord.store.filters import check_choice

    check_choice("state", state, get_args(LetterState))
    with open_store(store) as record:
        found = record.reviews.letters(cast(LetterState | None, state))
        if json:
            write_lines(map(msgspec.json.encode, found))
        elif written := list(found):
            output_console().print(show_letters(written))
        else:
            message_console().print("no letters", style="dim")


def write(
    id: Annotated[str, typer.Argument(metavar="ID", help="A statement's or an article's id, or its beginning.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What is wrong, and why.")],
    sender: Annotated[str | None, typer.Option("--sender", metavar="NAME", help="Who writes.")] = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Write to the editors about a statement or an article."""
    from onrecord.store import open_store

    with open_store(store) as record:
        _told(record.reviews.write_letter(id, text, sender=sender), "is with the editors")


def answer(
    number: Number,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The answer.")],
    correction: Annotated[
        int | None, typer.Option("--correction", metavar="N", help="The correction that the letter led to.")
    ] = None,
    who: Who = None, store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """Answer a letter; the last answer counts."""
    from onrecord.store import open_store

    with open_store(store) as record:
        made = record.reviews.answer_letter(number, text, who=name_of(who), correction=correction)
        _told(made, f"is {made.state}")


def add_subcommands(app: typer.Typer) -> None:
    for command in (write, answer):
        app.command()(report_failures(command))


def _told(letter: Letter, effect: str) -> None:
    message_console().print(f"letter {letter.number} {effect}", soft_wrap=True)
