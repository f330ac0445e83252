"""Measure the name head of the shipped model on held-out parts of the name corpora: exact spans with their kind.

    python training/evaluate_names.py --data ../shared/data

Only the kinds that a corpus annotates are counted for it.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from examples import paragraphs_of

from onrecord.evaluation.names import read_name_corpora
from onrecord.language.onnx_model import load_model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    arguments = parser.parse_args()
    model = load_model(threads=1)
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for text in read_name_corpora(arguments.data):
        if text.split != "test":
            continue
        found = model.analyse(text.text, paragraphs_of(text.text)).names
        got = {(name.start, name.end, name.kind) for name in found if name.kind in text.known}
        gold = {name for name in text.names if name[2] in text.known}
        genre = f" {text.document.split('_')[1]}" if text.corpus == "gum" else ""
        for row in {text.corpus, text.corpus + genre, "all"}:
            for at, value in enumerate((len(gold & got), len(got), len(gold))):
                counts[row][at] += value
    for row, (right, got, gold) in sorted(counts.items()):
        print(f"{row:18} F1 {200 * right / max(1, got + gold):5.1f}  P {100 * right / max(1, got):5.1f}"
              f"  R {100 * right / max(1, gold):5.1f}  names {gold}")  # fmt: skip


if __name__ == "__main__":
    main()
