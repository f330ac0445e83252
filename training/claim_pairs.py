"""Choose the weights by which two contents are about one thing: `src/onrecord/claims/weights.json`.

    python training/claim_pairs.py tests/golden/claims/pairs.jsonl tests/golden/claims/pairs_second.jsonl \
        training/claim_pairs.jsonl READINGS src/onrecord/claims/weights.json

READINGS are those of PolNeAR's train split (`onrecord read --plain --json ../shared/data/polnear/train/text`).
Learned from the open pairs that two writers wrote for it, from pairs of READINGS labelled by hand (`claim_pairs.jsonl`:
ids, no text), and from pairs of READINGS drawn at random, of which hardly one in five hundred is related: they count
little each.
A logistic regression; its strength and the thresholds are chosen by ten-fold cross-validation, printed, with what
weights learned from one writer find in the pairs of the other: that is what to expect of sentences of others.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold
from sklearn.preprocessing import StandardScaler

from onrecord.claims import Proposition, find_propositions
from onrecord.claims.codebook import load_codebook
from onrecord.claims.comparing import Weights, forbidden, no_contest, sign_of
from onrecord.claims.features import Features, find_features
from onrecord.claims.sides import side_of
from onrecord.evaluation.claims import Relation, pair_propositions, read_pairs, score_pairs
from onrecord.language.embedder import load_embedder
from onrecord.schema import Reading, decode_outcome

SEED = 6
DRAWN = 4000
DRAWN_COUNTS = 0.01
LABELLED_COUNTS = 0.2
NEAREST = 0.5  # the random ones are such as the vectors propose
STRENGTH = 0.3
SAME, CONTRADICTS = 0.5, 0.55
Floats = NDArray[np.float64]


class Labelled(msgspec.Struct, frozen=True):
    """What a reader decided about two statements of READINGS, by their ids."""

    one: str
    other: str
    relation: Relation


class Example(NamedTuple):
    """Two propositions compared; `relation` of their speakers, `counts` how much it weighs."""

    features: Features
    sides: int
    relation: Relation
    counts: float


def main() -> None:
    first_path, second_path, labels_path, readings_path, out = map(Path, sys.argv[1:6])
    first, second = written_examples(first_path), written_examples(second_path)
    written = [*first, *second]
    propositions = read_propositions(readings_path)
    labelled = labelled_examples(labels_path, propositions)
    drawn = drawn_examples(propositions, np.random.default_rng(SEED))
    print(len(written), "written,", len(labelled), "labelled,", len(drawn), "drawn")
    for strength in (0.1, 0.3, 1.0, 3.0):
        cross_validate(written, labelled, drawn, strength)
    for name, seen, unseen in (("first → second", first, second), ("second → first", second, first)):
        likely = likelihoods(unseen, fit([*seen, *labelled, *drawn], STRENGTH))
        print(name, summary(unseen, likely, SAME))
    out.write_bytes(
        msgspec.json.format(msgspec.json.encode(fit([*written, *labelled, *drawn], STRENGTH)), indent=1) + b"\n"
    )


def written_examples(path: Path) -> list[Example]:
    pairs = [pair for pair in read_pairs(path) if not pair.is_held_out]
    both = zip(pairs, pair_propositions(pairs, load_embedder()), strict=True)
    return [example(one, other, pair.relation, 1.0) for pair, (one, other) in both if one and other]


def read_propositions(path: Path) -> dict[str, Proposition]:
    outcomes = [decode_outcome(line) for line in path.read_bytes().splitlines()]
    found = find_propositions([one for one in outcomes if isinstance(one, Reading)], load_embedder())
    return {proposition.id: proposition for propositions in found for proposition in propositions}


def labelled_examples(path: Path, propositions: dict[str, Proposition]) -> list[Example]:
    labels = [msgspec.json.decode(line, type=Labelled) for line in path.read_bytes().splitlines()]
    known = [label for label in labels if label.one in propositions and label.other in propositions]
    return [example(propositions[one.one], propositions[one.other], one.relation, LABELLED_COUNTS) for one in known]


def drawn_examples(propositions: dict[str, Proposition], chance: np.random.Generator) -> list[Example]:
    by_key: defaultdict[int, list[Proposition]] = defaultdict(list)
    for proposition in propositions.values():
        for key in proposition.keys:
            by_key[key].append(proposition)
    shared = [together for together in by_key.values() if len(together) > 1]
    found: list[Example] = []
    while len(found) < DRAWN:
        together = shared[chance.integers(len(shared))]
        one, other = (together[number] for number in chance.choice(len(together), 2, replace=False))
        if cosine(one, other) >= NEAREST and not (one.points or other.points):
            found.append(example(one, other, "neither", DRAWN_COUNTS))
    return found


def example(one: Proposition, other: Proposition, relation: Relation, counts: float) -> Example:
    features = find_features(one, other, cosine(one, other), load_codebook())
    return Example(features, side_of(one.stance) * side_of(other.stance), relation, counts)


def cosine(one: Proposition, other: Proposition) -> float:
    a, b = (np.frombuffer(proposition.vector, np.int8).astype(np.int64) for proposition in (one, other))
    return float((a @ b) / np.sqrt((a @ a) * (b @ b)))


def table(examples: Sequence[Example]) -> tuple[Floats, NDArray[np.bool_], Floats]:
    rows = np.array([msgspec.structs.astuple(one.features) for one in examples], np.float64)
    return rows, np.array([one.relation != "neither" for one in examples]), np.array([one.counts for one in examples])


def fit(examples: Sequence[Example], strength: float) -> Weights:
    rows, related, counts = table(examples)
    scaler = StandardScaler().fit(rows)
    model: Any = LogisticRegression(C=strength, max_iter=2000).fit(
        scaler.transform(rows), related, sample_weight=counts
    )
    return Weights(
        features=Features.__struct_fields__,
        means=rounded(scaler.mean_),
        scales=rounded(scaler.scale_),
        weights=rounded(model.coef_[0]),
        bias=round(float(model.intercept_[0]), 4),
        same=SAME,
        contradicts=CONTRADICTS,
    )


def rounded(values: Any) -> tuple[float, ...]:
    return tuple(round(float(value), 4) for value in values)


def cross_validate(
    written: Sequence[Example], labelled: Sequence[Example], drawn: Sequence[Example], strength: float
) -> None:
    """Print F1 of the open pairs, each judged by weights that have not seen it, over thresholds."""
    scores = out_of_fold(written, lambda seen: fit([*seen, *labelled, *drawn], strength))
    read = out_of_fold(labelled, lambda seen: fit([*written, *seen, *drawn], strength))
    for name, examples, likely in (("written", written, scores), ("labelled", labelled, read)):
        shown = [f"{at:.2f}: {summary(examples, likely, at)}" for at in (0.4, 0.5, 0.6, 0.7)]
        print(f"strength {strength} {name}  " + "  ".join(shown))


def summary(examples: Sequence[Example], likely: Floats, threshold: float) -> str:
    found = [decided(one, score, threshold) for one, score in zip(examples, likely, strict=True)]
    score = score_pairs([one.relation for one in examples], found)
    return f"P {score.precision:.2f} R {score.recall:.2f} F1 {score.f1:.3f}"


def out_of_fold(examples: Sequence[Example], learn: Callable[[Sequence[Example]], Weights]) -> Floats:
    likely = np.zeros(len(examples))
    for seen, unseen in KFold(10, shuffle=True, random_state=SEED).split(np.arange(len(examples))):
        weights = learn([examples[number] for number in seen])
        likely[unseen] = likelihoods([examples[number] for number in unseen], weights)
    return likely


def likelihoods(examples: Sequence[Example], weights: Weights) -> Floats:
    scaled = (table(examples)[0] - np.array(weights.means)) / np.array(weights.scales)
    return 1 / (1 + np.exp(-(scaled @ np.array(weights.weights) + weights.bias)))


def decided(one: Example, likely: float, threshold: float) -> Relation:
    relation = sign_of(one.features) * one.sides
    enough = likely >= threshold + (CONTRADICTS - SAME if relation < 0 else 0.0)
    if not enough or not relation or forbidden(one.features) or (relation < 0 and no_contest(one.features)):
        return "neither"
    return "same" if relation > 0 else "contradicts"


if __name__ == "__main__":
    main()
