"""Bring a store to the present shape, one numbered SQL file at a time, never without a copy of what was there."""

from __future__ import annotations

import sqlite3
from functools import cache
from importlib.resources import files
from pathlib import Path

from onrecord.errors import StoreError, StoreTooNew

# "OnRc": marks a file as OnRecord's among all SQLite files; `file record.db` shows it.
APPLICATION_ID = 0x4F6E5263


@cache
def migrations() -> tuple[str, ...]:
    """Return the migrations' SQL; the one at index n leads from version n to n + 1."""
    folder = files("onrecord.store.sqlite").joinpath("migrations")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple(folder.joinpath(name).read_text(encoding="utf-8") for name in names)


def version_of(connection: sqlite3.Connection) -> int:
    """Return the store's version; 0 is a file without tables."""
    return connection.execute("PRAGMA user_version").fetchone()[0]


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Run the migrations that the store lacks, in one transaction, after copying an older store.

    Raises StoreTooNew on a store from a newer OnRecord.
    """
    version = version_of(connection)
    if version > len(migrations()):
        raise too_new(connection, path)
    if 0 < version < len(migrations()):
        copy_store(connection, path.with_name(f"{path.name}.before-v{len(migrations())}"))
    if version < len(migrations()):
        upgrade(connection)


def check_present(connection: sqlite3.Connection, path: Path) -> None:
    """Raise StoreTooNew or StoreError unless the store is of the present version and needs no writing to be read."""
    if version_of(connection) > len(migrations()):
        raise too_new(connection, path)
    if version_of(connection) < len(migrations()):
        raise StoreError(
            f"{path} is of an older version and can't be changed where it is",
            remedy="Get the right to write to the file and its folder, or copy it to where you have it.",
        )


def too_new(connection: sqlite3.Connection, path: Path) -> StoreTooNew:
    """Return the error for a store that this OnRecord doesn't know yet."""
    version = version_of(connection)
    return StoreTooNew(
        f"{path} was written by a newer OnRecord (store version {version}, this one knows {len(migrations())})",
        remedy=f"Upgrade onrecord, or go back to the copy that the upgrade made: {path.name}.before-v{version}.",
    )


def upgrade(connection: sqlite3.Connection) -> None:
    """Run what is lacking, unless another process has just done so; nobody ever sees a store half-way."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for script in migrations()[version_of(connection) :]:
            for statement in split_statements(script):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(migrations())}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def split_statements(script: str) -> list[str]:
    """Split a script at the semicolons that end a statement; those in comments and triggers end none."""
    # sqlite3's executescript would commit the transaction that keeps a migration whole.
    statements: list[str] = []
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending)
            pending = ""
    return statements


def copy_store(connection: sqlite3.Connection, copy: Path) -> None:
    """Copy the whole store as it stands, other processes' commits included. A copy that is there already stays."""
    if copy.exists():
        return
    unfinished = copy.with_name(f"{copy.name}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        target = sqlite3.connect(unfinished)
        try:
            connection.backup(target)
        finally:
            target.close()
        unfinished.replace(copy)
    except OSError as error:
        raise StoreError(
            f"{copy} can't be written ({error.strerror}), and a store is not changed without a copy",
            remedy="Make room and get the right to write beside the store.",
        ) from error
