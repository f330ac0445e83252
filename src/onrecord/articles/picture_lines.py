"""Lines that belong to a picture though no element says so: the picture's own words, and a credit laid over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.articles.caption_names import names_picture
from onrecord.articles.caption_parts import LONGEST_CREDIT
from onrecord.articles.credits import is_credit, reads_as_names, split_credit
from onrecord.articles.html_blocks import HEADINGS, Region, TextBlock, folded

_LONGEST_CAPTION = 400
_LEAST_ALT = 4
_LEAST_BEGINNING = 25
_MOST_IMAGES = 40
_NO_LINES = frozenset(("td", "th", "pre", "blockquote", "body", "article", "main", "table")) | HEADINGS
_HOLDERS = frozenset(("div", "p", "span", "a", "ul", "li", "dl", "dd"))


def find_picture_lines(blocks: Sequence[TextBlock]) -> set[int]:
    """Find short blocks beside pictures, ascending rules of trust: names, the image's `alt`, a credit next to them."""
    page = _Page(blocks)
    found = {i for i, block in enumerate(blocks) if page.is_line(block)}
    return found.union(*page.with_credits(found))


class _Page:
    def __init__(self, blocks: Sequence[TextBlock]) -> None:
        self.blocks = blocks
        self.sizes = [0] * (1 + max((block.region.number for block in blocks), default=0))
        """Characters of text in each region, by its number, counted through three levels."""
        self.telling: dict[int, bool] = {}
        self.pictured: dict[int, bool] = {}
        for block in blocks:
            for region in _near(block.region):
                self.sizes[region.number] += len(block.text)

    def is_line(self, block: TextBlock) -> bool:
        length, own = len(block.text), block.region
        if length > _LONGEST_CAPTION or block.linked > 0.5 * length or own.tag in _NO_LINES:
            return False
        # Most lines have neither a picture close by nor a name that tells of one.
        if not (_tells_of_picture(own) or (own.parent is not None and self._tells_around(own.parent))):
            return False
        near = [region for region in _near(own) if self._holds_little(region)]
        if any(names_picture(region.names) for region in near):
            return True
        # A picture and one line without a full stop: "Chelsea fans with a banner", "The school in Tristach © Jane Roe".
        is_long = own.tag == "div" and length > 20 and any(region.pictures is not None for region in near)
        if is_long and (block.text[-1] not in ".!?:" or split_credit(block.text)[1] is not None):
            return True
        return block.linked == 0 and says_alt(block)

    def _tells_around(self, parent: Region) -> bool:
        """Asked once for all blocks that stand beside each other."""
        told = self.telling.get(parent.number)
        if told is None:
            around = parent.parent
            told = _tells_of_picture(parent) or (around is not None and _tells_of_picture(around))
            self.telling[parent.number] = told
        return told

    def _is_pictured(self, box: Region) -> bool:
        pictured = self.pictured.get(box.number)
        if pictured is None:
            pictured = self.pictured[box.number] = any(near.pictures is not None for near in _near(box))
        return pictured

    def _holds_little(self, region: Region) -> bool:
        return self.sizes[region.number] <= _LONGEST_CAPTION and region.tag in _HOLDERS

    def with_credits(self, found: set[int]) -> Iterator[set[int]]:
        """A credit in a picture's box, "Getty Images", is the picture's, and makes the line before it its caption."""
        for i, block in enumerate(self.blocks):
            box = block.region.parent
            if box is None or block.linked or len(block.text) > LONGEST_CREDIT or block.region.tag in _NO_LINES:
                continue
            if self.sizes[box.number] > _LONGEST_CAPTION or not self._is_pictured(box):
                continue
            before = self.blocks[i - 1] if i and self.blocks[i - 1].region.parent is box else None
            if is_credit(block.text):
                is_pair = before is not None and before.tag in ("div", "p") and before.linked == 0
                yield {i - 1, i} if is_pair else ({i} if box.pictured else set[int]())
            elif before is not None and i - 1 in found and is_photographer(block, before):
                yield {i}


def _near(region: Region) -> tuple[Region, ...]:
    """A region and the two around it, by hand: this is asked of every block of a page, several times."""
    around = region.parent
    if around is None:
        return (region,)
    return (region, around) if around.parent is None else (region, around, around.parent)


def _tells_of_picture(region: Region) -> bool:
    return region.pictures is not None or names_picture(region.names)


def says_alt(block: TextBlock) -> bool:
    """An image's `alt` is its caption on many pages, word for word, or with the credit behind it."""
    region = block.region
    images = region.pictures or (region.parent.pictures if region.parent is not None else None)
    if not images:
        return False
    text = folded(block.text)
    return len(text) >= _LEAST_ALT and any(
        image.said == text or (len(text) >= _LEAST_BEGINNING and image.said.startswith(text))
        for image in images[:_MOST_IMAGES]
    )


def is_photographer(block: TextBlock, before: TextBlock) -> bool:
    """A line of names under a line that is none: "Chelsea fans with a banner" and "Jane Roe"."""
    return len(block.text) <= 60 and reads_as_names(block.text) and not reads_as_names(before.text)
