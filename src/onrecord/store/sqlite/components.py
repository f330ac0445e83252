"""Rows of linking: links between items, and the components that they hold together."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from onrecord.schema import Link
from onrecord.store.sqlite.packing import as_list

Pair = tuple[str, str]


def insert_links(connection: sqlite3.Connection, part: str, items: Sequence[str], links: Sequence[Link]) -> None:
    """Keep the links of new items; whatever links or a person's word hold together becomes one component."""
    pairs = [(link.first, link.second) for link in links]
    pairs += select_together(connection, part, items)
    numbers = join_items(connection, part, items, pairs)
    connection.executemany(
        "INSERT OR REPLACE INTO links VALUES (?, ?, ?, ?)",
        # Another process may have taken an article away since its items were compared.
        [
            (numbers[link.first], numbers[link.second], link.kind, link.score)
            for link in links
            if link.first in numbers and link.second in numbers
        ],
    )
    query = "UPDATE link_items SET linked = 1 WHERE part = ? AND id IN (SELECT value FROM json_each(?))"
    connection.execute(query, (part, as_list(items)))


def select_together(connection: sqlite3.Connection, part: str, items: Sequence[str]) -> list[Pair]:
    """Give the pairs with one of these items that a person said belong together."""
    query = """
        WITH wanted AS (SELECT value AS id FROM json_each(?2))
        SELECT first, second FROM person_links JOIN wanted ON first = id WHERE part = ?1 AND kind = 'together'
        UNION SELECT first, second FROM person_links JOIN wanted ON second = id WHERE part = ?1 AND kind = 'together'"""
    return list(connection.execute(query, (part, as_list(items))))


def join_items(
    connection: sqlite3.Connection, part: str, items: Iterable[str], pairs: Sequence[Pair]
) -> dict[str, int]:
    """Put the items, and those of each pair, into stale components, one for all that is joined; return the numbers
    of those that exist."""
    ids = {*items, *(id for pair in pairs for id in pair)}
    query = "SELECT id, number, component FROM link_items WHERE part = ? AND id IN (SELECT value FROM json_each(?))"
    rows = list(connection.execute(query, (part, as_list(sorted(ids)))))
    numbers = {id: number for id, number, _ in rows}
    component_of = {id: component for id, _, component in rows}
    known = [(first, second) for first, second in pairs if first in numbers and second in numbers]
    for joined in _pieces(component_of, known):
        component = _one_component(connection, part, {component_of[id] for id in joined} - {None})
        came = [numbers[id] for id in joined if component_of[id] is None]
        connection.executemany(
            "UPDATE link_items SET component = ? WHERE number = ?", [(component, number) for number in came]
        )
        query = "UPDATE link_components SET size = size + ?, changes = changes + 1 WHERE number = ?"
        connection.execute(query, (len(came), component))
    return numbers


def _pieces(component_of: dict[str, int | None], pairs: Sequence[Pair]) -> Iterator[list[str]]:
    """Give the ids in lists: together are those that a pair joins, or that are in one component already."""
    leader = {id: id for id in component_of}

    def led_by(id: str) -> str:
        while leader[id] != id:
            leader[id] = id = leader[leader[id]]
        return id

    first_of: dict[int, str] = {}
    for id, component in component_of.items():
        if component is not None:
            leader[led_by(id)] = led_by(first_of.setdefault(component, id))
    for first, second in pairs:
        leader[led_by(first)] = led_by(second)
    pieces: dict[str, list[str]] = {}
    for id in component_of:
        pieces.setdefault(led_by(id), []).append(id)
    yield from pieces.values()


def _one_component(connection: sqlite3.Connection, part: str, numbers: set[int | None]) -> int:
    """Return a new component where there is none; of several the largest, with all the others' items in it."""
    if not numbers:
        query = "INSERT INTO link_components (part, size) VALUES (?, 0) RETURNING number"
        return connection.execute(query, (part,)).fetchone()[0]
    query = """
        SELECT number, size FROM link_components WHERE number IN (SELECT value FROM json_each(?))
        ORDER BY size DESC, number"""
    (kept, _), *others = connection.execute(query, (as_list(numbers),)).fetchall()
    for other, size in others:
        for table in ("link_items", "link_groups"):
            connection.execute(f"UPDATE {table} SET component = ? WHERE component = ?", (kept, other))
        connection.execute("UPDATE link_components SET size = size + ? WHERE number = ?", (size, kept))
        connection.execute("DELETE FROM link_components WHERE number = ?", (other,))
    return kept


def touch_items(connection: sqlite3.Connection, part: str, ids: Iterable[str]) -> None:
    """Make the components of these items stale."""
    query = """
        UPDATE link_components SET changes = changes + 1 WHERE number IN (SELECT component FROM link_items
          WHERE part = ? AND id IN (SELECT value FROM json_each(?)) AND component IS NOT NULL)"""
    connection.execute(query, (part, as_list(ids)))


def select_stale(connection: sqlite3.Connection, part: str) -> list[int]:
    query = "SELECT number FROM link_components WHERE part = ? AND changes <> answered ORDER BY number"
    return [row[0] for row in connection.execute(query, (part,))]


def changes_of(connection: sqlite3.Connection, component: int) -> int | None:
    """Count how often a component has changed; null where there is none with that number any more."""
    row = connection.execute("SELECT changes FROM link_components WHERE number = ?", (component,)).fetchone()
    return None if row is None else row[0]


def select_links(connection: sqlite3.Connection, component: int) -> list[Link]:
    """Give the links between a component's items, the machine's and people's, in order."""
    query = """
        SELECT one.id, other.id, kind, links.score FROM link_items AS one
        JOIN links ON links.first = one.number JOIN link_items AS other ON other.number = links.second
        WHERE one.component = ?1 AND other.component = ?1
        UNION ALL SELECT first, second, kind, 1.0 FROM link_items AS one
        JOIN person_links ON person_links.part = one.part AND first = one.id
        JOIN link_items AS other ON other.part = one.part AND other.id = second
        WHERE one.component = ?1 AND other.component = ?1"""
    return sorted(
        Link(first, second, kind, score) for first, second, kind, score in connection.execute(query, (component,))
    )
