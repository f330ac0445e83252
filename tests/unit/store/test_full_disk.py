"""A disk that fills up while pages are added: what was added stays, and the store goes on once there is room."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest
from synthetic.stories import KURSK, page_of, reading_of

from onrecord.errors import StoreFull
from onrecord.schema import Origin, Page
from onrecord.store import SqliteStore, open_store


def noise(number: int) -> Page:
    content = random.Random(number).randbytes(20_000)  # doesn't compress
    return Page(content=content, origin=Origin(path=f"{number}.html"))


def add_until_full(store: SqliteStore) -> None:
    for number in range(100):
        page = noise(number)
        store.add(page, reading_of(KURSK, page))


def test_a_full_disk_loses_the_page_in_hand_only(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with SqliteStore(path, create=True) as store:
        limit = store._connection.execute("PRAGMA page_count").fetchone()[0] + 40
        store._connection.execute(f"PRAGMA max_page_count = {limit}")
        with pytest.raises(StoreFull, match="Free some space"):
            add_until_full(store)
        added = store.counts().pages
        assert 0 < added < 100
        assert len(list(store.readings())) == 1
        store._connection.execute(f"PRAGMA max_page_count = {limit * 10}")
        assert store.add(noise(added), reading_of(KURSK, noise(added))) == "added"


def test_a_disk_too_full_to_begin_a_store_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr("onrecord.store.sqlite.migrating.upgrade", full)
    with pytest.raises(StoreFull):
        open_store(tmp_path / "record.db", create=True)
    monkeypatch.undo()
    with open_store(tmp_path / "record.db", create=True) as store:
        assert store.add(page_of(KURSK), reading_of(KURSK)) == "added"
