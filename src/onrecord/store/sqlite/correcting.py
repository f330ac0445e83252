"""What people say against the machine, laid over what it found. The log (correction_log.py) is the source of all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import msgspec

from onrecord.schema import Correction, Identity, split_identity_id
from onrecord.store.folding import fold
from onrecord.store.sqlite.anchoring import whose
from onrecord.store.sqlite.appearing import write_identity
from onrecord.store.sqlite.correction_log import SPEAKER_KINDS, append_correction, select_of_kinds, undone_at_last
from onrecord.store.sqlite.laying import articles_of, lay_corrections, refresh_reassigned
from onrecord.store.sqlite.laying_marks import lay_marks


def insert_correction(connection: sqlite3.Connection, correction: Correction) -> Correction:
    """Add a correction to the log and lay what it changes over the machine's answers; return it with its number."""
    made = append_correction(connection, correction)
    root = undone_at_last(connection, made)
    if root.kind in SPEAKER_KINDS:
        apply_corrections(connection)
    for article in articles_of(connection, root):
        lay_corrections(connection, article)
    lay_marks(connection, [root.kind])
    return made


def apply_corrections(connection: sqlite3.Connection) -> None:
    """Lay every correction of speakers in force over the machine's answers, in the order in which they were made."""
    connection.execute("UPDATE appearances SET identity = machine, correction = NULL WHERE correction IS NOT NULL")
    connection.execute("UPDATE identities SET given = NULL, folded = NULL WHERE folded IS NOT NULL")
    for correction in select_of_kinds(connection, SPEAKER_KINDS):
        _apply(connection, correction)
    refresh_reassigned(connection)


def _apply(connection: sqlite3.Connection, correction: Correction) -> None:
    found = [whose(connection, anchors) for anchors in correction.subjects]
    if not found or found[0] is None:
        return  # whom it speaks of is not on the record now; it stays in the log and waits
    if correction.kind == "merge" and found[1] is not None:
        connection.execute(
            "UPDATE appearances SET identity = ?, correction = ? WHERE identity = ?",
            (found[0], correction.number, found[1]),
        )
    elif correction.kind == "split":
        _apply_split(connection, correction, found[0])
    elif correction.kind == "rename":
        connection.execute(
            "UPDATE identities SET given = ?, folded = ? WHERE id = ?",
            (correction.names[0], fold(correction.names[0]), found[0]),
        )


def _apply_split(connection: sqlite3.Connection, correction: Correction, identity: str) -> None:
    """Give what is taken away an identity of its own, whose id follows from the correction."""
    taken = list(taken_away(connection, identity, correction))
    if not taken:
        return
    part = split_identity_id(correction.subjects[0][0].speaker, f"correction {correction.number}")
    kind = connection.execute("SELECT kind FROM identities WHERE id = ?", (identity,)).fetchone()[0]
    names = sorted(name for _, _, name in taken)
    write_identity(connection, Identity(id=part, kind=kind, name=max(names, key=names.count)))
    connection.executemany(
        "UPDATE appearances SET identity = ?, correction = ? WHERE article = ? AND speaker = ?",
        [(part, correction.number, article, speaker) for article, speaker, _ in taken],
    )


def taken_away(connection: sqlite3.Connection, identity: str, correction: Correction) -> Iterable[tuple[str, str, str]]:
    """Give article, id and name as read of the appearances that a split takes from an identity."""
    names = {fold(name) for name in correction.names}
    pages = {anchor.page for anchors in correction.subjects[1:] for anchor in anchors}
    query = """
        SELECT appearances.article, speaker, json_extract(facts, '$.name'), json_extract(facts, '$.names'), page
        FROM appearances JOIN articles ON id = appearances.article JOIN readings ON readings.number = articles.reading
        WHERE identity = ? ORDER BY 1, 2"""
    for article, speaker, name, forms, page in connection.execute(query, (identity,)):
        # A name takes away the article where that is the fullest form: "Clinton" leaves "Hillary Clinton … Clinton".
        if (
            page in pages
            or fold(name) in names
            or (names and all(fold(form) in names for form in msgspec.json.decode(forms)))
        ):
            yield article, speaker, name
