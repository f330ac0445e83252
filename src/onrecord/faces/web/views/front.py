"""The front page: search, or else what is new, who is heard most, what is contested, and what was rejected."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.faces.web.views.quoting import StatementLine, found_line
from onrecord.faces.web.views.timeline import Timeline, draw_timeline, span_of
from onrecord.schema import Claim, SpeakerReference
from onrecord.store import Counts
from onrecord.store.overview import ArticleSummary, Found, HeardSpeaker, RejectionReason

_HEADLINES, _NAMES = 6, 8


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker with the drawing of when they were heard."""

    id: str
    name: str
    role: str | None
    statements: int
    timeline: Timeline


class SearchResults(msgspec.Struct, frozen=True, kw_only=True):
    """What was found for `words`. `many` says that more statements fit than were weighed: the newest are shown."""

    words: str
    statements: tuple[StatementLine, ...]
    articles: tuple[ArticleSummary, ...]
    speakers: tuple[SpeakerReference, ...]
    many: bool

    @property
    def nothing(self) -> bool:
        return not (self.statements or self.articles or self.speakers)


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """What the front page shows while nobody searches. `span` is the first and the last month heard in."""

    counts: Counts
    latest: tuple[ArticleSummary, ...]
    heard: tuple[Heard, ...]
    span: tuple[str, str] | None
    contested: tuple[Claim, ...]
    rejected: tuple[RejectionReason, ...]


class FrontPage(msgspec.Struct, frozen=True, kw_only=True):
    """Results where words were given, else the overview."""

    results: SearchResults | None
    overview: Overview | None


def search_results(words: str, found: Found) -> SearchResults:
    """Lay out what was found."""
    return SearchResults(
        words=words, statements=tuple(map(found_line, found.statements)), articles=found.articles[:_HEADLINES],
        speakers=found.speakers[:_NAMES], many=found.many,
    )  # fmt: skip


def overview(
    counts: Counts, latest: Sequence[ArticleSummary], heard: Sequence[HeardSpeaker],
    *, contested: Sequence[Claim], rejected: Sequence[RejectionReason],
) -> Overview:  # fmt: skip
    """Lay out what the record has. All timelines begin and end alike, so that one can compare them."""
    span = span_of(month.month for one in heard for month in one.months)
    return Overview(
        counts=counts, latest=tuple(latest), span=span, contested=tuple(contested), rejected=tuple(rejected),
        heard=tuple(_heard(one, span) for one in heard),
    )  # fmt: skip


def _heard(one: HeardSpeaker, span: tuple[str, str] | None) -> Heard:
    drawn = draw_timeline(one.months, span) if span else Timeline(bars=(), told="on no known day")
    return Heard(id=one.id, name=one.name, role=one.role, statements=one.statements, timeline=drawn)
