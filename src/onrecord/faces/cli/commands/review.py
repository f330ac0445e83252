"""`onrecord review`: what a person says of statements, claims and stories, and which statements nobody has judged."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.faces.cli.consoles import message_console
from onrecord.faces.cli.failures import report_failures
from onrecord.faces.cli.listing import print_list
from onrecord.faces.cli.options import DEFAULT_STORE, Because, Json, Limit, Store, Who
from onrecord.faces.cli.people import name_of

if TYPE_CHECKING:
    from onrecord.schema import Correction
    from onrecord.store import RecordStore

Id = Annotated[str, typer.Argument(metavar="ID", help="A statement's id, or its beginning.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The other statement's id.")]
Article = Annotated[str, typer.Argument(metavar="ARTICLE", help="An article's id, or its beginning.")]
Claim = Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id, as `onrecord contested` shows it.")]
Seen = Annotated[
    int | None,
    typer.Option("--seen", metavar="N", help="Only if nobody spoke since correction N (0: since nobody had spoken)."),
]
_SPAN = "Its words as they stand in the article, or START:END; again for a second span."
Content = Annotated[list[str] | None, typer.Option("--content", metavar="WORDS", help=f"What was said. {_SPAN}")]
Cue = Annotated[list[str] | None, typer.Option("--cue", metavar="WORDS", help='How it was said; "" for none.')]
Source = Annotated[list[str] | None, typer.Option("--source", metavar="WORDS", help='Who said it; "" for none.')]


def review() -> None:
    """Judge statements, claims and stories. All of it can be undone: `onrecord corrections undo`."""


def accept(id: Id, because: Because, who: Who = None, seen: Seen = None, store: Store = DEFAULT_STORE) -> None:
    """Say that a statement is right as it is shown."""
    with _record(store) as record:
        made = record.reviews.accept(id, who=name_of(who), because=because, seen=seen)
        _told(made, "accepted", record)


def reject(id: Id, because: Because, who: Who = None, seen: Seen = None, store: Store = DEFAULT_STORE) -> None:
    """Say that this is no statement: it leaves every list that doesn't ask for it."""
    with _record(store) as record:
        made = record.reviews.reject(id, who=name_of(who), because=because, seen=seen)
        _told(made, "rejected", record)


def respan(
    id: Id, because: Because, content: Content = None, cue: Cue = None, source: Source = None,
    who: Who = None, seen: Seen = None, store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """Say where a statement stands: its content, its cue, its source. What isn't given stays.

    Of words that stand in the article more than once, those nearest to the statement are meant.
    """
    from onrecord.faces.cli.spans import respanned

    with _record(store) as record:
        spans = respanned(record, id, source=source, cue=cue, content=content)
        made = record.reviews.respan(id, spans, who=name_of(who), because=because, seen=seen)
        _told(made, "stands elsewhere now", record)


def reassign(
    id: Id,
    speaker: Annotated[
        str, typer.Argument(metavar="SPEAKER", help='A speaker\'s id or name; "" where the page does not say who.')
    ],
    because: Because, who: Who = None, seen: Seen = None, store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """Say who made a statement. A name that nobody on the record goes by is a new person's."""
    with _record(store) as record:
        made = record.reviews.reassign(id, speaker, who=name_of(who), because=because, seen=seen)
        _told(made, f"is said by {made.names[0] if made.names else 'nobody whom the page names'} now", record)


def together(id: Id, other: Other, because: Because, who: Who = None, store: Store = DEFAULT_STORE) -> None:
    """Say that two statements put forward the same."""
    with _record(store) as record:
        _told(record.reviews.together(id, other, who=name_of(who), because=because), "together with the other now")


def apart(id: Id, other: Other, because: Because, who: Who = None, store: Store = DEFAULT_STORE) -> None:
    """Say that two statements don't put forward the same."""
    with _record(store) as record:
        _told(record.reviews.apart(id, other, who=name_of(who), because=because), "apart from the other now")


def no_contest(claim: Claim, because: Because, who: Who = None, store: Store = DEFAULT_STORE) -> None:
    """Say that nobody disputes anything in a claim."""
    with _record(store) as record:
        _told(record.reviews.no_contest(claim, who=name_of(who), because=because), "no contest any more")


def origin(article: Article, because: Because, who: Who = None, store: Store = DEFAULT_STORE) -> None:
    """Say that the story which an article carries began in it."""
    with _record(store) as record:
        _told(record.reviews.origin(article, who=name_of(who), because=because), "the origin of its story now")


def no_copy(article: Article, because: Because, who: Who = None, store: Store = DEFAULT_STORE) -> None:
    """Say that an article is no copy of another."""
    with _record(store) as record:
        _told(record.reviews.no_copy(article, who=name_of(who), because=because), "no copy now")


def queue(limit: Limit = None, json: Json = False, store: Store = DEFAULT_STORE) -> None:
    """List the statements that nobody has judged, the least sure first."""
    from onrecord.faces.cli.views.statement_table import show_statements
    from onrecord.store.exports import export_statements

    with _record(store) as record:
        waiting = (one for id in record.reviews.queue(limit=limit) for one in record.connections.statements([id]))
        if json:
            export_statements(waiting, "jsonl", sys.stdout.buffer, record=record)
        else:
            print_list(waiting, show_statements, "statement", limit=limit)


SUBCOMMANDS: tuple[Callable[..., None], ...] = (
    accept, reject, respan, reassign, together, apart, no_contest, origin, no_copy, queue,
)  # fmt: skip


def add_subcommands(app: typer.Typer) -> None:
    for command in SUBCOMMANDS:
        app.command()(report_failures(command))


@contextmanager
def _record(store: object) -> Generator[RecordStore]:
    from onrecord.store import open_store

    with open_store(str(store)) as record:
        yield record


def _told(made: Correction, effect: str, record: RecordStore | None = None) -> None:
    """Say what was done and how to take it back; and, of a statement of this record, what others had said of it."""
    place = made.places[0]
    message_console().print(
        f"{(place.statement or place.article)[:10]}: {effect}"
        f" (correction {made.number}; take it back with `onrecord corrections undo {made.number}`)",
        soft_wrap=True, markup=False,
    )  # fmt: skip
    for one in record.reviews.history(place.statement) if record and place.statement else ():
        if one.number != made.number and one.who != made.who and one.undone_by is None:
            told = f"before, {one.who}: {one.kind} (correction {one.number}: {one.because})"
            message_console().print(told, style="dim", soft_wrap=True, markup=False)
