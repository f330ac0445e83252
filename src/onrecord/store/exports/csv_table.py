"""CSV for spreadsheets: RFC 4180, UTF-8 with a byte-order mark, because Excel takes it for Latin-1 without one.

A cell that a spreadsheet would run as a formula gets an apostrophe before it, and so does one that begins with an
apostrophe already: dropping one leading apostrophe gives every cell back as it was. Several values in one cell are
joined by "; ", several spans of a text by " … "; JSON Lines and Parquet keep them apart.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import BinaryIO

from onrecord.schema import Span
from onrecord.store.exports.rows import StatementRow

# What starts a formula: in Excel and LibreOffice, and, full-width, in their East Asian editions. News has such texts:
# "- The ministry denied it" and "@POTUS said". Tab, return and line feed are skipped over before the sign.
_STARTS_FORMULA = tuple("=+-@\t\r\n＝＋－＠")

_COLUMNS: dict[str, Callable[[StatementRow], object]] = {
    "id": lambda row: row.statement.id,
    "speakers": lambda row: "; ".join(speaker.name for _, speaker in row.speakers),
    "roles": lambda row: "; ".join(speaker.role or "" for _, speaker in row.speakers),
    "kinds": lambda row: "; ".join(speaker.kind for _, speaker in row.speakers),
    "stance": lambda row: row.statement.attribution.stance,
    "negated": lambda row: "yes" if row.statement.attribution.negated else "no",
    "form": lambda row: row.statement.attribution.form,
    "content": lambda row: _texts(row.statement.attribution.content),
    "cue": lambda row: _texts(row.statement.attribution.cue),
    "source": lambda row: _texts(row.statement.attribution.source),
    "addressee": lambda row: _texts(_one(row.statement.attribution.addressee)),
    "medium": lambda row: _texts(_one(row.statement.attribution.medium)),
    "said_on": lambda row: row.statement.attribution.said_on,
    "published": lambda row: row.statement.article.published,
    "publisher": lambda row: row.statement.article.publisher,
    "headline": lambda row: row.statement.article.headline,
    "url": lambda row: row.statement.article.url,
    "path": lambda row: row.statement.article.path,
    "score": lambda row: row.statement.attribution.score,
    "content_places": lambda row: _places(row.statement.attribution.content),
    "cue_places": lambda row: _places(row.statement.attribution.cue),
    "source_places": lambda row: _places(row.statement.attribution.source),
    "speaker_ids": lambda row: "; ".join(row.statement.speaker_ids),
    "article_id": lambda row: row.statement.article.id,
    "onrecord": lambda row: row.producer.onrecord,
    "model": lambda row: row.producer.model,
    "settings": lambda row: row.producer.settings,
}


def write_csv(rows: Iterable[StatementRow], stream: BinaryIO) -> int:
    """Write a line of column names and one line per row; return how many rows."""
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    try:
        text.write("\ufeff")
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(_COLUMNS)
        count = 0
        for count, row in enumerate(rows, start=1):  # noqa: B007, it is the answer
            writer.writerow([guarded(value(row)) for value in _COLUMNS.values()])
        return count
    finally:
        text.detach()


def guarded(value: object) -> str:
    """Return a cell that no spreadsheet takes for a formula; null is empty."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(("'", *_STARTS_FORMULA)) else text


def unguarded(cell: str) -> str:
    """Return what `guarded` was given."""
    return cell.removeprefix("'")


def _texts(spans: Sequence[Span]) -> str:
    return " … ".join(span.text for span in spans)


def _places(spans: Sequence[Span]) -> str:
    return "; ".join(f"{span.start}–{span.end}" for span in spans)


def _one(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)
