"""Rows of linking: what each article has that may belong with others, and which of them share a key."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from onrecord.errors import SourceNotFound
from onrecord.schema import Item
from onrecord.store.sqlite.packing import as_list

_REACH = 300
"""How many items on either side are looked at under one key, nearest in time first (`neighbours_of`)."""
_HASH_BITS = 41  # with 22 bits for the day that makes 63: a positive INTEGER of SQLite's

_decode_keys = msgspec.json.Decoder(tuple[int, ...]).decode


def insert_items(connection: sqlite3.Connection, seen_by: tuple[str, str], article: str, items: Sequence[Item]) -> None:
    """Write an article's items anew, unless it went. `seen_by` names part and rules of reconciling."""
    row = connection.execute("SELECT published FROM articles WHERE id = ?", (article,)).fetchone()
    if row is None:
        return
    part, day = seen_by[0], row[0]
    connection.execute("DELETE FROM link_items WHERE article = ? AND part = ?", (article, part))
    for item in items:
        _insert_item(connection, part, article, item, place_of(item.id, day))
    connection.execute("INSERT OR REPLACE INTO reconciled VALUES (?, ?, ?)", (article, *seen_by))


def _insert_item(connection: sqlite3.Connection, part: str, article: str, item: Item, place: int) -> None:
    # The id hashes places in the article: a second item with the same id is the same finding.
    row = connection.execute(
        "INSERT OR IGNORE INTO link_items (part, id, article, keys, facts, place) VALUES (?, ?, ?, ?, ?, ?)"
        " RETURNING number",
        (part, item.id, article, as_list(item.keys), item.facts, place),
    ).fetchone()
    if row is not None:
        connection.executemany(
            "INSERT OR IGNORE INTO link_keys VALUES (?, ?, ?, ?)", [(part, key, place, row[0]) for key in item.keys]
        )


def place_of(id: str, published: str | None) -> int:
    """Return where an item stands among others with its key: by day, then by a hash of its id, 63 bits in all."""
    hashed = int.from_bytes(hashlib.sha256(id.encode()).digest()[:8], "big") >> (64 - _HASH_BITS)
    return _day_number(published) << _HASH_BITS | hashed


def _day_number(published: str | None) -> int:
    """Number a day from 1 on; 0 is an article that doesn't say when it was published."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return 0


def select_unlinked(connection: sqlite3.Connection, part: str) -> list[str]:
    query = "SELECT id FROM link_items WHERE part = ? AND NOT linked ORDER BY article, id"
    return [row[0] for row in connection.execute(query, (part,))]


def neighbours_of(connection: sqlite3.Connection, part: str, id: str) -> tuple[Item, list[Item]]:
    """Return an item and those that share a key with it, in order of article and id. Raises SourceNotFound.

    Under each key only the 300 before it and the 300 after it are looked at, in the order of day and hashed id: the
    sorted neighbourhood of Hernández and Stolfo (1995). So 300 copies of one wire story are all compared with each
    other; of 20,000 articles with one boilerplate sentence each meets those of its own days, and whom it meets depends
    on what is on the record and not on the order in which that came.
    """
    query = f"SELECT number, place, {_ITEM} FROM link_items WHERE part = ? AND id = ?"
    row = connection.execute(query, (part, id)).fetchone()
    if row is None:
        raise SourceNotFound(f"{id!r} is not an item of {part} any more", remedy="Run `onrecord reconcile` again.")
    number, place, *own = row
    item = _item(*own)
    found = _sharing(connection, part, item.keys, (place, number))
    query = f"SELECT {_ITEM} FROM link_items WHERE number IN (SELECT value FROM json_each(?)) ORDER BY article, id"
    return item, [_item(*row) for row in connection.execute(query, (as_list(found - {number}),))]


_ITEM = "id, article, keys, facts"


def _sharing(connection: sqlite3.Connection, part: str, keys: Iterable[int], at: tuple[int, int]) -> set[int]:
    """Return the numbers of the items to be looked at under these keys. `at` is the item's own place and number."""
    listed = as_list(keys)
    # Nearly every key has few items, and these are all found at once.
    crowded = [row[0] for row in connection.execute(_CROWDED, (part, listed, _REACH + 1))]
    found = {row[0] for row in connection.execute(_ALL, (part, listed, as_list(crowded)))}
    for key in crowded:
        found.update(row[0] for row in connection.execute(_NEAREST, (part, key, *at, _REACH)))
    return found


_CROWDED = """
    SELECT value FROM json_each(?2) AS wanted WHERE ?3 < (SELECT count(*) FROM
      (SELECT 1 FROM link_keys WHERE part = ?1 AND link_keys.key = wanted.value LIMIT ?3 + 1))"""
_ALL = """
    SELECT item FROM json_each(?2) AS wanted CROSS JOIN link_keys ON link_keys.key = wanted.value
    WHERE part = ?1 AND wanted.value NOT IN (SELECT value FROM json_each(?3))"""
_NEAREST = """
    SELECT item FROM (SELECT item FROM link_keys WHERE part = ?1 AND key = ?2 AND (place, item) > (?3, ?4)
      ORDER BY place, item LIMIT ?5)
    UNION ALL SELECT item FROM (SELECT item FROM link_keys WHERE part = ?1 AND key = ?2 AND (place, item) < (?3, ?4)
      ORDER BY place DESC, item DESC LIMIT ?5)"""


def select_items(connection: sqlite3.Connection, component: int) -> Iterator[Item]:
    """Give a component's items, but for the statements that a person rejected."""
    query = f"""
        SELECT {_ITEM} FROM link_items WHERE component = ? AND NOT EXISTS (SELECT 1 FROM statements AS said
          WHERE said.article = link_items.article AND said.id = link_items.id
          AND NOT EXISTS (SELECT 1 FROM counted_statements WHERE number = said.number))
        ORDER BY article, id"""
    return (_item(*row) for row in connection.execute(query, (component,)))


def _item(id: str, article: str, keys: str, facts: bytes) -> Item:
    return Item(id=id, article=article, keys=_decode_keys(keys), facts=facts)
