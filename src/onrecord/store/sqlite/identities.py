"""Who is who in the SQLite store, as `IdentityStore` describes it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime

import msgspec

from onrecord.errors import UsageError
from onrecord.schema import Anchor, Appearance, Correction, CorrectionKind, Evidence, Reading
from onrecord.store.identities import BlockAnswer
from onrecord.store.sqlite.anchoring import anchors_of
from onrecord.store.sqlite.appearing import (
    insert_appearances,
    select_appearances,
    select_evidence,
    select_stale_blocks,
    select_unseen,
    write_answer,
)
from onrecord.store.sqlite.correcting import apply_corrections, insert_correction, taken_away
from onrecord.store.sqlite.correction_log import check_undo, select_corrections, select_numbered, signed
from onrecord.store.sqlite.finding import find_article, find_named_speaker, find_speaker
from onrecord.store.sqlite.writing import transaction

SPEAKERS = "speakers"
"""The part of reconciling that keeps appearances; claims and reprints are others."""

Explained = Callable[[], AbstractContextManager[None]]
ReadingsOf = Callable[[Callable[[sqlite3.Connection], Iterator[Reading]]], Iterator[Reading]]


class SqliteIdentities:
    """Works on the store's own connection; `each` gives rows from a connection of their own."""

    def __init__(
        self, connection: sqlite3.Connection, explained: Explained, each: ReadingsOf, clock: Callable[[], datetime]
    ) -> None:
        self._connection = connection
        self._explained = explained
        self._each = each
        self._clock = clock

    def unseen(self, part: str, rules: str) -> Iterator[Reading]:
        return self._each(lambda connection: select_unseen(connection, part, rules))

    def keep_appearances(self, rules: str, found: Sequence[tuple[str, Sequence[Appearance]]]) -> None:
        with self._writing():
            for article, appearances in found:
                insert_appearances(self._connection, (SPEAKERS, rules), article, appearances)

    def stale_blocks(self) -> list[str]:
        with self._explained():
            return select_stale_blocks(self._connection)

    def appearances(self, block: str) -> list[Appearance]:
        with self._explained():
            return select_appearances(self._connection, block)

    def keep_answers(self, answers: Sequence[BlockAnswer]) -> int:
        with self._writing():
            changed = sum(write_answer(self._connection, answer) for answer in answers)
            apply_corrections(self._connection)
        return changed

    def speaker(self, typed: str) -> str:
        with self._explained():
            return find_named_speaker(self._connection, typed)

    def merge(self, kept: str, other: str, *, who: str, because: str) -> Correction:
        with self._writing():
            if kept == other:
                raise UsageError("these are one speaker already", remedy="`onrecord speakers evidence` tells why.")
            subjects = self._anchors(kept), self._anchors(other)
            return self._insert(self._signed("merge", who, because), subjects=subjects)

    def split(
        self, id: str, *, names: Sequence[str] = (), articles: Sequence[str] = (), who: str, because: str
    ) -> Correction:
        with self._writing():
            whole = [find_article(self._connection, article) for article in articles]
            taken = tuple(anchors_of(self._connection, id, whole)) if whole else ()
            wish = self._signed("split", who, because)
            wish = msgspec.structs.replace(wish, subjects=(self._anchors(id), taken), names=tuple(names))
            self._check_split(id, wish)
            return self._insert(wish)

    def _check_split(self, id: str, correction: Correction) -> None:
        taken = len(list(taken_away(self._connection, id, correction)))
        query = "SELECT count(*) FROM appearances WHERE identity = ?"
        if taken == 0 or taken == self._connection.execute(query, (id,)).fetchone()[0]:
            what = "nothing" if taken == 0 else "everything"
            raise UsageError(
                f"that would take {what} away",
                remedy="`onrecord speakers evidence` lists the names and articles of a speaker.",
            )

    def rename(self, id: str, name: str, *, who: str, because: str) -> Correction:
        if not name.strip():
            raise UsageError("an empty name is none", remedy="Give the name to show.")
        with self._writing():
            wish = self._signed("rename", who, because)
            return self._insert(wish, subjects=(self._anchors(id),), names=(name.strip(),))

    def undo(self, number: int, *, who: str, because: str) -> Correction:
        with self._writing():
            check_undo(self._connection, number)
            return self._insert(self._signed("undo", who, because), undoes=number)

    def corrections(self) -> list[Correction]:
        with self._explained():
            return select_corrections(self._connection)

    def correction(self, number: int) -> Correction | None:
        with self._explained():
            return next(iter(select_numbered(self._connection, [number])), None)

    def evidence(self, id: str) -> list[Evidence]:
        with self._explained():
            return select_evidence(self._connection, find_speaker(self._connection, id))

    def _anchors(self, id: str) -> tuple[Anchor, ...]:
        anchors = anchors_of(self._connection, id)
        if not anchors:
            raise UsageError(f"{id} has not been reconciled yet", remedy="Run `onrecord reconcile` first.")
        return tuple(anchors)

    def _signed(self, kind: CorrectionKind, who: str, because: str) -> Correction:
        return signed(kind, who, because, self._clock())

    def _insert(self, correction: Correction, **told: object) -> Correction:
        return insert_correction(self._connection, msgspec.structs.replace(correction, **told))

    @contextmanager
    def _writing(self) -> Generator[None]:
        with self._explained(), transaction(self._connection):
            yield
