"""Our own examples of attributions, from outside of US politics: `own_examples/*.txt` become `own_examples.jsonl`.

    python training/own_examples.py

The texts are written for this project (invented people, news style) and marked in PolNeAR's conventions; a line of the
result is {"kind", "text", "attributions": [{"source", "cue", "content": [[start, end], …]}]}.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from onrecord.evaluation.annotated_text import read_annotated

FOLDER = Path(__file__).parent / "own_examples"
RESULT = FOLDER.with_suffix(".jsonl")


def example_lines() -> Iterator[str]:
    """Yield the JSON lines, by file name and place in the file."""
    for path in sorted(FOLDER.glob("*.txt")):
        for example in read_annotated(path):
            attributions = [asdict(attribution) for attribution in example.attributions]
            yield json.dumps(
                {"kind": path.stem, "text": example.text, "attributions": attributions}, ensure_ascii=False
            )


if __name__ == "__main__":
    RESULT.write_text("".join(line + "\n" for line in example_lines()), encoding="utf-8")
