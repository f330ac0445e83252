"""Count which word forms are verbs in running news: `src/onrecord/claims/verbs.json`.

    python training/claim_verbs.py ../shared/data src/onrecord/claims/verbs.json

From the parts of speech in PolNeAR's train split (CoreNLP's) and GUM (CC BY 4.0, hand-made). Kept are word forms only,
in two lists: `verb` is one more often than not, `perhaps` at least one time in eight ("strikes", "plans").
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

FEWEST = 2
MOSTLY, PERHAPS = 0.5, 0.12


def main() -> None:
    data, out = map(Path, sys.argv[1:3])
    verbs: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for word, tag in (*tagged_news(data), *tagged_gum(data)):
        words[word] += 1
        verbs[word] += tag.startswith("VB") and tag != "VBG"
    shares = {word: verbs[word] / words[word] for word, count in verbs.items() if count >= FEWEST and word.isalpha()}
    table = {
        "verb": sorted(word for word, share in shares.items() if share >= MOSTLY),
        "perhaps": sorted(word for word, share in shares.items() if PERHAPS <= share < MOSTLY),
    }
    print({kind: len(listed) for kind, listed in table.items()})
    out.write_text(json.dumps({kind: " ".join(listed) for kind, listed in table.items()}, indent=1) + "\n")


def tagged_news(data: Path) -> Iterator[tuple[str, str]]:
    """Yield word and part of speech; each sentence is a list of [word, begin, end, tag, …]."""
    with gzip.open(data / "polnear" / "train" / "corenlp.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            for sentence in json.loads(line)["sentences"]:
                yield from ((token[0].lower(), token[3]) for token in sentence)


def tagged_gum(data: Path) -> Iterator[tuple[str, str]]:
    for path in sorted((data / "gum").glob("*.conllu")):
        for line in path.read_text("utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) == 10 and cells[0].isdigit():
                yield cells[1].lower(), cells[4]


if __name__ == "__main__":
    main()
