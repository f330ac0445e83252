"""What people say against the machine: an append-only log, and how it is laid over what the machine found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.errors import UsageError
from onrecord.schema import Anchor, Correction, CorrectionKind, Identity, split_identity_id
from onrecord.store.folding import fold
from onrecord.store.sqlite.appearing import write_identity

_ANCHORS = 8  # places by which a speaker is found again: enough to outlive pages that go or are read otherwise


class _Subject(msgspec.Struct, frozen=True):
    """A correction's own words, as its row keeps them."""

    subjects: tuple[tuple[Anchor, ...], ...] = ()
    names: tuple[str, ...] = ()


_decode_subject = msgspec.json.Decoder(_Subject).decode


def select_corrections(connection: sqlite3.Connection) -> list[Correction]:
    """Give all corrections, the earliest first, each with the undo that is in force against it."""
    rows = list(
        connection.execute("SELECT number, kind, who, at, because, subject, undoes FROM corrections ORDER BY 1")
    )
    undone: dict[int, int] = {}
    for number, kind, *_, undoes in reversed(rows):
        # From the last one back: an undo that was itself undone undoes nothing.
        if kind == "undo" and number not in undone:
            undone[undoes] = number
    return [_correction(row, undone.get(row[0])) for row in rows]


def _correction(row: Sequence[object], undone_by: int | None) -> Correction:
    number, kind, who, at, because, subject, undoes = row
    told = _decode_subject(str(subject))
    return msgspec.convert(
        {"number": number, "kind": kind, "who": who, "at": at, "because": because, "subjects": told.subjects,
         "names": told.names, "undoes": undoes, "undone_by": undone_by},
        Correction,
    )  # fmt: skip


def insert_correction(
    connection: sqlite3.Connection, kind: CorrectionKind, signed: tuple[str, str, str], *,
    subjects: Iterable[Sequence[Anchor]] = (), names: Sequence[str] = (), undoes: int | None = None,
) -> Correction:  # fmt: skip
    """Add a correction to the log and lay the log anew over the machine's answers. `signed` is who, when and why."""
    subject = _Subject(tuple(tuple(anchors) for anchors in subjects), tuple(names))
    who, at, because = signed
    row = connection.execute(
        "INSERT INTO corrections (kind, who, at, because, subject, undoes) VALUES (?, ?, ?, ?, ?, ?) RETURNING number",
        (kind, who, at, because, msgspec.json.encode(subject).decode(), undoes),
    ).fetchone()
    apply_corrections(connection)
    return next(one for one in select_corrections(connection) if one.number == row[0])


def apply_corrections(connection: sqlite3.Connection) -> None:
    """Lay every correction in force over the machine's answers, in the order in which they were made."""
    connection.execute("UPDATE appearances SET identity = machine, correction = NULL WHERE correction IS NOT NULL")
    connection.execute("UPDATE identities SET given = NULL, folded = NULL WHERE folded IS NOT NULL")
    for correction in select_corrections(connection):
        if correction.undone_by is None and correction.kind != "undo":
            _apply(connection, correction)


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


def anchors_of(connection: sqlite3.Connection, identity: str, articles: Sequence[str] = ()) -> list[Anchor]:
    """Return places by which a speaker is found again: the earliest ones, or those in these articles."""
    query = """
        SELECT page, speaker, json_extract(facts, '$.name') FROM appearances JOIN articles ON id = appearances.article
        JOIN readings ON readings.number = articles.reading
        WHERE identity = ?1 AND (?2 IS NULL OR appearances.article IN (SELECT value FROM json_each(?2)))
        ORDER BY json_extract(facts, '$.name') <> (SELECT name FROM identities WHERE id = ?1), score DESC,
          json_extract(facts, '$.day'), appearances.article, speaker LIMIT ?3"""
    chosen = msgspec.json.encode(list(articles)).decode() if articles else None
    rows = connection.execute(query, (identity, chosen, -1 if articles else _ANCHORS))
    return [Anchor(page=page, speaker=speaker, name=name) for page, speaker, name in rows]


def whose(connection: sqlite3.Connection, anchors: Sequence[Anchor]) -> str | None:
    """Return the speaker who stands at most of the anchors now; null where none of them is left."""
    found = [identity for anchor in anchors if (identity := _at(connection, anchor)) is not None]
    return max(found, key=lambda identity: (found.count(identity), -found.index(identity))) if found else None


def _at(connection: sqlite3.Connection, anchor: Anchor) -> str | None:
    """Look on the page: for the id as read, then for the name; then for the id as read on any page."""
    here = """
        SELECT identity FROM readings JOIN appearances ON appearances.article = readings.article
        WHERE page = ?1 AND outcome IS NOT NULL AND identity IS NOT NULL AND (speaker = ?2 OR EXISTS
          (SELECT 1 FROM json_each(facts, '$.names') WHERE value = ?3)) ORDER BY speaker <> ?2, speaker LIMIT 1"""
    anywhere = """
        SELECT identity FROM appearances WHERE speaker = ? AND identity IS NOT NULL
        GROUP BY identity ORDER BY count(*) DESC, identity LIMIT 1"""
    row = connection.execute(here, (anchor.page, anchor.speaker, anchor.name)).fetchone()
    row = row or connection.execute(anywhere, (anchor.speaker,)).fetchone()
    return None if row is None else row[0]


def check_undo(connection: sqlite3.Connection, number: int) -> None:
    """Raise UsageError unless there is such a correction and it is in force."""
    known = {correction.number: correction for correction in select_corrections(connection)}
    if number not in known:
        raise UsageError(f"there is no correction {number}", remedy="`onrecord speakers corrections` lists them.")
    if (by := known[number].undone_by) is not None:
        raise UsageError(
            f"correction {number} is undone by {by} already", remedy=f"Undo {by} to put it in force again."
        )
