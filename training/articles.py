"""Train the labeller of `onrecord.articles` on pages with gold texts, and export it as plain arrays.

    python training/articles.py ../shared/data/pages/*             figures across publishers, then the arrays
    python training/articles.py ../shared/data/pages/* --folds 0   the arrays alone

Folds part publishers, never one publisher's pages; the words' weights that a page's rows are made with leave its own
publisher out. What is printed is how well blocks are told apart by rules alone and by the labeller, in the same folds.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from article_pages import GoldPage, read_gold
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from onrecord.articles.features import Words, name_words, own_features, text_words
from onrecord.articles.labeller import ARRAYS, with_neighbours

LEVELS = 4
TREES = 60
BOUND = 2.5
"""Log odds beyond which a word's weight doesn't go, however rare the word."""
_Counts = dict[str, dict[str, list[float]]]


class WordCounts:
    """How often each word stands at the story's blocks and at others, by publisher; one publisher's say is bounded."""

    def __init__(self, counted: _Counts, least: int) -> None:
        self.counted = {word: _bounded(by) for word, by in counted.items() if len(by) >= least}
        self.least = least
        self.totals = {word: np.sum(list(by.values()), axis=0) for word, by in self.counted.items()}
        story, other = np.sum([np.ones(2), *self.totals.values()], axis=0)
        self.base = math.log(story / other)

    def weights(self, without: str | None, cut: float) -> dict[str, float]:
        """Log odds of each word, without what one publisher says; small ones are left out."""
        weights: dict[str, float] = {}
        for word, by in self.counted.items():
            if len(by) - (without in by) < self.least:
                continue
            story, other = self.totals[word] - by.get(without or "", 0.0) + 1
            weight = math.log(story / other) - self.base
            if abs(weight) > cut:
                weights[word] = max(-BOUND, min(BOUND, weight))
        return weights


def _bounded(by: dict[str, list[float]]) -> dict[str, NDArray[np.float64]]:
    return {publisher: np.array(pair) * min(1, 2 / sum(pair)) for publisher, pair in by.items()}


def count_words(pages: Sequence[GoldPage]) -> tuple[WordCounts, WordCounts]:
    """Count the words of elements' names and those that open lines."""
    names: _Counts = {}
    texts: _Counts = {}
    for page in pages:
        share = 1 / math.sqrt(max(1, len(page.at)))
        for i in page.at:
            label, block = page.labels[i], page.judgements[i].block
            if label is None or 0.1 < label < 0.9:
                continue
            around = [set(name_words(region)) for region in islice(block.region.around(), LEVELS)]
            for words, counts in ((around, names), ([set(text_words(block.text))], texts)):
                for word in (word for level in words for word in level):
                    counts.setdefault(word, {}).setdefault(page.publisher, [0.0, 0.0])[label < 0.5] += share
    return WordCounts(names, 3), WordCounts(texts, 4)


def _words(names: WordCounts, texts: WordCounts, without: str | None = None) -> Words:
    return Words(names.weights(without, 0.15), texts.weights(without, 0.3))


def make_rows(pages: Sequence[GoldPage], counts: tuple[WordCounts, WordCounts]) -> list[NDArray[np.float32]]:
    """Rows of every page, made with words that the page's own publisher has no say in."""
    known: dict[str, Words] = {}
    rows: list[NDArray[np.float32]] = []
    for page in pages:
        words = known.get(page.publisher) or known.setdefault(page.publisher, _words(*counts, page.publisher))
        rows.append(with_neighbours(own_features(page.judgements, page.at, page.headline, words)))
    return rows


