"""`onrecord corrections`: the log of what people said against the machine; and taking things back."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import SourceNotFound, UsageError
from onrecord.faces.cli.consoles import message_console, output_console, write_lines
from onrecord.faces.cli.failures import report_failures
from onrecord.faces.cli.options import DEFAULT_STORE, Because, Json, Store, Who
from onrecord.faces.cli.people import name_of

if TYPE_CHECKING:
    from onrecord.schema import Correction

Number = Annotated[int, typer.Argument(metavar="NUMBER", help="The correction's number.")]
Of = Annotated[
    str | None,
    typer.Option("--of", metavar="ID", help="Only those of this statement, article, speaker or claim."),
]


def corrections(context: typer.Context, of: Of = None, json: Json = False, store: Store = DEFAULT_STORE) -> None:
    """List all corrections: who said what, when and why. With --json, the log to carry over to another store."""
    if context.invoked_subcommand is None:
        list_corrections(store, json=json, of=of)


def list_corrections(store: Path, *, json: bool, of: str | None = None) -> None:
    """Print the log, or what it has of one thing."""
    import msgspec

    from onrecord.faces.cli.views.correction_table import show_corrections
    from onrecord.store import open_store

    with open_store(store) as record:
        made = record.identities.corrections() if of is None else record.reviews.history(of)
        if json:
            write_lines(map(msgspec.json.encode, made))
        elif made:
            output_console().print(show_corrections(made))
        else:
            message_console().print("no corrections", style="dim")


def undo(number: Number, because: Because, who: Who = None, store: Store = DEFAULT_STORE) -> None:
    """Take a correction back; undoing an undo puts it in force again."""
    from onrecord.store import open_store

    with open_store(store) as record:
        made = record.identities.undo(number, who=name_of(who), because=because)
        message_console().print(
            f"correction {number} is undone"
            f" (correction {made.number}; take it back with `onrecord corrections undo {made.number}`)",
            soft_wrap=True, markup=False,
        )  # fmt: skip


def take_over(
    source: Annotated[
        str, typer.Argument(metavar="FILE", help="What `onrecord corrections --json` gave; - for standard input.")
    ],
    store: Store = DEFAULT_STORE,
) -> None:
    """Take over another record's corrections, those that are here left out. They count as said after what is here.

    Pages are known again by their bytes, statements by their words; the correction of a page that isn't here yet waits.
    """
    from onrecord.store import open_store

    with open_store(store) as record:
        done = record.reviews.take_over(list(_read(source)))
    told = f"{done.taken:,} taken over, {done.known:,} known"
    waiting = f"; {done.waiting:,} of them wait for their pages" if done.waiting else ""
    message_console().print(told + waiting, soft_wrap=True)


def add_subcommands(app: typer.Typer) -> None:
    app.command()(report_failures(undo))
    app.command(name="import")(report_failures(take_over))


def _read(source: str) -> Iterator[Correction]:
    """Give the corrections of a file. Raises UsageError naming the line that is none."""
    import msgspec

    from onrecord.schema import Correction

    decode = msgspec.json.Decoder(Correction).decode
    for number, line in enumerate(_lines(source), start=1):
        try:
            if line.strip():
                yield decode(line)
        except msgspec.DecodeError as error:
            raise UsageError(
                f"line {number} of {source} is no correction ({error})",
                remedy="Give what `onrecord corrections --json` gave.",
            ) from error


def _lines(source: str) -> Iterable[bytes]:
    if source == "-":
        return sys.stdin.buffer.readlines()
    try:
        return Path(source).read_bytes().splitlines()
    except OSError as error:
        raise SourceNotFound(f"{source} can't be read ({error.strerror})", remedy="Give the path of a file.") from error
