"""How likely is it that two propositions are one, said by two sides?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.claims.accounts.people import may_be_the_same, people_named, personal_names
from onrecord.claims.accounts.terms import CALL, stem_of, terms_of
from onrecord.language.embedder import Embedder

FloatArray = NDArray[np.float64]
Weights = Mapping[str, float]

_FEW: Final = 2.0  # of so few sentences one can't tell well what is their subject
_SLACK: Final = 5.0  # so that two short sentences with one word in common are not alike altogether


@dataclass(frozen=True)
class Evidence:
    """What speaks for each pair, float64 [a, b]: the share of their terms that they have in common, by the mean of both
    totals and by the smaller; and the cosine of their vectors without what all of them share.
    """

    overlap: FloatArray
    containment: FloatArray
    cosine: FloatArray


@dataclass(frozen=True)
class Judgement:
    """A logistic regression over the evidence."""

    overlap: float
    containment: float
    cosine: float
    bias: float

    def of(self, evidence: Evidence) -> FloatArray:
        """Return probabilities, float64 [a, b]."""
        total = (
            self.overlap * evidence.overlap
            + self.containment * evidence.containment
            + self.cosine * evidence.cosine
            + self.bias
        )
        return 1 / (1 + np.exp(-total))


def find_evidence(a: Sequence[str], b: Sequence[str], embedder: Embedder) -> Evidence:
    """Compare each text of `a` with each of `b`; both may be empty."""
    ours, theirs = _weighed(a, b)
    total_a, total_b = (np.array([sum(each.values()) for each in side]) + _SLACK for side in (ours, theirs))
    shared = _shared(ours, theirs, _same_people(a, b))
    return Evidence(
        overlap=shared / np.sqrt(np.outer(total_a, total_b)),
        containment=shared / np.minimum.outer(total_a, total_b),
        cosine=_centred_cosine(embedder.embed(a), embedder.embed(b)),
    )


def _weighed(a: Sequence[str], b: Sequence[str]) -> tuple[list[Weights], list[Weights]]:
    """Who is at the table tells no two propositions apart, nor does what stands everywhere in both ("Ukraine")."""
    people = {stem_of(name) for name in personal_names([*a, *b])}
    terms = [[_without(terms_of(text), people) for text in side] for side in (a, b)]
    common = [_shares(side) for side in terms]

    def local(weights: Weights) -> Weights:
        return {
            term: weight * (1 - np.sqrt(common[0].get(term, 0.0) * common[1].get(term, 0.0)))
            for term, weight in weights.items()
        }

    ours, theirs = ([local(each) for each in side] for side in terms)
    return ours, theirs


def _without(weights: Weights, terms: set[str]) -> Weights:
    return {term: weight for term, weight in weights.items() if term not in terms}


def _shares(side: Sequence[Weights]) -> dict[str, float]:
    """In what share of an account's propositions a term stands again; in a single one nothing does."""
    counts = Counter(term for each in side for term in each)
    return {term: (count - 1) / len(side) for term, count in counts.items()}


def _shared(a: Sequence[Weights], b: Sequence[Weights], same_people: NDArray[np.bool_]) -> FloatArray:
    """Sum the weights of the terms that two have in common, float64 [a, b]."""
    shared = np.zeros((len(a), len(b)))
    for term in {term for each in a for term in each} & {term for each in b for term in each}:
        rows = [at for at, each in enumerate(a) if term in each]
        columns = [at for at, each in enumerate(b) if term in each]
        weights = np.minimum.outer([a[at][term] for at in rows], [b[at][term] for at in columns])
        place = np.ix_(rows, columns)
        # That Biden spoke with Zelenskyy is not that he spoke with Putin.
        shared[place] += weights * same_people[place] if term == CALL else weights
    return shared


def _same_people(a: Sequence[str], b: Sequence[str]) -> NDArray[np.bool_]:
    named = people_named([*a, *b])
    ours, theirs = named[: len(a)], named[len(a) :]
    return np.array([[may_be_the_same(one, other) for other in theirs] for one in ours], bool).reshape(len(a), len(b))


def _centred_cosine(a: NDArray[np.float32], b: NDArray[np.float32]) -> FloatArray:
    """What all sentences of both accounts share, their subject, is taken away before they are compared."""
    if not (len(a) and len(b)):
        return np.zeros((len(a), len(b)))
    known = len(a) + len(b)
    subject = (a.mean(0, dtype=np.float64) + b.mean(0, dtype=np.float64)) / 2 * known / (known + _FEW)
    left, right = a - subject, b - subject
    lengths = np.outer(np.linalg.norm(left, axis=1), np.linalg.norm(right, axis=1))
    return left @ right.T / np.maximum(lengths, 1e-9)
