"""One proposition is held against others: which put forward the same, and which the contrary."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.claims.codebook import load_codebook
from onrecord.claims.comparing import NEAREST, compare, is_answer
from onrecord.claims.propositions import Proposition
from onrecord.schema import Link


def link_proposition(one: Proposition, others: Sequence[Proposition]) -> list[Link]:
    """Return `same` and `contradicts` links of contents, whatever the stances, in the order of `others`.

    The same for every order of the two: what `one` has with another, the other has with `one`.
    """
    if not others:
        return []
    codebook = load_codebook()
    cosines = _cosines(one, others)
    links: list[Link] = []
    for other, cosine in zip(others, cosines.tolist(), strict=True):
        if other.id == one.id or (cosine < NEAREST and not is_answer(one, other)):
            continue
        first, second = sorted((one, other), key=lambda proposition: proposition.id)
        found = compare(first, second, cosine, codebook)
        if found:
            links.append(Link(first.id, second.id, found.relation, round(found.score, 4)))
    return links


def _cosines(one: Proposition, others: Sequence[Proposition]) -> NDArray[np.float64]:
    """Whole numbers multiply exactly, so that a pair's cosine does not hang on what else is looked at."""
    mine = np.frombuffer(one.vector, np.int8).astype(np.int64)
    theirs = (
        np.frombuffer(b"".join(other.vector for other in others), np.int8).reshape(len(others), -1).astype(np.int64)
    )
    norms = np.sqrt((theirs * theirs).sum(1) * (mine @ mine))
    return (theirs @ mine) / np.maximum(norms, 1)
