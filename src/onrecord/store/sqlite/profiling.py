"""Profiles from the SQLite store, as `ProfileStore` describes them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager

from onrecord.schema import ArticleReference, Producer
from onrecord.store.profiles import HeardCount, ProducerCount, PublisherCount, RoleEvidence

Explained = Callable[[], AbstractContextManager[None]]

# One speaker's appearances: what hasn't been reconciled yet counts under the id as read.
_THEIRS = """
    WITH theirs AS (
      SELECT article, speaker FROM appearances WHERE identity = ?1
      UNION SELECT statements.article, said.speaker FROM statement_speakers AS said
        JOIN statements ON statements.number = said.statement
        WHERE said.speaker = ?1 AND NOT EXISTS (SELECT 1 FROM appearances WHERE appearances.article = statements.article
          AND appearances.speaker = ?1 AND identity IS NOT NULL))"""


class SqliteProfiles:
    """Reads on the store's own connection."""

    def __init__(self, connection: sqlite3.Connection, explained: Explained) -> None:
        self._connection = connection
        self._explained = explained

    def heard(self, speaker: str) -> list[HeardCount]:
        with self._explained():
            return select_heard(self._connection, speaker)

    def roles(self, speaker: str, *, limit: int) -> list[RoleEvidence]:
        with self._explained():
            return select_roles(self._connection, speaker, limit)

    def publishers(self) -> list[PublisherCount]:
        query = """
            SELECT publisher, count(*) AS number, substr(min(published), 1, 10), substr(max(published), 1, 10)
            FROM articles GROUP BY publisher ORDER BY number DESC, publisher"""
        with self._explained():
            rows = self._connection.execute(query)
            return [
                PublisherCount(publisher=name, articles=articles, first=first, last=last)
                for name, articles, first, last in rows
            ]

    def producers(self) -> list[ProducerCount]:
        query = """
            SELECT onrecord, model, settings, count(*) AS pages, min(recorded_at), max(recorded_at)
            FROM readings JOIN producers ON producers.number = producer WHERE outcome IS NOT NULL
            GROUP BY producer ORDER BY pages DESC, producer"""
        with self._explained():
            return [
                ProducerCount(
                    producer=Producer(onrecord=onrecord, model=model, settings=settings), pages=pages, first=first,
                    last=last,
                )
                for onrecord, model, settings, pages, first, last in self._connection.execute(query)
            ]  # fmt: skip


def select_heard(connection: sqlite3.Connection, speaker: str) -> list[HeardCount]:
    """Count a speaker's statements by publisher and month, a statement of theirs with others too."""
    # By article first: a president's 16,000 statements stand in 4,000 articles, and a publisher is the article's.
    query = """
        SELECT publisher, month, sum(said) FROM (
          SELECT article, nullif(substr(day, 1, 7), '') AS month, count(*) AS said FROM voices
          WHERE speaker = ? AND statement NOT IN (SELECT number FROM statements WHERE verdict = 'rejected')
          GROUP BY month, article)
        JOIN articles ON articles.id = article GROUP BY publisher, month ORDER BY month, publisher"""
    return [HeardCount(*row) for row in connection.execute(query, (speaker,))]


def select_roles(connection: sqlite3.Connection, speaker: str, limit: int) -> list[RoleEvidence]:
    """Give a speaker's roles as the articles word them, with the latest article of each."""
    # With one max() in it SQLite takes the bare columns from that very row: the latest article.
    query = f"""{_THEIRS}
        SELECT role, count(*) AS number, substr(min(published), 1, 10), articles.id, headline, published,
          publisher, url, path, max(coalesce(published, ''))
        FROM theirs JOIN speaker_roles USING (article, speaker) JOIN articles ON articles.id = article
        GROUP BY role ORDER BY number DESC, role LIMIT ?2"""
    found: list[RoleEvidence] = []
    for role, number, first, id, headline, published, publisher, url, path, _ in connection.execute(
        query, (speaker, limit)
    ):
        latest = ArticleReference(
            id=id, headline=headline, published=published, publisher=publisher, url=url, path=path
        )  # fmt: skip
        last = published[:10] if published else None
        found.append(RoleEvidence(role=role, articles=number, first=first, last=last, latest=latest))
    return found
