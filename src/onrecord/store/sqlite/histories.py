"""What people said of one thing, and whether somebody spoke since one looked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from onrecord.errors import ChangedMeanwhile
from onrecord.schema import Correction
from onrecord.store.sqlite.anchoring import whose
from onrecord.store.sqlite.correction_log import SPEAKER_KINDS, STATEMENT_KINDS, select_numbered, with_undos
from onrecord.store.sqlite.finding import find_id, present_statement
from onrecord.store.sqlite.packing import as_list
from onrecord.store.sqlite.querying import present_speaker
from onrecord.store.sqlite.reviewed import Found, statements_of_claim

_DID = {"accept": "accepted", "reject": "rejected", "respan": "re-spanned", "reassign": "reassigned", "undo": "undid"}


def history_of(connection: sqlite3.Connection, typed: str) -> list[Correction]:
    """Give the corrections of a statement, an article (its statements' too), a speaker or a claim, with their undos.

    What is gone from the record keeps its history. Raises SourceNotFound.
    """
    numbers = _of_places(connection, [typed])
    if not numbers:
        id = present_statement(connection, find_id(connection, typed))
        members = statements_of_claim(connection, id)
        numbers = _of_places(connection, [id]) or _of_claim(connection, members) or _of_speaker(connection, id)
    return select_numbered(connection, with_undos(connection, numbers))


def check_seen(connection: sqlite3.Connection, found: Found, seen: int | None) -> None:
    """Raise ChangedMeanwhile, naming who did what, unless the statement stands as it did after the correction `seen`.

    Who saw no review and who saw the undo of the only one saw the same.
    """
    if seen is None or seen == found.correction:
        return
    numbers = with_undos(connection, _of_places(connection, [found.id]))
    judged = [one for one in select_numbered(connection, numbers) if one.kind in (*STATEMENT_KINDS, "undo")]
    last = judged[-1] if judged else None
    if last is None or seen == last.number:
        return
    raise ChangedMeanwhile(
        f"{last.who} {_told(last)} on {last.at[:10]} at {last.at[11:16]} (correction {last.number}: {last.because})",
        remedy="Look at the statement as it is now, then decide.",
    )


def _told(correction: Correction) -> str:
    what = f"correction {correction.undoes}" if correction.kind == "undo" else "this statement"
    return f"{_DID[correction.kind]} {what}"


def _of_places(connection: sqlite3.Connection, ids: Iterable[str]) -> set[int]:
    """Return the corrections whose places have one of these ids: statements or articles, then or now."""
    query = """
        WITH wanted AS (SELECT value AS id FROM json_each(?1))
        SELECT correction FROM correction_places WHERE statement IN wanted
        UNION SELECT correction FROM correction_places WHERE article IN wanted
        UNION SELECT correction FROM laid_corrections WHERE statement IN wanted AND statement <> ''
        UNION SELECT correction FROM laid_corrections WHERE article IN wanted"""
    return {row[0] for row in connection.execute(query, (as_list(ids),))}


def _of_claim(connection: sqlite3.Connection, statements: Iterable[str]) -> set[int]:
    """Return the corrections that say what belongs to a claim and whether it is a contest."""
    query = "SELECT number FROM corrections WHERE kind IN ('together', 'apart', 'no_contest')"
    kinds = {row[0] for row in connection.execute(query)}
    return kinds & _of_places(connection, statements)


def _of_speaker(connection: sqlite3.Connection, id: str) -> set[int]:
    """Return the corrections one of whose subjects is this speaker now."""
    speaker = present_speaker(connection, id)
    query = "SELECT number FROM corrections WHERE kind IN (SELECT value FROM json_each(?))"
    numbers = [row[0] for row in connection.execute(query, (as_list((*SPEAKER_KINDS, "reassign")),))]
    return {
        correction.number
        for correction in select_numbered(connection, numbers)
        if any(whose(connection, anchors) == speaker for anchors in correction.subjects)
    }
