"""A writer that is killed fifty times leaves the same record as one that nobody disturbs."""

from __future__ import annotations

import sys
from pathlib import Path

from synthetic.dumping import dump, is_whole
from synthetic.killing import Killing, kill_again_and_again, run_to_the_end

from onrecord.store import open_store

TESTS = Path(__file__).resolve().parents[2]
PAGES = 400
STATEMENTS_PER_STORY = 3
MODELS = (
    "onrecord-en 1.0",
    "onrecord-en 1.1",
)  # the second reads the same pages again and replaces what the first found
KILLS_PER_MODEL = 25


def writer(path: Path, model: str) -> list[str]:
    return [sys.executable, "-m", "synthetic.writer", str(path), str(PAGES), model]


def check_left_behind(path: Path) -> None:
    """What a kill leaves opens as the next run would open it, and every article in it is whole."""
    with open_store(path, create=True) as store:
        counts = store.counts()
        assert counts.statements == STATEMENTS_PER_STORY * counts.articles
        assert len(list(store.readings())) == counts.articles


def test_fifty_kills_at_random_moments_leave_the_record_of_an_undisturbed_run(tmp_path: Path) -> None:
    killed, undisturbed = tmp_path / "killed.db", tmp_path / "undisturbed.db"
    kills = 0
    for seed, model in enumerate(MODELS):
        kills += kill_again_and_again(
            writer(killed, model), Killing(times=KILLS_PER_MODEL, within_s=0.03, start_s=0.15, seed=seed),
            folder=TESTS, after_each=lambda: check_left_behind(killed),
        )  # fmt: skip
        run_to_the_end(writer(killed, model), folder=TESTS)
        run_to_the_end(writer(undisturbed, model), folder=TESTS)
    assert kills >= KILLS_PER_MODEL  # a fast machine gets to the end before the last kills
    assert is_whole(killed)
    assert dump(killed) == dump(undisturbed)
