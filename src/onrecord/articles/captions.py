"""Captions: which blocks belong to a picture, and how caption and credit in several blocks become one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice

from onrecord.articles.caption_names import names_caption, names_caption_only, names_credit
from onrecord.articles.caption_parts import LONGEST_CREDIT, CaptionPart, settle_parts
from onrecord.articles.compose import Piece, canonical
from onrecord.articles.credits import bare_credit, is_credit, last_label
from onrecord.articles.html_blocks import Region, TextBlock
from onrecord.articles.picture_lines import find_picture_lines, is_photographer
from onrecord.articles.tags import NO_CAPTIONS
from onrecord.schema import FurnitureReason

_NAMED_TAGS = frozenset(("div", "p", "span", "small", "dd", "cite", "em", "i", "strong", "b"))
_INLINE_TAGS = frozenset(("span", "small", "cite", "em", "i", "strong", "b", "a", "font", "time"))
_PICTURE_REACH = 4
_CAPTION_REACH = 6
_LONGEST_TOLD = 600


def in_caption(region: Region) -> bool:
    """Does a region belong to a picture? A table or a quotation set in a `<figure>` doesn't."""
    if region.to_figure == 0:
        return True
    if region.tag in NO_CAPTIONS:
        return False
    if _is_named_caption(region):
        return True
    parent = region.parent
    if parent is None or parent.tag in NO_CAPTIONS:
        return False
    return region.to_figure <= _CAPTION_REACH or _is_named_caption(parent)


def _is_named_caption(region: Region) -> bool:
    tag = region.tag
    if not region.names or tag not in _NAMED_TAGS or (tag == "span" and region.pictures is None):
        return False
    return names_caption(region.names)


def find_captions(blocks: Sequence[TextBlock]) -> set[int]:
    """Find the blocks that belong to pictures, by their elements or, for short ones, by the names around them."""
    return {i for i, block in enumerate(blocks) if in_caption(block.region)} | find_picture_lines(blocks)


def is_pictured(region: Region) -> bool:
    """Is there a picture close by?"""
    return any(near.pictured for near in islice(region.around(), _PICTURE_REACH))


@dataclass(slots=True)
class _Settled:
    """One caption element: its blocks, and what they say as one caption and one credit."""

    blocks: list[TextBlock]
    caption: str
    credit: str | None
    shown: TextBlock = field(init=False)

    def __post_init__(self) -> None:
        self.shown = next((block for block in self.blocks if block.text[:12] in self.caption), self.blocks[0])


def in_strict_caption(region: Region) -> bool:
    """Is a region a `<figcaption>`, a `<figure>`, or by its names a caption or a credit, or in such an element?"""
    return region.captioned or in_caption(region)


def in_figure_beside_caption(region: Region, figure: Sequence[TextBlock]) -> bool:
    """Does a region stand in a `<figure>` outside of the `<figcaption>` that the figure has?"""
    around = {near.tag for near in islice(region.around(), 6)}
    if "figure" not in around or "figcaption" in around or names_credit(region.names):
        return False
    return any(near.tag == "figcaption" for block in figure for near in islice(block.region.around(), 6))


def merge_captions(blocks: Sequence[TextBlock]) -> Iterator[tuple[TextBlock, Piece | FurnitureReason | None]]:
    """Pair each caption block with its piece, with the reason for which it is none, or, where it is a part, None.

    `<figcaption>Putin speaks.<span class="credit">AP</span></figcaption>` is one caption with the credit "AP". A
    picture that has a credit and no caption gives a piece without text; a credit far from any picture is metadata;
    a caption shown before is a duplicate.
    """
    seen: set[str] = set()
    for figure in by_figure(blocks):
        settled = _with_shared_credits([_settle(element) for element in _by_element(figure)])
        for element in settled:
            if element.caption and element.credit is None:
                element.credit = _credit_of_image(element.shown.region)
        has_caption = any(element.caption for element in settled)
        for element in settled:
            made = _piece(element, has_caption)
            if isinstance(made, Piece):
                key = canonical(made.text) or f"© {made.credit}"
                made = "duplicate" if key in seen else made
                seen.add(key)
            for block in element.blocks:
                yield block, made if block is element.shown or not isinstance(made, Piece) else None


