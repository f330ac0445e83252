"""What people say against the machine, and what readers write to the editors. Both are only ever added to."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.schema.attributions import Attribution
from onrecord.schema.spans import Span

CorrectionKind = Literal[
    "merge", "split", "rename",            # of speakers
    "accept", "reject", "respan", "reassign",  # of a statement
    "together", "apart",                   # of two statements: they are one claim, or not
    "no_contest",                          # of a claim: nobody disputes anything here
    "origin", "no_copy",                   # of an article: its story began here; it is no copy
    "undo",
]  # fmt: skip
Verdict = Literal["accepted", "rejected", "corrected"]
LetterState = Literal["open", "answered", "corrected"]


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """A place where a corrected speaker stands: found again by page and name, by the name elsewhere if that page went.

    The page is named rather than the article, whose id may change when a page is read anew.
    """

    page: str | None
    speaker: str
    name: str


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a corrected statement or article stands: found again by id, or else by page and the words at the span.

    `content` are the statement's content spans; none for an article as a whole.
    """

    page: str | None
    article: str
    statement: str | None = None
    content: tuple[Span, ...] = ()


class Spans(msgspec.Struct, frozen=True, kw_only=True):
    """A statement's spans as a person set them."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """What a person says against the machine. It is never changed: an undo is a correction of its own.

    `subjects` are the speakers meant, as lists of anchors: two for a merge, one for a rename and for a reassignment; a
    split has whom it splits and, second, what is taken away (`names` takes away every appearance that is called one of
    them). `places` are the statements or articles meant: two for `together` and `apart`, else one. `names` of a
    reassignment is the speaker's name, empty where the page does not say who. `attribution` is the statement as the
    person left it, so that it can be shown even where a machine no longer finds it.
    """

    number: int
    kind: CorrectionKind
    who: str
    at: str
    because: str
    subjects: tuple[tuple[Anchor, ...], ...] = ()
    names: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    spans: Spans | None = None
    attribution: Attribution | None = None
    undoes: int | None = None
    undone_by: int | None = None


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """The last word in force that a person said of a statement, and the number of that correction."""

    verdict: Verdict
    who: str
    at: str
    because: str
    correction: int


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """A reader's note to the editors about a statement or an article, and what became of it."""

    number: int
    at: str
    sender: str | None
    place: Place
    text: str
    state: LetterState
    answer: str | None = None
    answered_by: str | None = None
    answered_at: str | None = None
    correction: int | None = None
