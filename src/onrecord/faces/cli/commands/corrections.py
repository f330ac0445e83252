"""`onrecord speakers merge`, `split`, `rename`, `undo`: what a person says against the machine, and can take back."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.faces.cli.commands.correction_log import list_corrections, undo
from onrecord.faces.cli.consoles import message_console, output_console, write_lines
from onrecord.faces.cli.failures import report_failures
from onrecord.faces.cli.options import DEFAULT_STORE, Because, Json, Store, Who
from onrecord.faces.cli.people import name_of

if TYPE_CHECKING:
    from onrecord.schema import Correction
    from onrecord.store import IdentityStore

Whom = Annotated[str, typer.Argument(metavar="SPEAKER", help="A speaker's id, its beginning, or a name.")]


def merge(
    kept: Annotated[str, typer.Argument(metavar="KEPT", help="The speaker whose name and id stay: id or name.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The speaker that is the same: id or name.")],
    because: Because, who: Who = None, store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """Say that two speakers are one."""
    with _identities(store) as identities:
        _told(
            identities.merge(identities.speaker(kept), identities.speaker(other), who=name_of(who), because=because),
            f"{kept} and {other} are one speaker now",
        )


def split(
    speaker: Whom, because: Because,
    name: Annotated[
        list[str] | None, typer.Option("--name", metavar="NAME", help="Who is called only so is somebody else.")
    ] = None,
    article: Annotated[
        list[str] | None, typer.Option("--article", metavar="ID", help="Who stands in this article is somebody else.")
    ] = None,
    who: Who = None, store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """Say that some of a speaker's names or articles are somebody else's.

    Give --name or --article, as often as needed; `onrecord speakers evidence` lists both.
    """
    with _identities(store) as identities:
        id = identities.speaker(speaker)
        made = identities.split(id, names=name or (), articles=article or (), who=name_of(who), because=because)
        _told(made, f"{speaker} is two speakers now")


def rename(
    speaker: Whom,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name to show.")],
    because: Because, who: Who = None, store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """Say under which name a speaker is shown."""
    with _identities(store) as identities:
        made = identities.rename(identities.speaker(speaker), name, who=name_of(who), because=because)
        _told(made, f"{speaker} is shown as {name} now")


def corrections(json: Json = False, store: Store = DEFAULT_STORE) -> None:
    """List all corrections: who said what, when and why."""
    list_corrections(store, json=json)


def evidence(speaker: Whom, json: Json = False, store: Store = DEFAULT_STORE) -> None:
    """Tell why each name is this speaker's: by which rule, how surely, in which articles."""
    import msgspec

    from onrecord.faces.cli.views.identity_tables import show_evidence

    with _identities(store) as identities:
        found = identities.evidence(identities.speaker(speaker))
        if json:
            write_lines(map(msgspec.json.encode, found))
        elif found:
            output_console().print(show_evidence(found))
        else:
            message_console().print("not reconciled yet: run `onrecord reconcile`", style="dim")


SUBCOMMANDS: tuple[Callable[..., None], ...] = (merge, split, rename, undo, corrections, evidence)


def add_subcommands(app: typer.Typer) -> None:
    for command in SUBCOMMANDS:
        app.command()(report_failures(command))


@contextmanager
def _identities(store: object) -> Generator[IdentityStore]:
    from onrecord.store import open_store

    with open_store(str(store)) as record:
        yield record.identities


def _told(made: Correction, effect: str) -> None:
    message_console().print(
        f"{effect} (correction {made.number}; take it back with `onrecord speakers undo {made.number}`)",
        soft_wrap=True, markup=False,
    )  # fmt: skip
