"""SQLite's errors become ours: each says what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import StoreDamaged, StoreError, StoreFull

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_CLOSED = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}


@contextmanager
def explained(path: Path) -> Generator[None]:
    """Turn an error of SQLite inside into a StoreError that names the file and the remedy."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(path, error) from error


def explain(path: Path, error: sqlite3.Error) -> StoreError:
    """Return the StoreError for an error of SQLite on the store at `path`."""
    # The low byte is the kind; the rest says more, as in SQLITE_CORRUPT_INDEX (779 = 11 + 3 * 256).
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    kind = code & 0xFF
    if kind == sqlite3.SQLITE_FULL or code == sqlite3.SQLITE_IOERR_SHMSIZE:  # the second on a disk full to the brim
        return no_room(path)
    if kind in _DAMAGED:
        return StoreDamaged(
            f"{path} is damaged ({error})",
            remedy="Restore it from a copy, or move it away and add the pages again into a new store.",
        )
    if kind in _BUSY:
        return StoreError(f"{path} is in use by another writer", remedy="Wait until it is done and try again.")
    if kind in _CLOSED:
        return not_writable(path)
    if kind == sqlite3.SQLITE_CANTOPEN:
        return StoreError(
            f"{path} can't be opened", remedy="Check that its folder exists and that you may write there."
        )
    if kind == sqlite3.SQLITE_IOERR:
        return StoreError(
            f"reading or writing {path} failed ({error})",
            remedy="Check the disk's health and its free space; try again.",
        )
    return StoreError(f"{path}: {error}", remedy="Please report this with the command that you ran.")


def no_room(path: Path) -> StoreFull:
    """Return the error for a full disk or a quota that is used up."""
    return StoreFull(
        f"there is no room left for {path}",
        remedy="Free some space and run the same command again: what was added stays, and only the rest is read.",
    )


def not_writable(path: Path) -> StoreError:
    """Return the error for a store that may be read but not written."""
    return StoreError(
        f"{path} can't be written",
        remedy="Get the right to write to the file and its folder, or choose another --store.",
    )
