"""The log of what people say against the machine: rows are added and read, never changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec

from onrecord.errors import UsageError
from onrecord.schema import Anchor, Attribution, Correction, CorrectionKind, Place, Spans

STATEMENT_KINDS: tuple[CorrectionKind, ...] = ("accept", "reject", "respan", "reassign")
SPEAKER_KINDS: tuple[CorrectionKind, ...] = ("merge", "split", "rename")


class _Subject(msgspec.Struct, frozen=True, omit_defaults=True):
    """A correction's own words, as its row keeps them."""

    subjects: tuple[tuple[Anchor, ...], ...] = ()
    names: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    spans: Spans | None = None
    attribution: Attribution | None = None


_decode_subject = msgspec.json.Decoder(_Subject).decode
_COLUMNS = "SELECT number, kind, who, at, because, subject, undoes FROM corrections"
# Undos of undos too: an undo that was itself undone undoes nothing.
_UNDOS = """
    WITH RECURSIVE undos (number, undoes) AS (
      SELECT number, undoes FROM corrections WHERE undoes IN (SELECT value FROM json_each(?))
      UNION SELECT later.number, later.undoes FROM corrections AS later JOIN undos ON later.undoes = undos.number)
    SELECT number, undoes FROM undos ORDER BY number DESC"""


def signed(kind: CorrectionKind, who: str, because: str, at: datetime) -> Correction:
    """Begin a correction, not yet in the log. Raises UsageError without a person or a reason."""
    if not because.strip() or not who.strip():
        raise UsageError("a correction has a person and a reason", remedy="Give --because, and --who.")
    return Correction(
        number=0, kind=kind, who=who.strip(), at=at.isoformat(timespec="seconds"), because=because.strip()
    )


def append_correction(connection: sqlite3.Connection, correction: Correction) -> Correction:
    """Add a correction to the log under the next number, whatever number it comes with."""
    subject = _Subject(
        correction.subjects, correction.names, correction.places, correction.spans, correction.attribution
    )
    (number,) = connection.execute(
        "INSERT INTO corrections (kind, who, at, because, subject, undoes) VALUES (?, ?, ?, ?, ?, ?) RETURNING number",
        (correction.kind, correction.who, correction.at, correction.because, msgspec.json.encode(subject).decode(),
         correction.undoes),
    ).fetchone()  # fmt: skip
    connection.executemany(
        "INSERT INTO correction_places VALUES (?, ?, ?, ?, ?)",
        [
            (number, position, place.page, place.article, place.statement)
            for position, place in enumerate(correction.places)
        ],
    )
    return msgspec.structs.replace(correction, number=number, undone_by=None)


def select_corrections(connection: sqlite3.Connection) -> list[Correction]:
    """Give all corrections, the earliest first, each with the undo that is in force against it."""
    rows = list(connection.execute(f"{_COLUMNS} ORDER BY number"))
    undone = _in_force((row[0], row[6]) for row in reversed(rows) if row[6] is not None)
    return [_correction(row, undone.get(row[0])) for row in rows]


def select_numbered(connection: sqlite3.Connection, numbers: Iterable[int]) -> list[Correction]:
    """Give the corrections with these numbers, the earliest first."""
    listed = msgspec.json.encode(sorted(numbers)).decode()
    undone = _in_force(connection.execute(_UNDOS, (listed,)))
    rows = connection.execute(f"{_COLUMNS} WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number", (listed,))
    return [_correction(row, undone.get(row[0])) for row in rows]


def select_of_kinds(connection: sqlite3.Connection, kinds: Sequence[CorrectionKind]) -> list[Correction]:
    """Give the corrections of these kinds that are in force, the earliest first."""
    listed = msgspec.json.encode(kinds).decode()
    query = "SELECT number FROM corrections WHERE kind IN (SELECT value FROM json_each(?))"
    numbers = [row[0] for row in connection.execute(query, (listed,))]
    return [correction for correction in select_numbered(connection, numbers) if correction.undone_by is None]


def with_undos(connection: sqlite3.Connection, numbers: Iterable[int]) -> set[int]:
    """Return the numbers and those of every undo of them."""
    known = set(numbers)
    listed = msgspec.json.encode(sorted(known)).decode()
    return known | {number for number, _ in connection.execute(_UNDOS, (listed,))}


def undone_at_last(connection: sqlite3.Connection, correction: Correction) -> Correction:
    """Return what an undo is about in the end: an undo of an undo of a merge is about the merge."""
    while correction.undoes is not None:
        (correction,) = select_numbered(connection, [correction.undoes])
    return correction


def check_undo(connection: sqlite3.Connection, number: int) -> None:
    """Raise UsageError unless there is such a correction and it is in force."""
    # The largest number that SQLite takes: what is beyond it is nobody's either.
    found = select_numbered(connection, [number]) if abs(number) < 2**63 else []
    if not found:
        raise UsageError(f"there is no correction {number}", remedy="`onrecord corrections` lists them.")
    if (by := found[0].undone_by) is not None:
        raise UsageError(
            f"correction {number} is undone by {by} already", remedy=f"Undo {by} to put it in force again."
        )


def _in_force(undos: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return by what each correction is undone. `undos` come as number and what it undoes, the last first."""
    undone: dict[int, int] = {}
    for number, undoes in undos:
        if number not in undone:
            undone[undoes] = number
    return undone


def _correction(row: Sequence[object], undone_by: int | None) -> Correction:
    number, kind, who, at, because, subject, undoes = row
    told = msgspec.structs.asdict(_decode_subject(str(subject)))
    return msgspec.convert(
        {"number": number, "kind": kind, "who": who, "at": at, "because": because, "undoes": undoes,
         "undone_by": undone_by, **told},
        Correction,
    )  # fmt: skip
