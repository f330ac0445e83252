"""Make the table that proposes pairs of statements: `src/onrecord/claims/codebook.npz`.

    python training/claim_codebook.py ../shared/data src/onrecord/claims/codebook.npz

- `cells`, int8 [CELLS, dimensions]: centres of k-means (Lloyd, spherical, seed 6) over the vectors of what people are
  said to have said in PolNeAR's train split, and of sentences of official releases and Wikinews: elections alone would
  leave an earthquake nowhere to go.
- `terms` and `weights`: how rare a term is, the logarithm of texts over texts that have it, for the commonest.
- `senses`, int8 [terms, SENSE]: the vector of the term's commonest word, on the axes that tell the words apart best
  (principal components), so that "jail" comes near "prison" where no list has them.
No text of the corpora is kept, only centres and counts.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.claims.meanings import affirmed, find_meaning
from onrecord.claims.words import WORD, terms_of
from onrecord.evaluation.polnear import read_polnear
from onrecord.language.embedder import load_embedder

CELLS = 512
SEED = 6
ROUNDS = 12
TERMS = 6000
SENSE = 96
FROM_POLNEAR, FROM_OTHERS = 12_000, 12_000
Floats = NDArray[np.float32]


def main() -> None:
    data, out = Path(sys.argv[1]), Path(sys.argv[2])
    chance = np.random.default_rng(SEED)
    polnear = list(contents(data / "polnear" / "train"))
    others = list(sentences(data))
    print(len(polnear), "contents,", len(others), "sentences")
    texts = [*drawn(polnear, FROM_POLNEAR, chance), *drawn(others, FROM_OTHERS, chance)]
    cells = k_means(load_embedder().embed([affirmed(text) for text in texts]), CELLS, chance)
    terms, weights = rarities([*polnear, *others])
    np.savez_compressed(
        out,
        cells=np.round(cells * 127).astype(np.int8),
        terms=np.array("\n".join(terms)),
        weights=weights,
        senses=senses(terms, [*polnear, *others]),
    )


def contents(folder: Path) -> Iterator[str]:
    for _, text, attributions in read_polnear(folder):
        for attribution in attributions:
            shown = " ".join(" ".join(text[start:end] for start, end in attribution.content).split())
            if 3 < len(shown.split()) < 60:
                yield shown


def sentences(data: Path) -> Iterator[str]:
    for text in running_texts(data):
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z\"“])", " ".join(text.split())):
            if 5 < len(sentence.split()) < 50:
                yield sentence


def running_texts(data: Path) -> Iterator[str]:
    csv.field_size_limit(10**8)
    for name in ("putin.csv", "zelenskyy.csv"):
        with (data / "demo" / name).open(encoding="utf-8") as rows:
            for row in csv.DictReader(rows):
                yield max(row.values(), key=lambda value: len(value or ""))
    for path in sorted((data / "demo" / "white_house").rglob("*.md")):
        yield path.read_text(encoding="utf-8")
    for path in sorted((data / "meantime").rglob("*.xml")):
        words = re.findall(r"<token[^>]*>([^<]+)</token>", path.read_text(encoding="utf-8"))
        yield " ".join(words).replace(" .", ".").replace(" ,", ",")


def drawn(texts: Sequence[str], count: int, chance: np.random.Generator) -> list[str]:
    chosen = chance.permutation(len(texts))[:count]
    return [texts[number] for number in sorted(chosen)]


def k_means(vectors: Floats, count: int, chance: np.random.Generator) -> Floats:
    """Return unit centres; one that loses all its vectors takes the vector that fits its own centre worst."""
    centres = vectors[chance.permutation(len(vectors))[:count]]
    for _ in range(ROUNDS):
        likeness = vectors @ centres.T
        nearest = likeness.argmax(1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, vectors)
        empty = np.flatnonzero(np.bincount(nearest, minlength=count) == 0)
        sums[empty] = vectors[likeness.max(1).argsort()[: len(empty)]]
        centres = sums / np.linalg.norm(sums, axis=1, keepdims=True)
    return centres


def rarities(texts: Sequence[str]) -> tuple[list[str], NDArray[np.float16]]:
    counts = Counter(term for text in texts for term in set(find_meaning(text, denied=False).terms))
    common = sorted(counts.most_common(TERMS))
    return [term for term, _ in common], np.log([len(texts) / count for _, count in common]).astype(np.float16)


def senses(terms: Sequence[str], texts: Sequence[str]) -> NDArray[np.int8]:
    shown = spellings(texts)
    vectors = load_embedder().embed([shown.get(term, Counter([term])).most_common(1)[0][0] for term in terms])
    vectors -= vectors.mean(0)
    axes = np.linalg.svd(vectors, full_matrices=False)[2][:SENSE]
    near = vectors @ axes.T
    return np.round(near / np.linalg.norm(near, axis=1, keepdims=True) * 127).astype(np.int8)


def spellings(texts: Sequence[str]) -> dict[str, Counter[str]]:
    """The words of which each term was made."""
    found: dict[str, Counter[str]] = {}
    for text in texts:
        words = WORD.findall(text)
        for at, term in terms_of(words):
            found.setdefault(term, Counter())[words[at].lower()] += 1
    return found


if __name__ == "__main__":
    main()
