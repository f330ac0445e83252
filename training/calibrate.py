"""Fit what an attribution's score means for a model, and draw how well it holds.

    python training/calibrate.py --data ../shared/data [--model NAME]

A logistic regression over the model's own probabilities (`onrecord.statements.scores`), on PolNeAR's dev articles:
on those that the model was trained on it is too sure of itself. Every figure and the curve come from articles that
weren't fitted on, in five folds; what is written to `calibrations.json` is fitted on all of them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from reliability_curve import draw

from onrecord.articles import extract_article
from onrecord.evaluation.given_text import in_given_text
from onrecord.evaluation.linked import are_right
from onrecord.evaluation.polnear import read_polnear
from onrecord.evaluation.reliability import Scored, calibration_error, reliability, right_from
from onrecord.language.model import LanguageModel
from onrecord.language.onnx_model import load_model
from onrecord.language.shipped import DEFAULT_MODEL, MODELS
from onrecord.pages import PageSettings, load_page
from onrecord.pipeline.reading import analyse_article
from onrecord.schema import Article, Page
from onrecord.statements import LinkSettings
from onrecord.statements.find import link
from onrecord.statements.scores import CALIBRATIONS, FEATURES, Calibration, Evidence

FOLDS = 5
CURVE = Path(__file__).parents[1] / "docs/reliability.svg"
_RIDGE = 1.0


@dataclass(frozen=True)
class Observed:
    """One attribution that the model found in an article, and whether it is right."""

    article: str
    evidence: Evidence
    is_right: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the corpora")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    arguments = parser.parse_args()
    model = load_model(arguments.model, threads=1)
    observed = observe(model, arguments.data / "polnear/dev")
    scored = score_unseen(observed)
    report(scored)
    draw(reliability(scored), CURVE)
    write(model.name, MODELS / arguments.model / "model.onnx", fit(observed))


def observe(model: LanguageModel, corpus: Path) -> list[Observed]:
    """Read the corpus and hold what was found against its annotations."""
    observed: list[Observed] = []
    for key, text, gold in read_polnear(corpus):
        page = load_page(text.encode(), PageSettings(plain=True))
        article = extract_article(page) if isinstance(page, Page) else None
        if not isinstance(article, Article):
            raise SystemExit(f"{key} can't be read")
        linked = link(article, analyse_article(article, model), LinkSettings())
        rights = are_right(text, in_given_text(text, article.text, linked), gold)
        observed += [Observed(key, one.evidence, right) for one, right in zip(linked, rights, strict=True)]
    return observed


def score_unseen(observed: Sequence[Observed]) -> list[Scored]:
    """Score the articles of each fold by what was fitted on the others'."""
    keys = sorted({one.article for one in observed})
    shuffled = [str(key) for key in np.random.default_rng(0).permutation(keys)]
    fold = {key: number % FOLDS for number, key in enumerate(shuffled)}
    scored: list[Scored] = []
    for number in range(FOLDS):
        calibration = fit([one for one in observed if fold[one.article] != number])
        unseen = (one for one in observed if fold[one.article] == number)
        scored += [Scored(calibration.probability(one.evidence), one.is_right) for one in unseen]
    return scored


def fit(observed: Sequence[Observed]) -> Calibration:
    """Fit by Newton's method; a little ridge on all weights but the constant."""
    features = np.array([one.evidence.features for one in observed])
    right = np.array([one.is_right for one in observed], float)
    ridge = np.diag([0.0] + [_RIDGE] * (len(FEATURES) - 1))
    weights = np.zeros(len(FEATURES))
    for _ in range(30):
        claimed = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (claimed - right) + ridge @ weights
        curvature = (features.T * (claimed * (1 - claimed))) @ features + ridge
        weights -= np.linalg.solve(curvature, slope)
    return Calibration(tuple(round(float(weight), 4) for weight in weights))


def report(scored: Sequence[Scored]) -> None:
    bins = reliability(scored)
    print(f"{len(scored)} attributions, {sum(one.is_right for one in scored) / len(scored):.1%} right")
    print("score   claimed  right  attributions")
    for each in bins:
        print(f"        {each.claimed:7.3f} {each.right:6.3f} {each.count:13}")
    brier = sum((one.score - one.is_right) ** 2 for one in scored) / len(scored)
    print(f"expected calibration error {calibration_error(bins):.3f}; Brier score {brier:.3f}")
    for least in (0.5, 0.7, 0.8, 0.9, 0.95):
        kept = right_from(scored, least)
        if kept:
            print(f"score >= {least}: {kept.count} attributions, {kept.right:.1%} right")


def write(name: str, file: Path, calibration: Calibration) -> None:
    """Keep the weights under the model's name, with the hash of its file: a test tells when they don't belong.

    What was fitted for models that are no longer here goes.
    """
    hashes = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in MODELS.glob("*/model.onnx")}
    kept = json.loads(CALIBRATIONS.read_text(encoding="utf-8"))
    kept = {known: fitted for known, fitted in kept.items() if fitted["sha256"] in hashes.values()}
    kept[name] = {"sha256": hashes[file], "weights": dict(zip(FEATURES, calibration.weights, strict=True))}
    CALIBRATIONS.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
