"""What people say of claims and stories, handed to what linking across articles keeps (marking.py)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import chain, product

import msgspec

from onrecord.schema import Correction, CorrectionKind
from onrecord.store.sqlite.correction_log import select_of_kinds
from onrecord.store.sqlite.marking import (
    ClaimMark,
    PersonLink,
    StoryMark,
    set_claim_marks,
    set_person_links,
    set_story_marks,
)

_CLAIMS = "claims"


def lay_marks(connection: sqlite3.Connection, kinds: Iterable[CorrectionKind]) -> None:
    """Bring the marks of claims and stories that corrections of these kinds set to what the log says."""
    kinds = set(kinds)
    if kinds & {"together", "apart"}:
        set_person_links(connection, _CLAIMS, _links(connection))
    if "no_contest" in kinds:
        placed = _placed(connection, ["no_contest"])
        set_claim_marks(connection, [ClaimMark(id, one.number) for one, ids in placed for id in chain(*ids)])
    if kinds & {"origin", "no_copy"}:
        set_story_marks(connection, _story_marks(connection))


def _links(connection: sqlite3.Connection) -> list[PersonLink]:
    return [
        PersonLink(first, second, "together" if one.kind == "together" else "apart", one.number)
        for one, (some, others) in _placed(connection, ["together", "apart"])
        for first, second in product(some, others)
    ]


def _story_marks(connection: sqlite3.Connection) -> list[StoryMark]:
    return [
        StoryMark(article, "origin" if one.kind == "origin" else "no_copy", one.number)
        for one, (articles,) in _placed(connection, ["origin", "no_copy"])
        for article in articles
    ]


def _placed(
    connection: sqlite3.Connection, kinds: list[CorrectionKind]
) -> Iterator[tuple[Correction, list[list[str]]]]:
    """Give the corrections in force, with the ids at each of their places: as they are now, else as they were."""
    corrections = select_of_kinds(connection, kinds)
    listed = msgspec.json.encode([one.number for one in corrections]).decode()
    query = """
        SELECT correction, position, article, statement FROM laid_corrections
        WHERE correction IN (SELECT value FROM json_each(?)) ORDER BY 1, 2, 3, 4"""
    now: dict[tuple[int, int], list[str]] = {}
    for correction, position, article, statement in connection.execute(query, (listed,)):
        now.setdefault((correction, position), []).append(statement or article)
    for one in corrections:
        yield (
            one,
            [
                now.get((one.number, position)) or [place.statement or place.article]
                for position, place in enumerate(one.places)
            ],
        )
