"""From what a person types to the one thing that it names."""

from __future__ import annotations

import re
import sqlite3

from onrecord.errors import SourceNotFound, UsageError
from onrecord.schema import Claim, QuotationFamily, Reading, Story
from onrecord.store.folding import fold
from onrecord.store.protocol import Shown
from onrecord.store.sqlite.carriers import select_story
from onrecord.store.sqlite.groups import CLAIMS, QUOTATIONS, STORIES
from onrecord.store.sqlite.laying import as_reviewed
from onrecord.store.sqlite.querying import (
    present_speaker,
    reading_of,
    select_rejections,
    speaker_by_id,
    speaker_ids_by_name,
    statements_by_id,
)
from onrecord.store.sqlite.sides import select_claim
from onrecord.store.sqlite.variants import select_quotation

SHORTEST = 6
_SHOWN_CANDIDATES = 8
_HEX = re.compile(r"[0-9a-f]{6,}")
_PREFIXES = ("", "a-", "s-", "p-", "c-", "w-", "q-", "sha256:")
_IDS = """
    SELECT id FROM articles WHERE id >= ?1 AND id < ?2 UNION SELECT id FROM statements WHERE id >= ?1 AND id < ?2
    UNION SELECT id FROM speakers WHERE id >= ?1 AND id < ?2 UNION SELECT id FROM pages WHERE id >= ?1 AND id < ?2
    UNION SELECT identity FROM appearances WHERE identity >= ?1 AND identity < ?2
    UNION SELECT correction_places.statement FROM correction_places JOIN laid_corrections USING (correction, position)
      WHERE correction_places.statement >= ?1 AND correction_places.statement < ?2
    UNION SELECT id FROM link_groups WHERE id >= ?1 AND id < ?2
    UNION SELECT page FROM rejections WHERE page >= ?1 AND page < ?2 ORDER BY 1 LIMIT ?3"""


def find_id(connection: sqlite3.Connection, typed: str) -> str:
    """Return the one id that is `typed` or begins so; the kind's letter may be left out of a hash.

    Raises SourceNotFound where there is none, or more than one: then it names them.
    """
    found = candidates(connection, typed.strip())
    if len(found) == 1:
        return found[0]
    if found:
        shown = ", ".join(found[:_SHOWN_CANDIDATES]) + (", …" if len(found) > _SHOWN_CANDIDATES else "")
        raise SourceNotFound(f"{typed!r} may be any of {shown}", remedy="Give more of the id.")
    if len(typed.strip()) < SHORTEST:
        raise UsageError(f"{typed!r} is too short for an id", remedy=f"Give {SHORTEST} characters or more of it.")
    raise SourceNotFound(
        f"nothing on the record has the id {typed!r}",
        remedy="`onrecord statements --json` and `onrecord speakers --json` show the ids.",
    )


def present_statement(connection: sqlite3.Connection, id: str) -> str:
    """Return the id under which a corrected statement is known since its page was read anew; else the id as it is."""
    query = """
        SELECT id FROM statements WHERE id = ?1
        UNION ALL SELECT * FROM (SELECT laid.statement FROM correction_places
          JOIN laid_corrections AS laid USING (correction, position) WHERE correction_places.statement = ?1
          ORDER BY correction DESC, laid.statement) LIMIT 1"""
    row = connection.execute(query, (id,)).fetchone()
    return id if row is None else row[0]


def find_article(connection: sqlite3.Connection, typed: str) -> str:
    """Return the article that is meant: by its own id, or by a page's. Raises SourceNotFound, UsageError."""
    id = find_id(connection, typed)
    query = """
        SELECT id FROM articles WHERE id = ?1
        UNION SELECT article FROM readings WHERE page = ?1 AND outcome IS NOT NULL"""
    row = connection.execute(query, (id,)).fetchone()
    if row is None:
        raise UsageError(f"{id} is not an article", remedy="`onrecord show` tells what an id names.")
    return row[0]


