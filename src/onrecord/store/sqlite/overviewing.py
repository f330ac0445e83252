"""An overview of the SQLite store, as `OverviewStore` describes it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import groupby
from operator import itemgetter

import msgspec

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
from onrecord.store.sqlite.profiling import select_roles
from onrecord.store.sqlite.querying import speaker_by_id
from onrecord.store.sqlite.searching import search_record
from onrecord.store.sqlite.summaries import latest_summaries

Explained = Callable[[], AbstractContextManager[None]]


class SqliteOverview:
    """Reads on the store's own connection."""

    def __init__(self, connection: sqlite3.Connection, explained: Explained) -> None:
        self._connection = connection
        self._explained = explained

    def latest_articles(self, *, limit: int) -> list[ArticleSummary]:
        with self._explained():
            return latest_summaries(self._connection, limit)

    def most_heard(self, *, limit: int) -> list[HeardSpeaker]:
        with self._explained():
            return select_most_heard(self._connection, limit)

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


def select_most_heard(connection: sqlite3.Connection, limit: int) -> list[HeardSpeaker]:
    """Give the named speakers with the most statements, and their statements by month."""
    query = """
        WITH counted AS NOT MATERIALIZED (
          SELECT * FROM voices WHERE statement NOT IN (SELECT number FROM statements WHERE verdict = 'rejected')),
        named AS (
          SELECT id FROM speakers WHERE kind IN (SELECT value FROM json_each(?1)) UNION SELECT id FROM identities),
        loudest AS (
          SELECT named.id AS speaker, coalesce(given, identities.name, speakers.name) AS name,
            coalesce(identities.kind, speakers.kind) AS kind,
            (SELECT count(*) FROM counted WHERE counted.speaker = named.id) AS total
          FROM named LEFT JOIN identities USING (id) LEFT JOIN speakers ON speakers.id = named.id
          WHERE coalesce(identities.kind, speakers.kind) IN (SELECT value FROM json_each(?1))
          ORDER BY total DESC, name, named.id LIMIT ?2)
        SELECT speaker, name, kind, total, nullif(substr(day, 1, 7), '') AS month, count(*)
        FROM loudest CROSS JOIN counted USING (speaker) GROUP BY speaker, month
        ORDER BY total DESC, name, speaker, month"""
    rows = connection.execute(query, (msgspec.json.encode(NAMED_KINDS).decode(), limit)).fetchall()
    return [
        HeardSpeaker(
            id=id, name=name, kind=kind, role=most_given_role(connection, id), statements=total,
            months=tuple(MonthCount(month, said) for *_, month, said in theirs if month is not None),
        )
        for (id, name, kind, total), theirs in groupby(rows, key=itemgetter(0, 1, 2, 3))
    ]  # fmt: skip


def most_given_role(connection: sqlite3.Connection, speaker: str) -> str | None:
    """Return the role that most articles give a speaker, or null."""
    found = select_roles(connection, speaker, 1)
    return found[0].role if found else None


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
