"""What one asks a store to get an overview: what is new, who is heard most, what was rejected; search as one types."""

from __future__ import annotations

from typing import Literal, Protocol

import msgspec

from onrecord.schema import ArticleReference, Origin, SpeakerKind, SpeakerReference, Stage, Statement


class ArticleSummary(msgspec.Struct, frozen=True, kw_only=True):
    """An article as a list shows it; `recorded_at` is when it came into the record (ISO 8601, UTC)."""

    article: ArticleReference
    section: str | None
    agency: str | None
    statements: int
    recorded_at: str


class MonthCount(msgspec.Struct, frozen=True):
    """How many statements fall into a month, written `2025-03`."""

    month: str
    statements: int


class HeardSpeaker(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker by the id across articles, as most articles call their role, and how often they were heard: in all,
    and in each month in which they were, the earliest first.
    """

    id: str
    name: str
    kind: SpeakerKind
    role: str | None
    statements: int
    months: tuple[MonthCount, ...]


class RejectionReason(msgspec.Struct, frozen=True, kw_only=True):
    """How many pages gave nothing for one reason, and the latest of them as an example."""

    stage: Stage
    reason: str
    pages: int
    detail: str
    example: Origin


class Fragment(msgspec.Struct, frozen=True):
    """A stretch of text; `matched` where it is what was searched for."""

    text: str
    matched: bool


class FoundStatement(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that a search found; the fragments make up its contents, joined by ` … `."""

    statement: Statement
    fragments: tuple[Fragment, ...]


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a search found: the best of each kind. `many` says that more statements fit than were weighed."""

    statements: tuple[FoundStatement, ...] = ()
    articles: tuple[ArticleSummary, ...] = ()
    speakers: tuple[SpeakerReference, ...] = ()
    many: bool = False


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """What an id's beginning may mean, and what it is called."""

    id: str
    kind: Literal["article", "statement", "speaker"]
    title: str


class OverviewStore(Protocol):
    """The part of a store that a reading room's front page and search ask. Nothing here changes the record."""

    def latest_articles(self, *, limit: int) -> list[ArticleSummary]:
        """Give the articles that came last, the newest first."""
        ...

    def most_heard(self, *, limit: int) -> list[HeardSpeaker]:
        """Give the speakers with the most statements, those with the most first."""
        ...

    def rejection_reasons(self) -> list[RejectionReason]:
        """Tell for which reasons pages gave nothing, the most frequent first."""
        ...

    def search(self, words: str, *, limit: int) -> Found:
        """Find what somebody is typing: the last word may be only begun. Empty where there is nothing to look for.

        Statements in contents, headlines and speakers' names, as `StatementFilter.about`; at most `limit` of each kind.
        """
        ...

    def candidates(self, typed: str, *, limit: int) -> list[Candidate]:
        """Give what an id that begins so may be, for whoever typed one that is nothing."""
        ...
