"""Search as one types: statements, headlines and names that hold the words, the last of which may be only begun."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

import msgspec

from onrecord.schema import SpeakerKind, SpeakerReference
from onrecord.store.filters import NAMED_KINDS
from onrecord.store.folding import fold
from onrecord.store.overview import ArticleSummary, Found, FoundStatement, Fragment
from onrecord.store.sqlite.matching import name_queries, words_query
from onrecord.store.sqlite.querying import statements_by_id
from onrecord.store.sqlite.summaries import summaries_of

_WEIGHED = 2000
"""How many fitting statements are ranked. Beyond, as for "said", the newest are shown: ranking them all takes long."""
_NAMES = 1000
"""How many of the latest fitting names are looked through for whose they are."""
_SHORTEST_BEGINNING = 3
"""A beginning of one or two letters fits half of all words; until the third it is taken for a word."""
_BEGINNING = re.compile(r"[^\W_]+\Z")
_LONGEST_QUERY = 300
_OPEN, _CLOSE = "\x02", "\x03"
_MARKED = re.compile("\x02([^\x02\x03]*)\x03")


def search_record(connection: sqlite3.Connection, words: str, limit: int) -> Found:
    """Find statements, articles by their headlines, and speakers by their names."""
    words = words[:_LONGEST_QUERY]
    query = typed_query(words)
    if query is None:
        return Found()
    many = has_many(connection, query)
    return Found(
        statements=tuple(best_statements(connection, query, limit, newest=many)),
        articles=tuple(articles_by_headline(connection, query, limit)),
        speakers=tuple(speakers_by_beginning(connection, words, limit)),
        many=many,
    )


def typed_query(words: str) -> str | None:
    """Return an FTS5 query for what is being typed: `prisoner exch` asks for "exch" as a word's beginning.

    A word that is done has something behind it; a phrase in quotation marks is never only begun. Null where there is
    nothing to look for.
    """
    beginning = _BEGINNING.search(words)
    if beginning is None or len(beginning[0]) < _SHORTEST_BEGINNING or words.count('"') % 2:
        return words_query(words)
    earlier = words_query(words[: beginning.start()])
    # English stems: "negotiati" is no stem's beginning, though "negotiation" is found by "negoti".
    last = f'("{beginning[0]}"* OR "{beginning[0]}")'
    return last if earlier is None else f"{earlier} AND {last}"


def has_many(connection: sqlite3.Connection, query: str) -> bool:
    """Do more statements fit than are ranked?"""
    fitting = "SELECT 1 FROM statement_texts WHERE statement_texts MATCH ? LIMIT 1 OFFSET ?"
    return connection.execute(fitting, (query, _WEIGHED)).fetchone() is not None


# What was said counts most, as in `statements --about`. FTS5 sorts by rank itself and marks only what is shown.
_RANKED = "AND rank MATCH 'bm25(4.0, 1.0, 2.0)' ORDER BY rank"
_NEWEST = "ORDER BY statement_texts.rowid DESC"


def best_statements(
    connection: sqlite3.Connection, query: str, limit: int, *, newest: bool
) -> Iterator[FoundStatement]:
    """Give the statements that fit best, or that came last, the fitting words in their contents marked."""
    found = f"""
        SELECT counted_statements.id, highlight(statement_texts, 0, '{_OPEN}', '{_CLOSE}')
        FROM statement_texts CROSS JOIN counted_statements ON number = statement_texts.rowid
        WHERE statement_texts MATCH ? {_NEWEST if newest else _RANKED} LIMIT ?"""
    for id, marked in connection.execute(found, (query, limit)):
        for statement in statements_by_id(connection, id):
            yield FoundStatement(statement=statement, fragments=fragments_of(marked))


def fragments_of(marked: str) -> tuple[Fragment, ...]:
    """Split what FTS5 marked. Stray marks, which only a hostile page's text has, go."""
    pieces = _MARKED.split(marked)
    bare = [piece.replace(_OPEN, "").replace(_CLOSE, "") for piece in pieces]
    return tuple(Fragment(text, index % 2 == 1) for index, text in enumerate(bare) if text)


def articles_by_headline(connection: sqlite3.Connection, query: str, limit: int) -> list[ArticleSummary]:
    """Give the articles with the words in their headlines, those that came last first."""
    fitting = """
        SELECT statements.article FROM statement_texts CROSS JOIN statements ON number = statement_texts.rowid
        WHERE statement_texts MATCH ? ORDER BY statement_texts.rowid DESC LIMIT ?"""
    found: dict[str, None] = {}
    for (article,) in connection.execute(fitting, (f"headline : ({query})", _WEIGHED)):
        found[article] = None
        if len(found) == limit:
            break
    return summaries_of(connection, list(found))


def speakers_by_beginning(connection: sqlite3.Connection, words: str, limit: int) -> list[SpeakerReference]:
    """Give the speakers whose names have words that begin so, those with the most such names first."""
    queries = name_queries(words)
    if not queries or len(fold(words)) < 2:
        return []
    query = """
        WITH fitting AS (
          SELECT rowid AS number FROM speaker_name_texts WHERE speaker_name_texts MATCH ?1
          ORDER BY rowid DESC LIMIT ?2),
        named AS (
          SELECT coalesce(identity, speaker_names.speaker) AS id, speaker_names.speaker AS as_read, count(*) AS often
          FROM fitting CROSS JOIN speaker_names USING (number)
          LEFT JOIN appearances USING (article, speaker) GROUP BY 1)
        SELECT named.id, coalesce(given, identities.name, speakers.name) AS shown
        FROM named JOIN speakers ON speakers.id = as_read LEFT JOIN identities ON identities.id = named.id
        WHERE coalesce(identities.kind, speakers.kind) IN (SELECT value FROM json_each(?3))
        ORDER BY often DESC, shown, named.id LIMIT ?4"""
    kinds: tuple[SpeakerKind, ...] = NAMED_KINDS
    rows = connection.execute(query, (queries[-1], _NAMES, msgspec.json.encode(kinds).decode(), limit))
    return [SpeakerReference(id=id, name=name) for id, name in rows]
