"""Articles as lists show them."""

from __future__ import annotations

import sqlite3

from onrecord.schema import ArticleReference
from onrecord.store.overview import ArticleSummary

_SUMMARY = """
    SELECT articles.id, articles.headline, articles.published, articles.publisher, articles.url, articles.path,
      articles.section, articles.agency, readings.recorded_at,
      (SELECT count(*) FROM statements WHERE statements.article = articles.id)
    FROM articles JOIN readings ON readings.number = articles.reading"""


def article_summaries(connection: sqlite3.Connection, clauses: str, values: tuple[object, ...]) -> list[ArticleSummary]:
    """Give articles as lists show them; `clauses` are what follows FROM."""
    return [
        ArticleSummary(
            article=ArticleReference(
                id=row[0], headline=row[1], published=row[2], publisher=row[3], url=row[4], path=row[5]
            ),
            section=row[6], agency=row[7], recorded_at=row[8], statements=row[9],
        )
        for row in connection.execute(f"{_SUMMARY} {clauses}", values)
    ]  # fmt: skip
