"""Scores beside what holds."""

import pytest

from onrecord.evaluation.reliability import Bin, Scored, calibration_error, reliability, right_from

SCORED = [Scored(0.95, True), Scored(0.91, True), Scored(1.0, False), Scored(0.42, False), Scored(0.48, True)]


def test_each_tenth_tells_what_was_claimed_and_what_holds():
    low, high = reliability(SCORED)
    assert (low.count, low.claimed, low.right) == (2, pytest.approx(0.45), 0.5)
    assert (high.count, high.claimed, high.right) == (3, pytest.approx(2.86 / 3), pytest.approx(2 / 3))


def test_the_calibration_error_weighs_each_tenth_by_its_attributions():
    assert calibration_error([Bin(3, 0.9, 0.8), Bin(1, 0.5, 0.9)]) == pytest.approx((3 * 0.1 + 0.4) / 4)


def test_only_attributions_with_the_least_score_are_summed_up():
    assert right_from(SCORED, 0.95) == Bin(2, pytest.approx(0.975), 0.5)
    assert right_from(SCORED[3:], 0.9) is None
