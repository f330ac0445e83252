"""The people of the SQLite store, as `PeopleStore` describes them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import datetime
from typing import get_args

from onrecord.errors import SourceNotFound, UsageError
from onrecord.store.filters import check_choice
from onrecord.store.people import Person, Role
from onrecord.store.sqlite.identities import Explained
from onrecord.store.sqlite.writing import transaction

_LONGEST = 100
_PERSON = "SELECT name, role, password, created_at FROM people"


class SqlitePeople:
    """Works on the store's own connection."""

    def __init__(self, connection: sqlite3.Connection, explained: Explained, clock: Callable[[], datetime]) -> None:
        self._connection = connection
        self._explained = explained
        self._clock = clock

    def add_person(self, name: str, role: Role, password_hash: str) -> Person:
        name = _checked(name)
        check_choice("role", role, get_args(Role))
        with self._writing():
            if self._select(name):
                raise UsageError(f"{name!r} is here already", remedy="`onrecord people list` shows who is.")
            at = self._clock().isoformat(timespec="seconds")
            self._connection.execute("INSERT INTO people VALUES (?, ?, ?, ?, ?)",
                                     (name, name.casefold(), role, password_hash, at))  # fmt: skip
            return self._find(name)

    def person(self, name: str) -> Person | None:
        with self._explained():
            return self._select(name)

    def people(self) -> list[Person]:
        with self._explained():
            return [_person(row) for row in self._connection.execute(f"{_PERSON} ORDER BY folded")]

    def set_role(self, name: str, role: Role) -> Person:
        check_choice("role", role, get_args(Role))
        with self._writing():
            query = "UPDATE people SET role = ? WHERE name = ?"
            self._connection.execute(query, (role, self._find(name).name))
            return self._find(name)

    def set_password(self, name: str, password_hash: str) -> Person:
        with self._writing():
            query = "UPDATE people SET password = ? WHERE name = ?"
            self._connection.execute(query, (password_hash, self._find(name).name))
            return self._find(name)

    def remove_person(self, name: str) -> None:
        with self._writing():
            self._connection.execute("DELETE FROM people WHERE name = ?", (self._find(name).name,))

    def _find(self, name: str) -> Person:
        person = self._select(name)
        if person is None:
            raise SourceNotFound(f"nobody here is called {name!r}", remedy="`onrecord people list` shows who is.")
        return person

    def _select(self, name: str) -> Person | None:
        folded = " ".join(name.split()).casefold()
        row = self._connection.execute(f"{_PERSON} WHERE folded = ?", (folded,)).fetchone()
        return None if row is None else _person(row)

    @contextmanager
    def _writing(self) -> Generator[None]:
        with self._explained(), transaction(self._connection):
            yield


def _person(row: tuple[str, Role, str, str]) -> Person:
    name, role, password_hash, created_at = row
    return Person(name=name, role=role, password_hash=password_hash, created_at=created_at)


def _checked(name: str) -> str:
    bare = " ".join(name.split())
    if not bare or len(bare) > _LONGEST or not bare.isprintable():
        raise UsageError(f"{name!r} is no name", remedy=f"Give 1 to {_LONGEST} letters, signs and spaces.")
    return bare
