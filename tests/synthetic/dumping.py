"""Everything that a store holds, for comparing two of them row by row."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

# What is linked across articles is numbered in the order of its coming, and counts how often it was looked at; what
# people see of it must be equal.
_LINKED = {
    "items": "SELECT part, id, article, keys, facts, place, linked FROM link_items",
    "links": """
        SELECT one.id, other.id, kind, score FROM links
        JOIN link_items AS one ON one.number = first JOIN link_items AS other ON other.number = second""",
    "groups": """
        SELECT link_groups.part, link_groups.id, about, open, weight, link_items.id, role, score FROM link_groups
        JOIN link_members ON collection = link_groups.number JOIN link_items ON link_items.number = item""",
    "stale": "SELECT part FROM link_components WHERE changes <> answered",
}


def dump(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return every table's rows in their order, full-text tables included, without the times of recording."""
    connection = sqlite3.connect(path)
    try:
        # The full-text index's own tables may be laid out otherwise after a crash; what they hold must be equal.
        tables = connection.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')"
            " AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'link%' ORDER BY name"
        ).fetchall()
        linked = {name: sorted(connection.execute(query), key=repr) for name, query in _LINKED.items()}
        return {table: _rows(connection, table) for (table,) in tables} | linked
    finally:
        connection.close()


def is_whole(path: Path) -> bool:
    """Does SQLite find every row, index and full-text entry where it belongs?"""
    connection = sqlite3.connect(path)
    try:
        whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for texts in ("statement_texts", "speaker_name_texts"):
            # Raises sqlite3.DatabaseError where the index and the rows disagree.
            connection.execute(f"INSERT INTO {texts} ({texts}) VALUES ('integrity-check')")
        return whole and not connection.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        connection.close()


def _rows(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    columns = [row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]
    shown = ", ".join(column for column in columns if column != "recorded_at")
    return sorted(connection.execute(f"SELECT {shown} FROM {table}").fetchall(), key=repr)
