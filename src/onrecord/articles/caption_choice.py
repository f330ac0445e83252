"""Which of a page's captions are the story's: those of the picture above it and of the pictures between its paragraphs.

Teasers have pictures with credits, too, players have buttons in their figures, and a page's header holds the story's
first picture although nothing else there is the story's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from onrecord.articles.captions import by_figure, in_figure_beside_caption, in_strict_caption, is_credit_part
from onrecord.articles.credits import split_credit
from onrecord.articles.furniture import line_reason
from onrecord.articles.header_lines import is_date_line
from onrecord.articles.html_blocks import HEADINGS, Region, TextBlock
from onrecord.articles.picture_lines import is_photographer, says_alt
from onrecord.schema import FurnitureReason

_NEVER = frozenset(("comments", "advertisement", "newsletter"))
_BY_WORDING = frozenset(("legal", "metadata", "duplicate", "other"))
_ARROWED = re.compile(r"^[→»>›]|(?:>>|[→»›])$")
# "expandable-box__expand-icon", "newsletter-checkbox-label".
_CONTROLS = re.compile(r"(?<![a-z])(?:icons?|buttons?|btn|toggle|expand|checkbox|modal|tooltip|consent)(?![a-z])")
_LEAD_REACH = 8
_BEFORE_HEADLINE = 8
_TEASER_LEVELS = 5
_TEASER_TAGS = frozenset(("li", "aside", "nav"))


@dataclass(frozen=True, slots=True)
class StoryLines:
    """Where the story is among a page's blocks: its headline, its kept paragraphs, and what its own region holds."""

    headline: int | None
    paragraphs: Sequence[int]
    inside: Sequence[bool]
    """By region number: is the region the story's own, or in it?"""
    beside_headline: frozenset[int] = frozenset()
    """Numbers of the regions close around the headline: `<header>` holds headline and first picture, and no text."""

    @property
    def first(self) -> int:
        return self.paragraphs[0] if self.paragraphs else 0

    def between(self, at: int) -> bool:
        """Does a block stand between the story's first paragraph and its last?"""
        return bool(self.paragraphs) and self.paragraphs[0] <= at <= self.paragraphs[-1]

    def leads(self, region: Region, at: int) -> bool:
        """Does a block stand between headline and text, or shortly before the headline in its own box?"""
        if self.headline is None:
            return False
        if self.headline < at <= max(self.first, self.headline + _LEAD_REACH):
            return True
        near = islice(region.around(), _TEASER_LEVELS)
        is_own = self.inside[region.number] or any(box.number in self.beside_headline for box in near)
        return self.headline - _BEFORE_HEADLINE <= at < self.headline and is_own


def regions_beside(headline: TextBlock | None) -> frozenset[int]:
    """Number the regions around a headline that are no larger than its page's header or its article."""
    if headline is None:
        return frozenset()
    return frozenset(box.number for box in islice(headline.region.around(), 4) if box.tag not in ("body", "main"))


def choose_captions(
    blocks: Sequence[TextBlock],
    captions: Sequence[int],
    reasons: Sequence[FurnitureReason | None],
    story: StoryLines,
) -> Iterator[tuple[int, FurnitureReason | None]]:
    """Tell, of each caption block whose judgement changes, its new one: null where it is the story's caption.

    `captions` are the numbers of the blocks that `find_captions` found, ascending; `reasons` has one entry a block.
    """
    for at in _figures(blocks, captions):
        figure = [blocks[i] for i in at]
        if any(reasons[i] in _NEVER for i in at) or any(block.region.hidden for block in figure):
            continue
        is_teaser = _is_teaser(figure, at[0], story)
        keeps = not is_teaser and _is_storys(figure, at[0], story)
        for i in at:
            verdict = _why_nothing(blocks[i], figure) or ("related" if is_teaser else None)
            if (verdict and reasons[i] is None) or (
                not verdict and keeps and _is_mistaken(blocks[i], i, reasons, story)
            ):
                yield i, verdict


def keep_credits(
    blocks: Sequence[TextBlock], captions: Sequence[int], reasons: Sequence[FurnitureReason | None]
) -> Iterator[int]:
    """Tell which credits of kept captions were dropped by their wording: "© Jane Roe" as legal, "AP" as said before."""
    for at in _figures(blocks, captions):
        if all(reasons[i] for i in at):
            continue
        for i in at:
            if reasons[i] in _BY_WORDING and not blocks[i].region.hidden and is_credit_part(blocks[i]):
                yield i


def _figures(blocks: Sequence[TextBlock], captions: Sequence[int]) -> Iterator[list[int]]:
    numbers = iter(captions)
    for figure in by_figure([blocks[i] for i in captions]):
        yield list(islice(numbers, len(figure)))


def _is_storys(figure: Sequence[TextBlock], at: int, story: StoryLines) -> bool:
    """Does a figure that is surely one stand where the story's pictures stand?"""
    region = figure[0].region
    is_credited = any(split_credit(block.text)[1] or is_credit_part(block) for block in figure) or (
        len(figure) == 2 and is_photographer(figure[1], figure[0])
    )
    is_picture = is_credited and any(near.pictured for near in islice(region.around(), 3))
    is_sure = is_picture or any(in_strict_caption(block.region) or says_alt(block) for block in figure)
    return is_sure and ((story.inside[region.number] and story.between(at)) or story.leads(region, at))


def _is_mistaken(block: TextBlock, at: int, reasons: Sequence[FurnitureReason | None], story: StoryLines) -> bool:
    """Was a story's caption taken for furniture by its place? What its own wording says stands, but for credits."""
    if reasons[at] is None:
        return False
    if line_reason(block.text) is not None:
        return is_credit_part(block)
    if reasons[at] == "related" and not story.leads(block.region, at):
        return block.region.captioned and block.link_density > 0.5  # linked, with its picture, to a larger copy
    return True


def _is_teaser(figure: Sequence[TextBlock], at: int, story: StoryLines) -> bool:
    """A picture under a heading, or in a list beside the story, leads elsewhere: `<figcaption><h3>Our newsletter`."""
    if figure[0].tag in HEADINGS and not figure[0].region.captioned:
        return True
    if any(block.tag in HEADINGS for block in figure) and sum(not is_credit_part(block) for block in figure) > 1:
        return True
    around = islice(figure[0].region.around(), _TEASER_LEVELS)
    return not story.between(at) and any(region.tag in _TEASER_TAGS for region in around)


def _why_nothing(block: TextBlock, figure: Sequence[TextBlock]) -> FurnitureReason | None:
    """What stands beside a picture and is no caption: "Enlarge", "Please enable JavaScript", "→ more from abroad"."""
    if in_figure_beside_caption(block.region, figure) and not is_credit_part(block):
        return "navigation"
    if "javascript" in block.text.lower():
        return "other"
    if in_strict_caption(block.region):
        return None
    if any(near.tag in HEADINGS for near in islice(block.region.around(), 3)):
        return "metadata"  # a kicker in its headline
    if _CONTROLS.search(block.region.names):
        return "navigation"
    if _ARROWED.search(block.text) or (block.linked and not split_credit(block.text)[1]):
        return "related"
    return "metadata" if is_date_line(block.text) else None  # "By Jane Roe, 3 May, 9:15" beside her picture
