"""The record in one SQLite file: plain SQL, full-text search by FTS5, readers beside one writer."""

from onrecord.store.sqlite.record import SqliteStore, open_store

__all__ = ["SqliteStore", "open_store"]
