"""Who is who in the SQLite store, as `IdentityStore` describes it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime

from onrecord.errors import UsageError
from onrecord.schema import Anchor, Appearance, Correction, Evidence, Reading
from onrecord.store.identities import BlockAnswer
from onrecord.store.sqlite.appearing import (
    insert_appearances,
    select_appearances,
    select_evidence,
    select_stale_blocks,
    select_unseen,
    write_answer,
)
from onrecord.store.sqlite.correcting import (
    anchors_of,
    apply_corrections,
    check_undo,
    insert_correction,
    select_corrections,
    taken_away,
)
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
            subjects = [self._anchors(kept), self._anchors(other)]
            return insert_correction(self._connection, "merge", self._signed(who, because), subjects=subjects)

    def split(
        self, id: str, *, names: Sequence[str] = (), articles: Sequence[str] = (), who: str, because: str
    ) -> Correction:
        with self._writing():
            whole = [find_article(self._connection, article) for article in articles]
            taken = anchors_of(self._connection, id, whole) if whole else []
            subjects = [self._anchors(id), taken]
            self._check_split(id, Correction(number=0, kind="split", who=who, at="", because=because,
                                             subjects=tuple(map(tuple, subjects)), names=tuple(names)))  # fmt: skip
            return insert_correction(
                self._connection, "split", self._signed(who, because), subjects=subjects, names=names
            )

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
            signed = self._signed(who, because)
            return insert_correction(
                self._connection, "rename", signed, subjects=[self._anchors(id)], names=[name.strip()]
            )

    def undo(self, number: int, *, who: str, because: str) -> Correction:
        with self._writing():
            check_undo(self._connection, number)
            return insert_correction(self._connection, "undo", self._signed(who, because), undoes=number)

    def corrections(self) -> list[Correction]:
        with self._explained():
            return select_corrections(self._connection)

    def evidence(self, id: str) -> list[Evidence]:
        with self._explained():
            return select_evidence(self._connection, find_speaker(self._connection, id))

    def _anchors(self, id: str) -> list[Anchor]:
        anchors = anchors_of(self._connection, id)
        if not anchors:
            raise UsageError(f"{id} has not been reconciled yet", remedy="Run `onrecord reconcile` first.")
        return anchors

    def _signed(self, who: str, because: str) -> tuple[str, str, str]:
        if not because.strip() or not who.strip():
            raise UsageError("a correction has a person and a reason", remedy="Give --because, and --who.")
        return who.strip(), self._clock().isoformat(timespec="seconds"), because.strip()

    @contextmanager
    def _writing(self) -> Generator[None]:
        with self._explained(), transaction(self._connection):
            yield
