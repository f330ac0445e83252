"""How much of one article is another's: containment (Broder 1997), counted in runs, not in scattered hits.

A copy shares whole sentences. Two readouts of one format share formulas, and two stories of one series everything
between the names and the figures: many hits, none of them long.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.reprints.matching import Mask, Match, Text, match, text_of
from onrecord.reprints.shingles import SHINGLE
from onrecord.reprints.sketches import Sketch

Runs = tuple[NDArray[np.intp], NDArray[np.intp]]

_LONG: Final = 8
"""Shingles in the shortest run that counts: twelve words."""
_BREAK: Final = 12
_AT_THE_FOOT: Final = 8
_A_WORD_CHANGED: Final = SHINGLE + 4
_MOST_OF_IT: Final = 0.5


class Copied(NamedTuple):
    """What of an article is another's: words and their share (0 to 1), of all its words and of its own ones.

    Own are the writer's in both. Two reporters in one room quote the same words, and their stories are two.
    `quoted` is the share of the article (0 to 1) in quotation marks, `requoted` the words that only one of the two has
    in them, `longest` the words of its longest passage that is the other's but for a word here and there, and `above`
    those that stand before it.
    """

    length: int
    words: int
    share: float
    own_words: int
    own_share: float
    quoted: float
    requoted: int
    longest: int
    above: int


def overlap(first: Text, in_first: Match, second: Text, in_second: Match) -> tuple[Copied, Copied]:
    """Say what of the first is the second's, and what of the second is the first's.

    Where both go on with something else before they end in the same words, these are what stands under every story of
    that house, "The Ledger is owned by its readers …", and count as part of neither.
    """
    of_first, of_second = _long_runs(in_first.found), _long_runs(in_second.found)
    foot = min(_foot(of_first, len(first.hashes)), _foot(of_second, len(second.hashes)))
    return _copied(first, in_first, of_first, foot), _copied(second, in_second, of_second, foot)


def share_of(sketch: Sketch, origin: Sketch) -> float:
    """Return the share of an article's words (0 to 1) that stand in another."""
    text = text_of(sketch)
    return _share(_words(_long_runs(match(text, text_of(origin)).found)), len(text.hashes))


def _long_runs(found: Mask) -> Runs:
    """Return where runs that are long enough start and end."""
    starts, ends = _runs(found)
    long = ends - starts >= _LONG
    return starts[long], ends[long]


def _runs(found: Mask) -> Runs:
    padded = np.zeros(len(found) + 2, np.bool_)
    padded[1:-1] = found
    turns = (padded[1:] != padded[:-1]).nonzero()[0]
    return turns[::2], turns[1::2]


def _foot(runs: Runs, length: int) -> int:
    """Count the shingles from the beginning of a run at the very end, where what stands before it isn't shared.

    None where they are most of the article: then it is what stands before that was put in the place of another lede.
    """
    starts, ends = runs
    if not len(starts) or length - ends[-1] > _AT_THE_FOOT:
        return 0
    before = int(ends[-2]) if len(ends) > 1 else 0
    foot = length - int(starts[-1])
    return foot if starts[-1] - before >= _BREAK and foot < _MOST_OF_IT * length else 0


def _copied(text: Text, of_text: Match, runs: Runs, foot: int) -> Copied:
    length = len(text.hashes) - foot
    runs = _above(runs, length)
    own = text.own[:length]
    in_runs = np.zeros(length + 1, np.int8)
    in_runs[runs[0]], in_runs[runs[1]] = 1, -1
    covered = in_runs[:-1].cumsum() > 0
    own_words = _words(_runs(of_text.own[:length] & covered))
    words = _words(runs)
    longest, above = _longest(runs)
    return Copied(
        length=length, words=words, share=_share(words, length), own_words=own_words,
        own_share=_share(own_words, int(own.sum())), quoted=float(text.quoted[:length].mean()),
        requoted=int((of_text.requoted[:length] & covered).sum()), longest=longest, above=above,
    )  # fmt: skip


def _above(runs: Runs, length: int) -> Runs:
    starts, ends = runs
    above = starts < length
    return starts[above], np.minimum(ends[above], length)


def _longest(runs: Runs) -> tuple[int, int]:
    """Return the words of the longest passage, and how many stand before it."""
    starts, ends = runs
    if not len(starts):
        return 0, 0
    joints = (starts[1:] - ends[:-1] > _A_WORD_CHANGED).nonzero()[0]
    firsts, lasts = np.concatenate(([0], joints + 1)), np.concatenate((joints, [len(starts) - 1]))
    lengths = ends[lasts] - starts[firsts]
    place = lengths.argmax()
    return int(lengths[place]) + SHINGLE - 1, int(starts[firsts][place])


def _words(runs: Runs) -> int:
    """A run of so many shingles has four words more."""
    starts, ends = runs
    return int((ends - starts).sum()) + (SHINGLE - 1) * len(starts)


def _share(words: int, shingles: int) -> float:
    return min(1.0, words / (shingles + SHINGLE - 1))
