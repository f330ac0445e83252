"""`onrecord export`: the record for other tools."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from onrecord.faces.cli.options import DEFAULT_STORE, About, By, Form, Limit, Since, Stance, Store, Until


class ExportFormat(StrEnum):
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    WEBANNOTATION = "webannotation"


Format = Annotated[ExportFormat, typer.Option("--format", "-f", help="jsonl: JSON Lines; webannotation: W3C's.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Instead of standard output.")]


def export(
    format: Format = ExportFormat.JSONL, output: Output = None, by: By = None, about: About = None,
    since: Since = None, until: Until = None, form: Form = None, stance: Stance = None, limit: Limit = None,
    store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """Write statements as JSON Lines, CSV, Parquet or W3C Web Annotations."""
    from onrecord.faces.cli.filters import make_filter
    from onrecord.store import open_store

    wanted = make_filter(by=by, about=about, since=since, until=until, form=form, stance=stance, limit=limit)
    with open_store(store) as record:
        raise NotImplementedError
