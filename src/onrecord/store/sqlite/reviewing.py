"""People's judgement of statements, claims and stories in the SQLite store, as `ReviewStore` describes it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

import msgspec

from onrecord.errors import UsageError
from onrecord.schema import Correction, CorrectionKind, Letter, LetterState, Place, Spans
from onrecord.store.filters import check_limit
from onrecord.store.reviews import TakenOver
from onrecord.store.sqlite.connecting import Each
from onrecord.store.sqlite.correcting import insert_correction
from onrecord.store.sqlite.correction_log import signed
from onrecord.store.sqlite.histories import check_seen, history_of
from onrecord.store.sqlite.identities import Explained
from onrecord.store.sqlite.letters import insert_answer, insert_letter, select_letters
from onrecord.store.sqlite.reassigning import choose_speaker
from onrecord.store.sqlite.respanning import with_spans
from onrecord.store.sqlite.reviewed import (
    Found,
    find_statement,
    place_of,
    place_of_article,
    select_queue,
    sides_of_claim,
)
from onrecord.store.sqlite.taking_over import take_over
from onrecord.store.sqlite.writing import transaction


class SqliteReviews:
    """Works on the store's own connection; `each` gives long lists from a connection of their own."""

    def __init__(
        self, connection: sqlite3.Connection, explained: Explained, each: Each, clock: Callable[[], datetime]
    ) -> None:
        self._connection = connection
        self._explained = explained
        self._each = each
        self._clock = clock

    def accept(self, statement: str, *, who: str, because: str, seen: int | None = None) -> Correction:
        with self._writing():
            found = self._find(statement, seen)
            return self._insert("accept", (who, because), places=(found.place,), attribution=found.attribution)

    def reject(self, statement: str, *, who: str, because: str, seen: int | None = None) -> Correction:
        with self._writing():
            found = self._find(statement, seen)
            return self._insert("reject", (who, because), places=(found.place,), attribution=found.attribution)

    def respan(self, statement: str, spans: Spans, *, who: str, because: str, seen: int | None = None) -> Correction:
        with self._writing():
            found = self._find(statement, seen)
            made = with_spans(self._connection, found, spans)
            spans = Spans(source=made.source, cue=made.cue, content=made.content)
            return self._insert("respan", (who, because), places=(found.place,), attribution=made, spans=spans)

    def reassign(self, statement: str, speaker: str, *, who: str, because: str, seen: int | None = None) -> Correction:
        with self._writing():
            found = self._find(statement, seen)
            speakers, anchors = choose_speaker(self._connection, found.article, speaker)
            return self._insert(
                "reassign", (who, because), places=(found.place,), subjects=(anchors,) if anchors else (),
                attribution=msgspec.structs.replace(found.attribution, speakers=speakers),
                names=tuple(one.name for one in speakers),
            )  # fmt: skip

    def together(self, statement: str, other: str, *, who: str, because: str) -> Correction:
        with self._writing():
            return self._insert("together", (who, because), places=self._pair(statement, other))

    def apart(self, statement: str, other: str, *, who: str, because: str) -> Correction:
        with self._writing():
            return self._insert("apart", (who, because), places=self._pair(statement, other))

    def no_contest(self, claim: str, *, who: str, because: str) -> Correction:
        with self._writing():
            return self._insert("no_contest", (who, because), places=sides_of_claim(self._connection, claim))

    def origin(self, article: str, *, who: str, because: str) -> Correction:
        with self._writing():
            return self._insert("origin", (who, because), places=(place_of_article(self._connection, article),))

    def no_copy(self, article: str, *, who: str, because: str) -> Correction:
        with self._writing():
            return self._insert("no_copy", (who, because), places=(place_of_article(self._connection, article),))

    def history(self, id: str) -> list[Correction]:
        with self._explained():
            return history_of(self._connection, id.strip())

    def take_over(self, corrections: Iterable[Correction]) -> TakenOver:
        with self._writing():
            return take_over(self._connection, corrections)

    def queue(self, *, limit: int | None = None) -> Iterator[str]:
        check_limit(limit)
        return self._each(lambda connection: select_queue(connection, limit))

    def write_letter(self, id: str, text: str, *, sender: str | None = None) -> Letter:
        with self._writing():
            return insert_letter(self._connection, place_of(self._connection, id), text, sender, self._now())

    def letters(self, state: LetterState | None = None) -> Iterator[Letter]:
        return self._each(lambda connection: select_letters(connection, state))

    def answer_letter(self, number: int, answer: str, *, who: str, correction: int | None = None) -> Letter:
        with self._writing():
            return insert_answer(self._connection, number, answer, (who, self._now()), correction)

    def _find(self, statement: str, seen: int | None) -> Found:
        found = find_statement(self._connection, statement)
        check_seen(self._connection, found, seen)
        return found

    def _pair(self, statement: str, other: str) -> tuple[Place, Place]:
        places = find_statement(self._connection, statement).place, find_statement(self._connection, other).place
        if places[0] == places[1]:
            raise UsageError("these are one statement", remedy="Give two.")
        return places

    def _insert(self, kind: CorrectionKind, by: tuple[str, str], **told: object) -> Correction:
        """Add a correction; `by` is who and why."""
        wish = signed(kind, *by, self._clock())
        return insert_correction(self._connection, msgspec.structs.replace(wish, **told))

    def _now(self) -> str:
        return self._clock().isoformat(timespec="seconds")

    @contextmanager
    def _writing(self) -> Generator[None]:
        with self._explained(), transaction(self._connection):
            yield
