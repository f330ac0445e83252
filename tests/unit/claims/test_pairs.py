"""The pairs written for claims, and the score on them."""

from __future__ import annotations

from pathlib import Path

from onrecord.evaluation.claims import pair_propositions, read_pairs, relation_of, score_pairs
from onrecord.language.embedder import load_embedder

PAIRS = Path(__file__).parents[2] / "golden" / "claims" / "pairs.jsonl"


def test_a_third_of_the_pairs_is_held_out_and_two_thirds_are_hard() -> None:
    pairs = read_pairs(PAIRS)
    assert len(pairs) >= 240
    assert len({pair.id for pair in pairs}) == len(pairs)
    assert 0.3 < sum(pair.is_held_out for pair in pairs) / len(pairs) < 0.4
    assert sum(pair.hard for pair in pairs) / len(pairs) > 2 / 3


def test_what_is_given_and_not_wanted_costs_precision() -> None:
    score = score_pairs(["same", "contradicts", "neither", "same"], ["same", "same", "same", "neither"])
    assert (score.precision, score.recall) == (1 / 3, 1 / 3)


def test_the_open_pairs_are_told_apart() -> None:
    pairs = [pair for pair in read_pairs(PAIRS) if not pair.is_held_out]
    found = [relation_of(*both) for both in pair_propositions(pairs, load_embedder())]
    assert score_pairs([pair.relation for pair in pairs], found).f1 > 0.83


def test_the_second_writers_pairs_are_all_for_training() -> None:
    pairs = read_pairs(PAIRS.with_name("pairs_second.jsonl"))
    assert len(pairs) >= 240
    assert not any(pair.is_held_out for pair in pairs)
    assert sum(pair.hard for pair in pairs) / len(pairs) > 2 / 3
