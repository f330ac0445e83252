"""`onrecord export`: the record for other tools."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.faces.cli.consoles import message_console
from onrecord.faces.cli.options import (
    DEFAULT_STORE,
    About,
    By,
    Form,
    Limit,
    MinScore,
    Rejected,
    Reviewed,
    Since,
    Stance,
    Store,
    Until,
)

if TYPE_CHECKING:
    from onrecord.store.exports import ExportFormat


class FormatName(StrEnum):
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    WEBANNOTATION = "webannotation"
    NINJS = "ninjs"


Format = Annotated[
    FormatName | None,
    typer.Option("--format", "-f", help="By default what the output file's name asks for, else JSON Lines."),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Instead of standard output.")]


def export(
    format: Format = None, output: Output = None, by: By = None, about: About = None,
    since: Since = None, until: Until = None, form: Form = None, stance: Stance = None,
    min_score: MinScore = None, reviewed: Reviewed = None, rejected: Rejected = False,
    limit: Limit = None, store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """Write statements for other tools.

    As JSON Lines, CSV, Parquet, W3C Web Annotations with selectors that find the words on the page, or IPTC ninjs: an
    article with its statements on each line.
    """
    from onrecord.faces.cli.filters import make_filter, which_reviews
    from onrecord.faces.cli.views.counts import count_of
    from onrecord.store import open_store
    from onrecord.store.exports import export_statements

    wanted = make_filter(
        by=by, about=about, since=since, until=until, form=form, stance=stance, min_score=min_score, limit=limit,
        reviewed=which_reviews(reviewed, rejected=rejected),
    )  # fmt: skip
    with open_store(store) as record:
        target = output or sys.stdout.buffer
        count = export_statements(record.statements(wanted), _choose_format(format, output), target, record=record)
    message_console().print(count_of(count, "statement"), style="bold")


def _choose_format(name: FormatName | None, output: Path | None) -> ExportFormat:
    from onrecord.store.exports import format_for

    match name:
        case None:
            return format_for(output) if output else "jsonl"
        case FormatName.WEBANNOTATION:
            return "annotations"
        case _:
            return name.value
