"""The figures of docs/scores.md may only rise: each scorer runs our command, and none may fall below its pin.

The corpora are not ours to publish: they are read from ../shared beside the checkout, and where they are absent the
gates are skipped.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
PINS: dict[str, dict[str, float]] = json.loads((Path(__file__).parent / "figures.json").read_text(encoding="utf-8"))
ONRECORD = str(Path(sys.executable).parent / "onrecord")
DEV = SHARED / "data/polnear/dev"
READ_PLAIN = [ONRECORD, "read", "--plain", "--json"]
COMMANDS = {
    "spans": ["attributions.py", "spans", str(DEV / "cofenet_valid.txt"), "--json", "--", *READ_PLAIN],
    "linked": ["attributions.py", "linked", str(DEV), "--json", "--", *READ_PLAIN],
    "speakers": ["attributions.py", "speakers", str(DEV), str(DEV / "speakers.jsonl"), "--json", "--", *READ_PLAIN],
    "articles": [
        "articles.py",
        str(SHARED / "data/pages/fundus80"),
        str(SHARED / "data/pages/fundus257"),
        *("--json", "--", ONRECORD, "read", "--json"),
    ],
}


def pinned() -> Iterator[tuple[str, str, float]]:
    for scorer, pins in PINS.items():
        for figure, least in pins.items():
            yield scorer, figure, least


@pytest.mark.parametrize(("scorer", "figure", "least"), list(pinned()))
def test_a_figure_is_not_below_its_pin(scorer: str, figure: str, least: float):
    if not SHARED.is_dir():
        pytest.skip("the corpora are not here: the gates need ../shared beside the checkout")
    found: Any = score(scorer)
    for part in figure.split("."):
        found = found[part]
    assert found >= least, f"{figure} of {scorer} fell to {found}"


@cache
def score(scorer: str) -> dict[str, Any]:
    script, *arguments = COMMANDS[scorer]
    done = subprocess.run(
        [sys.executable, str(SHARED / "score" / script), *arguments],
        capture_output=True, text=True, check=True, timeout=600,
    )  # fmt: skip
    merged: dict[str, Any] = {}
    for line in done.stdout.splitlines():
        merged |= json.loads(line)
    return merged
