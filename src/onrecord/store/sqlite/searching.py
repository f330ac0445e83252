"""Search as one types: statements, headlines and names that hold the words, the last of which may be only begun."""

from __future__ import annotations

import re
import sqlite3

import msgspec

from onrecord.schema import Speaker, SpeakerKind
from onrecord.store.filters import NAMED_KINDS
from onrecord.store.folding import fold
from onrecord.store.overview import ArticleSummary, Found, FoundStatement, Fragment
from onrecord.store.sqlite.matching import name_queries, words_query
from onrecord.store.sqlite.querying import statements_by_id
from onrecord.store.sqlite.summaries import article_summaries

_WEIGHED = 2000
"""How many fitting statements are ranked. Beyond, as for "said", the newest are shown: ranking them all takes long."""
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
    numbers, many = best_statements(connection, query, limit)
    return Found(
        statements=tuple(found for number in numbers for found in marked_statement(connection, query, number)),
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


def best_statements(connection: sqlite3.Connection, query: str, limit: int) -> tuple[list[int], bool]:
    """Return the numbers of the statements that fit best, and whether too many fit to weigh them."""
    fitting = "SELECT rowid FROM statement_texts WHERE statement_texts MATCH ? ORDER BY rowid DESC LIMIT ?"
    newest = [row[0] for row in connection.execute(fitting, (query, _WEIGHED + 1))]
    if len(newest) > _WEIGHED:
        return newest[:limit], True
    # What was said counts most, as in `statements --about`.
    ranked = """
        SELECT rowid FROM statement_texts WHERE statement_texts MATCH ?
        ORDER BY bm25(statement_texts, 4.0, 1.0, 2.0), rowid LIMIT ?"""
    return [row[0] for row in connection.execute(ranked, (query, limit))], False


def marked_statement(connection: sqlite3.Connection, query: str, number: int) -> list[FoundStatement]:
    """Return a statement with the fragments of its contents that fit; none where it went meanwhile."""
    marking = f"""
        SELECT statements.id, highlight(statement_texts, 0, '{_OPEN}', '{_CLOSE}') FROM statement_texts
        JOIN statements ON number = statement_texts.rowid
        WHERE statement_texts MATCH ? AND statement_texts.rowid = ?"""
    return [
        FoundStatement(statement=statement, fragments=fragments_of(marked))
        for id, marked in connection.execute(marking, (query, number))
        for statement in statements_by_id(connection, id)
    ]


def fragments_of(marked: str) -> tuple[Fragment, ...]:
    """Split what FTS5 marked. Stray marks, which only a hostile page's text has, go."""
    pieces = _MARKED.split(marked)
    bare = [piece.replace(_OPEN, "").replace(_CLOSE, "") for piece in pieces]
    return tuple(Fragment(text, index % 2 == 1) for index, text in enumerate(bare) if text)


def articles_by_headline(connection: sqlite3.Connection, query: str, limit: int) -> list[ArticleSummary]:
    """Give the articles with the words in their headlines, the newest first."""
    fitting = """
        WHERE articles.id IN (SELECT DISTINCT article FROM statements WHERE number IN
          (SELECT rowid FROM statement_texts WHERE statement_texts MATCH ? ORDER BY rowid DESC LIMIT ?))
        ORDER BY articles.reading DESC LIMIT ?"""
    return article_summaries(connection, fitting, (f"headline : ({query})", _WEIGHED, limit))


def speakers_by_beginning(connection: sqlite3.Connection, words: str, limit: int) -> list[Speaker]:
    """Give the speakers whose names have words that begin so, those with the most statements first."""
    queries = name_queries(words)
    if not queries or len(fold(words)) < 2:
        return []
    query = """
        WITH named AS (
          SELECT DISTINCT coalesce(identity, speaker_names.speaker) AS id FROM speaker_name_texts
          JOIN speaker_names ON speaker_names.number = speaker_name_texts.rowid
          LEFT JOIN appearances USING (article, speaker) WHERE speaker_name_texts MATCH ?1 LIMIT 500)
        SELECT named.id, coalesce(identities.kind, speakers.kind),
          coalesce(given, identities.name, speakers.name) AS name,
          (SELECT count(*) FROM appearances JOIN statement_speakers AS said ON said.speaker = appearances.speaker
             JOIN statements ON statements.number = said.statement AND statements.article = appearances.article
             WHERE identity = named.id)
          + (SELECT count(*) FROM statement_speakers AS said JOIN statements ON statements.number = said.statement
             WHERE said.speaker = named.id AND NOT EXISTS (SELECT 1 FROM appearances
               WHERE appearances.article = statements.article AND appearances.speaker = named.id
               AND identity IS NOT NULL)) AS said
        FROM named LEFT JOIN identities ON identities.id = named.id LEFT JOIN speakers ON speakers.id = named.id
        WHERE coalesce(identities.kind, speakers.kind) IN (SELECT value FROM json_each(?2)) AND said > 0
        ORDER BY said DESC, name LIMIT ?3"""
    kinds: tuple[SpeakerKind, ...] = NAMED_KINDS
    rows = connection.execute(query, (queries[-1], msgspec.json.encode(kinds).decode(), limit))
    return [Speaker(id=id, kind=kind, name=name, statements=said) for id, kind, name, said in rows]
