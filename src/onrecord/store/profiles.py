"""What one asks a store for profiles: when, where and as what a speaker is heard, and what the record was made of."""

from __future__ import annotations

from typing import Protocol

import msgspec

from onrecord.schema import ArticleReference, Producer


class HeardCount(msgspec.Struct, frozen=True):
    """How many of a speaker's statements a publisher carried in a month, written `2025-03`. Null where unknown."""

    publisher: str | None
    month: str | None
    statements: int


class RoleEvidence(msgspec.Struct, frozen=True, kw_only=True):
    """A role in the words of the articles that give it: in how many, from when to when (ISO days), and the latest."""

    role: str
    articles: int
    first: str | None
    last: str | None
    latest: ArticleReference


class PublisherCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many articles of a publisher are on the record, from when to when (ISO days)."""

    publisher: str | None
    articles: int
    first: str | None
    last: str | None


class ProducerCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many pages stand on the record as this producer read them, and when it began and ended (ISO, UTC)."""

    producer: Producer
    pages: int
    first: str
    last: str


class ProfileStore(Protocol):
    """The part of a store that pages about a speaker, and about the whole record, ask. Nothing here changes the record.

    A speaker is named by the id across articles. What a person rejected doesn't count.
    """

    def heard(self, speaker: str) -> list[HeardCount]:
        """Count a speaker's statements by publisher and month."""
        ...

    def roles(self, speaker: str, *, limit: int) -> list[RoleEvidence]:
        """Give the roles in which a speaker appears, those in most articles first."""
        ...

    def publishers(self) -> list[PublisherCount]:
        """Give the publishers on the record, those with most articles first."""
        ...

    def producers(self) -> list[ProducerCount]:
        """Tell who read what is on the record now, whoever read most first."""
        ...
