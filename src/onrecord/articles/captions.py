"""Captions: which blocks belong to a picture, and how caption and credit in several blocks become one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from onrecord.articles.compose import Piece, canonical
from onrecord.articles.credits import split_credit
from onrecord.articles.html_blocks import Region, TextBlock

_CAPTION_NAMES = re.compile(
    r"(?<![a-z])(?:captions?|figcaption|legend|bildunterschrift|bu|cutline|wp caption text|credits?|bildnachweis"
    r"|bildtext|image description|photographer|copyright|image source|picture info)(?![a-z])"
)
_CREDIT_NAMES = re.compile(
    r"(?<![a-z])(?:credits?|copyrights?|photographer|photo by|bildnachweis|bildquelle|image source|quelle|fotograf"
    r"|attribution|agency|photocredit|imagecredit)(?![a-z])"
)
# What holds a picture and its line: "image-container", "gallery-item", "main-image", "absatzbild".
_PICTURE_NAMES = re.compile(
    r"(?<![a-z])(?:images?|img|pictures?|pic|photos?|gallery|galerie|\w*bild|foto|lightbox|thumb"
    r"|media (?:info|lead|text))(?![a-z])"
)
_LONGEST_CAPTION = 400
_NOT_CAPTIONS = frozenset(("td", "th", "pre", "blockquote", "li", "body", "article", "main", "table"))
_NAMED_TAGS = frozenset(("div", "p", "span", "small", "dd", "cite", "em", "i"))
_HOLDERS = frozenset(("div", "p", "span", "a", "ul", "li", "dl", "dd"))
_SEPARATORS = re.compile(r"[^a-z0-9]+")
_LONGEST_CREDIT = 140


@lru_cache(maxsize=16_384)
def _matches(pattern: re.Pattern[str], names: str) -> bool:
    return bool(pattern.search(_SEPARATORS.sub(" ", names)))


def in_caption(region: Region) -> bool:
    """Does a region belong to a picture? A table or a quotation set in a `<figure>` doesn't."""
    if region.tag in _NOT_CAPTIONS:
        return False
    for level, around in enumerate(region.around()):
        if around.tag in ("figcaption", "caption", "figure"):
            return True
        if around.tag in _NOT_CAPTIONS or level > 5:
            return False
        is_named = around.tag in _NAMED_TAGS and (around.tag != "span" or around.pictured)
        if level < 2 and is_named and _matches(_CAPTION_NAMES, around.names):
            return True
    return False


def find_captions(blocks: Sequence[TextBlock]) -> set[int]:
    """Find the blocks that belong to pictures, by their elements or, for short ones, by the names around them."""
    sizes: Counter[int] = Counter()
    for block in blocks:
        for region in islice(block.region.around(), 3):
            sizes[region.number] += len(block.text)
    return {i for i, block in enumerate(blocks) if in_caption(block.region) or _beside_picture(block, sizes)}


def _beside_picture(block: TextBlock, sizes: Mapping[int, int]) -> bool:
    if len(block.text) > _LONGEST_CAPTION or block.link_density > 0.5 or block.tag in _NOT_CAPTIONS - {"li"}:
        return False
    near = [
        region
        for region in islice(block.region.around(), 3)
        if sizes[region.number] <= _LONGEST_CAPTION and region.tag in _HOLDERS
    ]
    if any(_matches(_PICTURE_NAMES, region.names) for region in near):
        return True
    # A picture and one line without a full stop: "Chelsea fans with a banner", "The school in Tristach © Jane Roe".
    is_line = block.tag == "div" and (block.text[-1] not in ".!?:" or split_credit(block.text)[1] is not None)
    return is_line and len(block.text) > 20 and any(region.pictured for region in near)


def merge_captions(blocks: Sequence[TextBlock]) -> Iterator[tuple[TextBlock, Piece | None]]:
    """Pair each caption block with its piece; one that only credits, or repeats, pairs with None.

    `<figcaption>Putin speaks.<span class="credit">AP</span></figcaption>` is one caption with the credit "AP".
    """
    seen: set[str] = set()
    for figure in _by_figure(blocks):
        split = [_split(block) for block in figure]
        credit = next((credit for _, credit in split if credit), None)
        for block, (caption, own) in zip(figure, split, strict=True):
            if caption and canonical(caption) not in seen:
                seen.add(canonical(caption))
                yield block, Piece("caption", caption, own or credit)
            else:
                yield block, None


def _by_figure(blocks: Sequence[TextBlock]) -> Iterator[list[TextBlock]]:
    figure: list[TextBlock] = []
    for block in blocks:
        if figure and _figure(block.region) is not _figure(figure[0].region):
            yield figure
            figure = []
        figure.append(block)
    if figure:
        yield figure


def _figure(region: Region) -> Region:
    """The figure of a caption, else the region that holds caption and credit beside each other."""
    for level, around in enumerate(region.around()):
        if around.tag == "figure":
            return around
        if level > 5:
            break
    return region.parent or region


def _split(block: TextBlock) -> tuple[str, str | None]:
    caption, credit = split_credit(block.text)
    if credit:
        return caption, credit
    is_credit = len(block.text) < _LONGEST_CREDIT and _matches(_CREDIT_NAMES, block.region.names)
    return ("", _bare(block.text)) if is_credit else (block.text, None)


def _bare(credit: str) -> str:
    return credit.strip(" ()[]|©–—-")
