"""What the labeller is told of each block: its text's form, its place, its neighbours, and what the rules say of it.

Nothing in it is a word of any one language, except through names of elements, which are English nearly everywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, repeat
from typing import TYPE_CHECKING

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
NEAR = ("length", "linked", "prose", "kept", "tag", "named", "ends", "said")
"""What a block is told of the two before it and the two after it."""


@dataclass(slots=True)
class Words:
    """Learned weights, positive for the story's text: of words in elements' names and of words that open lines."""

    names: Mapping[str, float]
    texts: Mapping[str, float]
    known: dict[tuple[str, str], float] = field(default_factory=dict[tuple[str, str], float], repr=False)
    """What the names of elements seen before add up to, by tag and names."""

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
        """Return what the words that open a line tell."""
        return sum(map(self.texts.get, text_words(text), repeat(0.0))) if len(text) < _LONGEST_LINE else 0.0


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


def own_features(judged: Sequence[Judgement], at: Sequence[int], headline: int | None, words: Words) -> Rows:
    """Features of the blocks numbered `at`, float32 [len(at), len(OWN)], in `OWN`'s order."""
    import numpy as np

    page = _Page(judged, at, headline)
    chosen = [judged[i] for i in at]
    columns = [*_text(chosen, page, words), *_rules(chosen), *_tree(chosen, words), *page.places(), *page.company()]
    rows = np.empty((len(at), len(OWN)), dtype=np.float32)
    for number, column in enumerate(columns):
        rows[:, number] = column
    return rows


def _text(chosen: Sequence[Judgement], page: _Page, words: Words) -> Sequence[Numbers | list[bool]]:
    import numpy as np

    texts = [one.block.text for one in chosen]
    size = page.size[page.at]
    told = [
        (
            one.block.links, one.block.bold, one.block.prose, text[-1] in _ENDS, SENTENCE.search(text) is not None,
            text[0].isupper(), _digits(text[:80]), text[-1] in "?？", page.texts[text] > 1, words.of_text(text),
        )
        for one, text in zip(chosen, texts, strict=True)
    ]  # fmt: skip
    links, bold, prose, ends, sentence, upper, digits, question, repeated, said = np.array(told, dtype=np.float64).T
    return (
        np.log1p(size), page.linked[page.at] / size, np.minimum(links, 9), bold / size, ends, sentence, prose, upper,
        digits, question, repeated, said,
    )  # fmt: skip


def _rules(chosen: Sequence[Judgement]) -> Numbers:
    import numpy as np

    told = [
        (
            one.reason is None, _REASONS[one.reason], _REASONS[one.region_reason],
            line_reason(one.block.text) is not None, one.known,
        )
        for one in chosen
    ]  # fmt: skip
    return np.array(told, dtype=np.float64).T


def _tree(chosen: Sequence[Judgement], words: Words) -> Numbers:
    import numpy as np

    told: list[tuple[float, ...]] = []
    for one in chosen:
        region = one.block.region
        near = _chain(region)
        named = [words.of_region(around) for around in near]
        pictured = any(around.pictures is not None for around in near[:_PICTURE_REACH])
        told.append((_TAGS.get(region.tag, 11), one.inside, region.hidden, pictured, sum(named), min(named)))
    return np.array(told, dtype=np.float64).T


class _Page:
    """What is counted over a whole page, block by block and region by region."""

    def __init__(self, judged: Sequence[Judgement], at: Sequence[int], headline: int | None) -> None:
        import numpy as np

        self.judged, self.at, self.headline = judged, np.array(at, dtype=np.intp), headline
        self.story = [i for i, one in enumerate(judged) if one.tells_story]
        self.texts = Counter([one.block.text for one in judged])
        self.size = np.array([len(one.block.text) for one in judged], dtype=np.float64)
        self.linked = np.array([one.block.linked for one in judged], dtype=np.float64)
        self.told = np.zeros(len(judged))
        self.told[self.story] = self.size[self.story]
        self.total = float(self.told.sum()) or 1.0

    def places(self) -> Sequence[Numbers | NDArray[np.intp] | float]:
        """Where each block stands, in blocks and in shares of the story's text."""
        import numpy as np

        first, last = (self.story[0], self.story[-1]) if self.story else (0, 0)
        before = (np.cumsum(self.told) - self.told)[self.at] / self.total
        from_headline = float(_FAR) if self.headline is None else np.minimum(self.at - self.headline, _FAR)
        return np.minimum(self.at - first, _FAR), np.minimum(last - self.at, _FAR), from_headline, before, 1 - before

    def company(self) -> Sequence[Numbers]:
        """What stands in the region around each block, in the one around that, and in blocks that look the same."""
        import numpy as np

        chains = np.array([_numbers(one.block.region) for one in self.judged], dtype=np.intp)
        size, linked, story = (_summed(chains, each) for each in (self.size, self.linked, self.told))
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
            own_number, parent, *_ = _numbers(self.judged[i].block.region)
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
        story = np.asarray(np.bincount(looks, self.told), dtype=np.float64)
        return story[own], np.bincount(looks)[own].astype(np.float64)


def _summed(chains: NDArray[np.intp], each: Numbers) -> Numbers:
    """Add up by region what every block in it, at most three levels down, has."""
    import numpy as np

    return np.asarray(np.bincount(chains.ravel(), np.repeat(each, _LEVELS)), dtype=np.float64)


def _chain(region: Region) -> list[Region]:
    """A region and the three around it, by hand: this is asked of every block."""
    chain = [region]
    around = region.parent
    while around is not None and len(chain) < _LEVELS:
        chain.append(around)
        around = around.parent
    return chain


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
