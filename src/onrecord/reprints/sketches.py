"""What reconciling keeps of an article to tell its copies by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from onrecord.reprints.particulars import Particular, find_particulars
from onrecord.reprints.running_text import running_blocks, words_by_owner
from onrecord.reprints.shingles import SHINGLE, Hashes, anchor_keys, shingles_of, words_of
from onrecord.schema import Reading

_QUOTED: Final = np.uint32(1)
_ROLL_CALL: Final = np.uint32(2)
_FLAGS: Final = _QUOTED | _ROLL_CALL
_ROLL: Final = 0.55
_AROUND: Final = 21
_FEWEST: Final = 40
"""An article of fewer shingles is a brief: any two on one event say it in nearly the same words."""
_ENOUGH_ABOVE: Final = 100


class Sketch(msgspec.Struct, frozen=True, kw_only=True):
    """An article as its copies are told.

    `shingles` are little-endian uint32 in the order of its words; of the two lowest bits one says that a word of the
    five is a quotation's, the other that they are of a roll, as where those present are listed. `particulars` are its
    names and figures. `published` is ISO 8601 as the page gives it;
    `publisher` and `agency` are as read.
    """

    id: str
    article: str
    keys: tuple[int, ...]
    shingles: bytes
    particulars: tuple[Particular, ...]
    headline: str
    published: str | None
    publisher: str | None
    agency: str | None

    @property
    def hashes(self) -> NDArray[np.uint32]:
        """The shingles without that bit."""
        return np.frombuffer(self.shingles, "<u4") & ~_FLAGS

    @property
    def quoted(self) -> NDArray[np.bool_]:
        """Of every shingle, whether a word of it stands in quotation marks."""
        return (np.frombuffer(self.shingles, "<u4") & _QUOTED) != 0

    @property
    def own(self) -> NDArray[np.bool_]:
        """Of every shingle, whether it is the writer's own: neither quoted nor of a roll."""
        return (np.frombuffer(self.shingles, "<u4") & _FLAGS) == 0


def find_sketches(reading: Reading) -> list[Sketch]:
    """Return the article's sketch; none where it is too short to tell a copy by."""
    article = reading.article
    blocks = running_blocks(article)
    words, quoted = words_by_owner(blocks)
    shingles = shingles_of(words)
    if len(shingles) < _FEWEST:
        return []
    return [
        Sketch(
            id=article.id, article=article.id, keys=anchor_keys(_upper_part(shingles, blocks)),
            shingles=_packed(shingles, words, quoted), particulars=tuple(find_particulars(words)),
            headline=article.headline or "", published=article.published, publisher=article.publisher,
            agency=article.agency,
        )
    ]  # fmt: skip


def _packed(shingles: Hashes, words: Sequence[str], quoted: Sequence[bool]) -> bytes:
    in_marks = sliding_window_view(np.array(quoted, np.bool_), SHINGLE).any(axis=1)
    capitals = np.array([word[0].isupper() for word in words], np.float64)
    roll = np.convolve(capitals, np.ones(_AROUND), "same")[SHINGLE // 2 : -(SHINGLE // 2)] >= _ROLL * _AROUND
    short = (shingles >> np.uint64(32)).astype("<u4") & ~_FLAGS
    return (short | in_marks * _QUOTED | roll * _ROLL_CALL).astype("<u4").tobytes()


def _upper_part(shingles: Hashes, blocks: Sequence[str]) -> Hashes:
    """Leave out the last block: stories are cut from the bottom, and standing text that no rule knows stands there."""
    upper = shingles[: len(shingles) - len(words_of(blocks[-1]))]
    return upper if len(upper) >= _ENOUGH_ABOVE else shingles
