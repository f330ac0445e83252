"""Rows of linking: what was found to belong together, and by what weight it is listed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from onrecord.schema import OPPOSING, SUPPORTING, Group, Member
from onrecord.store.links import ComponentAnswer
from onrecord.store.sqlite.packing import as_list

CLAIMS, STORIES, QUOTATIONS = "claims", "stories", "quotations"
"""The parts of reconciling whose groups are shown."""


def write_answer(connection: sqlite3.Connection, part: str, answer: ComponentAnswer) -> int:
    """Write a component's groups instead of those that it had; return how many came, went or changed."""
    if connection.execute("SELECT 1 FROM link_components WHERE number = ?", (answer.number,)).fetchone() is None:
        return 0  # joined with another meanwhile, which is stale
    before = select_groups(connection, answer.number)
    after = {group.id: group for group in answer.groups}
    gone = [group for group in before.values() if group.id not in after]
    came = [group for group in after.values() if _sorted(group) != before.get(group.id)]
    # By id, wherever it was: a claim may come from another component with the statement that gave it its id.
    connection.executemany("DELETE FROM link_groups WHERE id = ?", [(group.id,) for group in (*gone, *came)])
    for group in came:
        _insert_group(connection, part, answer.number, group)
    _weigh(connection, part, "component = ?", answer.number)
    if part == STORIES:
        weigh_claims(connection, {member.item for group in (*gone, *came) for member in group.members})
    return len(gone) + len(came)


def _sorted(group: Group) -> Group:
    members = tuple(sorted(group.members, key=lambda member: member.item))
    return Group(id=group.id, about=group.about, members=members, open=group.open)


def select_groups(connection: sqlite3.Connection, component: int) -> dict[str, Group]:
    """Give a component's groups by id, their members in order of item."""
    query = "SELECT number, id, about, open FROM link_groups WHERE component = ?"
    return {
        id: Group(id=id, about=about, members=_select_members(connection, number), open=bool(open))
        for number, id, about, open in connection.execute(query, (component,)).fetchall()
    }


def _select_members(connection: sqlite3.Connection, group: int) -> tuple[Member, ...]:
    query = """
        SELECT id, role, score FROM link_members JOIN link_items ON number = item WHERE collection = ? ORDER BY id"""
    return tuple(Member(item=item, role=role, score=score) for item, role, score in connection.execute(query, (group,)))


def groups_of(connection: sqlite3.Connection, part: str, statement: str) -> list[int]:
    """Return the numbers of the groups that a statement (by id) counts in."""
    query = """
        SELECT link_groups.number FROM link_items JOIN link_members ON link_members.item = link_items.number
        JOIN link_groups ON link_groups.number = collection
        JOIN counted_statements AS said ON said.article = link_items.article AND said.id = link_items.id
        WHERE link_items.part = ? AND link_items.id = ? ORDER BY link_groups.id"""
    return [row[0] for row in connection.execute(query, (part, statement))]


def _insert_group(connection: sqlite3.Connection, part: str, component: int, group: Group) -> None:
    row = connection.execute(
        "INSERT INTO link_groups (part, id, component, about, open) VALUES (?, ?, ?, ?, ?) RETURNING number",
        (part, group.id, component, group.about, group.open),
    ).fetchone()
    # What another process took away meanwhile has no row, and leaves the component stale.
    connection.executemany(
        "INSERT OR IGNORE INTO link_members SELECT ?, number, ?, ? FROM link_items WHERE part = ? AND id = ?",
        [(row[0], member.role, member.score, part, member.item) for member in group.members],
    )


def settle_component(connection: sqlite3.Connection, component: int, changes: int) -> None:
    """Take a component from the stale ones, unless it changed since it was answered."""
    connection.execute("UPDATE link_components SET answered = ? WHERE number = ?", (changes, component))


def _roles(roles: Iterable[str]) -> str:
    return ", ".join(f"'{role}'" for role in roles)


_MEMBERS = """
    FROM link_members JOIN link_items ON link_items.number = link_members.item
    JOIN counted_statements AS said ON said.article = link_items.article AND said.id = link_items.id
    WHERE collection = link_groups.number"""
_ORIGIN = (
    "coalesce((SELECT min(story) FROM article_stories WHERE article_stories.article = said.article), said.article)"
)
_WEIGHTS = {
    CLAIMS: f"""
        CASE WHEN open THEN (SELECT min(
          count(DISTINCT CASE WHEN role IN ({_roles(SUPPORTING)}) THEN {_ORIGIN} END),
          count(DISTINCT CASE WHEN role IN ({_roles(OPPOSING)}) THEN {_ORIGIN} END)) {_MEMBERS}) ELSE 0 END""",
    STORIES: """
        (SELECT CASE WHEN count(*) > 1 THEN count(*) ELSE 0 END FROM article_stories
         WHERE story = link_groups.number)""",
    QUOTATIONS: f"""
        (SELECT coalesce(max(CASE WHEN role = 'altered' THEN 2 WHEN role IN ('cut', 'joined') THEN 1 ELSE 0 END), 0)
         {_MEMBERS})""",
}  # fmt: skip


def _weigh(connection: sqlite3.Connection, part: str, which: str, value: object) -> None:
    """Weigh groups anew; `which` is a condition on them with one parameter."""
    if weight := _WEIGHTS.get(part):
        connection.execute(f"UPDATE link_groups SET weight = {weight} WHERE part = ? AND {which}", (part, value))


def weigh_claims(connection: sqlite3.Connection, articles: Iterable[str]) -> None:
    """Weigh the claims in these articles anew: what is a copy, and so no origin of its own, changed there."""
    _weigh(connection, CLAIMS, _WITH_ITEMS.format(column="article", part=CLAIMS), as_list(articles))


def weigh_stories(connection: sqlite3.Connection, articles: Iterable[str]) -> None:
    """Weigh the stories of these articles anew."""
    _weigh(connection, STORIES, _WITH_ITEMS.format(column="id", part=STORIES), as_list(articles))


def weigh_statements(connection: sqlite3.Connection, statements: Iterable[str]) -> None:
    """Weigh the claims and quotations with these statements anew."""
    ids = as_list(statements)
    for part in (CLAIMS, QUOTATIONS):
        _weigh(connection, part, _WITH_ITEMS.format(column="id", part=part), ids)


_WITH_ITEMS = """number IN (SELECT collection FROM link_items JOIN link_members ON link_members.item = link_items.number
    WHERE link_items.part = '{part}' AND link_items.{column} IN (SELECT value FROM json_each(?)))"""
