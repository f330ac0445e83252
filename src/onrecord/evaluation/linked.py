"""Found attributions beside annotated ones: which meets which, and whether it is right.

Two meet where their cues or contents touch, the best overlaps first, each at most once. *Close* means: the contents
share half of their characters, the cues touch, and so do the sources, or neither has one. White space, and marks at a
span's ends, count for nothing.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Final

from onrecord.evaluation.polnear import GoldAttribution, Place

_AT_THE_ENDS: Final = " \n\t\r,.;:\"'“”‘’—–-"
_HALF: Final = 0.5


@dataclass(frozen=True)
class Covered:
    """The characters that each part of an attribution covers."""

    source: Set[int]
    cue: Set[int]
    content: Set[int]

    @classmethod
    def of(cls, text: str, attribution: GoldAttribution) -> Covered:
        return cls(*(_characters(text, part) for part in (attribution.source, attribution.cue, attribution.content)))

    def is_close_to(self, gold: Covered) -> bool:
        """Is this finding, by close matching, what the annotation says?"""
        return (
            share(self.content, gold.content) >= _HALF
            and (bool(self.cue & gold.cue) or not gold.cue)
            and (bool(self.source & gold.source) or not (self.source or gold.source))
        )


def are_right(text: str, found: Sequence[GoldAttribution], gold: Sequence[GoldAttribution]) -> list[bool]:
    """Tell of every found attribution whether it is close to the annotated one that it meets."""
    ours = [Covered.of(text, attribution) for attribution in found]
    theirs = [Covered.of(text, attribution) for attribution in gold if attribution.content]
    met = meetings(ours, theirs)
    return [number in met and one.is_close_to(theirs[met[number]]) for number, one in enumerate(ours)]


def meetings(ours: Sequence[Covered], theirs: Sequence[Covered]) -> dict[int, int]:
    """Number of the annotated attribution by number of the found one; the contents' overlap counts most."""
    rated = [
        (share(a.content, b.content) + share(a.cue, b.cue) / 2 + share(a.source, b.source) / 4, j, i)
        for i, a in enumerate(ours)
        for j, b in enumerate(theirs)
        if a.content & b.content or a.cue & b.cue
    ]
    met: dict[int, int] = {}
    taken: set[int] = set()
    for _, j, i in sorted(rated, reverse=True):
        if i not in met and j not in taken:
            met[i] = j
            taken.add(j)
    return met


def share(one: Set[int], other: Set[int]) -> float:
    """Characters in both, of those in either."""
    return len(one & other) / max(1, len(one | other))


def _characters(text: str, places: Sequence[Place]) -> Set[int]:
    covered: set[int] = set()
    for start, end in places:
        while start < end and text[start] in _AT_THE_ENDS:
            start += 1
        while end > start and text[end - 1] in _AT_THE_ENDS:
            end -= 1
        covered.update(at for at in range(start, end) if not text[at].isspace())
    return covered
