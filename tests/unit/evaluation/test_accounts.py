from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from onrecord.claims.accounts.comparing import JUDGEMENT
from onrecord.claims.accounts.likeness import Evidence
from onrecord.evaluation.accounts import Case, Read, Score, fit, read_cases, score, silent_units
from onrecord.language.embedder import load_embedder
from onrecord.schema import AccountUnit, Article, Block

GOLDEN = Path(__file__).parents[2] / "golden/accounts"
PLACES = ((0, 10), (20, 30))


def read(likeness: list[list[float]], both: list[tuple[int, int]], arguable: list[tuple[int, int]]) -> Read:
    """Two articles of two propositions each; `likeness` stands for all the evidence."""
    article = Article(id="x", text="x" * 40, blocks=(Block("paragraph", 0, 40),))
    pairs = [tuple((PLACES[a], PLACES[b]) for a, b in kind) for kind in (both, arguable)]
    units = [AccountUnit("x", start, end, "x" * 10) for start, end in PLACES]
    values = np.array(likeness)
    return Read(Case("x", article, article, *pairs), units, units, Evidence(values, values, values))


def test_found_pairs_are_right_wrong_or_arguable():
    found = read([[0.9, 0.0], [1.0, 1.0]], [(0, 0)], [(1, 1)])
    assert score(found, JUDGEMENT) == Score(right=1, wrong=1, met=1, pairs=1)
    assert score(found, JUDGEMENT, strict=True) == Score(right=1, wrong=2, met=1, pairs=1)


def test_precision_recall_and_f1_come_of_the_counts():
    one = Score(3, 1, 2, 4)
    assert (one.precision, one.recall, one.f1) == (0.75, 0.5, pytest.approx(0.6))
    assert one + Score(1, 1, 1, 1) == Score(4, 2, 3, 5)


def test_nothing_found_is_no_error():
    assert score(read([[0.0, 0.0], [0.0, 0.0]], [(0, 0)], []), JUDGEMENT).f1 == 0


def test_what_is_fitted_tells_the_readers_pairs_from_the_others():
    found = read([[0.9, 0.1], [0.2, 0.8]], [(0, 0), (1, 1)], [])
    likely = fit([found, found]).of(found.evidence)
    assert likely[0, 0] > 0.5 > likely[0, 1]
    assert likely[1, 1] > 0.5 > likely[1, 0]


def test_the_aligner_reads_releases_as_a_careful_reader_does():
    """Kremlin and White House on two calls of 2021 and 2022, and the outcomes of Riyadh: F1 95 or so."""
    reads = [Read.of(case, load_embedder()) for case in read_cases(GOLDEN, Path("no corpora"))]
    scores = [score(each, JUDGEMENT) for each in reads]
    assert len(scores) == len(list(GOLDEN.glob("20*.json")))
    assert sum(scores, Score(0, 0, 0, 0)).f1 >= 0.9
    assert min(each.f1 for each in scores) >= 0.8
    silent, kept = (sum(column) for column in zip(*map(silent_units, reads), strict=True))
    assert kept <= silent / 20


def test_every_sentence_that_the_reader_found_on_one_side_only_stands_in_no_pair_of_the_reader():
    for path in GOLDEN.glob("20*.json"):
        case = json.loads(path.read_text(encoding="utf-8"))
        for side in ("a", "b"):
            assert not {pair[side] for pair in case["both"]} & set(case[f"only_{side}"])
