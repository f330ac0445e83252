"""An article's words as numbers: hashes of every five that follow each other, and the few that copies are found by.

Hashes are the same in every process and version of Python. A change of anything here is a change of `RULES`.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

SHINGLE: Final = 5
"""Words in a shingle (Broder 1997)."""
_WINDOW: Final = 16
_APART: Final = 16
_TOP: Final = 150
# Odd 64-bit numbers, drawn once: one for each place in a shingle, two that mix, one for each place in a pair.
_PLACES: Final = np.array(
    (0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F, 0xE7037ED1A0B428DB, 0x8EBC6AF09C88C6E3), np.uint64
)
_MIX: Final = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_PAIR: Final = (np.uint64(0x2545F4914F6CDD1D), np.uint64(0x589965CC75374CC3))

# Writing without spaces has no words to count: each of its characters stands for one.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0e7f"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+(?:['’ʼ][^\W_{_UNSPACED}]+)*")
_BETWEEN_DIGITS = re.compile(r"(?<=\d),(?=\d\d\d)")
_APOSTROPHES = str.maketrans("", "", "'’ʼ")


def words_of(text: str) -> list[str]:
    """Return the words of a text, whatever marks a paper writes between them: "Moscow’s 1,200" gives Moscows, 1200."""
    words = _WORD.findall(_BETWEEN_DIGITS.sub("", unicodedata.normalize("NFKC", text)))
    return [word.translate(_APOSTROPHES) for word in words]


def word_hash(word: str) -> int:
    """Hash a word, 32 bits."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def shingles_of(words: Sequence[str]) -> Hashes:
    """Hash every five words that follow each other, in any case: uint64 [shingles], in their order.

    They go on over the end of a block, for papers cut paragraphs in two and join them as their columns ask.
    """
    if len(words) < SHINGLE:
        return np.empty(0, np.uint64)
    numbers = np.fromiter((word_hash(word.lower()) for word in words), np.uint64, len(words))
    return _mixed((sliding_window_view(numbers, SHINGLE) * _PLACES).sum(axis=1, dtype=np.uint64))


def anchor_keys(shingles: Hashes) -> tuple[int, ...]:
    """Return the keys, signed 64-bit, that two texts share where a stretch of some fifty words is in both.

    A MinHash of every window of sixteen shingles (Schleimer, Wilkerson & Aiken 2003: winnowing) gives the anchors,
    about one in nine words; a key is an anchor with the first that stands sixteen words on or more: a band of two.
    So a text that was cut to a fifth is found as surely as a whole one, and a formula of one sentence ("agreed to stay
    in close touch") finds nothing. At the top, which is what a heavily cut copy keeps, anchors are twice as close: a
    hundred words of which a desk changed five still share a key.
    """
    places = np.unique(np.concatenate((_anchors(shingles, _WINDOW), _anchors(shingles[:_TOP], _WINDOW // 2))))
    partners = np.searchsorted(places, places + _APART)
    first = int((partners < len(places)).sum())
    anchors = shingles[places]
    pairs = _mixed(anchors[:first] * _PAIR[0] + anchors[partners[:first]] * _PAIR[1])
    return tuple(np.unique(pairs.view(np.int64)).tolist())


def _anchors(shingles: Hashes, window: int) -> NDArray[np.intp]:
    """Return the places of each window's least shingle, with repeats."""
    if len(shingles) < window:
        return np.empty(0, np.intp)
    least = sliding_window_view(shingles, window).argmin(axis=1)
    return least + np.arange(len(least))


def _mixed(numbers: Hashes) -> Hashes:
    """Spread every bit over all others (the finalizer of SplitMix64)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * _MIX[0]
    numbers = (numbers ^ (numbers >> np.uint64(27))) * _MIX[1]
    return numbers ^ (numbers >> np.uint64(31))
