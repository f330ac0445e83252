"""Claims, stories and quotations in the SQLite store, as `ConnectionStore` describes them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar

from onrecord.schema import Claim, QuotationFamily, Statement, Story
from onrecord.store.filters import check_limit
from onrecord.store.sqlite.carriers import select_stories, select_story, story_number
from onrecord.store.sqlite.finding import find_group, find_speaker
from onrecord.store.sqlite.groups import CLAIMS, QUOTATIONS, STORIES, groups_of
from onrecord.store.sqlite.identities import Explained
from onrecord.store.sqlite.querying import statements_by_id
from onrecord.store.sqlite.sides import select_claim, select_contested
from onrecord.store.sqlite.variants import select_changed, select_quotation

T = TypeVar("T")


class Each(Protocol):
    """Gives rows from a connection of their own, as the record stood at the first of them."""

    def __call__(self, select: Callable[[sqlite3.Connection], Iterator[T]], /) -> Iterator[T]: ...


class SqliteConnections:
    """Works on the store's own connection; `each` gives long lists from a connection of their own."""

    def __init__(self, connection: sqlite3.Connection, explained: Explained, each: Each) -> None:
        self._connection = connection
        self._explained = explained
        self._each = each

    def contested(self, *, about: str | None = None, limit: int | None = None) -> Iterator[Claim]:
        check_limit(limit)
        return self._each(lambda connection: select_contested(connection, about, limit))

    def claim(self, id: str) -> Claim:
        with self._explained():
            return select_claim(self._connection, find_group(self._connection, CLAIMS, id))

    def claims_of(self, statement: str) -> list[Claim]:
        with self._explained():
            return [select_claim(self._connection, group) for group in groups_of(self._connection, CLAIMS, statement)]

    def stories(self, *, limit: int | None = None) -> Iterator[Story]:
        check_limit(limit)
        return self._each(lambda connection: select_stories(connection, limit))

    def story(self, id: str) -> Story:
        with self._explained():
            return select_story(self._connection, find_group(self._connection, STORIES, id))

    def story_of(self, article: str) -> Story | None:
        with self._explained():
            group = story_number(self._connection, article)
            return None if group is None else select_story(self._connection, group)

    def quotation(self, id: str) -> QuotationFamily:
        with self._explained():
            return select_quotation(self._connection, find_group(self._connection, QUOTATIONS, id))

    def quotations_of(self, statement: str) -> list[QuotationFamily]:
        with self._explained():
            groups = groups_of(self._connection, QUOTATIONS, statement)
            return [select_quotation(self._connection, group) for group in groups]

    def changed_quotations(self, *, speaker: str | None = None, limit: int | None = None) -> Iterator[QuotationFamily]:
        check_limit(limit)
        # The id is looked up now, not when the first family is asked for: a mistyped one is told at the call.
        with self._explained():
            whose = None if speaker is None else find_speaker(self._connection, speaker)
        return self._each(lambda connection: select_changed(connection, whose, limit))

    def statements(self, ids: list[str]) -> list[Statement]:
        with self._explained():
            found = (next(statements_by_id(self._connection, id), None) for id in ids)
            return [statement for statement in found if statement is not None]
