"""Captions: which blocks belong to a picture, and how caption and credit in several blocks become one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, islice

from onrecord.articles.compose import Piece, canonical
from onrecord.articles.credits import is_credit, split_credit
from onrecord.articles.html_blocks import Region, TextBlock
from onrecord.schema import FurnitureReason

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
_ONLY_LABEL = re.compile(
    r"\W*(?:(?:image|photo|picture|credit|foto|bild|video|image credit|photo credit)\W*)?", re.IGNORECASE
)


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
    found = {i for i, block in enumerate(blocks) if in_caption(block.region) or _beside_picture(block, sizes)}
    return found | _with_credits(blocks, sizes)


def _with_credits(blocks: Sequence[TextBlock], sizes: Mapping[int, int]) -> set[int]:
    """A picture's credit in a box of its own, "Getty Images", makes the line before it in that box its caption."""
    found: set[int] = set()
    for i, block in enumerate(blocks[1:], 1):
        if len(block.text) > _LONGEST_CREDIT or not any(near.pictured for near in islice(block.region.around(), 4)):
            continue
        box, before = block.region.parent, blocks[i - 1]
        is_boxed = box is not None and box is before.region.parent and sizes[box.number] <= _LONGEST_CAPTION
        if is_boxed and before.tag in ("div", "p") and before.links == 0 and is_credit(block.text):
            found |= {i - 1, i}
    return found


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


def merge_captions(blocks: Sequence[TextBlock]) -> Iterator[tuple[TextBlock, Piece | FurnitureReason | None]]:
    """Pair each caption block with its piece, with the reason for which it is none, or, where it is a credit, None.

    `<figcaption>Putin speaks.<span class="credit">AP</span></figcaption>` is one caption with the credit "AP". A
    credit without a caption is metadata; a caption shown before is a duplicate.
    """
    seen: set[str] = set()
    for figure in by_figure(blocks):
        split = [_split(block) for block in figure]
        credit = _joined([credit for _, credit in split if credit])
        for block, (caption, own) in zip(figure, split, strict=True):
            if caption and canonical(caption) not in seen:
                seen.add(canonical(caption))
                yield block, Piece("caption", caption, own or credit)
            elif caption:
                yield block, "duplicate"
            else:
                yield block, None if any(caption for caption, _ in split) else "metadata"


def by_figure(blocks: Sequence[TextBlock]) -> Iterator[list[TextBlock]]:
    """Group the blocks of captions that follow each other in one figure."""
    for _, figure in groupby(blocks, key=lambda block: _figure(block.region).number):
        yield list(figure)


def _figure(region: Region) -> Region:
    """The figure of a caption, else its caption element, else what holds caption and credit beside each other."""
    best = region.parent or region
    if region.tag == "span":  # `<div class="info">The women.<span class="credit">Jane Roe</span></div>`
        best = best.parent or best
    for level, around in enumerate(region.around()):
        if around.tag == "figure":
            return around
        if around.tag == "figcaption":
            best = around
        if level > 5:
            break
    return best


def _split(block: TextBlock) -> tuple[str, str | None]:
    """Caption and credit of one block; "(" and "Image:" before a credit are neither."""
    if _ONLY_LABEL.fullmatch(block.text):
        return "", None
    caption, credit = split_credit(block.text)
    if credit:
        return caption, credit
    is_named = len(block.text) < _LONGEST_CREDIT and _matches(_CREDIT_NAMES, block.region.names)
    return ("", _bare(block.text)) if is_named or is_credit(block.text) else (caption, None)


def _joined(credits: Sequence[str]) -> str | None:
    """ "Jane Roe" and "/AFP via Getty Images" in two elements are one credit; of others the first one counts."""
    if len(credits) > 1 and credits[1].startswith("/"):
        return credits[0] + credits[1]
    return credits[0] if credits else None


def _bare(credit: str) -> str:
    return credit.strip(" ()[]|©–—-")
