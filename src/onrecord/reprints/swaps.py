"""Where two texts agree but for a name or a figure: the mark of a series, and now and then of a write-through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from onrecord.reprints.matching import Match, Text
from onrecord.reprints.particulars import sound_of
from onrecord.reprints.shingles import SHINGLE, word_hash, words_of
from onrecord.reprints.sketches import Sketch

_WIDEST: Final = 14 + SHINGLE - 1
"""Shingles that a changed stretch of fourteen words leaves without a match: room for a name with its title."""
_UNLIKE_LENGTHS: Final = 10
_PATTERN: Final = 0.6


@dataclass(frozen=True)
class _Gap:
    """A short stretch between matches: what matches before and after it (-1 at a text's ends), what is new in it."""

    before: int
    after: int
    length: int
    names: frozenset[int]
    figures: frozenset[int]


def swaps(first: Text, in_first: Match, second: Text, in_second: Match) -> float:
    """Weigh the places where each text has names or figures of its own between the same words.

    A place counts 1; 2 where both have several names there ("Emmanuel Macron of France", "Mario Draghi of Italy"),
    ½ for a figure, for a later version of a story brings a new count. Two headlines of one pattern count 2. What
    changes alike everywhere is one house's spelling, and counts once.
    """
    headlines = _headlines_swapped(first.sketch, second.sketch)
    others = list(_gaps(second, in_second, first.sketch))
    if not others:
        return headlines
    by_before, by_after = {gap.before: gap for gap in others}, {gap.after: gap for gap in others}
    weights: dict[tuple[frozenset[int], ...], float] = {}
    for gap in _gaps(first, in_first, second.sketch):
        other = by_before.get(gap.before) or by_after.get(gap.after)
        if other and abs(gap.length - other.length) <= _UNLIKE_LENGTHS:
            weights[gap.names, gap.figures, other.names, other.figures] = _weight(gap, other)
    return sum(weights.values()) + headlines


def _headlines_swapped(first: Sketch, second: Sketch) -> float:
    """Do both headlines follow one pattern, each with a name of its own story: "Call with …", "Police log for …"?"""
    one, other = ({word.lower() for word in words_of(sketch.headline)} for sketch in (first, second))
    common = one & other
    if len(common) < _PATTERN * max(len(one), len(other)):
        return 0.0
    return 2.0 if _names_one(first, one - common) and _names_one(second, other - common) else 0.0


def _names_one(sketch: Sketch, words: set[str]) -> bool:
    """Is one of the words a name of the article, however the headline writes it?"""
    names = {particular.hash for particular in sketch.particulars if not particular.is_figure}
    return any(word_hash(sound_of(word)) in names for word in words)


def _weight(gap: _Gap, other: _Gap) -> float:
    names = min(len(gap.names), len(other.names))
    if names:
        return 2.0 if names > 1 else 1.0
    return 0.5 if gap.figures and other.figures else 0.0


def _gaps(text: Text, of_text: Match, other: Sketch) -> Iterator[_Gap]:
    edges = np.concatenate(([-1], of_text.found.nonzero()[0], [len(text.hashes)]))
    widths = edges[1:] - edges[:-1]
    short = ((widths > 1) & (widths <= _WIDEST + 1)).nonzero()[0]
    if not len(short):
        return
    known = {particular.hash for particular in other.particulars}
    new = [particular for particular in text.sketch.particulars if particular.hash not in known]
    for left, right in zip(edges[short].tolist(), edges[short + 1].tolist(), strict=True):
        within = [particular for particular in new if left < particular.at < right]
        yield _Gap(
            before=int(text.hashes[left]) if left >= 0 else -1,
            after=int(text.hashes[right]) if right < len(text.hashes) else -1,
            length=right - left,
            names=frozenset(particular.hash for particular in within if not particular.is_figure),
            figures=frozenset(particular.hash for particular in within if particular.is_figure),
        )
