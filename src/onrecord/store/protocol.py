"""What every store of the record can do. SQLite's is the first; a test suite holds each one to this."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Literal, Protocol, Self

from onrecord.schema import (
    ArticleReference,
    Claim,
    Outcome,
    Page,
    Producer,
    QuotationFamily,
    Reading,
    RejectedPage,
    Speaker,
    SpeakerKind,
    Statement,
    Story,
)
from onrecord.store.connections import ConnectionStore
from onrecord.store.fetches import FetchStore
from onrecord.store.filters import NAMED_KINDS, StatementFilter
from onrecord.store.identities import IdentityStore
from onrecord.store.links import LinkStore
from onrecord.store.overview import OverviewStore
from onrecord.store.people import PeopleStore
from onrecord.store.profiles import ProfileStore
from onrecord.store.reviews import ReviewStore

AddResult = Literal["added", "known", "replaced"]
"""What became of an outcome: it is new; the record says so already; it took the place of an earlier one."""

Shown = Reading | RejectedPage | Statement | Speaker | Claim | Story | QuotationFamily
"""What an id names: an article or a read page (its reading), a rejected page, a statement, a speaker, a claim, a story
or a quotation."""

EVERY_STATEMENT = StatementFilter()


@dataclass(frozen=True, kw_only=True)
class Counts:
    """How much is on the record. `pages` have their bytes here; `speakers` are those with a name."""

    pages: int
    articles: int
    statements: int
    speakers: int
    rejected: int


class RecordStore(Protocol):
    """The record: pages, what was read from them, and the statements and speakers that one can ask for.

    A context manager; for one thread. Every method may raise a StoreError with what to do about it.
    """

    @property
    def identities(self) -> IdentityStore:
        """Who is who across articles, as far as it was reconciled, and what people said against it."""
        ...

    @property
    def fetches(self) -> FetchStore:
        """What was fetched from addresses before, so that a server is asked only whether it has changed."""
        ...

    @property
    def links(self) -> LinkStore:
        """What linking across articles keeps: items, the links between them, and groups."""
        ...

    @property
    def connections(self) -> ConnectionStore:
        """What statements and articles have to do with each other: claims, stories, quotations."""
        ...

    @property
    def overview(self) -> OverviewStore:
        """What is new, who is heard most, what was rejected; and search as one types."""
        ...

    @property
    def profiles(self) -> ProfileStore:
        """When, where and in which roles speakers are heard, and what the record was made of."""
        ...

    @property
    def reviews(self) -> ReviewStore:
        """What people say of statements, claims and stories, and what readers write to the editors."""
        ...

    @property
    def people(self) -> PeopleStore:
        """Who may look at the record and who may correct it, where it is served to others."""
        ...

    def add(self, page: Page | None, outcome: Outcome) -> AddResult:
        """Keep a page with what became of it, wholly or not at all.

        `page` is null only for a rejection before any bytes could be had. The same page from the same producer is
        "known" and changes nothing; from another producer it replaces what the machine said of it before.
        Raises ValueError where the outcome is another page's, StoreFull where there is no room.
        """
        ...

    def has(self, page_id: str, producer: Producer) -> bool:
        """Was this page read by this producer, and is that what the record says now?"""
        ...

    def statements(self, wanted: StatementFilter = EVERY_STATEMENT) -> Iterator[Statement]:
        """Give the statements that pass, the most relevant first with `about`, else the newest first."""
        ...

    def speakers(
        self, *, by: str | None = None, kinds: tuple[SpeakerKind, ...] = NAMED_KINDS, limit: int | None = None
    ) -> Iterator[Speaker]:
        """Give the speakers, those with the most statements first. An unnamed source is one article's only."""
        ...

    def reading(self, id: str) -> Reading:
        """Give the reading of an article, or of a page that was read, as the machine made it. Raises SourceNotFound."""
        ...

    def readings(self) -> Iterator[Reading]:
        """Give one reading per article, in the order in which the articles came."""
        ...

    def articles(
        self, *, publisher: str, since: str | None = None, until: str | None = None
    ) -> Iterator[ArticleReference]:
        """Give a publisher's (or a site's: `kremlin.ru`) articles, the earliest first; dates as in StatementFilter."""
        ...

    def show(self, id: str) -> Shown:
        """Give what an id or its beginning (6 characters or more) names, an article as people left it.

        Raises SourceNotFound, naming candidates.
        """
        ...

    def page_content(self, page_id: str) -> bytes:
        """Give a page's bytes as fetched. Raises SourceNotFound; StoreDamaged where they aren't what was put in."""
        ...

    def rejections(self) -> Iterator[RejectedPage]:
        """Give the pages that yielded nothing, with the reasons, in the order in which they came."""
        ...

    def producers(self, page_id: str) -> tuple[Producer, ...]:
        """Name all that ever read this page, the earliest first; the last one made what the record says now."""
        ...

    def recorded_at(self, id: str) -> str:
        """Tell when an article's (or page's) present reading came into the record: ISO 8601, UTC."""
        ...

    def counts(self) -> Counts:
        """Count what is on the record."""
        ...

    def close(self) -> None:
        """Let go of the store. Closing twice does nothing."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
