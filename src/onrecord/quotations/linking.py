"""Which quotations are the same words of the same speaker, whole or in part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from onrecord.quotations.commonness import weight
from onrecord.quotations.finding import Quotation
from onrecord.quotations.voices import agreement
from onrecord.quotations.words import words_of
from onrecord.schema import Link

_MOST: Final = 0.6
_RUN: Final = 8


class _Wanted(NamedTuple):
    """How many shared words, and how telling ones, make two quotations one: within so many days."""

    words: int
    weight: float
    days: float


# The more words, the later they may be repeated. A short phrase is used again at the next occasion.
_OF_ONE_SPEAKER: Final = (_Wanted(4, 1.75, 3), _Wanted(6, 3.0, 14), _Wanted(9, 4.0, 90), _Wanted(14, 6.0, 3650))
# A page that names nobody, or an office: then the words alone have to tell.
_OF_NOBODY: Final = (_Wanted(6, 3.0, 3), _Wanted(10, 5.0, 30), _Wanted(16, 8.0, 365))


class Shared(NamedTuple):
    """The words that two quotations share, in their order; the longest run of them; and their shares of the shorter
    one (0 to 1), of its words and of what they tell.

    "They reaffirmed their support for the reform" and "… for the sovereignty" share most words, and say two things.
    """

    words: list[str]
    run: int
    share: float
    telling: float


def link_quotation(one: Quotation, others: Sequence[Quotation]) -> list[Link]:
    """Link a quotation with those of other articles that give the same words; `score` is the share of the shorter one.

    The same pairs are linked whichever of them is new.
    """
    return [link for other in others for link in _links(one, other)]


def _links(one: Quotation, other: Quotation) -> Iterator[Link]:
    if one.article == other.article:
        return
    first, second = sorted((one, other), key=lambda quotation: quotation.id)
    speakers = agreement(first, second)
    if speakers == "different":
        return
    shared = shared_words(first.text, second.text)
    if min(shared.share, shared.telling) < _MOST and shared.run < _RUN:
        return
    days, telling = _days_between(first, second), weight(shared.words)
    wanted = _OF_ONE_SPEAKER if speakers == "same" else _OF_NOBODY
    if any(len(shared.words) >= need.words and telling >= need.weight and days <= need.days for need in wanted):
        yield Link(first.id, second.id, "same", round(shared.share, 4))


def shared_words(first: str, second: str) -> Shared:
    """Align two quotations; single words in common count for nothing, except in the shortest."""
    ours = [word.form for word in words_of(first) if not word.editorial]
    theirs = [word.form for word in words_of(second) if not word.editorial]
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    runs = [ours[block.a : block.a + block.size] for block in blocks if block.size > 1]
    words = [word for run in runs for word in run]
    shorter = min(ours, theirs, key=len)
    return Shared(
        words=words, run=max(map(len, runs), default=0), share=len(words) / max(1, len(shorter)),
        telling=weight(words) / max(1.0, weight(shorter)),
    )  # fmt: skip


def _days_between(one: Quotation, other: Quotation) -> int:
    """Return the days from one to the other; none where a page doesn't say."""
    try:
        return abs((date.fromisoformat(one.day or "") - date.fromisoformat(other.day or "")).days)
    except ValueError:
        return 0