def _piece(element: _Settled, has_caption: bool) -> Piece | FurnitureReason | None:
    if element.caption:
        return Piece("caption", element.caption, element.credit)
    if has_caption:
        return None
    return Piece("caption", "", element.credit) if element.credit and _is_pictures(element.shown) else "metadata"


def _is_pictures(credit: TextBlock) -> bool:
    """Does a credit without a caption stand on a picture? A name in an author's box does not."""
    near = list(islice(credit.region.around(), 5))
    in_list = any(region.tag == "li" for region in near)
    is_close = credit.region.captioned or any(region.tag == "figure" for region in near)
    return not in_list and (is_close or (is_credit_part(credit) and any(region.pictured for region in near[:2])))


def by_figure(blocks: Sequence[TextBlock]) -> Iterator[list[TextBlock]]:
    """Group the blocks of captions that follow each other in one figure."""
    for _, figure in groupby(blocks, key=lambda block: _figure(block.region).number):
        yield list(figure)


def _figure(region: Region) -> Region:
    """The figure of a caption, else its caption element, else what holds caption and credit beside each other."""
    best = region.parent or region
    if region.tag in _INLINE_TAGS:  # `<div class="info">The women.<span class="credit">Jane Roe</span></div>`
        best = best.parent or best
    for level, around in enumerate(region.around()):
        if around.tag == "figure":
            return around
        if around.tag == "figcaption" or (around.captioned and level):
            best = around.parent or around
        if level > 5:
            break
    return best


def _by_element(figure: Sequence[TextBlock]) -> Iterator[list[TextBlock]]:
    for _, element in groupby(figure, key=lambda block: _element(block.region).number):
        yield list(element)


def _element(region: Region) -> Region:
    """The outermost caption element around a region, inside of its figure; else the block that a `<span>` stands in."""
    best = region
    for around in region.around():
        if around.tag == "figcaption":
            return around
        if around.tag == "figure" or not (around.captioned or around.tag in _INLINE_TAGS):
            break
        best = around
    return best


def _settle(blocks: list[TextBlock]) -> _Settled:
    element = _element(blocks[0].region)
    return _Settled(blocks, *settle_parts([CaptionPart(block.text, _is_named(block, element)) for block in blocks]))


def _is_named(block: TextBlock, element: Region) -> bool:
    """Do names of a block's element say that it is a credit? In a caption, "author" and "source" say it, too."""
    for around in block.region.around():
        if around is element:
            return names_credit(around.names) and not names_caption_only(around.names)
        if names_credit(around.names, in_caption=True):
            return True
    return False


def is_credit_part(block: TextBlock) -> bool:
    """Is a block nothing but a picture's credit, by the names of its element or by its wording?"""
    return len(block.text) <= LONGEST_CREDIT and (_is_named(block, _element(block.region)) or is_credit(block.text))


def _credit_of_image(region: Region) -> str | None:
    """Read the credit in an image's `title` or `alt`, "Firefighters | Bildquelle: WDR / Biernat", behind its label."""
    images = next((near.pictures for near in islice(region.around(), _PICTURE_REACH) if near.pictures), ())
    if len(images) != 1:
        return None
    (image,) = images
    for told in (image.title, image.alt):
        if told and len(told) < _LONGEST_TOLD and (label := last_label(told)) is not None:
            return bare_credit(told[label:])
    return None


def _with_shared_credits(elements: list[_Settled]) -> list[_Settled]:
    """Give a credit in an element of its own to the caption before it, else to the one after it, that has none."""
    if len(elements) == 2 and all(element.caption and not element.credit for element in elements):
        said, names = elements
        if is_photographer(names.shown, said.shown):
            said.credit, names.caption = names.caption, ""
    waiting: str | None = None
    before: _Settled | None = None
    lone = [element.credit for element in elements if element.credit and not element.caption]
    for element in elements:
        if element.caption:
            element.credit = element.credit or waiting
            before, waiting = element, None
        elif before is not None and element.credit and (before.credit is None or element.credit[0] == "/"):
            before.credit = (before.credit or "") + element.credit
        else:
            waiting = element.credit
    if len(lone) == 1:  # one credit for every picture of the figure
        for element in elements:
            element.credit = element.credit or lone[0]
    return elements