_PARTS = {CLAIMS: "a claim", STORIES: "a story", QUOTATIONS: "a quotation"}


def find_group(connection: sqlite3.Connection, part: str, typed: str) -> int:
    """Return the number of the claim, story or quotation that an id or its beginning means. Raises SourceNotFound."""
    id = find_id(connection, typed)
    row = connection.execute("SELECT number FROM link_groups WHERE part = ? AND id = ?", (part, id)).fetchone()
    if row is None:
        raise SourceNotFound(f"{id} is not {_PARTS[part]}", remedy="`onrecord show` tells what an id names.")
    return row[0]


def find_speaker(connection: sqlite3.Connection, typed: str) -> str:
    """Return the speaker that is meant by an id or its beginning. Raises SourceNotFound, UsageError."""
    id = find_id(connection, typed)
    query = "SELECT 1 FROM speakers WHERE id = ?1 UNION ALL SELECT 1 FROM appearances WHERE identity = ?1 LIMIT 1"
    if connection.execute(query, (id,)).fetchone() is None:
        raise UsageError(f"{id} is not a speaker", remedy="`onrecord show` tells what an id names.")
    return present_speaker(connection, id)


def find_named_speaker(connection: sqlite3.Connection, typed: str) -> str:
    """Return the one speaker that an id, its beginning or a name means. Raises SourceNotFound, UsageError."""
    if re.fullmatch(r"(?:p-)?[0-9a-f]{6,}", typed.strip()):
        return find_speaker(connection, typed)
    found = speaker_ids_by_name(connection, typed)
    exact = [id for id in found if _shown_name(connection, id) == fold(typed)]
    if len(found) == 1 or len(exact) == 1:
        return (exact or found)[0]
    if not found:
        raise SourceNotFound(f"nobody on the record goes by {typed!r}", remedy="`onrecord speakers` lists who is.")
    shown = ", ".join(f"{_name(connection, id)} ({id[:10]})" for id in found[:_SHOWN_CANDIDATES])
    raise SourceNotFound(f"{typed!r} may be any of {shown}", remedy="Give the id, or more of the name.")


def _name(connection: sqlite3.Connection, id: str) -> str:
    speaker = speaker_by_id(connection, id)
    return speaker.name if speaker else id


def _shown_name(connection: sqlite3.Connection, id: str) -> str:
    return fold(_name(connection, id))


def candidates(connection: sqlite3.Connection, typed: str) -> list[str]:
    """Return the id itself if there is one, else the ids that begin so, a few more than are shown."""
    exact = connection.execute(_IDS, (typed, f"{typed}\x01", 1)).fetchall()
    if exact and exact[0][0] == typed:
        return [typed]
    if len(typed) < SHORTEST:
        return []
    found: set[str] = set()
    for prefix in _PREFIXES if _HEX.fullmatch(typed) else ("",):
        beginning = prefix + typed
        rows = connection.execute(_IDS, (beginning, f"{beginning}\U0010ffff", _SHOWN_CANDIDATES + 1))
        found.update(row[0] for row in rows)
    return sorted(found)


def look_up(connection: sqlite3.Connection, id: str) -> Shown | None:
    """Return what the whole id names."""
    statement = next(statements_by_id(connection, present_statement(connection, id)), None)
    rejected = next(select_rejections(connection, id), None)
    shown = statement or rejected or _reviewed_reading(connection, id) or _group_by_id(connection, id)
    return shown or speaker_by_id(connection, id)


def _reviewed_reading(connection: sqlite3.Connection, id: str) -> Reading | None:
    reading = reading_of(connection, id)
    return reading and as_reviewed(connection, reading, rejected=False)


def _group_by_id(connection: sqlite3.Connection, id: str) -> Claim | Story | QuotationFamily | None:
    row = connection.execute("SELECT part, number FROM link_groups WHERE id = ?", (id,)).fetchone()
    return None if row is None else _SELECT[row[0]](connection, row[1])


_SELECT = {CLAIMS: select_claim, STORIES: select_story, QUOTATIONS: select_quotation}
