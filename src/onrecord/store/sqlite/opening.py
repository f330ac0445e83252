"""Open a store's file, after making sure that it is one."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from onrecord.errors import StoreDamaged, StoreError, StoreNotFound
from onrecord.store.sqlite.migrating import APPLICATION_ID, check_present, migrate
from onrecord.store.sqlite.problems import explained

_OLDEST_SQLITE = (3, 37, 0)  # STRICT tables
_BUSY_SECONDS = 30.0  # a writer holds the store for one page, milliseconds; thirty seconds of it mean a stuck process
_NOT_A_STORE = "Give the path of a store that `onrecord add` made, or another path to begin a new one."


def connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """Open the store at `path`, brought to the present version; begin one where `create` allows it.

    A store in a place where one may not write is opened for reading.
    Raises StoreNotFound, StoreDamaged, StoreTooNew, StoreFull, StoreError.
    """
    check_sqlite()
    check_file(path, create=create)
    with explained(path):
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            return prepare(connection, path, create=create)
        except sqlite3.OperationalError as error:
            connection.close()
            if (create and not path.exists()) or not _write_refused(error):
                raise
        except BaseException:
            connection.close()
            raise
        return connect_for_reading(path)


def check_sqlite() -> None:
    """Raise StoreError where Python's SQLite is too old or lacks full-text search."""
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise StoreError(
            f"this Python has SQLite {sqlite3.sqlite_version}, too old for the record",
            remedy="Use a Python whose sqlite3 module has SQLite 3.37 or newer.",
        )


def check_file(path: Path, *, create: bool) -> None:
    """Raise unless there is a file that may be a store, or none and one may begin it."""
    if path.is_dir():
        raise StoreDamaged(f"{path} is a folder, not a store", remedy=f"Give a file in it: {path / 'record.db'}.")
    if not path.exists():
        return check_place(path, create=create)
    # The file is not opened here: closing it would let go of the locks that this process holds on it through SQLite,
    # as a web server does with the store under its other threads. That it is no SQLite file at all, SQLite tells.
    if not os.access(path, os.R_OK):
        raise StoreError(f"{path} can't be read", remedy="Get the right to read the file.")
    # An empty file is what a process leaves that was killed just as it began a store; nothing is lost by going on.
    if not create and path.stat().st_size == 0:
        raise StoreDamaged(f"{path} is empty", remedy=_NOT_A_STORE)
    return None


def check_place(path: Path, *, create: bool) -> None:
    """Raise unless a store may begin at a path where nothing is."""
    if not create:
        raise StoreNotFound(
            f"there is no store at {path}", remedy="Begin one with `onrecord add PAGES`, or name another with --store."
        )
    if not path.parent.is_dir():
        raise StoreError(f"{path.parent} is not a folder", remedy=f"Make the folder {path.parent} first.")


def prepare(connection: sqlite3.Connection, path: Path, *, create: bool) -> sqlite3.Connection:
    """Check whose file this is, bring it to the present version and set up the connection for writing."""
    check_owner(connection, path, create=create)
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode = WAL")
    # In WAL mode NORMAL survives any kill of the process; a power cut may cost the last pages, never the store.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    migrate(connection, path)
    return connection


def check_owner(connection: sqlite3.Connection, path: Path, *, create: bool) -> None:
    """Raise StoreDamaged on another program's SQLite file; a file without tables may become a store."""
    # In one statement, which sees one moment: another process may be making a store of this file just now.
    query = """
        SELECT application_id, (SELECT count(*) FROM sqlite_schema), (SELECT user_version FROM pragma_user_version)
        FROM pragma_application_id"""
    try:
        owner, tables, version = connection.execute(query).fetchone()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
            raise StoreDamaged(f"{path} is not a store of OnRecord's", remedy=_NOT_A_STORE) from error
        raise
    if owner == APPLICATION_ID:
        return
    if owner or tables or version:
        raise StoreDamaged(f"{path} is another program's SQLite file", remedy=_NOT_A_STORE)
    if not create:
        raise StoreDamaged(f"{path} is empty", remedy=_NOT_A_STORE)


def _write_refused(error: sqlite3.OperationalError) -> bool:
    kind = error.sqlite_errorcode & 0xFF
    return kind in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)


def connect_for_reading(path: Path) -> sqlite3.Connection:
    """Open a store beside its writer, or where one may not write at all. Raises as `connect` does."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    try:
        return check_version(sqlite3.connect(address, uri=True, timeout=_BUSY_SECONDS, isolation_level=None), path)
    except sqlite3.OperationalError as error:
        # On a read-only disk SQLite can't make the files that readers and writers share. Without a log beside the
        # store nobody is writing, and it may do without them.
        if path.with_name(f"{path.name}-wal").exists() or not _write_refused(error):
            raise
    return check_version(sqlite3.connect(f"{address}&immutable=1", uri=True, isolation_level=None), path)


def check_version(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    """Return the connection; close it and raise where the file is no store of the present version."""
    try:
        check_owner(connection, path, create=False)
        check_present(connection, path)
        return connection
    except BaseException:
        connection.close()
        raise