def targets(page: GoldPage) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Labels and weights: longer blocks weigh more, as they do in F1, doubtful ones less, unknown ones nothing."""
    labels, weights = [], []
    for i in page.at:
        label, length = page.labels[i], len(page.judgements[i].block.text)
        labels.append(float((label or 0) > 0.5))
        sure = 0.0 if label is None else 0.3 if 0.15 < label < 0.85 else 1.0
        weights.append(sure * (0.5 + length / 120))
    weighed = np.array(weights, dtype=np.float32)
    scale = 40 / (weighed.sum() + 10) if page.whole else 0.5
    return np.array(labels, dtype=np.float32), weighed * scale


def fit(pages: Sequence[GoldPage], rows: Sequence[NDArray[np.float32]]) -> HistGradientBoostingClassifier:
    """Fit small trees: sixty, each at most five questions deep."""
    labelled = [targets(page) for page in pages]
    x, y = np.vstack(list(rows)), np.concatenate([labels for labels, _ in labelled])
    weights = np.concatenate([weights for _, weights in labelled])
    model = HistGradientBoostingClassifier(
        max_iter=TREES, learning_rate=0.15, max_leaf_nodes=12, max_depth=5, min_samples_leaf=40,
        l2_regularization=5.0, max_features=0.3, random_state=0,
    )  # fmt: skip
    return model.fit(x[weights > 0], y[weights > 0], sample_weight=weights[weights > 0])


def folds(pages: Sequence[GoldPage], count: int) -> Iterator[tuple[list[int], list[int]]]:
    """Part the pages' numbers into those to train on and those to judge, by publisher."""
    publishers = sorted({page.publisher for page in pages})
    random.Random(0).shuffle(publishers)
    fold = {publisher: number % count for number, publisher in enumerate(publishers)}
    for number in range(count):
        held = [i for i, page in enumerate(pages) if fold[page.publisher] == number]
        yield [i for i, page in enumerate(pages) if fold[page.publisher] != number], held


def cross_validate(pages: Sequence[GoldPage], count: int) -> None:
    """Print which share of the labelled text rules and labeller put on the right side."""
    right = {"rules": 0.0, "labeller": 0.0}
    total = 0.0
    for train, held in folds(pages, count):
        counts = count_words([pages[i] for i in train])
        rows = make_rows(pages, counts)
        model = fit([pages[i] for i in train], [rows[i] for i in train])
        for i in held:
            labels, weights = targets(pages[i])
            rules = np.array([pages[i].judgements[k].reason is None for k in pages[i].at])
            learned = model.predict_proba(rows[i])[:, 1] > 0.5
            right["rules"] += float(weights[rules == labels].sum())
            right["labeller"] += float(weights[learned == labels].sum())
            total += float(weights.sum())
    for name, weight in right.items():
        print(f"{name}: {weight / total:.4f} of the labelled text is on the right side")


def export(model: HistGradientBoostingClassifier, words: Words, path: Path) -> None:
    """Write the trees, all nodes in one array each, and the words' weights."""
    predictors: list[NDArray[np.void]] = [one[0].nodes for one in model._predictors]
    starts = np.cumsum([0, *map(len, predictors)])[:-1].astype(np.int32)
    nodes = np.concatenate(predictors)
    own = np.arange(len(nodes), dtype=np.int32)
    offset = np.repeat(starts, list(map(len, predictors)))
    leaf = nodes["is_leaf"].astype(bool)
    np.savez_compressed(
        path, roots=starts, features=np.where(leaf, 0, nodes["feature_idx"]).astype(np.int32),
        thresholds=nodes["num_threshold"].astype(np.float32), values=nodes["value"].astype(np.float32) * leaf,
        below=np.where(leaf, own, nodes["left"] + offset).astype(np.int32),
        above=np.where(leaf, own, nodes["right"] + offset).astype(np.int32),
        base=np.float32(model._baseline_prediction.ravel()[0]), depth=np.int32(nodes["depth"].max()),
        **_stored("names", words.names), **_stored("texts", words.texts),
    )  # fmt: skip


def _stored(name: str, weights: dict[str, float]) -> dict[str, NDArray[np.generic]]:
    joined = "\n".join(weights).encode()
    return {
        f"{name}_words": np.frombuffer(joined, dtype=np.uint8),
        f"{name}_weights": np.array(list(weights.values()), dtype=np.float16),
    }


def main() -> None:
    """Cross-validate, then train on everything and write the arrays."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--output", type=Path, default=ARRAYS)
    arguments = parser.parse_args()
    pages = [page for page in read_gold(arguments.folders) if page.at]
    if arguments.folds:
        cross_validate(pages, arguments.folds)
    counts = count_words(pages)
    export(fit(pages, make_rows(pages, counts)), _words(*counts), arguments.output)


if __name__ == "__main__":
    main()
