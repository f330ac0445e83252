"""Readers' notes to the editors and what was answered. Rows are only ever added; the last answer counts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.errors import SourceNotFound, UsageError
from onrecord.schema import Letter, LetterState, Place

LONGEST = 4_000
"""Characters of a letter and of its answer: a page and a half."""
_LONGEST_SENDER = 200
_decode_place = msgspec.json.Decoder(Place).decode
_LETTERS = """
    SELECT letters.number, letters.at, sender, place, text, answer, who, letter_answers.at, correction
    FROM letters LEFT JOIN letter_answers ON letter_answers.number =
      (SELECT max(number) FROM letter_answers WHERE letter = letters.number)"""
_IN_STATE: dict[LetterState | None, str] = {
    None: "",
    "open": " WHERE answer IS NULL",
    "answered": " WHERE answer IS NOT NULL AND correction IS NULL",
    "corrected": " WHERE correction IS NOT NULL",
}


def insert_letter(connection: sqlite3.Connection, place: Place, text: str, sender: str | None, at: str) -> Letter:
    """Keep a reader's note. Raises UsageError where it is empty or too long."""
    sender = " ".join((sender or "").split()) or None
    if sender and len(sender) > _LONGEST_SENDER:
        raise UsageError(
            f"a sender of {len(sender):,} characters is none", remedy=f"Give up to {_LONGEST_SENDER} characters."
        )
    query = "INSERT INTO letters (at, sender, place, text) VALUES (?, ?, ?, ?) RETURNING number"
    values = (at, sender, msgspec.json.encode(place).decode(), _checked(text, "letter"))
    return find_letter(connection, connection.execute(query, values).fetchone()[0])


def insert_answer(
    connection: sqlite3.Connection, letter: int, answer: str, signed: tuple[str, str], correction: int | None
) -> Letter:
    """Answer a letter; `signed` is who and when. Raises SourceNotFound, UsageError."""
    who, at = signed
    if not who.strip():
        raise UsageError("an answer comes from somebody", remedy="Give --who.")
    find_letter(connection, letter)
    query = "SELECT 1 FROM corrections WHERE number = ?"
    if correction is not None and not connection.execute(query, (correction,)).fetchone():
        raise UsageError(f"there is no correction {correction}", remedy="`onrecord corrections` lists them.")
    connection.execute(
        "INSERT INTO letter_answers (letter, who, at, answer, correction) VALUES (?, ?, ?, ?, ?)",
        (letter, who.strip(), at, _checked(answer, "answer"), correction),
    )
    return find_letter(connection, letter)


def find_letter(connection: sqlite3.Connection, number: int) -> Letter:
    """Return the letter with this number. Raises SourceNotFound."""
    row = connection.execute(f"{_LETTERS} WHERE letters.number = ?", (number,)).fetchone()
    if row is None:
        raise SourceNotFound(f"there is no letter {number}", remedy="`onrecord letters` lists them.")
    return _letter(row)


def select_letters(connection: sqlite3.Connection, state: LetterState | None) -> Iterator[Letter]:
    """Give the letters, the latest first."""
    for row in connection.execute(f"{_LETTERS}{_IN_STATE[state]} ORDER BY letters.number DESC"):
        yield _letter(row)


def _letter(row: Sequence[object]) -> Letter:
    number, at, sender, place, text, answer, who, answered_at, correction = row
    state = "open" if answer is None else "answered" if correction is None else "corrected"
    return msgspec.convert(
        {"number": number, "at": at, "sender": sender, "place": _decode_place(str(place)), "text": text, "state": state,
         "answer": answer, "answered_by": who, "answered_at": answered_at, "correction": correction},
        Letter,
    )  # fmt: skip


def _checked(text: str, what: str) -> str:
    bare = text.strip()
    if not bare:
        raise UsageError(f"an empty {what} says nothing", remedy="Write what is wrong, and why.")
    if len(bare) > LONGEST:
        raise UsageError(
            f"the {what} has {len(bare):,} characters", remedy=f"Say it in {LONGEST:,}; a longer text can be linked."
        )
    return bare
