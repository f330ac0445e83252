"""The record in one SQLite file, as `RecordStore` describes it."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import msgspec

from onrecord.errors import SourceNotFound, StoreDamaged
from onrecord.schema import (
    ArticleReference,
    Outcome,
    Page,
    PageReference,
    Producer,
    Reading,
    RejectedPage,
    Speaker,
    SpeakerKind,
    Statement,
)
from onrecord.store.filters import NAMED_KINDS, StatementFilter, check_limit
from onrecord.store.protocol import EVERY_STATEMENT, AddResult, Counts, RecordStore, Shown
from onrecord.store.sqlite.article_lists import select_articles
from onrecord.store.sqlite.connecting import SqliteConnections
from onrecord.store.sqlite.fetches import SqliteFetches
from onrecord.store.sqlite.finding import find_article, find_id, find_speaker, look_up
from onrecord.store.sqlite.identities import SqliteIdentities
from onrecord.store.sqlite.linking import SqliteLinks
from onrecord.store.sqlite.opening import connect, connect_for_reading
from onrecord.store.sqlite.overviewing import SqliteOverview
from onrecord.store.sqlite.packing import printable_origin, unpack
from onrecord.store.sqlite.people import SqlitePeople
from onrecord.store.sqlite.problems import explained
from onrecord.store.sqlite.profiling import SqliteProfiles
from onrecord.store.sqlite.querying import (
    count_record,
    reading_of,
    select_producers,
    select_readings,
    select_rejections,
    select_speakers,
    select_statements,
)
from onrecord.store.sqlite.reviewing import SqliteReviews
from onrecord.store.sqlite.writing import add_outcome, has_reading, transaction

T = TypeVar("T")
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


def open_store(path: str | os.PathLike[str], *, create: bool = False) -> RecordStore:
    """Open the record at `path`; with `create`, begin one where nothing is.

    Raises StoreNotFound, StoreTooNew, StoreDamaged (not a store, or a damaged one), StoreFull, StoreError.
    """
    return SqliteStore(Path(path), create=create)


class SqliteStore:
    """One connection to the record's file; readers in other processes and threads open their own."""

    def __init__(self, path: Path, *, create: bool = False, clock: Clock = utc_now) -> None:
        self.path = path
        self._clock = clock
        self._connection = connect(path, create=create)
        self.identities = SqliteIdentities(self._connection, self._explained, self._each, clock)
        self.fetches = SqliteFetches(self._connection, self._explained)
        self.links = SqliteLinks(self._connection, self._explained, self._each)
        self.connections = SqliteConnections(self._connection, self._explained, self._each)
        self.reviews = SqliteReviews(self._connection, self._explained, self._each, clock)
        self.people = SqlitePeople(self._connection, self._explained, clock)
        self.overview = SqliteOverview(self._connection, self._explained)
        self.profiles = SqliteProfiles(self._connection, self._explained)

    def add(self, page: Page | None, outcome: Outcome) -> AddResult:
        outcome = _storable(page, outcome)
        at = self._clock().isoformat(timespec="seconds")
        with self._explained(), transaction(self._connection):
            return add_outcome(self._connection, page, outcome, at)

    def has(self, page_id: str, producer: Producer) -> bool:
        with self._explained():
            return has_reading(self._connection, page_id, producer)

    def statements(self, wanted: StatementFilter = EVERY_STATEMENT) -> Iterator[Statement]:
        # Ids are looked up now, not when the first statement is asked for: a mistyped one is told at the call.
        with self._explained():
            if wanted.article is not None:
                wanted = replace(wanted, article=find_article(self._connection, wanted.article))
            if wanted.speaker is not None:
                wanted = replace(wanted, speaker=find_speaker(self._connection, wanted.speaker))
        return self._each(lambda connection: select_statements(connection, wanted))

    def speakers(
        self, *, by: str | None = None, kinds: tuple[SpeakerKind, ...] = NAMED_KINDS, limit: int | None = None
    ) -> Iterator[Speaker]:
        check_limit(limit)
        return self._each(lambda connection: select_speakers(connection, by, kinds, limit))

    def reading(self, id: str) -> Reading:
        with self._explained():
            reading = reading_of(self._connection, id) or reading_of(self._connection, find_id(self._connection, id))
        if reading is None:
            raise SourceNotFound(f"{id!r} is not an article's id", remedy="`onrecord show` tells what an id names.")
        return reading

    def readings(self) -> Iterator[Reading]:
        return self._each(select_readings)

    def articles(
        self, *, publisher: str, since: str | None = None, until: str | None = None
    ) -> Iterator[ArticleReference]:
        days = StatementFilter(since=since, until=until)
        return self._each(lambda connection: select_articles(connection, publisher, days.first_day, days.last_day))

    def show(self, id: str) -> Shown:
        with self._explained():
            whole = find_id(self._connection, id)
            shown = look_up(self._connection, whole)
        if shown is None:
            raise StoreDamaged(f"{whole} has lost what it names", remedy="Restore the store from a copy.")
        return shown

    def page_content(self, page_id: str) -> bytes:
        with self._explained():
            row = self._connection.execute("SELECT content FROM pages WHERE id = ?", (page_id,)).fetchone()
            if row is None:
                raise SourceNotFound(f"no bytes of the page {page_id!r} are here", remedy="Give a page's whole id.")
            content = unpack(row[0])
        if "sha256:" + hashlib.sha256(content).hexdigest() != page_id:
            raise StoreDamaged(
                f"the bytes of {page_id} are not what was put in", remedy="Restore the store from a copy."
            )
        return content

    def rejections(self) -> Iterator[RejectedPage]:
        return self._each(select_rejections)

    def producers(self, page_id: str) -> tuple[Producer, ...]:
        with self._explained():
            return select_producers(self._connection, page_id)

    def recorded_at(self, id: str) -> str:
        query = """
            SELECT recorded_at FROM readings WHERE number = (SELECT reading FROM articles WHERE id = ?1)
            UNION ALL SELECT recorded_at FROM readings WHERE page = ?1 AND outcome IS NOT NULL"""
        with self._explained():
            row = self._connection.execute(query, (id,)).fetchone()
        if row is None:
            raise SourceNotFound(f"{id!r} is not an article's id", remedy="`onrecord show` tells what an id names.")
        return row[0]

    def counts(self) -> Counts:
        with self._explained():
            return count_record(self._connection)

    def close(self) -> None:
        with self._explained():
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _explained(self) -> Generator[None]:
        """Turn what SQLite or a damaged row raises into a StoreError that names the remedy."""
        try:
            with explained(self.path):
                yield
        except (zlib.error, msgspec.DecodeError) as error:
            raise StoreDamaged(f"{self.path} is damaged ({error})", remedy="Restore the store from a copy.") from error

    def _each(self, select: Callable[[sqlite3.Connection], Iterator[T]]) -> Iterator[T]:
        """Give rows as they come, from the record as it stood at the first of them."""
        # On a connection of their own: rows that an `add` takes away meanwhile must not vanish under the reader.
        with self._explained(), closing(connect_for_reading(self.path)) as connection:
            connection.execute("BEGIN")
            yield from select(connection)


def _storable(page: Page | None, outcome: Outcome) -> Outcome:
    """Check that page and outcome belong together; make the origin valid Unicode. Raises ValueError."""
    if page is not None and page.id != outcome.page.id:
        raise ValueError(f"the outcome is of {outcome.page.id}, not of the page {page.id}")
    origin = printable_origin(outcome.page.origin)
    if origin == outcome.page.origin:
        return outcome
    reference: PageReference = msgspec.structs.replace(outcome.page, origin=origin)
    return msgspec.structs.replace(outcome, page=reference)
