"""What people say of items and groups, laid over what the machine found. Each call replaces what was said before.

The log of corrections is the source; these rows follow from it as the speakers' corrections do (correcting.py).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Literal, NamedTuple

from onrecord.store.sqlite.components import join_items, touch_items
from onrecord.store.sqlite.groups import CLAIMS, QUOTATIONS, weigh_claims, weigh_statements, weigh_stories


class PersonLink(NamedTuple):
    """A person's word that two items are together, or apart; `correction` is the number in the log."""

    first: str
    second: str
    kind: Literal["together", "apart"]
    correction: int


class StoryMark(NamedTuple):
    """A person's word that an article's story began in it, or that it is no copy."""

    article: str
    kind: Literal["origin", "no_copy"]
    correction: int


class ClaimMark(NamedTuple):
    """A person's word that nobody disputes anything in the claims which have this statement."""

    statement: str
    correction: int


def set_person_links(connection: sqlite3.Connection, part: str, links: Iterable[PersonLink]) -> None:
    """Replace all of a part's person links; of two on one pair the later correction holds. The components of what
    changed become stale, and what came together is joined."""
    wanted = {(link.first, link.second): link for link in sorted(map(_ordered, links), key=lambda one: one.correction)}
    query = "SELECT first, second, kind, correction FROM person_links WHERE part = ?"
    before = {PersonLink(*row) for row in connection.execute(query, (part,))}
    gone, came = before - set(wanted.values()), set(wanted.values()) - before
    connection.executemany(
        "DELETE FROM person_links WHERE part = ? AND first = ? AND second = ?",
        [(part, link.first, link.second) for link in gone],
    )
    connection.executemany("INSERT INTO person_links VALUES (?, ?, ?, ?, ?)", [(part, *link) for link in came])
    touch_items(connection, part, sorted({id for link in gone | came for id in link[:2]}))
    join_items(connection, part, (), sorted(link[:2] for link in came if link.kind == "together"))


def _ordered(link: PersonLink) -> PersonLink:
    first, second = sorted((link.first, link.second))
    return link._replace(first=first, second=second)


def set_claim_marks(connection: sqlite3.Connection, marks: Iterable[ClaimMark]) -> None:
    """Replace all marks of claims; whether a claim is contested is told when it is asked for."""
    connection.execute("DELETE FROM claim_marks")
    connection.executemany("INSERT OR REPLACE INTO claim_marks VALUES (?, ?)", list(marks))


def set_story_marks(connection: sqlite3.Connection, marks: Iterable[StoryMark]) -> None:
    """Replace all marks of articles, the last one of each; what counts as an origin of its own follows."""
    wanted = {mark.article: mark for mark in sorted(marks, key=lambda mark: mark.correction)}
    before = {StoryMark(*row) for row in connection.execute("SELECT article, kind, correction FROM story_marks")}
    changed = sorted({mark.article for mark in before ^ set(wanted.values())})
    connection.execute("DELETE FROM story_marks")
    connection.executemany("INSERT INTO story_marks VALUES (?, ?, ?)", list(wanted.values()))
    weigh_stories(connection, changed)
    weigh_claims(connection, changed)


def recount_statements(connection: sqlite3.Connection, statements: Iterable[str]) -> None:
    """Tell linking that a person rejected these statements (by id), or took that back, or changed who says them."""
    ids = list(statements)
    weigh_statements(connection, ids)
    for part in (CLAIMS, QUOTATIONS):
        touch_items(connection, part, ids)
