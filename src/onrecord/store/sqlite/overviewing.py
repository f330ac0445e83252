"""An overview of the SQLite store, as `OverviewStore` describes it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager

from onrecord.schema import Origin, Speaker
from onrecord.store.filters import NAMED_KINDS
from onrecord.store.overview import (
    ArticleSummary,
    Candidate,
    Found,
    HeardSpeaker,
    MonthCount,
    RejectionReason,
)
from onrecord.store.sqlite.finding import candidates
from onrecord.store.sqlite.querying import select_speakers, speaker_by_id
from onrecord.store.sqlite.searching import search_record
from onrecord.store.sqlite.summaries import article_summaries

Explained = Callable[[], AbstractContextManager[None]]


class SqliteOverview:
    """Reads on the store's own connection."""

    def __init__(self, connection: sqlite3.Connection, explained: Explained) -> None:
        self._connection = connection
        self._explained = explained

    def latest_articles(self, *, limit: int) -> list[ArticleSummary]:
        with self._explained():
            return article_summaries(self._connection, "ORDER BY articles.reading DESC LIMIT ?", (limit,))

    def most_heard(self, *, limit: int) -> list[HeardSpeaker]:
        with self._explained():
            found = list(select_speakers(self._connection, None, NAMED_KINDS, limit))
            return [HeardSpeaker(speaker=one, months=select_months(self._connection, one.id)) for one in found]

    def rejection_reasons(self) -> list[RejectionReason]:
        with self._explained():
            return select_rejection_reasons(self._connection)

    def search(self, words: str, *, limit: int) -> Found:
        with self._explained():
            return search_record(self._connection, words, limit)

    def candidates(self, typed: str, *, limit: int) -> list[Candidate]:
        with self._explained():
            found = (described(self._connection, id) for id in candidates(self._connection, typed.strip())[:limit])
            return [one for one in found if one is not None]


def select_months(connection: sqlite3.Connection, speaker: str) -> tuple[MonthCount, ...]:
    """Count a speaker's statements by month, the earliest first; those without a day are in none."""
    # What hasn't been reconciled yet counts under the id as read.
    query = """
        WITH theirs AS (
          SELECT statement FROM appearances
            JOIN statement_speakers AS said ON said.speaker = appearances.speaker
            JOIN statements ON statements.number = said.statement AND statements.article = appearances.article
            WHERE identity = ?1
          UNION SELECT statement FROM statement_speakers AS said
            JOIN statements ON statements.number = said.statement
            WHERE said.speaker = ?1 AND NOT EXISTS (SELECT 1 FROM appearances
              WHERE appearances.article = statements.article AND appearances.speaker = ?1 AND identity IS NOT NULL))
        SELECT substr(day, 1, 7) AS month, count(*) FROM theirs JOIN statements ON statements.number = statement
        WHERE day IS NOT NULL GROUP BY month ORDER BY month"""
    return tuple(MonthCount(month, statements) for month, statements in connection.execute(query, (speaker,)))


def select_rejection_reasons(connection: sqlite3.Connection) -> list[RejectionReason]:
    """Count rejected pages by stage and reason."""
    # With one max() in it SQLite takes the other columns from that very row: the latest page of the group.
    query = """
        SELECT stage, reason, count(*) AS pages, detail, url, path, max(number) FROM rejections
        GROUP BY stage, reason ORDER BY pages DESC, stage, reason"""
    return [
        RejectionReason(stage=stage, reason=reason, pages=pages, detail=detail, example=Origin(url=url, path=path))
        for stage, reason, pages, detail, url, path, _ in connection.execute(query)
    ]


def described(connection: sqlite3.Connection, id: str) -> Candidate | None:
    """Tell what an id names; null for a page, which is shown with its article."""
    if id.startswith("a-"):
        row = connection.execute("SELECT headline FROM articles WHERE id = ?", (id,)).fetchone()
        return None if row is None else Candidate(id=id, kind="article", title=row[0] or "Without a headline")
    if id.startswith("s-"):
        query = "SELECT content FROM statement_texts JOIN statements ON statement_texts.rowid = number WHERE id = ?"
        row = connection.execute(query, (id,)).fetchone()
        return None if row is None else Candidate(id=id, kind="statement", title=row[0])
    speaker: Speaker | None = speaker_by_id(connection, id) if id.startswith("p-") else None
    return None if speaker is None else Candidate(id=speaker.id, kind="speaker", title=speaker.name)
