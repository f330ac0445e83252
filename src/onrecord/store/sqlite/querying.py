"""Ask the record: statements, speakers, readings, rejections, counts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

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

_COLUMNS = """
    SELECT statements.attribution, articles.id, articles.headline, articles.published, articles.publisher,
      articles.url, articles.path,
      (SELECT json_group_array(speaker) FROM
        (SELECT coalesce(reassigned, identity, said.speaker) AS speaker FROM statement_speakers AS said
         LEFT JOIN appearances ON appearances.article = statements.article AND appearances.speaker = said.speaker
         WHERE statement = statements.number ORDER BY position)),
      CASE WHEN statements.verdict IS NOT NULL THEN (SELECT json_object(
        'verdict', statements.verdict, 'who', who, 'at', at, 'because', because, 'correction', number)
        FROM corrections WHERE number = statements.correction) END"""
_STATEMENT = f"{_COLUMNS} FROM statements JOIN articles ON articles.id = statements.article"
_WITHIN_A_DAY = "articles.published DESC, articles.id, statements.position, statements.number"

_decode_review = msgspec.json.Decoder(Review).decode
_decode_list = msgspec.json.Decoder(tuple[str, ...]).decode


def select_statements(connection: sqlite3.Connection, wanted: StatementFilter) -> Iterator[Statement]:
    """Give the statements that pass the filter."""
    said_by = _said_by(connection, wanted)
    if wanted.about is not None:
        words = words_query(wanted.about)
        if words is None:
            return iter(())
        conditions, values = _conditions(wanted, said_by, among=_ONE_OF_ITS_VOICES)
        return _chosen(connection, _BY_WORDS, conditions, [words, *values], wanted.limit)
    alone = next((ids for ids in said_by if len(ids) == 1), None)
    if alone is not None and wanted.article is None:
        said_by.remove(alone)
        conditions, values = _conditions(wanted, said_by, among=_ONE_OF_ITS_VOICES, day="voices.day")
        return _chosen(connection, _BY_VOICE, conditions, [*alone, *values], wanted.limit)
    conditions, values = _conditions(wanted, said_by, among=_ONE_OF_ITS_VOICES if wanted.article else SAID_BY)
    return _chosen(connection, _BY_DAY, conditions, values, wanted.limit)


class _Walk(NamedTuple):
    """How statements are come by: from where, with which first condition, in which order."""

    source: str
    condition: str
    order: str


# Both walk along an index, the newest day first, until there are enough: only within a day there is something to sort.
# (A president has made 16,000 statements.)
_BY_DAY = _Walk(
    "FROM statements LEFT JOIN articles ON articles.id = statements.article",
    "TRUE",
    f"statements.day DESC NULLS LAST, {_WITHIN_A_DAY}",
)
_BY_VOICE = _Walk(
    """FROM voices CROSS JOIN statements ON statements.number = voices.statement
    LEFT JOIN articles ON articles.id = statements.article""",
    "voices.speaker = ?",
    f"voices.day DESC, {_WITHIN_A_DAY}",
)
# What was said counts most: "ceasefire" in a statement outranks a story that has the word in its headline only.
_BY_WORDS = _Walk(
    """FROM statement_texts CROSS JOIN statements ON statements.number = statement_texts.rowid
    LEFT JOIN articles ON articles.id = statements.article""",
    "statement_texts MATCH ?",
    "bm25(statement_texts, 4.0, 1.0, 2.0), statements.number",
)


def _chosen(
    connection: sqlite3.Connection, walk: _Walk, conditions: Sequence[str], values: Sequence[Any], limit: int | None
) -> Iterator[Statement]:
    rest = f"{walk.source} WHERE {' AND '.join([walk.condition, *conditions])} ORDER BY {walk.order}"
    if limit is None:
        return _statements(connection, f"{_COLUMNS} {rest}", values)
    # First which ones and in which order, then each as a whole: sorting must not carry what LIMIT throws away.
    numbers = connection.execute(f"SELECT statements.number {rest} LIMIT ?", [*values, limit]).fetchall()
    query = f"{_STATEMENT} WHERE statements.number = ?"
    return (one for number in numbers for one in _statements(connection, query, number))


def statements_by_id(connection: sqlite3.Connection, id: str) -> Iterator[Statement]:
    """Give the statements with that id: one, unless two stores were joined by hand."""
    return _statements(connection, f"{_STATEMENT} WHERE statements.id = ?", [id])


def _said_by(connection: sqlite3.Connection, wanted: StatementFilter) -> list[list[str]]:
    """Return lists of speakers; one of each must have made the statement."""
    named = [] if wanted.by is None else [speaker_ids_by_name(connection, wanted.by)]
    return named if wanted.speaker is None else [[wanted.speaker], *named]


def _conditions(
    wanted: StatementFilter, said_by: Sequence[list[str]], *, among: str, day: str = "statements.day"
) -> tuple[list[str], list[Any]]:
    """Return SQL conditions and their values for every field but `about` and `limit`."""
    pairs: list[tuple[str, Any]] = [
        ("statements.form = ?", wanted.form),
        ("statements.stance = ?", wanted.stance),
        ("statements.article = ?", wanted.article),
        (f"{day} >= ?", wanted.first_day),
        (f"{day} BETWEEN '0' AND ?", wanted.last_day),  # an unknown day is empty among the voices
        ("statements.score >= ?", wanted.min_score),
        *((among, as_list(speakers)) for speakers in said_by),
    ]
    asked = [(condition, value) for condition, value in pairs if value is not None]
    reviewed = _REVIEWED[wanted.reviewed]
    return [*reviewed, *(condition for condition, _ in asked)], [value for _, value in asked]


# One parameter each, a list of speakers: by the speakers where they are few, by the statement where those are.
SAID_BY = "statements.number IN (SELECT statement FROM voices WHERE speaker IN (SELECT value FROM json_each(?)))"
_ONE_OF_ITS_VOICES = """EXISTS (SELECT 1 FROM voices AS heard WHERE heard.statement = statements.number
    AND +heard.speaker IN (SELECT value FROM json_each(?)))"""


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
# The names and roles are gathered only for those that are shown, not for everybody on the record.
_SPEAKER = """
    WITH heard AS (
      SELECT speaker, count(*) AS said, min(nullif(day, '')) AS first, max(nullif(day, '')) AS last
      FROM voices WHERE {among} AND statement NOT IN (SELECT number FROM statements WHERE verdict = 'rejected')
      GROUP BY speaker),
    counted AS (
      SELECT speaker AS id, coalesce(identities.kind, speakers.kind) AS kind,
        coalesce(given, identities.name, speakers.name) AS name, said, first, last
      FROM heard LEFT JOIN identities ON identities.id = speaker LEFT JOIN speakers ON speakers.id = speaker
      WHERE {conditions} ORDER BY said DESC, name, speaker LIMIT ?)
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
    """Return the query for the speakers among some voices for whom the conditions hold."""
    roles = _THEIRS.format(column="role", table="speaker_roles")
    names = _THEIRS.format(column="name", table="speaker_names")
    return _SPEAKER.format(conditions=conditions, among=among, roles=roles, names=names)


