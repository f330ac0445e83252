"""The commands under one name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from onrecord.faces.cli.commands import correction_log, letters, people, review
from onrecord.faces.cli.commands import corrections as speaker_corrections
from onrecord.faces.cli.commands.add import add
from onrecord.faces.cli.commands.compare import compare
from onrecord.faces.cli.commands.contested import contested
from onrecord.faces.cli.commands.demo import demo
from onrecord.faces.cli.commands.export import export
from onrecord.faces.cli.commands.read import read
from onrecord.faces.cli.commands.reconcile import reconcile
from onrecord.faces.cli.commands.serve import serve
from onrecord.faces.cli.commands.show import show
from onrecord.faces.cli.commands.speakers import speakers
from onrecord.faces.cli.commands.statements import statements
from onrecord.faces.cli.commands.stories import stories
from onrecord.faces.cli.failures import report_failures
from onrecord.version import VERSION

app = typer.Typer(
    name="onrecord",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
COMMANDS: tuple[Callable[..., None], ...] = (
    read, add, reconcile, statements, speakers, show, contested, compare, stories, review.review,
    correction_log.corrections, letters.letters, export, serve, people.people, demo,
)  # fmt: skip
# Commands that others stand under: `onrecord speakers` lists, `onrecord speakers merge` corrects.
LISTING_GROUPS: dict[Callable[..., None], Callable[[typer.Typer], None]] = {
    speakers: speaker_corrections.add_subcommands,
    correction_log.corrections: correction_log.add_subcommands,
    letters.letters: letters.add_subcommands,
}
GROUPS: dict[Callable[..., None], Callable[[typer.Typer], None]] = {
    review.review: review.add_subcommands, people.people: people.add_subcommands,
}  # fmt: skip
for command in COMMANDS:
    lists = command in LISTING_GROUPS
    if fill := {**LISTING_GROUPS, **GROUPS}.get(command):
        group = typer.Typer(invoke_without_command=lists, no_args_is_help=not lists, callback=report_failures(command))
        fill(group)
        app.add_typer(group, name=command.__name__)
    else:
        app.command()(report_failures(command))


def show_version(wanted: bool) -> None:
    if wanted:
        print(f"onrecord {VERSION}")
        raise typer.Exit


@app.callback()
def onrecord(
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """Read news pages and keep the record: who said what, in which role, how, and where on the page."""
