"""Stories with their carriers and versions."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from onrecord.faces.web.views.correcting import CorrectionLine, correction_line
from onrecord.faces.web.views.differing import Run, compare_articles, runs_of
from onrecord.faces.web.views.paging import Paging
from onrecord.faces.web.views.quotations import QuotationCard
from onrecord.schema import Article, Carrier, Correction, Story


class StoriesPage(msgspec.Struct, frozen=True, kw_only=True):
    """Stories that more than one article carries, the most carried first, and quotations whose words changed."""

    stories: tuple[Story, ...]
    paging: Paging
    changed: tuple[QuotationCard, ...]


class StoryPage(msgspec.Struct, frozen=True, kw_only=True):
    """A story, and one of its carriers beside the origin with what it did to each paragraph."""

    story: Story
    origin: Carrier
    beside: Carrier | None
    differences: tuple[Run, ...]
    history: tuple[CorrectionLine, ...]

    @property
    def changed(self) -> int:
        return sum(len(run.paragraphs) for run in self.differences if run.change != "same")


def picked_carrier(story: Story, article: str | None) -> Carrier | None:
    """Return the carrier to show beside the origin: the one asked for by id, or else the first."""
    others = story.carriers[1:]
    if article:
        return next((one for one in others if one.article.id == article), None)
    return others[0] if others else None


def story_page(
    story: Story, beside: Carrier | None, texts: tuple[Article, Article] | None, corrections: Iterable[Correction] = ()
) -> StoryPage:
    """Lay a story out; `texts` are the origin's and the carrier's articles, `corrections` people's word on them."""
    differences = runs_of(compare_articles(*texts)) if texts else ()
    return StoryPage(
        story=story,
        origin=story.carriers[0],
        beside=beside,
        differences=differences,
        history=tuple(map(correction_line, corrections)),
    )
