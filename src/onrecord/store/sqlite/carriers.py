"""Stories as they are asked for: who carries them, and where they began."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from onrecord.schema import ArticleReference, Carrier, Relation, Story
from onrecord.store.sqlite.groups import STORIES


class _Row(NamedTuple):
    """An article that carries a story, as the machine has it, and whether a person said that it began there."""

    article: ArticleReference
    relation: str
    shared: float
    agency: str | None
    given: bool


_CARRIERS = """
    SELECT articles.id, headline, published, publisher, url, path, role, score, agency,
      EXISTS (SELECT 1 FROM story_marks WHERE story_marks.article = articles.id AND kind = 'origin')
    FROM article_stories JOIN articles ON articles.id = article_stories.article
    WHERE story = ? ORDER BY published NULLS LAST, articles.id"""


def select_stories(connection: sqlite3.Connection, limit: int | None) -> Iterator[Story]:
    """Give the stories that more than one article carries, the most carried first."""
    query = "SELECT number FROM link_groups WHERE part = ? AND weight > 0 ORDER BY weight DESC, id LIMIT ?"
    for (group,) in connection.execute(query, (STORIES, -1 if limit is None else limit)):
        yield select_story(connection, group)


def story_number(connection: sqlite3.Connection, article: str) -> int | None:
    """Return the group of the story that an article carries with others; null where it stands alone."""
    query = """
        SELECT min(story) FROM article_stories JOIN link_groups ON link_groups.number = story
        WHERE article_stories.article = ? AND weight > 0"""
    return connection.execute(query, (article,)).fetchone()[0]


def select_story(connection: sqlite3.Connection, group: int) -> Story:
    """Return a story by the number of its group."""
    query = "SELECT id, about FROM link_groups WHERE number = ?"
    id, about = connection.execute(query, (group,)).fetchone()
    rows = [
        _Row(_article(row[:6]), row[6], row[7], row[8], bool(row[9])) for row in connection.execute(_CARRIERS, (group,))
    ]
    carriers = _from_the_origin(rows)
    agency = next((carrier.agency for carrier in carriers if carrier.agency), None)
    headline = next((carrier.article.headline for carrier in carriers if carrier.article.headline), about or None)
    return Story(id=id, headline=headline, agency=agency, carriers=carriers)


def _article(row: Sequence[str | None]) -> ArticleReference:
    names = ("id", "headline", "published", "publisher", "url", "path")
    return msgspec.convert(dict(zip(names, row, strict=True)), ArticleReference)


def _from_the_origin(rows: Sequence[_Row]) -> tuple[Carrier, ...]:
    """Put the origin first: where a person says that it is, else where the machine does, else the earliest."""
    if not rows:
        return ()
    origin = min(rows, key=lambda row: (not row.given, row.relation != "origin"))
    moved = origin.relation != "origin"
    others = [row for row in rows if row is not origin]
    return (
        _carrier(origin, "origin"),
        *(_carrier(row, _relation(row, origin) if moved else row.relation) for row in others),
    )


def _relation(row: _Row, origin: _Row) -> str:
    """Tell what an article is to an origin that isn't the machine's: the same paper's other text is a version."""
    ours = origin.article.publisher
    return "version" if ours is not None and row.article.publisher == ours else "copy"


def _carrier(row: _Row, relation: str) -> Carrier:
    kind: Relation = msgspec.convert(relation, Relation)
    return Carrier(article=row.article, relation=kind, shared=row.shared, agency=row.agency)
