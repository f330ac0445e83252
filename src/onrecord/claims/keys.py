"""Which propositions are looked at together: those of one article, and those that share a rare enough key.

A key is a cell of the codebook with a term, or two terms: "its soldiers in Kursk are encircled" and "Ukrainian forces
in Kursk are surrounded" share `surround` with `ukraine`, and `kursk` within a cell. One term alone would be no key:
in the year of an election half of all statements have "trump".
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

from onrecord.claims.codebook import Codebook
from onrecord.claims.meanings import Meaning

CELLS: Final = 3
_ANCHORS: Final = 6
# Two terms are a key where both together are at least this rare (the sum of their logarithms).
_RARE_PAIR: Final = 9.5
_RARE: Final = 4.5


def article_key(article: str) -> int:
    return _hash(["article", article])


def keys_of(meaning: Meaning, cells: Sequence[int], codebook: Codebook) -> set[int]:
    """Give the keys under which other articles' propositions are proposed. `cells` are the nearest ones."""
    anchors = sorted(set(meaning.terms), key=lambda term: (-codebook.weight(term), term))[:_ANCHORS]
    keys = {_hash(["pair", *sorted(pair)]) for pair in combinations(anchors, 2) if _rare(pair, codebook)}
    keys |= {_hash(["cell", str(cell), term]) for cell in cells for term in anchors if codebook.weight(term) >= _RARE}
    return keys


def _rare(pair: Iterable[str], codebook: Codebook) -> bool:
    return sum(codebook.weight(term) for term in pair) >= _RARE_PAIR


def _hash(parts: Sequence[str]) -> int:
    """63 bits: a store's integers have a sign."""
    return int.from_bytes(hashlib.blake2b("\x00".join(parts).encode(), digest_size=8).digest()) >> 1
