"""Scores mean a probability, and belong to the model that ships."""

import hashlib
import json
from math import exp, isclose

import pytest

from onrecord.language.onnx_model import load_model
from onrecord.language.shipped import DEFAULT_MODEL, MODELS
from onrecord.statements.scores import CALIBRATIONS, FEATURES, Calibration, Evidence, calibration_of, score_of

SURE = Evidence(cue=0.9, content=0.9, content_link=0.9, source=0.9, source_link=0.9)


def test_the_weights_work_on_log_odds():
    calibration = Calibration((-1.0, 0.0, 0.0, 0.5, 0.0, 0.0, 0.0))
    # log odds of 0.8 are log(4): e^(-1 + log(4) / 2) = 2 / e
    odds = 2 * exp(-1)
    evidence = Evidence(cue=0.3, content=0.4, content_link=0.8)
    assert isclose(calibration.probability(evidence), odds / (1 + odds))


def test_without_a_source_nothing_is_said_of_one():
    assert Evidence(cue=0.5, content=0.5, content_link=0.5).features == (1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


def test_certainties_of_zero_and_one_stay_finite():
    certain = Evidence(cue=1.0, content=0.0, content_link=1.0, source=1.0, source_link=0.0)
    assert 0 < Calibration((50.0,) * len(FEATURES)).probability(certain) <= 1
    assert 0 <= Calibration((-50.0,) * len(FEATURES)).probability(certain) < 1


def test_a_calibration_has_a_weight_for_every_feature():
    with pytest.raises(ValueError, match="2 weights"):
        Calibration((1.0, 2.0))


def test_a_model_that_nobody_calibrated_gives_the_likelihood():
    assert calibration_of("somebody's model 7") is None
    assert score_of(Evidence(cue=0.8, content=0.4, content_link=0.2), None) == 0.4  # the cube root of 0.064


def test_the_shipped_model_is_the_one_that_was_calibrated():
    name = load_model().name
    fitted = json.loads(CALIBRATIONS.read_text(encoding="utf-8"))
    file = MODELS / DEFAULT_MODEL / "model.onnx"
    found = fitted.get(name, {}).get("sha256")
    remedy = "the model was replaced: run python training/calibrate.py --data ../shared/data"
    assert found == hashlib.sha256(file.read_bytes()).hexdigest(), remedy


def test_more_certain_parts_give_a_higher_score():
    calibration = calibration_of(load_model().name)
    unsure = Evidence(cue=0.9, content=0.9, content_link=0.9, source=0.9, source_link=0.3)
    assert score_of(SURE, calibration) > score_of(unsure, calibration)
