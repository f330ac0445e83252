"""What the labeller is told of each block: its text's form, its place, its neighbours, and what the rules say of it.

Nothing in it is a word of any one language, except through names of elements, which are English nearly everywhere.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, repeat
from math import log1p

from onrecord.articles.furniture import line_reason
from onrecord.articles.html_blocks import Region, TextBlock
from onrecord.articles.prose import SENTENCE
from onrecord.schema import FurnitureReason

_TAGS = {
    "p": 0, "div": 1, "li": 2, "h1": 3, "h2": 3, "h3": 4, "h4": 5, "h5": 5, "h6": 5, "td": 6, "th": 6, "blockquote": 7,
    "span": 8, "section": 9, "article": 9, "main": 9, "dd": 2, "dt": 2, "pre": 7, "figcaption": 10, "figure": 10,
}  # fmt: skip
_REASONS: dict[FurnitureReason | None, int] = {
    None: 0, "metadata": 1, "related": 2, "other": 3, "navigation": 4, "legal": 5, "share": 6, "promotion": 7,
    "newsletter": 8, "advertisement": 9, "comments": 10, "paywall": 11, "correction_notice": 12, "duplicate": 13,
}  # fmt: skip
_DIGIT = re.compile(r"\d")
_LONGEST_LINE = 300
_FAR = 30
_ENDS = frozenset('.!?…"”»’。！？」:')
_MARKS = ".,:;!?»«\"'“”()"
_LEVELS = 4
_REACH = 12
"""Blocks before the story's first and after its last paragraph that are looked at."""

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
NEAR = ("length", "linked", "prose", "kept", "tag", "named", "ends", "said")
"""What a block is told of the two before it and the two after it."""


@dataclass(slots=True)
class Words:
    """Learned weights, positive for the story's text: of words in elements' names and of words that open lines."""

    names: Mapping[str, float]
    texts: Mapping[str, float]


@dataclass(slots=True)
class Judgement:
    """What the rules know of one block."""

    block: TextBlock
    reason: FurnitureReason | None
    region_reason: FurnitureReason | None
    caption: bool
    inside: bool
    """Is it in the region that the rules take for the article's?"""
    known: bool
    """Is it in the article's text as the page's metadata have it?"""

    @property
    def tells_story(self) -> bool:
        return self.reason is None and self.block.prose and not self.caption


def name_words(region: Region) -> list[str]:
    """The words that stand for a region: its tag, and the words of its names."""
    return [f"<{region.tag}>", *region.names.replace("-", " ").replace("_", " ").split()]


def text_words(text: str) -> list[str]:
    """The words that open a line, numbers as one, alone and in pairs; the first one once more as the first."""
    words = ["0" if word.isdigit() else word.strip(_MARKS) for word in text[:80].lower().split()[:6]]
    return [*words, *map(" ".join, pairwise(words)), f"^{words[0]}" if words else "^"]


def own_features(
    judged: Sequence[Judgement], at: Sequence[int], headline: int | None, words: Words
) -> list[list[float]]:
    """Features of the blocks numbered `at`, one row each in `OWN`'s order."""
    page = _Page(judged, headline, words)
    return [page.row(i) for i in at]


class _Region:
    """What stands in a region: characters, linked ones, those of the story, and blocks."""

    __slots__ = ("blocks", "linked", "size", "story")

    def __init__(self) -> None:
        self.size = self.linked = self.story = self.blocks = 0

    def add(self, block: TextBlock, size: int, story: int) -> None:
        self.size += size
        self.linked += block.linked
        self.story += story
        self.blocks += 1


