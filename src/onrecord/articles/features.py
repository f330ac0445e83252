"""What the labeller is told of each block: its text's form, its place, its neighbours, and what the rules say of it.

Nothing in it is a word of any one language, except through names of elements, which are English nearly everywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, pairwise, repeat
from typing import TYPE_CHECKING

from msgspec import Struct

from onrecord.articles.furniture import line_reason
from onrecord.articles.html_blocks import Region, TextBlock
from onrecord.articles.prose import SENTENCE
from onrecord.schema import FurnitureReason

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows = NDArray[np.float32]
    Numbers = NDArray[np.float64]

_TAGS = {
    "p": 0, "div": 1, "li": 2, "h1": 3, "h2": 3, "h3": 4, "h4": 5, "h5": 5, "h6": 5, "td": 6, "th": 6, "blockquote": 7,
    "span": 8, "section": 9, "article": 9, "main": 9, "dd": 2, "dt": 2, "pre": 7, "figcaption": 10, "figure": 10,
}  # fmt: skip
_REASONS: dict[FurnitureReason | None, int] = {
    None: 0, "metadata": 1, "related": 2, "other": 3, "navigation": 4, "legal": 5, "share": 6, "promotion": 7,
    "newsletter": 8, "advertisement": 9, "comments": 10, "paywall": 11, "correction_notice": 12, "duplicate": 13,
}  # fmt: skip
_LONGEST_LINE = 300
_MOST_KNOWN = 16_384
_FAR = 30
_ENDS = frozenset('.!?…"”»’。！？」:')
_MARKS = ".,:;!?»«\"'“”()"
_LEVELS = 4
_PICTURE_REACH = 3
_DIGIT = re.compile(r"\d")
_DIGITS = b"0123456789"

OWN = (
    # its text
    "length", "linked", "links", "bold", "ends", "sentence", "prose", "upper", "digits", "question", "repeated", "said",
    # what the rules say of it
    "kept", "rule", "region_rule", "line_rule", "known",
    # its place in the tree
    "tag", "inside", "hidden", "pictured", "named", "named_worst",
    # its place on the page, in blocks and in shares of the story's text
    "from_first", "to_last", "from_headline", "before", "after",
    # what stands with it in the same region, and in the region around that one
    "parent_story", "parent_share", "parent_blocks", "parent_linked", "story_after", "story_before",
    "grand_story", "grand_linked",
    # blocks that look the same
    "look_story", "look_blocks",
)  # fmt: skip
_TOLD = OWN.index("from_first")
NEAR = ("length", "linked", "prose", "kept", "tag", "named", "ends", "said")
"""What a block is told of the two before it and the two after it."""


@dataclass(slots=True)
class Words:
    """Learned weights, positive for the story's text: of words in elements' names and of words that open lines."""

    names: Mapping[str, float]
    texts: Mapping[str, float]
    known: dict[tuple[str, str], float] = field(default_factory=dict[tuple[str, str], float], repr=False)
    """What the names of elements seen before add up to, by tag and names."""
    first_of_two: frozenset[str] = field(init=False, repr=False)
    """Words that open a pair with a weight of its own."""

    def __post_init__(self) -> None:
        self.first_of_two = frozenset(words.partition(" ")[0] for words in self.texts if " " in words)

    def of_region(self, region: Region) -> float:
        """Return what a region's tag and names tell."""
        key = region.tag, region.names
        told = self.known.get(key)
        if told is None:
            if len(self.known) >= _MOST_KNOWN:
                self.known.clear()
            told = self.known[key] = sum(map(self.names.get, name_words(region), repeat(0.0)))
        return told

    def of_text(self, text: str) -> float:
        """Return what the words that open a line tell: the sum over `text_words`, of which most have no weight."""
        if len(text) >= _LONGEST_LINE:
            return 0.0
        weight_of, words = self.texts.get, _opening(text)
        told = weight_of(f"^{words[0]}" if words else "^", 0.0)
        before = None
        for word in words:
            told += weight_of(word, 0.0)
            if before is not None and before in self.first_of_two:
                told += weight_of(f"{before} {word}", 0.0)
            before = word
        return told


