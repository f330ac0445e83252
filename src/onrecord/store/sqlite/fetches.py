"""What was fetched before, with the servers' marks of its version: a memory that outlives the process."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager

from onrecord.schema import FetchedBytes
from onrecord.store.sqlite.packing import pack, unpack
from onrecord.store.sqlite.writing import transaction

Explained = Callable[[], AbstractContextManager[None]]


class SqliteFetches:
    """Works on the store's own connection."""

    def __init__(self, connection: sqlite3.Connection, explained: Explained) -> None:
        self._connection = connection
        self._explained = explained

    def recall(self, url: str) -> FetchedBytes | None:
        query = """
            SELECT coalesce(fetches.content, pages.content), etag, modified, fetches.content_type, fetches.fetched_at
            FROM fetches LEFT JOIN pages ON pages.id = fetches.page WHERE fetches.url = ?"""
        with self._explained():
            row = self._connection.execute(query, (url,)).fetchone()
            if row is None or row[0] is None:
                return None
            content, etag, modified, content_type, fetched_at = row
            return FetchedBytes(
                content=unpack(content), url=url, asked=url, fetched_at=fetched_at, content_type=content_type,
                etag=etag, modified=modified,
            )  # fmt: skip

    def keep(self, fetched: FetchedBytes) -> None:
        page = "sha256:" + hashlib.sha256(fetched.content).hexdigest()
        with self._explained(), transaction(self._connection):
            self._connection.execute("DELETE FROM fetches WHERE url = ?", (fetched.url,))
            if fetched.etag is None and fetched.modified is None:
                return
            known = self._connection.execute("SELECT 1 FROM pages WHERE id = ?", (page,)).fetchone()
            self._connection.execute(
                "INSERT INTO fetches VALUES (?, ?, ?, ?, ?, ?, ?)",
                (fetched.url, fetched.etag, fetched.modified, fetched.content_type, fetched.fetched_at, page,
                 None if known else pack(fetched.content)),
            )  # fmt: skip