class _Page:
    """What is counted over a whole page before its rows are made."""

    def __init__(self, judged: Sequence[Judgement], headline: int | None, words: Words) -> None:
        self.judged, self.headline, self.words = judged, headline, words
        self.story = [i for i, one in enumerate(judged) if one.tells_story]
        self.total = sum(len(judged[i].block.text) for i in self.story) or 1
        self.texts = Counter(one.block.text for one in judged)
        self.regions: defaultdict[int, _Region] = defaultdict(_Region)
        self.looks: defaultdict[tuple[str, str], _Region] = defaultdict(_Region)
        self.named: dict[int, float] = {}
        self.before: list[int] = []
        self._count()
        self.siblings: dict[int, list[int]] = {}
        for i in self.story:
            self.siblings.setdefault(_parent(judged[i].block.region).number, []).append(i)

    def _count(self) -> None:
        seen, stories, regions = 0, set(self.story), self.regions
        for i, one in enumerate(self.judged):
            block, size = one.block, len(one.block.text)
            story = size if i in stories else 0
            self.before.append(seen)
            seen += story
            region: Region | None = block.region
            self.looks[block.region.tag, block.region.names].add(block, size, story)
            for _ in range(_LEVELS):
                if region is None:
                    break
                regions[region.number].add(block, size, story)
                region = region.parent

    def row(self, i: int) -> list[float]:
        """Everything of one block, in `OWN`'s order."""
        region = self.judged[i].block.region
        return [*self._text(i), *self._rules(i), *self._tree(i), *self._place(i), *self._around(i, _parent(region))]

    def _text(self, i: int) -> tuple[float, ...]:
        block = self.judged[i].block
        text, size = block.text, len(block.text)
        said = sum(map(self.words.texts.get, text_words(text), repeat(0.0))) if size < _LONGEST_LINE else 0.0
        return (
            log1p(size), block.linked / size, min(block.links, 9), block.bold / size, text[-1] in _ENDS,
            SENTENCE.search(text) is not None, block.prose, text[0].isupper(),
            _digits(text[:80]), text[-1] in "?？", self.texts[text] > 1, said,
        )  # fmt: skip

    def _rules(self, i: int) -> tuple[float, ...]:
        one = self.judged[i]
        by_line = line_reason(one.block.text) is not None
        return one.reason is None, _REASONS[one.reason], _REASONS[one.region_reason], by_line, one.known

    def _tree(self, i: int) -> tuple[float, ...]:
        region = self.judged[i].block.region
        pictured = any(near.pictured for near in islice(region.around(), 3))
        named = [self._named(near) for near in islice(region.around(), _LEVELS)]
        inside = self.judged[i].inside
        return _TAGS.get(region.tag, 11), inside, region.hidden, pictured, sum(named), min(named)

    def _place(self, i: int) -> tuple[float, ...]:
        first, last = (self.story[0], self.story[-1]) if self.story else (0, 0)
        before = self.before[i] / self.total
        from_headline = _FAR if self.headline is None else min(i - self.headline, _FAR)
        return min(i - first, _FAR), min(last - i, _FAR), from_headline, before, 1 - before

    def _around(self, i: int, parent: Region) -> tuple[float, ...]:
        block = self.judged[i].block
        near, wide = self.regions[parent.number], self.regions[_parent(parent).number]
        look = self.looks[block.region.tag, block.region.names]
        siblings = self.siblings.get(parent.number, ())
        after = sum(1 for k in siblings if k > i)
        return (
            near.story / self.total, near.story / (near.size or 1), log1p(near.blocks), near.linked / (near.size or 1),
            after, len(siblings) - after, wide.story / self.total, wide.linked / (wide.size or 1),
            look.story / self.total, log1p(look.blocks),
        )  # fmt: skip

    def _named(self, region: Region) -> float:
        known = self.named.get(region.number)
        if known is None:
            known = sum(map(self.words.names.get, name_words(region), repeat(0.0)))
            self.named[region.number] = known
        return known


def _digits(text: str) -> float:
    return sum(map(str.isdigit, text)) / len(text) if _DIGIT.search(text) else 0.0


def _parent(region: Region) -> Region:
    return region.parent or region
