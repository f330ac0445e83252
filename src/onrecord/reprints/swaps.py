"""Where two texts agree but for a name or a figure: the mark of a series, and now and then of a write-through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

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


def swaps(first: Sketch, second: Sketch) -> float:
    """Weigh the places where each text has names or figures of its own between the same words.

    A place counts 1; 2 where both have several names there ("Emmanuel Macron of France", "Mario Draghi of Italy"),
    ½ for a figure, for a later version of a story brings a new count. Two headlines of one pattern count 2. What
    changes alike everywhere is one house's spelling, and counts once.
    """
    others = list(_gaps(second, first))
    by_before, by_after = {gap.before: gap for gap in others}, {gap.after: gap for gap in others}
    weights: dict[tuple[frozenset[int], ...], float] = {}
    for gap in _gaps(first, second):
        other = by_before.get(gap.before) or by_after.get(gap.after)
        if other and abs(gap.length - other.length) <= _UNLIKE_LENGTHS:
            weights[gap.names, gap.figures, other.names, other.figures] = _weight(gap, other)
    return sum(weights.values()) + _headlines_swapped(first, second)


def _headlines_swapped(first: Sketch, second: Sketch) -> float:
    """Do both headlines follow one pattern, each with a name of its own story: "Call with …", "Police log for …"?"""
    one, other = (set(words_of(sketch.headline)) for sketch in (first, second))
    common = one & other
    if len(common) < _PATTERN * max(len(one), len(other)):
        return 0.0
    return 2.0 if _names_one(first, one - common) and _names_one(second, other - common) else 0.0


def _names_one(sketch: Sketch, words: set[str]) -> bool:
    names = {particular.hash for particular in sketch.particulars if not particular.is_figure}
    return any(word[0].isupper() and word_hash(sound_of(word.lower())) in names for word in words)


def _weight(gap: _Gap, other: _Gap) -> float:
    names = min(len(gap.names), len(other.names))
    if names:
        return 2.0 if names > 1 else 1.0
    return 0.5 if gap.figures and other.figures else 0.0


def _gaps(sketch: Sketch, other: Sketch) -> Iterator[_Gap]:
    hashes = sketch.hashes
    known = {particular.hash for particular in other.particulars}
    matched = np.flatnonzero(np.isin(hashes, other.hashes))
    edges = np.concatenate(([-1], matched, [len(hashes)]))
    places = np.array([particular.at for particular in sketch.particulars], np.int64)
    for left, right in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        if not 1 < right - left <= _WIDEST + 1:
            continue
        # The first four of its shingles' words may still stand in the match before it.
        low, high = np.searchsorted(places, (left + 1, right)).tolist()
        new = [particular for particular in sketch.particulars[low:high] if particular.hash not in known]
        yield _Gap(
            before=int(hashes[left]) if left >= 0 else -1,
            after=int(hashes[right]) if right < len(hashes) else -1,
            length=right - left,
            names=frozenset(particular.hash for particular in new if not particular.is_figure),
            figures=frozenset(particular.hash for particular in new if particular.is_figure),
        )
