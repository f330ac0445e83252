"""How well two accounts are aligned, beside what a careful reader wrote down.

    python -m onrecord.evaluation.accounts [--cases tests/golden/accounts] [--data ../shared/data]

A found pair is right where it meets a pair of the reader's: on both sides they share half of the shorter one's
characters. Pairs that the reader calls arguable count neither way; `strict` counts them as wrong. Each case is judged
with weights that were fitted on the others (`left out`), and with those that ship (`as shipped`).
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from onrecord.articles import extract_article
from onrecord.claims.accounts.alignment import align
from onrecord.claims.accounts.comparing import JUDGEMENT
from onrecord.claims.accounts.likeness import Evidence, FloatArray, Judgement, find_evidence
from onrecord.claims.accounts.sentences import sentences_of
from onrecord.claims.accounts.units import account_units
from onrecord.errors import PageRejected
from onrecord.language.embedder import Embedder, load_embedder
from onrecord.pages import load_page
from onrecord.schema import AccountUnit, Article, Block, Page

Place = tuple[int, int]
Pair = tuple[Place, Place]
_ROOT: Final = Path(__file__).parents[3]
_NUMBERED: Final = "numbered.json"
_HALF: Final = 0.5
_ROUNDS: Final = 60
_RIDGE: Final = 0.1


@dataclass(frozen=True)
class Case:
    """Two articles and what of them a reader has paired; `silent` are sentences of `a` or `b` that say nothing."""

    name: str
    a: Article
    b: Article
    both: tuple[Pair, ...]
    arguable: tuple[Pair, ...]
    silent: tuple[tuple[Place, ...], tuple[Place, ...]] = ((), ())


@dataclass(frozen=True)
class Score:
    """Counts: found pairs that are right and wrong, pairs of the reader that are found, and all of them."""

    right: int
    wrong: int
    met: int
    pairs: int

    def __add__(self, other: Score) -> Score:
        return Score(*(one + two for one, two in zip(astuple(self), astuple(other), strict=True)))

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        return self.met / max(self.pairs, 1)

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)


@dataclass(frozen=True)
class Read:
    """A case with its propositions and what speaks for each pair of them."""

    case: Case
    a: Sequence[AccountUnit]
    b: Sequence[AccountUnit]
    evidence: Evidence

    @classmethod
    def of(cls, case: Case, embedder: Embedder) -> Read:
        a, b = account_units(case.a, []), account_units(case.b, [])
        return cls(case, a, b, find_evidence([unit.text for unit in a], [unit.text for unit in b], embedder))

    def met(self, pairs: Sequence[Pair], i: int, j: int) -> list[int]:
        """Return the numbers of the reader's pairs that the propositions `i` and `j` meet."""
        return [n for n, (a, b) in enumerate(pairs) if _touch(self.a[i], a) and _touch(self.b[j], b)]


def score(read: Read, judgement: Judgement, *, strict: bool = False) -> Score:
    """Align by `judgement` and count."""
    found = align(judgement.of(read.evidence))
    met = [read.met(read.case.both, i, j) for i, j in found]
    arguable = [not strict and bool(read.met(read.case.arguable, i, j)) for i, j in found]
    wrong = sum(not right and not open_ for right, open_ in zip(met, arguable, strict=True))
    return Score(sum(map(bool, met)), wrong, len({n for each in met for n in each}), len(read.case.both))


def fit(reads: Sequence[Read]) -> Judgement:
    """Fit a logistic regression with a ridge, by Newton's method, on the best pair for each of the reader's."""
    columns = [_examples(read) for read in reads]
    values = np.concatenate([each[0] for each in columns])
    labels = np.concatenate([each[1] for each in columns])
    weights = np.zeros(values.shape[1])
    ridge = np.full(len(weights), _RIDGE)
    ridge[-1] = 1e-6
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ (likely - labels) + ridge * weights
        curve = (values * (likely * (1 - likely))[:, None]).T @ values + np.diag(ridge)
        weights -= np.linalg.solve(curve, slope)
    return Judgement(*(float(weight) for weight in weights))


def _examples(read: Read) -> tuple[FloatArray, FloatArray]:
    """Return evidence, float64 [pairs, 4], and labels. Of the clauses that meet one pair only the likest counts."""
    evidence = read.evidence
    columns = [*(np.asarray(each) for each in astuple(evidence)), np.ones(evidence.overlap.shape)]
    labels = np.zeros(evidence.overlap.shape)
    for i, j in np.ndindex(labels.shape):
        if read.met((*read.case.both, *read.case.arguable), i, j):
            labels[i, j] = np.nan
    for number in range(len(read.case.both)):
        met = [(i, j) for i, j in np.ndindex(labels.shape) if number in read.met(read.case.both, i, j)]
        if met:
            labels[max(met, key=lambda place: evidence.overlap[place])] = 1
    kept = ~np.isnan(labels)
    return np.stack([column[kept] for column in columns], axis=1), labels[kept]


