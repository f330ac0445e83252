"""What people say of an article's statements, laid over the rows that the machine's reading gave.

Only what comes out otherwise than it stands is written: a correction in an article with sixty corrected statements
rewrites one of them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from onrecord.schema import Correction, CorrectionKind, Reading
from onrecord.store.sqlite.anchoring import whose
from onrecord.store.sqlite.articles import (
    forget_speakers,
    record_speaker_id,
    rewrite_statement,
    write_name,
    write_statement,
)
from onrecord.store.sqlite.correction_log import select_numbered
from onrecord.store.sqlite.groups import CLAIMS, QUOTATIONS
from onrecord.store.sqlite.marking import recount_statements
from onrecord.store.sqlite.packing import decode_attribution, encode_attribution, unpack_reading
from onrecord.store.sqlite.standing import ArticleUnderReview, Laid, Standing

_NOT_FOUND = ""
"""Stands for the machine's attribution where it has none: a person's word alone keeps the statement on the record."""


@dataclass(frozen=True)
class _Row:
    """What the record says of a statement now, as far as corrections change it."""

    number: int
    attribution: str
    machine: str | None
    verdict: str | None
    correction: int | None
    reassigned: int | None


def lay_corrections(connection: sqlite3.Connection, article: str) -> set[CorrectionKind]:
    """Bring an article's statements to what its corrections say, and return of which kinds those are.

    Costs one look-up where there are none.
    """
    numbers = _numbers(connection, article)
    reading = _reading(connection, article) if numbers else None
    if reading is None:
        return set()
    rows = _rows(connection, article)
    corrections = select_numbered(connection, numbers)
    under_review = ArticleUnderReview(reading, _pages(connection, article), _machines(rows))
    under_review.lay(corrections)
    _write(connection, reading, {id: row for id, _, row in rows}, under_review.standings)
    _write_places(connection, article, under_review.laid)
    return {correction.kind for correction in corrections}


def articles_of(connection: sqlite3.Connection, correction: Correction) -> list[str]:
    """Return the articles in which a correction's places may be, in order."""
    query = """
        SELECT articles.id FROM correction_places JOIN articles ON articles.id = article WHERE correction = ?1
        UNION SELECT readings.article FROM correction_places JOIN readings USING (page)
          JOIN articles ON articles.id = readings.article WHERE correction = ?1 AND outcome IS NOT NULL ORDER BY 1"""
    return [row[0] for row in connection.execute(query, (correction.number,))]


def as_reviewed(connection: sqlite3.Connection, reading: Reading, *, rejected: bool = True) -> Reading:
    """Return a reading with its statements as people left them, with or without those that they rejected."""
    article = reading.article.id
    if connection.execute("SELECT 1 FROM laid_corrections WHERE article = ? LIMIT 1", (article,)).fetchone() is None:
        return reading
    query = """
        SELECT attribution FROM statements WHERE article = ? AND (? OR verdict IS NOT 'rejected')
        ORDER BY position, number"""
    shown = tuple(decode_attribution(row[0]) for row in connection.execute(query, (article, rejected)))
    return msgspec.structs.replace(reading, attributions=shown)


def refresh_reassigned(connection: sqlite3.Connection) -> None:
    """Look again whom the reassigned statements' speakers are, after who is who has changed."""
    query = "SELECT DISTINCT correction, speaker FROM statement_speakers WHERE reassigned IS NOT NULL ORDER BY 1, 2"
    told = list(connection.execute(query))
    known = {correction.number: correction for correction in select_numbered(connection, [row[0] for row in told])}
    connection.executemany(
        "UPDATE statement_speakers SET reassigned = ?1 WHERE reassigned <> ?1 AND correction = ?2 AND speaker = ?3"
        " AND reassigned IS NOT NULL",
        [(_meant(connection, known[number], speaker), number, speaker) for number, speaker in told],
    )


def _numbers(connection: sqlite3.Connection, article: str) -> set[int]:
    """Return the numbers of all corrections that are about the article, by its id or by its pages."""
    query = """
        SELECT correction FROM correction_places WHERE article = ?1
        UNION SELECT correction FROM readings JOIN correction_places USING (page)
          WHERE readings.article = ?1 AND outcome IS NOT NULL"""
    return {row[0] for row in connection.execute(query, (article,))}


def _reading(connection: sqlite3.Connection, article: str) -> Reading | None:
    query = "SELECT outcome FROM articles JOIN readings ON number = reading WHERE articles.id = ?"
    row = connection.execute(query, (article,)).fetchone()
    return None if row is None else unpack_reading(row[0])


def _pages(connection: sqlite3.Connection, article: str) -> set[str]:
    query = "SELECT page FROM readings WHERE article = ? AND outcome IS NOT NULL"
    return {row[0] for row in connection.execute(query, (article,))}


def _rows(connection: sqlite3.Connection, article: str) -> list[tuple[str, int, _Row]]:
    """Give id, position and row of the article's statements."""
    query = """
        SELECT id, position, number, attribution, machine, verdict, correction,
          (SELECT max(correction) FROM statement_speakers WHERE statement = number)
        FROM statements WHERE article = ? ORDER BY position, number"""
    return [(id, position, _Row(*row)) for id, position, *row in connection.execute(query, (article,))]


def _machines(rows: Iterable[tuple[str, int, _Row]]) -> list[Standing]:
    """Return the statements as the machine has them, before any correction."""
    found = [
        (decode_attribution(row.machine or row.attribution), position)
        for _, position, row in rows
        if row.machine != _NOT_FOUND
    ]
    return [Standing(shown=machine, machine=machine, position=position) for machine, position in found]


