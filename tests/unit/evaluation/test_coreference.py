"""MUC, B³ and CEAF-e against examples that are worked by hand, and against every assignment there is."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.evaluation.coreference import Chain, best_assignment, score_chains

KEY: list[Chain] = [frozenset("abc"), frozenset("defg")]
ANSWER: list[Chain] = [frozenset("ab"), frozenset("cd"), frozenset("fghi")]
"""The worked example of Pradhan et al. (2014): {a, b, c}, {d, e, f, g} answered by {a, b}, {c, d}, {f, g, h, i}."""


def test_the_worked_example_of_the_reference_scorers_paper():
    score = score_chains([(KEY, ANSWER)])
    assert score.muc.recall == pytest.approx(2 / 5)  # of 2 + 3 links ab and fg survive
    assert score.muc.precision == pytest.approx(2 / 5)  # of 1 + 1 + 3
    assert score.b_cubed.recall == pytest.approx((4 / 3 + 1 / 3 + 1 / 4 + 4 / 4) / 7)
    assert score.b_cubed.precision == pytest.approx((4 / 2 + 1 / 2 + 1 / 2 + 4 / 4) / 8)
    likeness = 2 * 2 / 5 + 2 * 2 / 8  # abc with ab, defg with fghi
    assert score.ceaf_e.recall == pytest.approx(likeness / 2)
    assert score.ceaf_e.precision == pytest.approx(likeness / 3)
    assert score.f1 == pytest.approx((score.muc.f1 + score.b_cubed.f1 + score.ceaf_e.f1) / 3)


def test_the_key_itself_scores_one_and_chains_of_one_count_for_nothing():
    score = score_chains([(KEY, [*KEY, frozenset("x")])])
    assert score.f1 == pytest.approx(1.0)


def test_everybody_in_one_chain_has_full_recall_and_poor_precision():
    score = score_chains([(KEY, [frozenset("abcdefg")])])
    assert score.muc.recall == 1.0
    assert score.b_cubed.recall == 1.0
    assert score.b_cubed.precision == pytest.approx((9 + 16) / 49)


def test_an_empty_answer_scores_nothing():
    assert score_chains([(KEY, [])]).f1 == 0.0


tables = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(st.floats(0, 1), min_size=width, max_size=width), min_size=1, max_size=4)
)


@given(tables)
def test_the_best_assignment_is_the_best_of_all(values: list[list[float]]):
    table = values if len(values) <= len(values[0]) else [list(column) for column in zip(*values, strict=True)]
    tried = permutations(range(len(table[0])), len(table))
    best = max(sum(table[row][column] for row, column in enumerate(order)) for order in tried)
    assert best_assignment(values) == pytest.approx(best)
