"""What a review is about: from a typed id to the statement, article or claim as it stands, and its place in the log."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.errors import UsageError
from onrecord.schema import OPPOSING, SUPPORTING, Attribution, Place
from onrecord.store.sqlite.finding import find_article, find_group, find_id, present_statement
from onrecord.store.sqlite.groups import CLAIMS
from onrecord.store.sqlite.packing import decode_attribution

_QUEUE = "SELECT id FROM statements WHERE verdict IS NULL ORDER BY score, article, position LIMIT ?"


@dataclass(frozen=True)
class Found:
    """A statement as it is shown now: its article, the page which that is shown from, and who decided of it last."""

    id: str
    article: str
    page: str
    attribution: Attribution
    correction: int

    @property
    def place(self) -> Place:
        return Place(page=self.page, article=self.article, statement=self.id, content=self.attribution.content)


def find_statement(connection: sqlite3.Connection, typed: str) -> Found:
    """Return the statement that an id or its beginning means. Raises SourceNotFound, UsageError."""
    id = present_statement(connection, find_id(connection, typed))
    query = """
        SELECT statements.id, articles.id, page, attribution, coalesce(correction, 0) FROM statements
        JOIN articles ON articles.id = statements.article JOIN readings ON readings.number = articles.reading
        WHERE statements.id = ?"""
    row = connection.execute(query, (id,)).fetchone()
    if row is None:
        raise UsageError(f"{id} is not a statement", remedy="`onrecord show` tells what an id names.")
    id, article, page, attribution, correction = row
    return Found(id, article, page, decode_attribution(attribution), correction)


def place_of(connection: sqlite3.Connection, typed: str) -> Place:
    """Return the place of a statement, or of an article as a whole. Raises SourceNotFound, UsageError."""
    id = present_statement(connection, find_id(connection, typed))
    if connection.execute("SELECT 1 FROM statements WHERE id = ?", (id,)).fetchone():
        return find_statement(connection, id).place
    return place_of_article(connection, id)


def place_of_article(connection: sqlite3.Connection, typed: str) -> Place:
    """Return the place of an article as a whole. Raises SourceNotFound, UsageError."""
    article = find_article(connection, typed)
    query = "SELECT page FROM articles JOIN readings ON number = reading WHERE articles.id = ?"
    (page,) = connection.execute(query, (article,)).fetchone()
    return Place(page=page, article=article)


def select_queue(connection: sqlite3.Connection, limit: int | None) -> Iterator[str]:
    """Give the statements that nobody has judged, the least sure first."""
    for (id,) in connection.execute(_QUEUE, (-1 if limit is None else limit,)):
        yield id


def sides_of_claim(connection: sqlite3.Connection, typed: str) -> tuple[Place, Place]:
    """Return a statement of each side of a claim, the surest: by them it is known again under any id.

    Raises SourceNotFound, UsageError where nobody stands on one of its sides.
    """
    group = find_group(connection, CLAIMS, typed)
    query = """
        SELECT role, said.id FROM link_members JOIN link_items ON link_items.number = item
        JOIN counted_statements AS said ON said.article = link_items.article AND said.id = link_items.id
        WHERE collection = ? ORDER BY score DESC, said.id"""
    members = list(connection.execute(query, (group,)))
    sides = [[id for role, id in members if role in stances] for stances in (SUPPORTING, OPPOSING)]
    if not all(sides):
        raise UsageError("nobody disputes anything in this claim as it is", remedy="`onrecord contested` lists those.")
    supporting, opposing = (find_statement(connection, ids[0]).place for ids in sides)
    return supporting, opposing


def statements_of_claim(connection: sqlite3.Connection, claim: str) -> list[str]:
    """Return the ids of a claim's statements; none where it is no claim."""
    query = """
        SELECT link_items.id FROM link_groups JOIN link_members ON collection = link_groups.number
        JOIN link_items ON link_items.number = item WHERE link_groups.id = ? AND link_groups.part = ? ORDER BY 1"""
    return [row[0] for row in connection.execute(query, (claim, CLAIMS))]
