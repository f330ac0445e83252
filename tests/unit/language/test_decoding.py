import itertools

import numpy as np
import pytest

from onrecord.language.decoding import Chain, best_labels, distance_bucket
from onrecord.language.labels import ATTRIBUTION_LABELS, allowed_ends, allowed_transitions, label_names

SMALL = label_names(("cue",))


def score(labels: tuple[int, ...], scores: np.ndarray, chain: Chain) -> float:
    steps = sum(chain.steps[a, b] for a, b in itertools.pairwise(labels))
    emitted = sum(scores[at, label] for at, label in enumerate(labels))
    return float(chain.opening[labels[0]] + chain.closing[labels[-1]] + steps + emitted)


@pytest.mark.parametrize("seed", range(5))
def test_the_best_labels_are_those_of_an_exhaustive_search(seed: int):
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(5, len(SMALL))).astype(np.float32)
    chain = Chain.legal(SMALL, rng.normal(size=(len(SMALL), len(SMALL))).astype(np.float32))
    every = itertools.product(range(len(SMALL)), repeat=5)
    wanted = max(every, key=lambda labels: score(labels, scores, chain))
    (found,) = best_labels(scores, [(0, 5)], chain)
    assert tuple(found.tolist()) == wanted


def test_paragraphs_of_different_lengths_do_not_disturb_each_other():
    scores = np.random.default_rng(7).normal(size=(9, len(ATTRIBUTION_LABELS))).astype(np.float32)
    chain = Chain.legal(ATTRIBUTION_LABELS)
    together = best_labels(scores, [(0, 2), (2, 9)], chain)
    alone = [best_labels(scores[a:b], [(0, b - a)], chain)[0] for a, b in ((0, 2), (2, 9))]
    assert [labels.tolist() for labels in together] == [labels.tolist() for labels in alone]


def test_labels_are_legal_whatever_the_scores():
    scores = np.random.default_rng(3).normal(size=(50, len(ATTRIBUTION_LABELS))).astype(np.float32) * 10
    (labels,) = best_labels(scores, [(0, 50)], Chain.legal(ATTRIBUTION_LABELS))
    allowed, (opens, closes) = allowed_transitions(ATTRIBUTION_LABELS), allowed_ends(ATTRIBUTION_LABELS)
    assert opens[labels[0]]
    assert closes[labels[-1]]
    assert all(allowed[a, b] for a, b in itertools.pairwise(labels.tolist()))


def test_distances_are_exact_to_three_and_then_by_powers_of_two():
    buckets = distance_bucket(np.array([0, 1, 3, 4, 7, 8, 5000, -1, -4, -5000]))
    assert buckets.tolist() == [0, 1, 3, 4, 4, 5, 11, 13, 16, 23]
