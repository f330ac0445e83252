"""Rows of reconciling: appearances, whose they are, and which articles and blocks are still to be seen."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.schema import Appearance, Evidence, Identity, Membership, Reading
from onrecord.store.identities import BlockAnswer
from onrecord.store.sqlite.packing import unpack_reading

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Appearance).decode


def select_unseen(connection: sqlite3.Connection, part: str, rules: str) -> Iterator[Reading]:
    """Give the readings of articles without a row in `reconciled` for the part's present rules."""
    query = """
        SELECT outcome FROM articles JOIN readings ON readings.number = articles.reading
        WHERE NOT EXISTS (SELECT 1 FROM reconciled WHERE part = ? AND article = articles.id AND rules = ?)
        ORDER BY readings.number"""
    for (packed,) in connection.execute(query, (part, rules)):
        yield unpack_reading(packed)


def insert_appearances(
    connection: sqlite3.Connection, seen_by: tuple[str, str], article: str, found: Sequence[Appearance]
) -> None:
    """Write an article's appearances anew, unless it went. `seen_by` names part and rules of reconciling."""
    if connection.execute("SELECT 1 FROM articles WHERE id = ?", (article,)).fetchone() is None:
        return
    connection.execute("DELETE FROM appearances WHERE article = ?", (article,))
    connection.executemany(
        "INSERT INTO appearances (article, speaker, block, facts) SELECT ?1, ?2, ?3, ?4"
        " WHERE EXISTS (SELECT 1 FROM speakers WHERE id = ?2)",
        [(article, one.speaker, one.block, _encode(one).decode()) for one in found],
    )
    connection.execute("INSERT OR REPLACE INTO reconciled VALUES (?, ?, ?)", (article, *seen_by))


def select_stale_blocks(connection: sqlite3.Connection) -> list[str]:
    return [row[0] for row in connection.execute("SELECT block FROM stale_blocks ORDER BY block")]


def select_appearances(connection: sqlite3.Connection, block: str) -> list[Appearance]:
    """Give a block's appearances."""
    query = "SELECT facts FROM appearances WHERE block = ? ORDER BY article, speaker"
    return [_decode(row[0]) for row in connection.execute(query, (block,))]


def write_answer(connection: sqlite3.Connection, answer: BlockAnswer) -> int:
    """Write who is who in a block and take it from the stale ones; return how many appearances changed hands."""
    query = "SELECT article, speaker, machine, rule, score, identity FROM appearances WHERE block = ?"
    before = {(row[0], row[1]): row[2:] for row in connection.execute(query, (answer.block,))}
    for identity in answer.identities:
        write_identity(connection, identity)
    changed = 0
    for one in answer.memberships:
        told = before.get((one.article, one.speaker))
        if told is not None and told != (one.identity, one.rule, one.score, one.identity):
            changed += told[0] != one.identity
            _write_membership(connection, one)
    _forget_unused(connection, {told[0] for told in before.values() if told[0]})
    # What another process added or took meanwhile wasn't answered: then the block stays stale for the next run.
    connection.execute(
        "DELETE FROM stale_blocks WHERE block = ?1 AND (SELECT count(*) FROM appearances WHERE block = ?1) = ?2"
        " AND NOT EXISTS (SELECT 1 FROM appearances WHERE block = ?1 AND machine IS NULL)",
        (answer.block, len(answer.memberships)),
    )
    return changed


def write_identity(connection: sqlite3.Connection, identity: Identity) -> None:
    """Keep a speaker's kind and name as the machine has them."""
    connection.execute(
        """
        INSERT INTO identities (id, kind, name) VALUES (?1, ?2, ?3)
        ON CONFLICT (id) DO UPDATE SET kind = ?2, name = ?3 WHERE kind <> ?2 OR name <> ?3""",
        (identity.id, identity.kind, identity.name),
    )


def _write_membership(connection: sqlite3.Connection, one: Membership) -> None:
    connection.execute(
        "UPDATE appearances SET machine = ?1, rule = ?2, score = ?3, identity = ?1, correction = NULL"
        " WHERE article = ?4 AND speaker = ?5",
        (one.identity, one.rule, one.score, one.article, one.speaker),
    )


def _forget_unused(connection: sqlite3.Connection, ids: set[str]) -> None:
    connection.executemany(
        """
        DELETE FROM identities WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM appearances WHERE machine = ?1)
        AND NOT EXISTS (SELECT 1 FROM appearances WHERE identity = ?1)""",
        [(id,) for id in sorted(ids)],
    )


def select_evidence(connection: sqlite3.Connection, identity: str) -> list[Evidence]:
    """Tell by form of the name and rule in which articles the speaker stands."""
    query = """
        SELECT json_extract(facts, '$.name') AS name,
          CASE WHEN correction IS NULL THEN rule ELSE 'correction ' || correction END AS why, min(score),
          json_group_array(article), min(json_extract(facts, '$.day')), max(json_extract(facts, '$.day'))
        FROM appearances WHERE identity = ? GROUP BY name, why ORDER BY count(*) DESC, name, why"""
    return [
        Evidence(
            name=name,
            rule=rule,
            score=score,
            articles=tuple(sorted(msgspec.json.decode(articles))),
            first=first,
            last=last,
        )
        for name, rule, score, articles, first, last in connection.execute(query, (identity,))
    ]
