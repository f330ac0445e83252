"""Count in how many sentences of official releases each term stands, for comparing accounts.

    python training/account_terms.py --data ../shared/data

Writes numbers, no text. Terms of fewer than 40 sentences are left out: they weigh what a term of 40 does.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from onrecord.claims.accounts.terms import terms_of
from onrecord.language.sentences import sentence_ends

OUTPUT = Path(__file__).parents[1] / "src/onrecord/claims/accounts/weights.json"
FEWEST = 40


def releases(data: Path) -> Iterator[str]:
    """Yield the texts of the White House's, the Kremlin's and the Ukrainian president's releases."""
    for path in sorted((data / "demo/white_house").glob("*.md")):
        yield re.sub(r"\s+", " ", path.read_text(encoding="utf-8").split("---", 2)[2])
    csv.field_size_limit(10**9)
    for name in ("putin.csv", "zelenskyy.csv"):
        with (data / "demo" / name).open(encoding="utf-8", newline="") as file:
            yield from (row["body"] for row in csv.DictReader(file))


def sentences(text: str) -> Iterator[str]:
    at = 0
    for end, following in [*sentence_ends(text, 0, len(text)), (len(text), len(text))]:
        yield text[at:end]
        at = following


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    arguments = parser.parse_args()
    if not OUTPUT.is_file():
        OUTPUT.write_text('{"sentences": 1, "terms": {}}', encoding="utf-8")
    counts: Counter[str] = Counter()
    total = 0
    for text in releases(arguments.data):
        for sentence in sentences(text):
            total += 1
            counts.update(term for term in terms_of(sentence) if not term[0].isdigit())
    kept = {term: count for term, count in sorted(counts.items()) if count >= FEWEST}
    OUTPUT.write_text(json.dumps({"sentences": total, "terms": kept}, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
