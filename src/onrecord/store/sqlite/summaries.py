"""Articles as lists show them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from onrecord.schema import ArticleReference
from onrecord.store.overview import ArticleSummary

_COLUMNS = """
    SELECT articles.id, articles.headline, articles.published, articles.publisher, articles.url, articles.path,
      articles.section, articles.agency, readings.recorded_at,
      (SELECT count(*) FROM counted_statements AS statements WHERE statements.article = articles.id)"""


def latest_summaries(connection: sqlite3.Connection, limit: int) -> list[ArticleSummary]:
    """Give the articles whose present reading came last, the newest first."""
    # From the readings' end backwards: their numbers are in the order in which they came.
    query = f"""{_COLUMNS}
        FROM readings CROSS JOIN articles ON articles.id = readings.article AND articles.reading = readings.number
        ORDER BY readings.number DESC LIMIT ?"""
    return _summaries(connection.execute(query, (limit,)))


def summaries_of(connection: sqlite3.Connection, ids: Sequence[str]) -> list[ArticleSummary]:
    """Give articles by their ids, in that order."""
    query = f"""{_COLUMNS}
        FROM json_each(?) AS wanted CROSS JOIN articles ON articles.id = wanted.value
        JOIN readings ON readings.number = articles.reading ORDER BY wanted.key"""
    return _summaries(connection.execute(query, (msgspec.json.encode(ids).decode(),)))


def _summaries(rows: Iterable[Sequence[Any]]) -> list[ArticleSummary]:
    return [
        ArticleSummary(
            article=ArticleReference(
                id=row[0], headline=row[1], published=row[2], publisher=row[3], url=row[4], path=row[5]
            ),
            section=row[6], agency=row[7], recorded_at=row[8], statements=row[9],
        )
        for row in rows
    ]  # fmt: skip
