"""The commands under one name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from onrecord.faces.cli.commands.add import add
from onrecord.faces.cli.commands.corrections import add_subcommands
from onrecord.faces.cli.commands.demo import demo
from onrecord.faces.cli.commands.export import export
from onrecord.faces.cli.commands.read import read
from onrecord.faces.cli.commands.reconcile import reconcile
from onrecord.faces.cli.commands.serve import serve
from onrecord.faces.cli.commands.show import show
from onrecord.faces.cli.commands.speakers import speakers
from onrecord.faces.cli.commands.statements import statements
from onrecord.faces.cli.failures import report_failures
from onrecord.version import VERSION

app = typer.Typer(
    name="onrecord",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
COMMANDS: tuple[Callable[..., None], ...] = (read, add, reconcile, statements, speakers, show, export, serve, demo)
for command in COMMANDS:
    if command is speakers:
        group = typer.Typer(invoke_without_command=True, callback=report_failures(speakers))
        add_subcommands(group)
        app.add_typer(group, name="speakers")
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
