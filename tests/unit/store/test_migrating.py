"""Stores of earlier versions are brought to the present one, and a copy of them stays."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from synthetic.stories import KURSK, page_of, reading_of

from onrecord.errors import StoreError
from onrecord.store import open_store
from onrecord.store.sqlite import migrating
from onrecord.store.sqlite.migrating import APPLICATION_ID, migrations, split_statements

PRESENT = len(migrations())
LATER = "-- A later; version.\nALTER TABLE articles ADD COLUMN wire TEXT;\nCREATE INDEX by_wire ON articles (wire);\n"


@pytest.fixture
def first_version(tmp_path: Path) -> Path:
    """A store as the first version of OnRecord made it: its SQL, one article, no later migration."""
    path = tmp_path / "record.db"
    connection = sqlite3.connect(path)
    connection.executescript(migrations()[0])
    connection.executescript(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1;")
    connection.close()
    with open_store(path) as store:
        store.add(page_of(KURSK), reading_of(KURSK))
    path.with_name(f"record.db.before-v{PRESENT}").unlink()
    return path


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    present = migrations()
    monkeypatch.setattr(migrating, "migrations", lambda: (*present, LATER))


def version(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        return connection.execute("PRAGMA user_version").fetchone()[0]
    finally:
        connection.close()


def test_a_store_of_the_first_version_opens(first_version: Path) -> None:
    with open_store(first_version) as store:
        assert store.reading(reading_of(KURSK).article.id) == reading_of(KURSK)


def test_a_new_store_is_of_the_present_version_and_marked_as_ours(tmp_path: Path) -> None:
    open_store(tmp_path / "record.db", create=True).close()
    assert version(tmp_path / "record.db") == len(migrations())
    assert (tmp_path / "record.db").read_bytes()[68:72] == b"OnRc"
    assert list(tmp_path.iterdir()) == [tmp_path / "record.db"]


def test_an_older_store_is_copied_and_then_migrated(first_version: Path, later: None) -> None:
    with open_store(first_version) as store:
        assert len(list(store.statements())) == len(KURSK.said)
    assert version(first_version) == PRESENT + 1
    copy = first_version.with_name(f"record.db.before-v{PRESENT + 1}")
    assert version(copy) == PRESENT
    open_store(first_version).close()
    assert sorted(path.name for path in first_version.parent.iterdir()) == [
        "record.db",
        f"record.db.before-v{PRESENT + 1}",
    ]


def test_the_copy_made_before_a_migration_is_a_store(first_version: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(migrating, "migrations", lambda: (*migrations(), LATER))
        open_store(first_version).close()
    with open_store(first_version.with_name(f"record.db.before-v{PRESENT + 1}")) as store:
        assert len(list(store.statements())) == len(KURSK.said)


def test_a_migration_that_fails_leaves_the_store_as_it_was(
    first_version: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = f"{LATER}\nCREATE TABLE articles (id TEXT);"
    present = migrations()
    with monkeypatch.context() as patched:
        patched.setattr(migrating, "migrations", lambda: (*present, broken))
        with pytest.raises(StoreError, match="already exists"):
            open_store(first_version)
    assert version(first_version) == PRESENT
    with open_store(first_version) as store:
        assert len(list(store.statements())) == len(KURSK.said)


def test_without_room_for_a_copy_nothing_is_migrated(first_version: Path, later: None) -> None:
    first_version.with_name(f"record.db.before-v{PRESENT + 1}.unfinished").mkdir()
    with pytest.raises(StoreError, match="not changed without a copy"):
        open_store(first_version)
    assert version(first_version) == PRESENT


def test_a_semicolon_in_a_comment_ends_no_statement() -> None:
    assert len(split_statements(LATER)) == 2