def silent_units(read: Read) -> tuple[int, int]:
    """Count the sentences that say nothing by the reader, and those of them that are propositions all the same."""
    silent = [(place, units) for side, units in zip(read.case.silent, (read.a, read.b), strict=True) for place in side]
    return len(silent), sum(any(_touch(unit, place) for unit in units) for place, units in silent)


def _touch(unit: AccountUnit, place: Place) -> bool:
    shared = min(unit.end, place[1]) - max(unit.start, place[0])
    return shared >= _HALF * min(unit.end - unit.start, place[1] - place[0])


def read_cases(folder: Path, data: Path) -> Iterator[Case]:
    """Yield the cases of `folder`; those whose texts can't be passed on are read from `data`, if it is there."""
    for path in sorted(folder.glob("*.json")):
        described = json.loads(path.read_text(encoding="utf-8"))
        if path.name != _NUMBERED:
            yield _case(path.stem, described)
        elif (data / "demo/zelenskyy.csv").is_file():
            yield from _numbered_cases(described, data / "demo")


def _case(name: str, described: dict[str, Any]) -> Case:
    a, b = (_article(_ROOT / described[side]) for side in ("a", "b"))

    def pairs(kind: str) -> tuple[Pair, ...]:
        return tuple((_place(a, pair["a"]), _place(b, pair["b"])) for pair in described[kind])

    silent = tuple(_place(a, text) for text in described["nothing_a"])
    return Case(
        name, a, b, pairs("both"), pairs("arguable"),
        (silent, tuple(_place(b, text) for text in described["nothing_b"])),
    )  # fmt: skip


def _numbered_cases(described: list[dict[str, Any]], demo: Path) -> Iterator[Case]:
    """Sentences are given by number where the texts are not here: Ukraine's releases may not be passed on."""
    csv.field_size_limit(10**9)
    with (demo / "zelenskyy.csv").open(encoding="utf-8", newline="") as file:
        releases = {row["link"]: row for row in csv.DictReader(file)}
    for each in described:
        a, b = (_release(releases[name]) if name in releases else _article(demo / "white_house" / name)
                for name in (each["a"], each["b"]))  # fmt: skip
        ours, theirs = ([(sentence.start, sentence.end) for sentence in sentences_of(side)] for side in (a, b))
        both, arguable = (_numbered(each[kind], ours, theirs) for kind in ("both", "arguable"))
        yield Case(each["name"], a, b, both, arguable)


def _release(row: dict[str, str]) -> Article:
    text = row["body"]
    return Article(
        id=row["link"], text=text, blocks=(Block("paragraph", 0, len(text)),), headline=row["headline"],
        publisher="President of Ukraine",
    )  # fmt: skip


def _numbered(numbers: list[list[int]], a: list[Place], b: list[Place]) -> tuple[Pair, ...]:
    return tuple((a[i], b[j]) for i, j in numbers)


def _article(path: Path) -> Article:
    page = load_page(path)
    article = extract_article(page) if isinstance(page, Page) else page.rejection
    if not isinstance(article, Article):
        raise PageRejected(article.reason, article.detail, str(path))
    return article


def _place(article: Article, text: str) -> Place:
    start = article.text.index(text)
    return start, start + len(text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path, default=_ROOT / "tests/golden/accounts")
    parser.add_argument("--data", type=Path, default=_ROOT.parent / "shared/data")
    arguments = parser.parse_args()
    embedder = load_embedder()
    reads = [Read.of(case, embedder) for case in read_cases(arguments.cases, arguments.data)]
    fitted = [fit([other for other in reads if other is not read]) for read in reads]
    rows = {
        "left out": [score(read, judgement) for read, judgement in zip(reads, fitted, strict=True)],
        "left out, strict": [
            score(read, judgement, strict=True) for read, judgement in zip(reads, fitted, strict=True)
        ],
        "as shipped": [score(read, JUDGEMENT) for read in reads],
    }
    for name, scores in rows.items():
        print(name)
        for read, one in zip(reads, scores, strict=True):
            _show(read.case.name, one)
        _show("all", sum(scores, Score(0, 0, 0, 0)))
    silent, kept = (sum(column) for column in zip(*(silent_units(read) for read in reads), strict=True))
    print(f"sentences that say nothing: {silent}, taken for propositions: {kept}")
    print("fitted on all:", ", ".join(f"{value:.1f}" for value in astuple(fit(reads))))


def _show(name: str, one: Score) -> None:
    print(
        f"  {name:34} precision {one.precision:5.1%}  recall {one.recall:5.1%}  F1 {one.f1:5.1%}"
        f"  ({one.right} right, {one.wrong} wrong, {one.met} of {one.pairs} met)"
    )


if __name__ == "__main__":
    main()
