"""Linking across articles in the SQLite store, as `LinkStore` describes it."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager

from onrecord.schema import Item, Link, Reading
from onrecord.store.links import Component, ComponentAnswer
from onrecord.store.sqlite.appearing import select_unseen
from onrecord.store.sqlite.components import changes_of, insert_links, select_links, select_stale
from onrecord.store.sqlite.groups import settle_component, write_answer
from onrecord.store.sqlite.identities import Explained, ReadingsOf
from onrecord.store.sqlite.items import insert_items, neighbours_of, select_items, select_unlinked
from onrecord.store.sqlite.laying import as_reviewed
from onrecord.store.sqlite.writing import transaction


class SqliteLinks:
    """Works on the store's own connection; `each` gives readings from a connection of their own."""

    def __init__(self, connection: sqlite3.Connection, explained: Explained, each: ReadingsOf) -> None:
        self._connection = connection
        self._explained = explained
        self._each = each
        # How often a component had changed when it was given: an answer to it counts for no later change.
        self._given: dict[int, int] = {}

    def unseen(self, part: str, rules: str) -> Iterator[Reading]:
        # As people left them: what is linked is what is shown.
        return self._each(
            lambda connection: (as_reviewed(connection, reading) for reading in select_unseen(connection, part, rules))
        )

    def keep_items(self, part: str, rules: str, found: Sequence[tuple[str, Sequence[Item]]]) -> None:
        with self._writing():
            for article, items in found:
                insert_items(self._connection, (part, rules), article, items)

    def unlinked(self, part: str) -> list[str]:
        with self._explained():
            return select_unlinked(self._connection, part)

    def neighbours(self, part: str, item: str) -> tuple[Item, list[Item]]:
        with self._reading():
            return neighbours_of(self._connection, part, item)

    def keep_links(self, part: str, items: Sequence[str], links: Sequence[Link]) -> None:
        with self._writing():
            insert_links(self._connection, part, items, links)

    def stale_components(self, part: str) -> list[int]:
        with self._explained():
            return select_stale(self._connection, part)

    def component(self, part: str, number: int) -> Component:
        with self._reading():
            changes = changes_of(self._connection, number)
            if changes is not None:
                self._given[number] = changes
            items = list(select_items(self._connection, number))
            ids = {item.id for item in items}  # a statement that a person rejected is in none of the links either
            links = select_links(self._connection, number)
        return Component(number, items, [link for link in links if link.first in ids and link.second in ids])

    def keep_groups(self, part: str, answers: Sequence[ComponentAnswer]) -> int:
        with self._writing():
            changed = sum(write_answer(self._connection, part, answer) for answer in answers)
            for answer in answers:
                if (changes := self._given.pop(answer.number, None)) is not None:
                    settle_component(self._connection, answer.number, changes)
        return changed

    @contextmanager
    def _writing(self) -> Generator[None]:
        with self._explained(), transaction(self._connection):
            yield

    @contextmanager
    def _reading(self) -> Generator[None]:
        """See the record as it stands at the first query, whoever writes meanwhile."""
        with self._explained():
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("COMMIT")