def _write(
    connection: sqlite3.Connection, reading: Reading, rows: dict[str, _Row], standings: Iterable[Standing]
) -> None:
    """Write the statements that stand otherwise than their rows, and drop those that nobody holds up any more."""
    article = reading.article.id
    query = "SELECT DISTINCT speaker FROM statement_speakers JOIN statements ON number = statement WHERE article = ?"
    before = [row[0] for row in connection.execute(query, (article,))]
    gone, changed = dict(rows), set[str]()
    for standing in standings:
        if _write_standing(connection, reading, gone.pop(standing.shown.id, None), standing):
            changed.add(standing.shown.id)
    for row in gone.values():
        connection.execute("DELETE FROM statement_texts WHERE rowid = ?", (row.number,))
        connection.execute("DELETE FROM statements WHERE number = ?", (row.number,))
    _write_names(connection, article, standings)
    forget_speakers(connection, before)
    _count_again(connection, article, {*changed, *gone})


def _count_again(connection: sqlite3.Connection, article: str, changed: set[str]) -> None:
    """Have what links these statements look at them anew."""
    if changed:
        recount_statements(connection, sorted(changed))
        query = "DELETE FROM reconciled WHERE article = ? AND part IN (?, ?)"
        connection.execute(query, (article, CLAIMS, QUOTATIONS))


def _write_standing(connection: sqlite3.Connection, reading: Reading, row: _Row | None, standing: Standing) -> bool:
    """Write a statement as it stands; return whether it stood otherwise."""
    came = row is None
    if row is None:
        write_statement(connection, reading, standing.position, standing.shown)
        query = "SELECT number FROM statements WHERE article = ? AND id = ?"
        (number,) = connection.execute(query, (reading.article.id, standing.shown.id)).fetchone()
        row = _Row(number, encode_attribution(standing.shown).decode(), None, None, None, None)
    wanted = _wanted(row.number, standing)
    if wanted == row:
        return came
    if (wanted.attribution, wanted.reassigned) != (row.attribution, row.reassigned):
        rewrite_statement(connection, row.number, reading, standing.shown)
        _write_reassigned(connection, row.number, standing.reassigned)
    connection.execute(
        "UPDATE statements SET machine = ?, verdict = ?, correction = ? WHERE number = ?",
        (wanted.machine, wanted.verdict, wanted.correction, row.number),
    )
    return True


def _wanted(number: int, standing: Standing) -> _Row:
    if standing.machine is None:
        machine = _NOT_FOUND
    else:
        machine = None if standing.machine == standing.shown else encode_attribution(standing.machine).decode()
    reassigned = standing.reassigned and standing.reassigned.number
    shown = encode_attribution(standing.shown).decode()
    return _Row(number, shown, machine, standing.verdict, standing.correction, reassigned)


def _write_reassigned(connection: sqlite3.Connection, statement: int, correction: Correction | None) -> None:
    if correction is None:
        return
    query = "SELECT position, speaker FROM statement_speakers WHERE statement = ?"
    connection.executemany(
        "UPDATE statement_speakers SET reassigned = ?, correction = ? WHERE statement = ? AND position = ?",
        [
            (_meant(connection, correction, speaker), correction.number, statement, position)
            for position, speaker in connection.execute(query, (statement,)).fetchall()
        ],
    )


def _meant(connection: sqlite3.Connection, correction: Correction, speaker: str) -> str:
    """Return the id across articles of whom a reassignment means: by where they stood, else by the id as read."""
    anchors = correction.subjects[0] if correction.subjects else ()
    query = """
        SELECT identity FROM appearances WHERE speaker = ? AND identity IS NOT NULL
        GROUP BY identity ORDER BY count(*) DESC, identity LIMIT 1"""
    elsewhere = connection.execute(query, (speaker,)).fetchone()
    return whose(connection, anchors) or (elsewhere[0] if elsewhere else speaker)


def _write_names(connection: sqlite3.Connection, article: str, standings: Iterable[Standing]) -> None:
    """Let speakers that people brought into the article be found there by name, and no others."""
    given = {
        (record_speaker_id(article, speaker), speaker.name)
        for one in standings
        for speaker in one.shown.speakers
        if one.machine is None or speaker not in one.machine.speakers
    }
    query = "SELECT speaker, name FROM speaker_names WHERE article = ? AND reassigned IS NOT NULL"
    before = set(connection.execute(query, (article,)))
    for speaker, name in sorted(given - before):
        write_name(connection, speaker, article, name, reassigned=True)
    for speaker, name in before - given:
        _forget_name(connection, speaker, article, name)
    forget_speakers(connection, {speaker for speaker, _ in before - given})


def _forget_name(connection: sqlite3.Connection, speaker: str, article: str, name: str) -> None:
    query = "DELETE FROM speaker_names WHERE speaker = ? AND article = ? AND name = ? RETURNING number"
    for (number,) in connection.execute(query, (speaker, article, name)).fetchall():
        connection.execute("DELETE FROM speaker_name_texts WHERE rowid = ?", (number,))


def _write_places(connection: sqlite3.Connection, article: str, laid: Iterable[Laid]) -> None:
    connection.execute("DELETE FROM laid_corrections WHERE article = ?", (article,))
    connection.executemany(
        "INSERT OR IGNORE INTO laid_corrections VALUES (?, ?, ?, ?)",
        [(article, one.statement, one.correction, one.position) for one in laid],
    )
