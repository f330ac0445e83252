"""The labels that the language model gives each word, and which may follow which."""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

ROLES: Final = ("source", "cue", "content")
NAME_KINDS: Final = ("person", "organisation", "place", "group")


def label_names(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """O, then B(egin), I(nside), E(nd) and S(ingle) of each kind (Ratinov and Roth 2009)."""
    return ("O", *(f"{prefix}-{kind}" for kind in kinds for prefix in "BIES"))


ATTRIBUTION_LABELS: Final = label_names(ROLES)
NAME_LABELS: Final = label_names(NAME_KINDS)


@cache
def allowed_transitions(labels: tuple[str, ...]) -> NDArray[np.bool_]:
    """Return bool [labels, labels]: may the second label follow the first?"""
    return np.array([[_may_follow(first, second) for second in labels] for first in labels])


@cache
def allowed_ends(labels: tuple[str, ...]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return bool [labels] twice: which labels may open a paragraph, and which may close it."""
    return np.array([label[0] in "OBS" for label in labels]), np.array([label[0] in "OES" for label in labels])


def _may_follow(first: str, second: str) -> bool:
    if first[0] in "BI":
        return second[0] in "IE" and first[1:] == second[1:]
    return second[0] in "OBS"


def labels_of_spans(spans: list[tuple[int, int, int]], count: int) -> NDArray[np.int64]:
    """Turn word spans `(start, end, kind index)` into label indices, int64 [count]."""
    labels = np.zeros(count, np.int64)
    for start, end, kind in spans:
        base = 1 + 4 * kind
        if end - start == 1:
            labels[start] = base + 3
        elif end > start:
            labels[start], labels[start + 1 : end - 1], labels[end - 1] = base, base + 1, base + 2
    return labels


def spans_of_labels(labels: NDArray[np.int64]) -> list[tuple[int, int, int]]:
    """The inverse of `labels_of_spans`, for a legal sequence."""
    spans: list[tuple[int, int, int]] = []
    start = 0
    for at, label in enumerate(labels.tolist()):
        if label == 0:
            continue
        kind, place = divmod(label - 1, 4)
        if place in (0, 3):
            start = at
        if place in (2, 3):
            spans.append((start, at + 1, kind))
    return spans
