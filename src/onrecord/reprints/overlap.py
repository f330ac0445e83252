"""How much of one article is another's: containment (Broder 1997), counted in runs, not in scattered hits.

A copy shares whole sentences. Two readouts of one format share formulas, and two stories of one series everything
between the names and the figures: many hits, none of them long.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.reprints.shingles import SHINGLE
from onrecord.reprints.sketches import Sketch

Mask = NDArray[np.bool_]

_LONG: Final = 8
"""Shingles in the shortest run that counts: twelve words."""
_BREAK: Final = 12
_AT_THE_FOOT: Final = 8
_A_WORD_CHANGED: Final = SHINGLE + 4
_MOST_OF_IT: Final = 0.5


class Copied(NamedTuple):
    """What of an article is another's: words and their share (0 to 1), of all its words and of its own ones.

    Own are the writer's in both. Two reporters in one room quote the same words, and their stories are two.
    `quoted` is the share of the article (0 to 1) in quotation marks, `longest` the words of its longest passage that
    is the other's but for a word here and there.
    """

    length: int
    words: int
    share: float
    own_words: int
    own_share: float
    quoted: float
    longest: int


def overlap(first: Sketch, second: Sketch) -> tuple[Copied, Copied]:
    """Say what of the first is the second's, and what of the second is the first's.

    Where both go on with something else before they end in the same words, these are what stands under every story of
    that house, "The Ledger is owned by its readers …", and count as part of neither.
    """
    in_first, in_second = _found(first, second), _found(second, first)
    foot = min(_foot(in_first), _foot(in_second))
    return _copied(first, second, in_first, foot), _copied(second, first, in_second, foot)


def share_of(sketch: Sketch, origin: Sketch) -> float:
    """Return the share of an article's words (0 to 1) that stand in another."""
    found = _found(sketch, origin)
    return _share(_words(found), len(found))


def _found(sketch: Sketch, other: Sketch) -> Mask:
    """Mark the shingles in runs that are long enough."""
    found = np.isin(sketch.hashes, other.hashes)
    starts, ends = _runs(found)
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        if end - start < _LONG:
            found[start:end] = False
    return found


def _runs(found: Mask) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    padded = np.concatenate(([False], found, [False]))
    turns = np.flatnonzero(padded[1:] != padded[:-1])
    return turns[::2], turns[1::2]


def _foot(found: Mask) -> int:
    """Count the shingles from the beginning of a run at the very end, where what stands before it isn't shared.

    None where they are most of the article: then it is what stands before that was put in the place of another lede.
    """
    starts, ends = _runs(found)
    if not len(starts) or len(found) - ends[-1] > _AT_THE_FOOT:
        return 0
    before = int(ends[-2]) if len(ends) > 1 else 0
    foot = len(found) - int(starts[-1])
    return foot if starts[-1] - before >= _BREAK and foot < _MOST_OF_IT * len(found) else 0


def _copied(sketch: Sketch, other: Sketch, found: Mask, foot: int) -> Copied:
    found = found[: len(found) - foot]
    own = sketch.own[: len(found)]
    own_in_both = found & own & np.isin(sketch.hashes[: len(found)], other.hashes[other.own])
    words, own_words = _words(found), _words(own_in_both)
    return Copied(
        length=len(found), words=words, share=_share(words, len(found)), own_words=own_words,
        own_share=_share(own_words, int(own.sum())), quoted=float(sketch.quoted[: len(found)].mean()),
        longest=_longest(found),
    )  # fmt: skip


def _longest(found: Mask) -> int:
    starts, ends = _runs(found)
    if not len(starts):
        return 0
    joints = np.flatnonzero(starts[1:] - ends[:-1] > _A_WORD_CHANGED)
    firsts, lasts = np.concatenate(([0], joints + 1)), np.concatenate((joints, [len(starts) - 1]))
    return int((ends[lasts] - starts[firsts]).max()) + SHINGLE - 1


def _words(found: Mask) -> int:
    """A run of so many shingles has four words more."""
    starts, ends = _runs(found)
    return int((ends - starts).sum()) + (SHINGLE - 1) * len(starts)


def _share(words: int, shingles: int) -> float:
    return min(1.0, words / (shingles + SHINGLE - 1))
