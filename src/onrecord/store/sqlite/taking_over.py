"""Corrections of another store: a newsroom carries its log over, and pages are known again by their bytes."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec

from onrecord.errors import UsageError
from onrecord.schema import Correction
from onrecord.store.reviews import TakenOver
from onrecord.store.sqlite.correcting import apply_corrections
from onrecord.store.sqlite.correction_log import append_correction, select_corrections
from onrecord.store.sqlite.laying import articles_of, lay_corrections
from onrecord.store.sqlite.laying_marks import lay_marks

_PLACES = {"merge": 0, "split": 0, "rename": 0, "undo": 0, "together": 2, "apart": 2, "no_contest": 2}  # others: one
_SUBJECTS = {"merge": 2, "split": 2, "rename": 1}
_Key = tuple[str, int]


class _Keys:
    """Names the corrections of one log by what they say: their numbers are that log's only."""

    def __init__(self) -> None:
        self._by_number: dict[int, _Key] = {}
        self._counts = Counter[str]()

    def add(self, correction: Correction) -> _Key:
        """Return the correction's key. The same said twice is told by which of them it is."""
        undoes = None if correction.undoes is None else self._by_number[correction.undoes]
        bare = msgspec.structs.replace(correction, number=0, at=_utc(correction), undoes=None, undone_by=None)
        digest = hashlib.sha256(msgspec.json.encode([bare, undoes], order="deterministic")).hexdigest()
        key = self._by_number[correction.number] = digest, self._counts[digest]
        self._counts[digest] += 1
        return key

    def __contains__(self, number: int) -> bool:
        return number in self._by_number


def take_over(connection: sqlite3.Connection, corrections: Iterable[Correction]) -> TakenOver:
    """Add the corrections that aren't here yet, in their order, and lay the log anew.

    Raises UsageError on what no store gives out, and then nothing is added.
    """
    ours, theirs = _Keys(), _Keys()
    here = {ours.add(correction): correction.number for correction in select_corrections(connection)}
    numbers: dict[int, int] = {}  # theirs to ours
    made: list[Correction] = []
    for correction in corrections:
        _check(correction, theirs)
        key = theirs.add(correction)
        if key not in here:
            undoes = None if correction.undoes is None else numbers[correction.undoes]
            wish = msgspec.structs.replace(correction, at=_utc(correction), undoes=undoes)
            made.append(append_correction(connection, wish))
            here[key] = made[-1].number
        numbers[correction.number] = here[key]
    _lay(connection, made)
    return TakenOver(taken=len(made), known=len(numbers) - len(made), waiting=_waiting(connection, made))


def _lay(connection: sqlite3.Connection, made: Iterable[Correction]) -> None:
    """Lay what came over the machine's answers. An undo has what it undoes laid: that came with it, or was here."""
    undone = {correction.undoes for correction in made if correction.undoes is not None}
    touched = [*made, *(one for one in select_corrections(connection) if one.number in undone)]
    apply_corrections(connection)
    for article in sorted({article for one in touched for article in articles_of(connection, one)}):
        lay_corrections(connection, article)
    lay_marks(connection, ["together", "no_contest", "origin"])


def _waiting(connection: sqlite3.Connection, made: Iterable[Correction]) -> int:
    """Count those whose pages or words are not on the record now."""
    query = "SELECT 1 FROM laid_corrections WHERE correction = ? LIMIT 1"
    return sum(connection.execute(query, (one.number,)).fetchone() is None for one in made if one.places)


def _check(correction: Correction, before: _Keys) -> None:
    """Raise UsageError on what no store gives out: who, when, why and where are never missing."""
    whole = (
        correction.number not in before
        and bool(correction.who.strip() and correction.because.strip() and _utc(correction))
        and len(correction.places) == _PLACES.get(correction.kind, 1)
        and len(correction.subjects) >= _SUBJECTS.get(correction.kind, 0)
        and bool(correction.names or correction.kind != "rename")
        and (correction.undoes is not None) == (correction.kind == "undo")
        and (correction.spans is not None) == (correction.kind == "respan")
    )
    if not whole or (correction.undoes is not None and correction.undoes not in before):
        raise UsageError(
            f"correction {correction.number} of the file is not whole",
            remedy="Give all that `onrecord corrections --json` gives, in its order.",
        )


def _utc(correction: Correction) -> str:
    """Return when it was made, in UTC. Raises UsageError where that is no time."""
    try:
        return datetime.fromisoformat(correction.at).astimezone(UTC).isoformat(timespec="seconds")
    except ValueError as error:
        raise UsageError(
            f"correction {correction.number}: {correction.at!r} is no time", remedy="Write it as ISO 8601."
        ) from error
