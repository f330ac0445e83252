"""Ask the record: statements, speakers, readings, rejections, counts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from onrecord.schema import (
    ArticleReference,
    Origin,
    PageReference,
    Producer,
    Reading,
    RejectedPage,
    Rejection,
    Review,
    Speaker,
    SpeakerKind,
    Statement,
)
from onrecord.store.filters import NAMED_KINDS, Reviewed, StatementFilter
from onrecord.store.folding import fold
from onrecord.store.protocol import Counts
from onrecord.store.sqlite.matching import name_queries, words_query
from onrecord.store.sqlite.packing import as_list, decode_attribution, unpack_reading

_STATEMENT = """
    SELECT statements.attribution, articles.id, articles.headline, articles.published, articles.publisher,
      articles.url, articles.path,
      (SELECT json_group_array(speaker) FROM
        (SELECT coalesce(reassigned, identity, said.speaker) AS speaker FROM statement_speakers AS said
         LEFT JOIN appearances ON appearances.article = statements.article AND appearances.speaker = said.speaker
         WHERE statement = statements.number ORDER BY position)),
      CASE WHEN statements.verdict IS NOT NULL THEN (SELECT json_object(
        'verdict', statements.verdict, 'who', who, 'at', at, 'because', because, 'correction', number)
        FROM corrections WHERE number = statements.correction) END
    FROM statements JOIN articles ON articles.id = statements.article"""
_NEWEST_FIRST = """statements.day DESC NULLS LAST, articles.published DESC, articles.id, statements.position,
    statements.number"""
# What was said counts most: "ceasefire" in a statement outranks a story that has the word in its headline only.
_RELEVANT_FIRST = "bm25(statement_texts, 4.0, 1.0, 2.0), statements.number"

_decode_review = msgspec.json.Decoder(Review).decode
_decode_list = msgspec.json.Decoder(tuple[str, ...]).decode


def select_statements(connection: sqlite3.Connection, wanted: StatementFilter) -> Iterator[Statement]:
    """Give the statements that pass the filter."""
    # First which ones and in which order, then each as a whole: sorting must not carry what LIMIT throws away.
    conditions, values = _conditions(connection, wanted)
    order = _NEWEST_FIRST
    query = "SELECT statements.number FROM statements JOIN articles ON articles.id = statements.article"
    if wanted.about is not None:
        words = words_query(wanted.about)
        if words is None:
            return iter(())
        query += " JOIN statement_texts ON statement_texts.rowid = statements.number"
        conditions, values, order = [*conditions, "statement_texts MATCH ?"], [*values, words], _RELEVANT_FIRST
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    chosen = connection.execute(f"{query}{where} ORDER BY {order} LIMIT ?", [*values, _limit(wanted.limit)])
    return _numbered(connection, [number for (number,) in chosen])


def _numbered(connection: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[Statement]:
    for number in numbers:
        yield from _statements(connection, f"{_STATEMENT} WHERE statements.number = ?", [number])


def statements_by_id(connection: sqlite3.Connection, id: str) -> Iterator[Statement]:
    """Give the statements with that id: one, unless two stores were joined by hand."""
    return _statements(connection, f"{_STATEMENT} WHERE statements.id = ?", [id])


def _conditions(connection: sqlite3.Connection, wanted: StatementFilter) -> tuple[list[str], list[Any]]:
    """Return SQL conditions and their values for every field but `about` and `limit`."""
    pairs: list[tuple[str, Any]] = [
        ("statements.form = ?", wanted.form),
        ("statements.stance = ?", wanted.stance),
        ("statements.article = ?", wanted.article),
        ("statements.day >= ?", wanted.first_day),
        ("statements.day <= ?", wanted.last_day),
        ("statements.score >= ?", wanted.min_score),
    ]
    if wanted.speaker is not None:
        pairs.append((SAID_BY, as_list([wanted.speaker])))
    if wanted.by is not None:
        pairs.append((SAID_BY, as_list(speaker_ids_by_name(connection, wanted.by))))
    asked = [(condition, value) for condition, value in pairs if value is not None]
    reviewed = _REVIEWED[wanted.reviewed]
    return [*reviewed, *(condition for condition, _ in asked)], [value for _, value in asked]


# What a person rejected is shown to those only who ask for it.
_REVIEWED: dict[Reviewed | None, list[str]] = {
    None: ["statements.verdict IS NOT 'rejected'"],
    "all": [],
    "no": ["statements.verdict IS NULL"],
    "yes": ["statements.verdict IN ('accepted', 'corrected')"],
    "accepted": ["statements.verdict = 'accepted'"],
    "corrected": ["statements.verdict = 'corrected'"],
    "rejected": ["statements.verdict = 'rejected'"],
}


def _statements(connection: sqlite3.Connection, query: str, values: Sequence[Any]) -> Iterator[Statement]:
    for attribution, id, headline, published, publisher, url, path, speakers, review in connection.execute(
        query, values
    ):
        article = ArticleReference(
            id=id, headline=headline, published=published, publisher=publisher, url=url, path=path
        )  # fmt: skip
        yield Statement(
            attribution=decode_attribution(attribution), speaker_ids=_decode_list(speakers), article=article,
            review=_decode_review(review) if review else None,
        )  # fmt: skip


def speaker_ids_by_name(connection: sqlite3.Connection, name: str) -> list[str]:
    """Return the speakers that go by this name; only where no whole word fits, by the beginnings of words."""
    # Whoever is called so in one article is meant in all of theirs: "Joe Biden" finds "Joseph R. Biden, Jr." too.
    query = """
        SELECT DISTINCT coalesce(identity, speaker_names.speaker) FROM speaker_name_texts
        JOIN speaker_names ON speaker_names.number = speaker_name_texts.rowid
        LEFT JOIN appearances USING (article, speaker)
        WHERE speaker_name_texts MATCH ?1
        UNION SELECT id FROM identities WHERE folded IS NOT NULL AND instr(' ' || folded || ' ', ' ' || ?2 || ' ')
        ORDER BY 1"""
    folded = fold(name)
    for words in name_queries(name):
        found = [row[0] for row in connection.execute(query, (words, folded))]
        if found:
            return found
    return []


def present_speaker(connection: sqlite3.Connection, id: str) -> str:
    """Return the id under which a speaker is known now: an id as read leads to whoever has most articles with it."""
    query = """
        SELECT identity FROM appearances WHERE identity = ?1
        UNION ALL SELECT * FROM (SELECT identity FROM appearances WHERE speaker = ?1 AND identity IS NOT NULL
          GROUP BY identity ORDER BY count(*) DESC, identity) LIMIT 1"""
    row = connection.execute(query, (id,)).fetchone()
    return id if row is None else row[0]


_AMONG = "IN (SELECT value FROM json_each(?))"
# One parameter, a list of speakers. What hasn't been reconciled yet counts under the id as read.
# CROSS JOIN keeps the order: by the name alone SQLite would walk all of a president's statements for every article.
SAID_BY = """statements.number IN (WITH wanted AS (SELECT value AS whom FROM json_each(?))
    SELECT statement FROM wanted CROSS JOIN appearances ON identity = whom
      CROSS JOIN statements AS theirs ON theirs.article = appearances.article
      CROSS JOIN statement_speakers AS said ON said.statement = theirs.number AND said.speaker = appearances.speaker
      WHERE reassigned IS NULL
    UNION ALL SELECT statement FROM wanted JOIN statement_speakers ON reassigned = whom
    UNION ALL SELECT statement FROM wanted JOIN statement_speakers AS said ON said.speaker = whom
      JOIN statements AS theirs ON theirs.number = statement
      WHERE reassigned IS NULL AND NOT EXISTS (SELECT 1 FROM appearances WHERE appearances.article = theirs.article
        AND appearances.speaker = said.speaker AND identity IS NOT NULL))"""
# The names and roles are gathered only for those that are shown, not for everybody on the record.
_SPEAKER = """
    WITH known AS (
      SELECT coalesce(reassigned, identity, said.speaker) AS id, said.speaker AS as_read, statement, day
      FROM statement_speakers AS said JOIN statements ON statements.number = said.statement
      LEFT JOIN appearances ON appearances.article = statements.article AND appearances.speaker = said.speaker
      WHERE {among} AND statement NOT IN (SELECT number FROM statements WHERE verdict = 'rejected')),
    counted AS (
      SELECT known.id, coalesce(identities.kind, speakers.kind) AS kind,
        coalesce(given, identities.name, speakers.name) AS name,
        count(DISTINCT statement) AS said, min(day) AS first, max(day) AS last
      FROM known JOIN speakers ON speakers.id = as_read LEFT JOIN identities ON identities.id = known.id
      WHERE {conditions}
      GROUP BY known.id ORDER BY said DESC, name, known.id LIMIT ?)
    SELECT id, kind, name, said, first, last,
      (SELECT json_group_array(role) FROM (SELECT role FROM ({roles}) GROUP BY role ORDER BY count(*) DESC, role)),
      (SELECT json_group_array(alias) FROM (SELECT name AS alias FROM ({names})
        WHERE name <> counted.name GROUP BY name ORDER BY count(*) DESC, name))
    FROM counted ORDER BY said DESC, name, id"""
_THEIRS = """
    SELECT {column} FROM appearances JOIN {table} USING (article, speaker) WHERE identity = counted.id
    UNION ALL SELECT {column} FROM {table} AS told WHERE told.speaker = counted.id AND NOT EXISTS
      (SELECT 1 FROM appearances WHERE appearances.article = told.article AND appearances.speaker = told.speaker
       AND identity IS NOT NULL)"""
_KIND = f"coalesce(identities.kind, speakers.kind) {_AMONG}"


def _speaker_query(conditions: str, among: str = "TRUE") -> str:
    """Return the query for the speakers for whom the conditions hold; `among` says whose statements count."""
    roles = _THEIRS.format(column="role", table="speaker_roles")
    names = _THEIRS.format(column="name", table="speaker_names")
    return _SPEAKER.format(conditions=conditions, among=among, roles=roles, names=names)


def select_speakers(
    connection: sqlite3.Connection, by: str | None, kinds: Iterable[SpeakerKind], limit: int | None
) -> Iterator[Speaker]:
    """Give the speakers of those kinds, those with the most statements first."""
    query, values = _speaker_query(_KIND), [as_list(kinds)]
    if by is not None:
        query = _speaker_query(f"{_KIND} AND known.id {_AMONG}", SAID_BY)
        named = as_list(speaker_ids_by_name(connection, by))
        values = [named, *values, named]
    return _speakers(connection, query, [*values, _limit(limit)])


def speaker_by_id(connection: sqlite3.Connection, id: str) -> Speaker | None:
    """Return the speaker with that id, or to whom it leads now."""
    present = present_speaker(connection, id)
    query = _speaker_query("known.id = ?", SAID_BY)
    return next(_speakers(connection, query, [as_list([present]), present, 1]), None)


def _speakers(connection: sqlite3.Connection, query: str, values: Sequence[Any]) -> Iterator[Speaker]:
    for id, kind, name, statements, first, last, roles, aliases in connection.execute(query, values):
        yield Speaker(
            id=id, name=name, kind=kind, roles=_decode_list(roles), aliases=_decode_list(aliases),
            statements=statements, first=first, last=last,
        )  # fmt: skip


def select_readings(connection: sqlite3.Connection) -> Iterator[Reading]:
    """Give the reading that each article shows, in the order in which the articles came."""
    query = "SELECT outcome FROM articles JOIN readings ON number = reading ORDER BY number"
    for (packed,) in connection.execute(query):
        yield unpack_reading(packed)


def reading_of(connection: sqlite3.Connection, id: str) -> Reading | None:
    """Return the reading that an article shows, or the present reading of a page."""
    query = """
        SELECT outcome FROM readings WHERE number = (SELECT reading FROM articles WHERE id = ?1)
        UNION ALL SELECT outcome FROM readings WHERE page = ?1 AND outcome IS NOT NULL"""
    row = connection.execute(query, (id,)).fetchone()
    return None if row is None else unpack_reading(row[0])


_REJECTION = "SELECT page, url, path, fetched_at, content_type, stage, reason, detail FROM rejections"


def select_rejections(connection: sqlite3.Connection, page_id: str | None = None) -> Iterator[RejectedPage]:
    """Give the rejected pages in the order in which they came, or the one of a page."""
    where, values = ("", ()) if page_id is None else (" WHERE page = ?", (page_id,))
    for row in connection.execute(f"{_REJECTION}{where} ORDER BY number", values):
        id, url, path, fetched_at, content_type, stage, reason, detail = row
        origin = Origin(url=url, path=path)
        page = PageReference(id=id, origin=origin, fetched_at=fetched_at, content_type=content_type)
        yield RejectedPage(page=page, rejection=Rejection(stage, reason, detail))


def select_producers(connection: sqlite3.Connection, page_id: str) -> tuple[Producer, ...]:
    """Return who read a page, the earliest first."""
    query = """
        SELECT onrecord, model, settings FROM readings JOIN producers ON producers.number = readings.producer
        WHERE page = ? ORDER BY readings.number"""
    rows = connection.execute(query, (page_id,))
    return tuple(Producer(onrecord=onrecord, model=model, settings=settings) for onrecord, model, settings in rows)


_NAMED = ", ".join(f"'{kind}'" for kind in NAMED_KINDS)
# Whom nobody hears any more: of all that they said, each is rejected or somebody else's. Only who stands in an article
# with a reviewed statement can be so; CROSS JOIN has SQLite begin with those few.
_UNHEARD = f"""
    WITH reviewed AS (
      SELECT article FROM statements INDEXED BY statements_by_verdict WHERE verdict = 'rejected'
      UNION SELECT article FROM statements INDEXED BY statements_by_verdict
        WHERE verdict IN ('accepted', 'corrected') AND machine IS NOT NULL),
    met AS (
      SELECT identity AS whom FROM reviewed CROSS JOIN appearances USING (article) WHERE identity IS NOT NULL
      UNION SELECT speakers.id FROM reviewed CROSS JOIN speaker_names USING (article)
        JOIN speakers ON speakers.id = speaker_names.speaker
        WHERE kind IN ({_NAMED})
          AND NOT EXISTS (SELECT 1 FROM appearances WHERE speaker = speakers.id AND identity IS NOT NULL)
          AND NOT EXISTS (SELECT 1 FROM appearances WHERE identity = speakers.id))
    SELECT count(*) FROM met WHERE NOT EXISTS
      (SELECT 1 FROM appearances JOIN statements USING (article) JOIN statement_speakers AS said
         ON said.statement = statements.number AND said.speaker = appearances.speaker
       WHERE identity = whom AND reassigned IS NULL AND verdict IS NOT 'rejected')
      AND NOT EXISTS (SELECT 1 FROM statement_speakers JOIN statements ON statements.number = statement
        WHERE reassigned = whom AND verdict IS NOT 'rejected')
      AND NOT EXISTS (SELECT 1 FROM statement_speakers AS said JOIN statements ON statements.number = statement
        WHERE said.speaker = whom AND reassigned IS NULL AND verdict IS NOT 'rejected'
          AND NOT EXISTS (SELECT 1 FROM appearances WHERE appearances.article = statements.article
            AND appearances.speaker = whom AND identity IS NOT NULL))"""


def count_record(connection: sqlite3.Connection) -> Counts:
    """Count pages, articles, statements, named speakers and rejections. What a person rejected counts nowhere."""
    row = connection.execute(f"""
        SELECT (SELECT count(*) FROM pages), (SELECT count(*) FROM articles),
          (SELECT count(*) FROM statements) - (SELECT count(*) FROM statements WHERE verdict = 'rejected'),
          (SELECT count(DISTINCT identity) FROM appearances) + (SELECT count(*) FROM speakers WHERE kind IN ({_NAMED})
            AND NOT EXISTS (SELECT 1 FROM appearances WHERE speaker = speakers.id AND identity IS NOT NULL)
            AND NOT EXISTS (SELECT 1 FROM appearances WHERE identity = speakers.id)) - ({_UNHEARD}),
          (SELECT count(*) FROM rejections)""").fetchone()
    pages, articles, statements, speakers, rejected = row
    return Counts(pages=pages, articles=articles, statements=statements, speakers=speakers, rejected=rejected)


def _limit(limit: int | None) -> int:
    return -1 if limit is None else limit  # SQLite reads a negative limit as none
