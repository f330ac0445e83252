"""The fixed table that proposes pairs: cells in the space of vectors, and how rare a term is.

It is part of the rules: another table gives other keys. training/claim_codebook.py makes it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Codebook:
    """`cells` are unit vectors, float32 [cells, dimensions]; `weights` go from a term to its rarity, natural log;
    `senses` are unit vectors of single terms, float32 [terms, axes], in the order of `weights`.
    """

    cells: NDArray[np.float32]
    weights: Mapping[str, float]
    senses: NDArray[np.float32]
    places: Mapping[str, int]
    unknown: float

    def nearest(self, vectors: NDArray[np.float32], count: int) -> NDArray[np.int64]:
        """Return the numbers of the nearest cells, int64 [len(vectors), count], the nearest first."""
        likeness = vectors @ self.cells.T
        return np.argsort(-likeness, axis=1, kind="stable")[:, :count]

    def weight(self, term: str) -> float:
        return self.weights.get(term, self.unknown)

    def likeness(self, ones: Sequence[str], others: Sequence[str]) -> NDArray[np.float32]:
        """Return how near the terms are in sense, float32 [len(ones), len(others)]; 0 where one is unknown."""
        return self._senses(ones) @ self._senses(others).T

    def _senses(self, terms: Sequence[str]) -> NDArray[np.float32]:
        rows = np.array([self.places.get(term, -1) for term in terms], np.int64)
        found = self.senses[rows]
        found[rows < 0] = 0
        return found


@cache
def load_codebook() -> Codebook:
    """Read the table that ships with the package."""
    with as_file(files("onrecord.claims").joinpath("codebook.npz")) as path, np.load(path) as table:
        cells = table["cells"].astype(np.float32)
        terms = str(table["terms"]).split("\n")
        weights = dict(zip(terms, map(float, table["weights"]), strict=True))
        senses = table["senses"].astype(np.float32)
    return Codebook(
        cells=cells / np.linalg.norm(cells, axis=1, keepdims=True),
        weights=weights,
        senses=senses / np.linalg.norm(senses, axis=1, keepdims=True),
        places={term: number for number, term in enumerate(terms)},
        unknown=max(weights.values()) + 0.5,
    )
