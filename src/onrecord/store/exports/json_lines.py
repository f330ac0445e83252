"""JSON Lines: one statement per line, nothing left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec

from onrecord.store.exports.rows import StatementRow

_encode = msgspec.json.Encoder().encode


def write_json_lines(rows: Iterable[StatementRow], stream: BinaryIO) -> int:
    """Write one JSON object per row; return how many."""
    count = 0
    for count, row in enumerate(rows, start=1):  # noqa: B007, it is the answer
        stream.write(_encode(json_of(row)) + b"\n")
    return count


def json_of(row: StatementRow) -> dict[str, Any]:
    """Return a statement as JSON has it: the attribution's own fields first, speakers with their ids."""
    statement = row.statement
    fields = msgspec.structs.asdict(statement.attribution)
    fields["speakers"] = [{"id": id, **msgspec.structs.asdict(speaker)} for id, speaker in row.speakers]
    return {
        **fields, "review": statement.review, "article": statement.article, "producer": row.producer,
        "recorded_at": row.recorded_at,
    }  # fmt: skip