def select_speakers(
    connection: sqlite3.Connection, by: str | None, kinds: Iterable[SpeakerKind], limit: int | None
) -> Iterator[Speaker]:
    """Give the speakers of those kinds, those with the most statements first."""
    query, values = _speaker_query(_KIND), [as_list(kinds)]
    if by is not None:
        query = _speaker_query(_KIND, f"speaker {_AMONG}")
        values.insert(0, as_list(speaker_ids_by_name(connection, by)))
    return _speakers(connection, query, [*values, _limit(limit)])


def speaker_by_id(connection: sqlite3.Connection, id: str) -> Speaker | None:
    """Return the speaker with that id, or to whom it leads now."""
    query = _speaker_query("TRUE", "speaker = ?")
    return next(_speakers(connection, query, [present_speaker(connection, id), 1]), None)


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


def count_record(connection: sqlite3.Connection) -> Counts:
    """Count pages, articles, statements, named speakers and rejections. What a person rejected counts nowhere."""
    # From those with a name on: "a senior official" is somebody else in each of ten thousand articles.
    row = connection.execute(f"""
        WITH rejected AS (SELECT number FROM statements WHERE verdict = 'rejected'),
        named AS (SELECT id FROM speakers WHERE kind IN ({_NAMED}) UNION SELECT id FROM identities)
        SELECT (SELECT count(*) FROM pages), (SELECT count(*) FROM articles),
          (SELECT count(*) FROM statements) - (SELECT count(*) FROM rejected),
          (SELECT count(*) FROM named WHERE EXISTS
            (SELECT 1 FROM voices WHERE speaker = id AND statement NOT IN rejected)),
          (SELECT count(*) FROM rejections)""").fetchone()
    pages, articles, statements, speakers, rejected = row
    return Counts(pages=pages, articles=articles, statements=statements, speakers=speakers, rejected=rejected)


def _limit(limit: int | None) -> int:
    return -1 if limit is None else limit  # SQLite reads a negative limit as none
