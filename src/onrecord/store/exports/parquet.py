"""Parquet: typed columns, spans and speakers as lists of structs, for DuckDB, pandas, Polars and Spark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any, BinaryIO

import msgspec

from onrecord.store.exports.rows import StatementRow

_ROWS_PER_GROUP = 10_000


def write_parquet(rows: Iterable[StatementRow], stream: BinaryIO) -> int:
    """Write the rows in groups, so that memory stays flat; return how many."""
    pa, pq = _arrow()
    columns = statement_columns()
    count = 0
    with pq.ParquetWriter(stream, columns, compression="zstd") as writer:
        for group in _groups(rows):
            writer.write_table(pa.Table.from_pylist(group, schema=columns))
            count += len(group)
    return count


def _arrow() -> tuple[Any, Any]:
    """Import pyarrow, 60 MB of it, where it is needed; it brings no types, so here it is Any."""
    import pyarrow  # pyright: ignore[reportMissingTypeStubs]
    import pyarrow.parquet  # pyright: ignore[reportMissingTypeStubs]

    return pyarrow, pyarrow.parquet


def statement_columns() -> Any:
    """Return the pyarrow.Schema.

    `published` is as the page has it, `published_on` its day there, `published_at` its moment where it tells one.
    """
    pa, _ = _arrow()
    span = pa.struct([("start", pa.int32()), ("end", pa.int32()), ("text", pa.string())])
    speaker = pa.struct([(name, pa.string()) for name in ("id", "name", "kind", "role", "entity")])
    texts = ("article_id", "headline", "published", "publisher", "url", "path")
    return pa.schema([
        ("id", pa.string()), ("form", pa.string()), ("stance", pa.string()), ("negated", pa.bool_()),
        ("score", pa.float64()), ("speakers", pa.list_(speaker)), ("source", pa.list_(span)),
        ("cue", pa.list_(span)), ("content", pa.list_(span)), ("addressee", span), ("medium", span),
        ("said_on", pa.date32()), *((name, pa.string()) for name in texts),
        ("published_on", pa.date32()), ("published_at", pa.timestamp("us", tz="UTC")),
        ("onrecord", pa.string()), ("model", pa.string()), ("settings", pa.string()),
        ("recorded_at", pa.timestamp("us", tz="UTC")),
    ])  # fmt: skip


def _groups(rows: Iterable[StatementRow]) -> Iterator[list[dict[str, Any]]]:
    records = (_record(row) for row in rows)
    while group := list(islice(records, _ROWS_PER_GROUP)):
        yield group


def _record(row: StatementRow) -> dict[str, Any]:
    attribution, article = row.statement.attribution, row.statement.article
    fields: dict[str, Any] = msgspec.to_builtins(attribution)
    fields["said_on"] = day_of(attribution.said_on)
    fields["speakers"] = [{"id": id, **msgspec.structs.asdict(speaker)} for id, speaker in row.speakers]
    told = msgspec.structs.asdict(article)
    told["article_id"] = told.pop("id")
    times = {"published_on": day_of(article.published), "published_at": moment_of(article.published)}
    producer = msgspec.structs.asdict(row.producer)
    return {**fields, **told, **times, **producer, "recorded_at": moment_of(row.recorded_at)}


def day_of(iso: str | None) -> date | None:
    """Return the day of a date or date-time as the page has it, in its own offset; null where it is no date."""
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None


def moment_of(iso: str | None) -> datetime | None:
    """Return the moment of a date-time with offset, in UTC; null for a day alone, which is no moment."""
    try:
        moment = datetime.fromisoformat(iso or "")
    except ValueError:
        return None
    return None if moment.tzinfo is None else moment.astimezone(UTC)
