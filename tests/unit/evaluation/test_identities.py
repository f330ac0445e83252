"""B³ as by hand, and what who is who reaches on the names that were put together by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.evaluation.identities import b_cubed, identities_of, read_gold

NAMES = Path(__file__).resolve().parents[3] / "training" / "identities.jsonl"


def test_b_cubed_is_the_mean_over_mentions() -> None:
    # Bagga and Baldwin's own case in small: {a, b, c} found as {a, b} and {c, d}, where d is alone.
    gold = {"a": 1, "b": 1, "c": 1, "d": 2}
    found = {"a": 1, "b": 1, "c": 2, "d": 2}
    score = b_cubed(gold, found)
    assert score.precision == pytest.approx((1 + 1 + 0.5 + 0.5) / 4)
    assert score.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)


@pytest.mark.parametrize("half", ["tuned", "held out"])
def test_names_put_together_by_hand_are_found_together(half: str) -> None:
    names = read_gold(NAMES)
    found = identities_of(names)
    chosen = [name for name in names if name.half == half]
    score = b_cubed({name.key: name.gold for name in chosen}, {name.key: found[name.key] for name in chosen})
    assert score.f1 >= 0.97
    assert score.precision >= 0.99  # a wrong merge is worse than a missed one


def test_the_names_by_hand_hold_confusable_pairs() -> None:
    names = read_gold(NAMES)
    assert len(names) >= 300
    by_surname: dict[str, set[str]] = {}
    for name in names:
        by_surname.setdefault(name.appearance.block, set()).add(name.gold)
    assert sum(len(golds) * (len(golds) - 1) // 2 for golds in by_surname.values()) >= 20
