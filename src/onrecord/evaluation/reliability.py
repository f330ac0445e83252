"""Do scores mean what they say? Of the attributions with a score near 0.7, seven in ten should be right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

TENTHS: Final = 10


@dataclass(frozen=True)
class Scored:
    """What an attribution claimed, 0 to 1, and whether it was right."""

    score: float
    is_right: bool


@dataclass(frozen=True)
class Bin:
    """The attributions whose scores lie in one tenth: how many, their mean score, and the share that is right."""

    count: int
    claimed: float
    right: float


def reliability(scored: Sequence[Scored]) -> list[Bin]:
    """Return the tenths that have attributions, the lowest first."""
    tenths: list[list[Scored]] = [[] for _ in range(TENTHS)]
    for one in scored:
        tenths[min(int(one.score * TENTHS), TENTHS - 1)].append(one)
    return [_bin(tenth) for tenth in tenths if tenth]


def calibration_error(bins: Sequence[Bin]) -> float:
    """The mean distance of claim and truth (expected calibration error, Naeini et al., AAAI 2015)."""
    return sum(each.count * abs(each.claimed - each.right) for each in bins) / sum(each.count for each in bins)


def right_from(scored: Sequence[Scored], least: float) -> Bin | None:
    """Sum up the attributions with at least that score; null where there are none."""
    kept = [one for one in scored if one.score >= least]
    return _bin(kept) if kept else None


def _bin(scored: Sequence[Scored]) -> Bin:
    count = len(scored)
    return Bin(count, sum(one.score for one in scored) / count, sum(one.is_right for one in scored) / count)
