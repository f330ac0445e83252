"""How probably an attribution is right: what the model says of its parts becomes one number that holds.

The parts' own probabilities are no such number: each is about itself, and all of them together say too little of the
source that belongs to another cue. A logistic regression over their log odds (Platt 1999) is fitted for each model by
`training/calibrate.py`, on articles with gold, and kept in `calibrations.json` by the model's name.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from math import exp, log
from pathlib import Path
from typing import Final

CALIBRATIONS: Final = Path(__file__).with_name("calibrations.json")
FEATURES: Final = ("constant", "cue", "content", "content_link", "sourced", "source", "source_link")
_CERTAIN: Final = 0.995  # beyond it, and below its complement, rounding speaks more than the model


@dataclass(frozen=True)
class Evidence:
    """The model's probabilities for an attribution's parts and for their belonging together, 0 to 1.

    Of several contents the likeliest counts. `source` and `source_link` are null without a source.
    """

    cue: float
    content: float
    content_link: float
    source: float | None = None
    source_link: float | None = None

    @property
    def likelihood(self) -> float:
        """The geometric mean of what says that there is an attribution at all; orders, but isn't calibrated."""
        return round((self.cue * self.content * self.content_link) ** (1 / 3), 3)

    @property
    def features(self) -> tuple[float, ...]:
        """One number for each of FEATURES: log odds, and nothing of a source that isn't there."""
        parts = (_log_odds(self.cue), _log_odds(self.content), _log_odds(self.content_link))
        if self.source is None or self.source_link is None:
            return (1.0, *parts, 0.0, 0.0, 0.0)
        return (1.0, *parts, 1.0, _log_odds(self.source), _log_odds(self.source_link))


@dataclass(frozen=True)
class Calibration:
    """The weights of FEATURES that were fitted for one model."""

    weights: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.weights) != len(FEATURES):
            raise ValueError(f"{len(self.weights)} weights for {len(FEATURES)} features")

    def probability(self, evidence: Evidence) -> float:
        """How probably the attribution is right, as close matching has it, source included: 0 to 1."""
        return _logistic(sum(a * b for a, b in zip(self.weights, evidence.features, strict=True)))


def score_of(evidence: Evidence, calibration: Calibration | None) -> float:
    """The calibrated probability, or where nothing was fitted for the model, the parts' likelihood."""
    return round(calibration.probability(evidence), 3) if calibration else evidence.likelihood


@cache
def calibration_of(model: str) -> Calibration | None:
    """Return what was fitted for the model of this name and version; null for one that nobody has calibrated."""
    fitted = json.loads(CALIBRATIONS.read_text(encoding="utf-8")).get(model)
    return None if fitted is None else Calibration(tuple(fitted["weights"][name] for name in FEATURES))


def _log_odds(probability: float) -> float:
    held = min(max(probability, 1 - _CERTAIN), _CERTAIN)
    return log(held / (1 - held))


def _logistic(odds: float) -> float:
    return 1 / (1 + exp(-odds)) if odds >= 0 else exp(odds) / (1 + exp(odds))
