"""Which articles are copies of one another: containment of their own words confirms what shared keys propose."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.reprints.matching import Text, match, text_of
from onrecord.reprints.newsrooms import came_out, days_between, is_agencys_own, newsroom
from onrecord.reprints.overlap import Copied, overlap
from onrecord.reprints.sketches import Sketch
from onrecord.reprints.swaps import swaps
from onrecord.schema import Link, LinkKind

_KEYS_SHARED: Final = 0.045
_FEWEST_WORDS: Final = 40
_WEEK: Final = 7
# A story is reprinted within days. What resembles it weeks later is mostly the next of its series, unless hardly a word
# is new. Days up to which the shares hold, the share of all words that is asked for, and that of the writer's own.
_SHARES_BY_DAYS: Final = ((_WEEK, 0.35, 0.5), (60, 0.6, 0.6), (math.inf, 0.9, 0.9))
_TWO_AGENCIES: Final = 0.8
_OWN_OF_ALL: Final = 0.33
_NEARLY_ALL: Final = 0.8
_MESSAGE: Final = 0.55
_MOSTLY_QUOTED: Final = 0.4
# A copy that was cut to a third and then added to: what is left is the story's beginning, in one piece.
_DAYS_OF_TOP: Final = 4
_FEWEST_AT_TOP: Final = 45
_ABOVE_TOP: Final = 60
_OWN_AT_TOP: Final = 0.5
_IN_ONE_PIECE: Final = 0.8
_TOP_SHARES: Final = (0.35, 0.2)
_REQUOTED: Final = 0.12
_FEWEST_REQUOTED: Final = 10
_SWAPS: Final = 0.75
_WORDS_PER_SWAP: Final = 200


def link_sketch(one: Sketch, others: Sequence[Sketch]) -> list[Link]:
    """Link an article with those that are copies or versions of one text; `score` is the larger share of words.

    `first` is the copy, or the newsroom's later text, and `second` what it goes back to. The same pairs are linked
    whichever of them is new.
    """
    text, keys = text_of(one), frozenset(one.keys)
    candidates = (other for other in others if other.id != one.id and _share_keys(keys, other))
    return [link for other in candidates for link in _links(text, text_of(other))]


def _share_keys(keys: frozenset[int], other: Sketch) -> bool:
    """Do two articles share as many keys as a copy would? A long one that shares a single formula is passed over."""
    fewer = min(len(keys), len(other.keys))
    return len(keys.intersection(other.keys)) >= _KEYS_SHARED * fewer


def _links(one: Text, other: Text) -> Iterator[Link]:
    origin, copy = sorted((one, other), key=lambda text: standing(text.sketch))
    in_origin, in_copy = match(origin, copy), match(copy, origin)
    copied = overlap(copy, in_copy, origin, in_origin)
    words = min(side.words for side in copied)
    if not _holds_enough(copied, words, copy.sketch, origin.sketch):
        return
    if swaps(copy, in_copy, origin, in_origin) <= _SWAPS + words / _WORDS_PER_SWAP:
        kind: LinkKind = "version" if are_of_one_newsroom(copy.sketch, origin.sketch) else "copy"
        yield Link(copy.sketch.id, origin.sketch.id, kind, round(max(side.share for side in copied), 4))


def _holds_enough(copied: tuple[Copied, Copied], words: int, copy: Sketch, origin: Sketch) -> bool:
    """Ask for less on the days around, and for more of two agencies."""
    if words < _FEWEST_WORDS:
        return False
    if _quotes_it(copied, words):
        return False
    days = days_between(copy, origin) or 0
    of_all, of_own = next((of_all, of_own) for limit, of_all, of_own in _SHARES_BY_DAYS if days <= limit)
    if are_of_two_agencies(copy, origin):
        of_all = of_own = _TWO_AGENCIES
    elif days <= _DAYS_OF_TOP and _is_the_top(copied, words):
        return True
    return any(_is_enough(side, of_all, of_own) for side in copied) or (days <= _WEEK and _is_one_message(copied))


def _quotes_it(copied: tuple[Copied, Copied], words: int) -> bool:
    """Does one put into quotation marks, here and there, what the other says itself? A follow-up does, and no reprint.

    Where marks are missing or one was lost, words stand in one passage all the same.
    """
    requoted = min(side.requoted for side in copied)
    return _puts_in_marks(copied) and requoted >= _REQUOTED * words and not _is_in_one_piece(copied, words)


def _puts_in_marks(copied: tuple[Copied, Copied]) -> bool:
    """Do more words than a slip leaves stand in quotation marks in one of the two only?"""
    return min(side.requoted for side in copied) >= _FEWEST_REQUOTED


def _is_the_top(copied: tuple[Copied, Copied], words: int) -> bool:
    """Is what they share the beginning of both, in one passage, and the writer's own in both?

    Background that a house repeats stands low; a follow-up that begins with what it is about goes on to quote it.
    """
    if any(side.own_words < _OWN_AT_TOP * words for side in copied) or _puts_in_marks(copied):
        return False
    if words < _FEWEST_AT_TOP or max(side.above for side in copied) > _ABOVE_TOP:
        return False
    larger, smaller = _TOP_SHARES
    shares = [side.share for side in copied]
    return _is_in_one_piece(copied, words) and max(shares) >= larger and min(shares) >= smaller


def _is_in_one_piece(copied: tuple[Copied, Copied], words: int) -> bool:
    return min(side.longest for side in copied) >= _IN_ONE_PIECE * words


def _is_enough(copied: Copied, of_all: float, of_own: float) -> bool:
    if copied.share < of_all or copied.own_share < of_own:
        return False
    return copied.own_words >= max(_FEWEST_WORDS, _OWN_OF_ALL * copied.length) or copied.share >= _NEARLY_ALL


def _is_one_message(copied: tuple[Copied, Copied]) -> bool:
    """Are both little but one long quotation? "Vladimir Putin sent greetings. The message reads, in part: “…”".

    Two reporters who quote the same sentences put words of their own between them.
    """
    wanted = max(_FEWEST_WORDS, _MESSAGE * min(side.length for side in copied))
    return all(side.longest >= wanted and side.quoted >= _MOSTLY_QUOTED for side in copied)


def are_of_two_agencies(one: Sketch, other: Sketch) -> bool:
    """Does each name an agency, and not the same?"""
    return bool(one.agency and other.agency) and one.agency != other.agency


def are_of_one_newsroom(one: Sketch, other: Sketch) -> bool:
    """Do two articles come from the same newsroom, as far as their pages say?"""
    return newsroom(one.publisher) is not None and newsroom(one.publisher) == newsroom(other.publisher)


def standing(sketch: Sketch) -> tuple[bool, str, int, str]:
    """Sort the likeliest origin first: the agency's own page, then the earliest, then the fullest."""
    return not is_agencys_own(sketch.publisher, sketch.agency), came_out(sketch), -len(sketch.shingles), sketch.id