class Judgement(Struct, eq=False, gc=False):
    """What the rules know of one block.

    `inside`: is it in the region that the rules take for the article's? `known`: is it in the article's text as the
    page's metadata have it?
    """

    block: TextBlock
    reason: FurnitureReason | None
    region_reason: FurnitureReason | None
    caption: bool
    inside: bool
    known: bool

    @property
    def tells_story(self) -> bool:
        return self.reason is None and self.block.prose and not self.caption


def name_words(region: Region) -> list[str]:
    """The words that stand for a region: its tag, and the words of its names."""
    return [f"<{region.tag}>", *region.names.replace("-", " ").replace("_", " ").split()]


def text_words(text: str) -> list[str]:
    """The words that open a line, numbers as one, alone and in pairs; the first one once more as the first."""
    words = _opening(text)
    return [*words, *map(" ".join, pairwise(words)), f"^{words[0]}" if words else "^"]


def _opening(text: str) -> list[str]:
    words = text[:80].lower().split()[:6]
    return [word if word.isalpha() else "0" if word.isdigit() else word.strip(_MARKS) for word in words]


def own_features(judged: Sequence[Judgement], at: Sequence[int], headline: int | None, words: Words) -> Rows:
    """Features of the blocks numbered `at`, float32 [len(at), len(OWN)], in `OWN`'s order."""
    import numpy as np

    page = _Page(judged, at, headline, words)
    told = np.fromiter(chain.from_iterable(map(page.told, at)), np.float64, len(at) * _TOLD).reshape(-1, _TOLD)
    np.log1p(told[:, 0], out=told[:, 0])
    rows = np.empty((len(at), len(OWN)), dtype=np.float32)
    rows[:, :_TOLD] = told
    for number, column in enumerate((*page.places(), *page.company()), _TOLD):
        rows[:, number] = column
    return rows


