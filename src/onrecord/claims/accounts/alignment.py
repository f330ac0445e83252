"""Which propositions of two accounts are one: many to many, for one side's sentence is often two of the other's."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class AlignmentSettings:
    """Probabilities, 0 to 1: a pair needs `least`, has to be the best of one of the two, and has to reach the `rival`
    share of the other's best.
    """

    least: float = 0.2
    rival: float = 0.5


def align(likeness: NDArray[np.float64], settings: AlignmentSettings | None = None) -> list[tuple[int, int]]:
    """Choose pairs from probabilities, float64 [a, b]; returns their numbers in order."""
    settings = settings or AlignmentSettings()
    if not likeness.size:
        return []
    best_of_a, best_of_b = likeness.max(1, keepdims=True), likeness.max(0, keepdims=True)
    first_for_a = (likeness >= best_of_a) & (likeness >= settings.rival * best_of_b)
    first_for_b = (likeness >= best_of_b) & (likeness >= settings.rival * best_of_a)
    chosen = (likeness >= settings.least) & (first_for_a | first_for_b)
    return [(int(a), int(b)) for a, b in np.argwhere(chosen)]
