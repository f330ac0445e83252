"""What a store can do about people's judgement: of statements, claims and stories; and about readers' letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from onrecord.schema import Correction, Letter, LetterState, Spans


@dataclass(frozen=True, kw_only=True)
class TakenOver:
    """What came of another store's corrections: those taken over, those that were here already, and how many of the
    former wait for a page, or words, that the record doesn't have now."""

    taken: int
    known: int
    waiting: int


class ReviewStore(Protocol):
    """The part of a store that people's corrections of statements work on. Every call is one transaction.

    Each takes `who` and `because`, adds to the log that `IdentityStore.corrections` gives, and is undone by
    `IdentityStore.undo`. `seen` is the number of the last correction of the thing that the person saw (0: none): where
    there has been another since, ChangedMeanwhile is raised, naming it, and nothing is changed.
    Raises SourceNotFound for an id that names nothing, UsageError for a wrong wish.
    """

    def accept(self, statement: str, *, who: str, because: str, seen: int | None = None) -> Correction:
        """Say that a statement is right as it is shown."""
        ...

    def reject(self, statement: str, *, who: str, because: str, seen: int | None = None) -> Correction:
        """Say that this is no statement: it is left out of every list that doesn't ask for it."""
        ...

    def respan(self, statement: str, spans: Spans, *, who: str, because: str, seen: int | None = None) -> Correction:
        """Say where source, cue and content stand. Raises UsageError where a span isn't a slice of the article."""
        ...

    def reassign(self, statement: str, speaker: str, *, who: str, because: str, seen: int | None = None) -> Correction:
        """Say who said it: a speaker's id, or a name; empty where the page does not say who."""
        ...

    def together(self, statement: str, other: str, *, who: str, because: str) -> Correction:
        """Say that two statements put forward the same."""
        ...

    def apart(self, statement: str, other: str, *, who: str, because: str) -> Correction:
        """Say that two statements don't put forward the same."""
        ...

    def no_contest(self, claim: str, *, who: str, because: str) -> Correction:
        """Say that nobody disputes anything in a claim."""
        ...

    def origin(self, article: str, *, who: str, because: str) -> Correction:
        """Say that the story which an article carries began in it."""
        ...

    def no_copy(self, article: str, *, who: str, because: str) -> Correction:
        """Say that an article is no copy of another."""
        ...

    def history(self, id: str) -> list[Correction]:
        """Give the corrections of a statement, an article, a speaker or a claim (by id), the earliest first."""
        ...

    def take_over(self, corrections: Iterable[Correction]) -> TakenOver:
        """Add another store's corrections (all of them, in their order) that aren't here yet, after those that are.

        Raises UsageError on what no store gives out, and then nothing is added.
        """
        ...

    def queue(self, *, limit: int | None = None) -> Iterator[str]:
        """Name the statements that no person has judged, the least sure first."""
        ...

    def write_letter(self, id: str, text: str, *, sender: str | None = None) -> Letter:
        """Keep a reader's note on a statement or an article. Raises UsageError where it is empty or too long."""
        ...

    def letters(self, state: LetterState | None = None) -> Iterator[Letter]:
        """Give the letters, the latest first."""
        ...

    def answer_letter(self, number: int, answer: str, *, who: str, correction: int | None = None) -> Letter:
        """Answer a letter, naming the correction that it led to, if any. Raises SourceNotFound, UsageError."""
        ...