class _Page:
    """What is counted over a whole page, block by block and region by region."""

    def __init__(self, judged: Sequence[Judgement], at: Sequence[int], headline: int | None, words: Words) -> None:
        import numpy as np

        self.judged, self.at, self.headline = judged, np.array(at, dtype=np.intp), headline
        self.words = words
        self.near: dict[int, tuple[float, float, bool]] = {}
        self.story = [i for i, one in enumerate(judged) if one.tells_story]
        self.texts = Counter([one.block.text for one in judged])
        self.size = np.array([len(one.block.text) for one in judged], dtype=np.float64)
        self.linked = np.array([one.block.linked for one in judged], dtype=np.float64)
        self.story_size = np.zeros(len(judged))
        self.story_size[self.story] = self.size[self.story]
        self.total = float(self.story_size.sum()) or 1.0

    def told(self, at: int) -> tuple[float, ...]:
        """What a block's text, the rules' verdicts and the elements around it tell: `OWN`'s first, in its order."""
        one = self.judged[at]
        block, region = one.block, one.block.region
        text = block.text
        size, links = len(text), block.links
        named, worst, pictured = self._told_by_names(region)
        return (
            size, block.linked / size, links if links < 9 else 9, block.bold / size, text[-1] in _ENDS,
            SENTENCE.search(text) is not None, block.prose, text[0].isupper(), _digits(text[:80]), text[-1] in "?？",
            self.texts[text] > 1, self.words.of_text(text),
            one.reason is None, _REASONS[one.reason], _REASONS[one.region_reason], line_reason(text) is not None,
            one.known, _TAGS.get(region.tag, 11), one.inside, region.hidden, pictured, named, worst,
        )  # fmt: skip

    def _told_by_names(self, region: Region) -> tuple[float, float, bool]:
        """What the names of a region and the three around it tell, all and the worst; is there a picture close by?"""
        own, parent = self.words.of_region(region), region.parent
        if parent is None:
            return own, own, region.pictures is not None
        told = self.near.get(parent.number)
        if told is None:
            told = self.near[parent.number] = self._told_around(parent)
        named, worst, pictured = told
        return own + named, own if own < worst else worst, pictured or region.pictures is not None

    def _told_around(self, parent: Region) -> tuple[float, float, bool]:
        """Asked once for all blocks that stand beside each other."""
        around = list(islice(parent.around(), _LEVELS - 1))
        told = [self.words.of_region(each) for each in around]
        return sum(told), min(told), any(each.pictures is not None for each in around[: _PICTURE_REACH - 1])

    def places(self) -> Sequence[Numbers | NDArray[np.intp] | float]:
        """Where each block stands, in blocks and in shares of the story's text."""
        import numpy as np

        first, last = (self.story[0], self.story[-1]) if self.story else (0, 0)
        before = (np.cumsum(self.story_size) - self.story_size)[self.at] / self.total
        from_headline = float(_FAR) if self.headline is None else np.minimum(self.at - self.headline, _FAR)
        return np.minimum(self.at - first, _FAR), np.minimum(last - self.at, _FAR), from_headline, before, 1 - before

    def company(self) -> Sequence[Numbers]:
        """What stands in the region around each block, in the one around that, and in blocks that look the same."""
        import numpy as np

        self.chains = [_numbers(one.block.region) for one in self.judged]
        chains = np.fromiter(chain.from_iterable(self.chains), np.intp, _LEVELS * len(self.judged)).reshape(-1, _LEVELS)
        size, linked, story = (_summed(chains, each) for each in (self.size, self.linked, self.story_size))
        own = chains[self.at]
        near = np.where(own[:, 1], own[:, 1], own[:, 0])
        wide = np.where(own[:, 2], own[:, 2], near)
        size_near, size_wide = np.maximum(size[near], 1), np.maximum(size[wide], 1)
        after, siblings = self._siblings(near)
        look_story, look_blocks = self._looks()
        return (
            story[near] / self.total, story[near] / size_near, np.log1p(np.bincount(chains.ravel())[near]),
            linked[near] / size_near, after, siblings - after, story[wide] / self.total, linked[wide] / size_wide,
            look_story / self.total, np.log1p(look_blocks),
        )  # fmt: skip

    def _siblings(self, near: NDArray[np.intp]) -> tuple[Numbers, Numbers]:
        """Count the story's blocks in each block's parent: those after it, and all."""
        import numpy as np

        siblings: dict[int, list[int]] = {}
        for i in self.story:
            own_number, parent, *_ = self.chains[i]
            siblings.setdefault(parent or own_number, []).append(i)
        own = [siblings.get(parent, []) for parent in near.tolist()]
        after = [len(found) - bisect_right(found, i) for found, i in zip(own, self.at.tolist(), strict=True)]
        return np.array(after, dtype=np.float64), np.array(list(map(len, own)), dtype=np.float64)

    def _looks(self) -> tuple[Numbers, Numbers]:
        """Count what stands in blocks of the same tag and names: the story's characters, and blocks."""
        import numpy as np

        numbers: dict[tuple[str, str], int] = {}
        regions = [one.block.region for one in self.judged]
        looks = np.array([numbers.setdefault((one.tag, one.names), len(numbers)) for one in regions], dtype=np.intp)
        own = looks[self.at]
        story = np.asarray(np.bincount(looks, self.story_size), dtype=np.float64)
        return story[own], np.bincount(looks)[own].astype(np.float64)


def _summed(chains: NDArray[np.intp], each: Numbers) -> Numbers:
    """Add up by region what every block in it, at most three levels down, has."""
    import numpy as np

    return np.asarray(np.bincount(chains.ravel(), np.repeat(each, _LEVELS)), dtype=np.float64)


def _numbers(region: Region) -> tuple[int, int, int, int]:
    """Number a region and the three around it from one; 0 is none."""
    one = region.parent
    if one is None:
        return region.number + 1, 0, 0, 0
    two = one.parent
    if two is None:
        return region.number + 1, one.number + 1, 0, 0
    three = two.parent
    return region.number + 1, one.number + 1, two.number + 1, three.number + 1 if three is not None else 0


def _digits(text: str) -> float:
    if text.isascii():
        return (len(text) - len(text.encode().translate(None, _DIGITS))) / len(text)
    return sum(map(str.isdigit, text)) / len(text) if _DIGIT.search(text) else 0.0
