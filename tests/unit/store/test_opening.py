"""Every way in which a path may fail to be a store, each with what to do about it."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from synthetic.numbered import numbered_outcome, numbered_page
from synthetic.stories import KURSK, page_of, reading_of

from onrecord.errors import StoreDamaged, StoreError, StoreNotFound, StoreTooNew
from onrecord.store import open_store

NOBODY = 65534


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    with open_store(path, create=True) as store:
        store.add(page_of(KURSK), reading_of(KURSK))
    return path


def test_a_path_where_nothing_is_says_how_to_begin_a_store(tmp_path: Path) -> None:
    with pytest.raises(StoreNotFound, match="onrecord add"):
        open_store(tmp_path / "record.db")
    assert not (tmp_path / "record.db").exists()


def test_a_folder_is_not_a_store(tmp_path: Path) -> None:
    with pytest.raises(StoreDamaged, match="is a folder"):
        open_store(tmp_path, create=True)


def test_a_text_file_is_not_a_store_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Peskov said so.")
    with pytest.raises(StoreDamaged, match="not a store"):
        open_store(path, create=True)
    assert path.read_text() == "Peskov said so."


def test_an_empty_file_is_not_a_store_but_may_become_one(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    path.touch()
    with pytest.raises(StoreDamaged, match="is empty"):
        open_store(path)
    with open_store(path, create=True) as store:
        assert store.counts().pages == 0


def test_another_programs_sqlite_file_is_not_a_store(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    with pytest.raises(StoreDamaged, match="another program's"):
        open_store(path, create=True)


def test_a_store_from_a_newer_version_is_left_alone(filled: Path) -> None:
    connection = sqlite3.connect(filled)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StoreTooNew, match="Upgrade onrecord"):
        open_store(filled)


def test_a_file_cut_short_is_damaged(filled: Path) -> None:
    content = filled.read_bytes()
    filled.write_bytes(content[: len(content) // 2])
    with pytest.raises(StoreDamaged, match="Restore"), open_store(filled) as store:
        list(store.readings())


def test_damaged_page_bytes_are_noticed(filled: Path) -> None:
    connection = sqlite3.connect(filled)
    connection.execute("UPDATE pages SET content = ?", (b"\x00\x01",))
    connection.commit()
    connection.close()
    with open_store(filled) as store, pytest.raises(StoreDamaged):
        store.page_content(page_of(KURSK).id)


def test_exchanged_page_bytes_are_noticed(filled: Path) -> None:
    connection = sqlite3.connect(filled)
    connection.execute("UPDATE pages SET content = ?", (zlib.compress(b"He never said that."),))
    connection.commit()
    connection.close()
    with open_store(filled) as store, pytest.raises(StoreDamaged, match="not what was put in"):
        store.page_content(page_of(KURSK).id)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Make the folder"):
        open_store(tmp_path / "nowhere" / "record.db", create=True)


def test_another_writer_is_waited_for_and_then_named(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.store.sqlite.opening._BUSY_SECONDS", 0.05)
    writer = sqlite3.connect(filled, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    page = page_of(KURSK, "second")
    with open_store(filled) as store:
        with pytest.raises(StoreError, match="another writer"):
            store.add(page, reading_of(KURSK, page))
        assert len(list(store.statements())) == len(KURSK.said)  # readers are never blocked
        writer.execute("ROLLBACK")
        assert store.add(page, reading_of(KURSK, page)) == "added"
    writer.close()


def test_several_writers_begin_and_fill_one_store_together(tmp_path: Path) -> None:
    path = tmp_path / "record.db"

    def write(first: int) -> None:
        with open_store(path, create=True) as store:
            for number in range(first, 40, 4):
                page = numbered_page(number)
                store.add(page, numbered_outcome(number, page))

    with ThreadPoolExecutor(4) as writers:
        list(writers.map(write, range(4)))
    assert not list(tmp_path.glob("*.before-*"))  # nobody took a store that was just being made for an old one
    with open_store(path) as store:
        counts = store.counts()
        assert counts.pages == sum(numbered_page(number) is not None for number in range(40))
        assert counts.statements == 3 * counts.articles


def test_a_path_with_characters_that_mean_something_in_an_address_is_a_path(tmp_path: Path) -> None:
    path = tmp_path / "record?mode=memory#1 %41.db"
    with open_store(path, create=True) as store:
        store.add(page_of(KURSK), reading_of(KURSK))
        assert len(list(store.statements())) == len(KURSK.said)
    assert path.exists()


# On disks where one may not write


def without_rights(folder: Path, look: Callable[[], str]) -> str:
    """Run `look` as somebody who may read the folder but not write to it; return what it returns or raises."""
    for above in (folder, *list(folder.parents)[:3]):
        if above.stat().st_uid == os.geteuid() and above != Path("/"):
            above.chmod(above.stat().st_mode | 0o055)
    folder.chmod(0o555)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:  # root may write anywhere, so the child becomes somebody else
        try:
            if os.geteuid() == 0:
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            os.write(writer, look().encode())
        except BaseException as error:
            os.write(writer, f"{type(error).__name__}: {error}".encode())
        finally:
            os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    folder.chmod(0o755)
    with os.fdopen(reader, encoding="utf-8") as told:
        return told.read()


def test_a_store_on_a_read_only_disk_can_be_read(filled: Path) -> None:
    def count() -> str:
        with open_store(filled) as store:
            return str(len(list(store.statements())))

    filled.chmod(0o444)
    assert without_rights(filled.parent, count) == str(len(KURSK.said))


def test_a_store_on_a_read_only_disk_says_why_nothing_can_be_added(filled: Path) -> None:
    def add() -> str:
        page = page_of(KURSK, "second")
        with open_store(filled, create=True) as store:
            return store.add(page, reading_of(KURSK, page))

    filled.chmod(0o444)
    assert without_rights(filled.parent, add).startswith(f"StoreError: {filled} can't be written")


def test_a_store_can_not_begin_in_a_read_only_folder(tmp_path: Path) -> None:
    told = without_rights(tmp_path, lambda: str(open_store(tmp_path / "record.db", create=True)))
    assert told.startswith("StoreError")
    assert "you may write there" in told
    assert not (tmp_path / "record.db").exists()
