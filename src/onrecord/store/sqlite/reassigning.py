"""Whom a person means who says that somebody else said it."""

from __future__ import annotations

import re
import sqlite3

from onrecord.errors import SourceNotFound, UsageError
from onrecord.schema import Anchor, AttributedSpeaker, speaker_id
from onrecord.store.folding import fold
from onrecord.store.sqlite.anchoring import anchors_of
from onrecord.store.sqlite.articles import record_speaker_id
from onrecord.store.sqlite.finding import find_speaker
from onrecord.store.sqlite.matching import name_queries
from onrecord.store.sqlite.querying import present_speaker

_ID = re.compile(r"p-[0-9a-f]{4,}|[0-9a-f]{6,}")
_SHOWN_CANDIDATES = 8
Chosen = tuple[tuple[AttributedSpeaker, ...], tuple[Anchor, ...]]


def choose_speaker(connection: sqlite3.Connection, article: str, typed: str) -> Chosen:
    """Return who is meant, as this article would have them, and where they stand elsewhere.

    A name that somebody on the record goes by means them; any other is a person's who is new. Nobody where `typed` is
    empty. Raises SourceNotFound for an id that names nobody and for a name of several.
    """
    name = " ".join(typed.split())
    if not name:
        return (), ()
    found = find_speaker(connection, name) if _ID.fullmatch(name) else _called(connection, name)
    if found is None:
        return (AttributedSpeaker(entity="", name=name, kind="person"),), ()
    anchors = tuple(anchors_of(connection, found))
    return (_as_read(connection, article, found, anchors),), anchors


def _called(connection: sqlite3.Connection, name: str) -> str | None:
    """Return whoever goes by exactly this name; null where nobody does. Raises SourceNotFound where several do."""
    named = dict(_candidates(connection, name))
    by_id = present_speaker(connection, speaker_id("person", name))
    if by_id in named or len(named) == 1:
        return by_id if by_id in named else next(iter(named))
    if not named:
        return None
    shown = ", ".join(f"{shown} ({id[:10]})" for id, shown in sorted(named.items())[:_SHOWN_CANDIDATES])
    raise SourceNotFound(f"{name!r} may be any of {shown}", remedy="Give the id, or more of the name.")


def _candidates(connection: sqlite3.Connection, name: str) -> list[tuple[str, str]]:
    """Return id and shown name of those who have this very name in some article, or were given it."""
    query = """
        SELECT DISTINCT coalesce(identity, speakers.id), coalesce(given, identities.name, speakers.name),
          speaker_names.name
        FROM speaker_name_texts JOIN speaker_names ON speaker_names.number = speaker_name_texts.rowid
        JOIN speakers ON speakers.id = speaker_names.speaker
        LEFT JOIN appearances USING (article, speaker) LEFT JOIN identities ON identities.id = identity
        WHERE speaker_name_texts MATCH ? AND speakers.kind <> 'unnamed'
        UNION SELECT id, given, given FROM identities WHERE folded = ?"""
    folded = fold(name)
    queries = name_queries(name)
    rows = connection.execute(query, (queries[0], folded)).fetchall() if queries else []
    return [(id, shown) for id, shown, called in rows if fold(called) == folded]


def _as_read(
    connection: sqlite3.Connection, article: str, identity: str, anchors: tuple[Anchor, ...]
) -> AttributedSpeaker:
    """Return a speaker as this article has them, else as the article does where they are surest."""
    query = "SELECT speaker FROM appearances WHERE article = ? AND identity = ? ORDER BY speaker LIMIT 1"
    row = connection.execute(query, (article, identity)).fetchone()
    id = row[0] if row else anchors[0].speaker if anchors else identity
    query = """
        SELECT kind, name, (SELECT role FROM statement_speakers AS said JOIN statements ON number = statement
          WHERE article = ? AND said.speaker = speakers.id AND role IS NOT NULL ORDER BY number LIMIT 1)
        FROM speakers WHERE id = ?"""
    kind, name, role = connection.execute(query, (article, id)).fetchone()
    speaker = AttributedSpeaker(entity="", name=name, kind=kind, role=role)
    if record_speaker_id(article, speaker) != id:
        raise UsageError(
            f"{name!r} of one article is nobody in another", remedy="Give the name of a person, a group or an office."
        )
    return speaker
