"""Captions: which blocks belong to a picture, and how caption and credit in several blocks become one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.articles.compose import Piece, canonical
from onrecord.articles.credits import split_credit
from onrecord.articles.html_blocks import Region, TextBlock

_CAPTION_NAMES = re.compile(
    r"(?<![a-z])(?:captions?|figcaption|legend|bildunterschrift|bu|cutline|wp caption text|credits?|bildnachweis"
    r"|bildtext|image description|photographer|copyright|image source|picture info)(?![a-z])"
)
CREDIT_NAMES = re.compile(
    r"(?<![a-z])(?:credits?|copyrights?|photographer|photo by|bildnachweis|bildquelle|image source|quelle|fotograf"
    r"|attribution|agency|photocredit|imagecredit)(?![a-z])"
)
_NOT_CAPTIONS = frozenset(("td", "th", "pre", "blockquote", "li", "h1", "h2", "body", "article", "main", "table"))
_NAMED_TAGS = frozenset(("div", "p", "span", "small", "dd", "cite", "em", "i"))
_SEPARATORS = re.compile(r"[^a-z0-9]+")
_LONGEST_CREDIT = 140


def in_caption(region: Region) -> bool:
    """Does a region belong to a picture? A table or a quotation set in a `<figure>` doesn't."""
    if region.tag in _NOT_CAPTIONS:
        return False
    for level, around in enumerate(region.around()):
        if around.tag in ("figcaption", "caption", "figure"):
            return True
        if around.tag in _NOT_CAPTIONS or level > 5:
            return False
        if level < 2 and around.tag in _NAMED_TAGS and _CAPTION_NAMES.search(_SEPARATORS.sub(" ", around.names)):
            return True
    return False


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
    is_credit = len(block.text) < _LONGEST_CREDIT and CREDIT_NAMES.search(_SEPARATORS.sub(" ", block.region.names))
    return ("", _bare(block.text)) if is_credit else (block.text, None)


def _bare(credit: str) -> str:
    return credit.strip(" ()[]|©–—-")
