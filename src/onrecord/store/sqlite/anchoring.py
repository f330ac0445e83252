"""How a corrected speaker is found again: by the places where they stood."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import msgspec

from onrecord.schema import Anchor

_ANCHORS = 8  # places by which a speaker is found again: enough to outlive pages that go or are read otherwise


def anchors_of(connection: sqlite3.Connection, identity: str, articles: Sequence[str] = ()) -> list[Anchor]:
    """Return places by which a speaker is found again: the earliest ones, or those in these articles."""
    query = """
        SELECT page, speaker, json_extract(facts, '$.name') FROM appearances JOIN articles ON id = appearances.article
        JOIN readings ON readings.number = articles.reading
        WHERE identity = ?1 AND (?2 IS NULL OR appearances.article IN (SELECT value FROM json_each(?2)))
        ORDER BY json_extract(facts, '$.name') <> (SELECT name FROM identities WHERE id = ?1), score DESC,
          json_extract(facts, '$.day'), appearances.article, speaker LIMIT ?3"""
    chosen = msgspec.json.encode(list(articles)).decode() if articles else None
    rows = connection.execute(query, (identity, chosen, -1 if articles else _ANCHORS))
    return [Anchor(page=page, speaker=speaker, name=name) for page, speaker, name in rows]


def whose(connection: sqlite3.Connection, anchors: Sequence[Anchor]) -> str | None:
    """Return the speaker who stands at most of the anchors now; null where none of them is left."""
    found = [identity for anchor in anchors if (identity := _at(connection, anchor)) is not None]
    return max(found, key=lambda identity: (found.count(identity), -found.index(identity))) if found else None


def _at(connection: sqlite3.Connection, anchor: Anchor) -> str | None:
    """Look on the page: for the id as read, then for the name; then for the id as read on any page."""
    here = """
        SELECT identity FROM readings JOIN appearances ON appearances.article = readings.article
        WHERE page = ?1 AND outcome IS NOT NULL AND identity IS NOT NULL AND (speaker = ?2 OR EXISTS
          (SELECT 1 FROM json_each(facts, '$.names') WHERE value = ?3)) ORDER BY speaker <> ?2, speaker LIMIT 1"""
    anywhere = """
        SELECT identity FROM appearances WHERE speaker = ? AND identity IS NOT NULL
        GROUP BY identity ORDER BY count(*) DESC, identity LIMIT 1"""
    row = connection.execute(here, (anchor.page, anchor.speaker, anchor.name)).fetchone()
    row = row or connection.execute(anywhere, (anchor.speaker,)).fetchone()
    return None if row is None else row[0]
