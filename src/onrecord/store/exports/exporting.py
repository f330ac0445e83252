"""One call for every format; each format is a function that writes rows to a stream."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, Literal, Protocol, get_args

from onrecord.errors import UsageError
from onrecord.schema import Reading, Statement
from onrecord.store.exports.annotations import write_annotations
from onrecord.store.exports.csv_table import write_csv
from onrecord.store.exports.json_lines import write_json_lines
from onrecord.store.exports.ninjs import write_ninjs
from onrecord.store.exports.output import output_to
from onrecord.store.exports.parquet import write_parquet
from onrecord.store.exports.rows import StatementRow, row_of

ExportFormat = Literal["jsonl", "csv", "parquet", "annotations", "ninjs"]
FORMATS: tuple[ExportFormat, ...] = get_args(ExportFormat)

_WRITERS: dict[ExportFormat, Callable[[Iterable[StatementRow], BinaryIO], int]] = {
    "jsonl": write_json_lines,
    "csv": write_csv,
    "parquet": write_parquet,
    "annotations": write_annotations,
    "ninjs": write_ninjs,
}
_SUFFIXES: dict[str, ExportFormat] = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".parquet": "parquet", ".jsonld": "annotations",
    ".ninjs": "ninjs",
}  # fmt: skip
_ARTICLES_AT_HAND = 64  # statements come article by article, or nearly so


class ArticleSource(Protocol):
    """Where an export finds a statement's article's text and its producer. A store is one."""

    def reading(self, id: str) -> Reading: ...

    def recorded_at(self, id: str) -> str: ...


def export_statements(
    statements: Iterable[Statement],
    format: ExportFormat,
    target: str | os.PathLike[str] | BinaryIO,
    *,
    record: ArticleSource,
) -> int:
    """Write the statements, one after the other, and return how many there were.

    A path gets the whole export or keeps what it had; a stream is written as the statements come and stays open.
    Raises OutputFailed where the target can't be written, UsageError on a format that isn't one.
    """
    if format not in _WRITERS:
        raise UsageError(f"{format!r} is not a format", remedy=f"Choose one of: {', '.join(FORMATS)}.")
    with output_to(target) as stream:
        return _WRITERS[format](_rows(statements, record), stream)


def format_for(path: str | os.PathLike[str]) -> ExportFormat:
    """Return the format that a file's name asks for. Raises UsageError where it asks for none."""
    suffix = Path(path).suffix.lower()
    if suffix not in _SUFFIXES:
        raise UsageError(
            f"the name {os.fspath(path)!r} doesn't tell a format",
            remedy=f"End it in one of {', '.join(_SUFFIXES)}, or name one of: {', '.join(FORMATS)}.",
        )
    return _SUFFIXES[suffix]


def _rows(statements: Iterable[Statement], record: ArticleSource) -> Iterator[StatementRow]:
    @lru_cache(maxsize=_ARTICLES_AT_HAND)
    def article_of(id: str) -> tuple[Reading, str]:
        return record.reading(id), record.recorded_at(id)

    for statement in statements:
        reading, recorded_at = article_of(statement.article.id)
        yield row_of(statement, reading, recorded_at)
