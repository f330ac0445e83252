"""CoNLL F1 of chains: the mean of MUC, B³ and CEAF-e, as the CoNLL-2012 shared task defined it (Pradhan et al., 2014).

A chain is a set of mentions; a mention is whatever hashes. Chains of one mention count for nothing, in key and answer.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

Chain = frozenset[Hashable]
Document = tuple[Sequence[Chain], Sequence[Chain]]
"""The key's chains and the answer's."""
Parts = tuple[float, float]
"""A numerator and a denominator: corpora are scored by their sums, not by the mean of their documents."""


@dataclass(frozen=True)
class Figures:
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True)
class ConllScore:
    muc: Figures
    b_cubed: Figures
    ceaf_e: Figures

    @property
    def f1(self) -> float:
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


def score_chains(documents: Iterable[Document]) -> ConllScore:
    """Score a corpus. Mentions of several documents never meet."""
    kept = [(_several(key), _several(answer)) for key, answer in documents]
    return ConllScore(*(_figures(kept, recall) for recall in (muc_recall, b_cubed_recall, ceaf_e_recall)))


def muc_recall(key: Sequence[Chain], answer: Sequence[Chain]) -> Parts:
    """How many of the key's links survive (Vilain et al., 1995): each chain, less the parts that it falls into."""
    chain_of = {mention: number for number, chain in enumerate(answer) for mention in chain}
    parts = sum(
        len({chain_of[mention] for mention in chain if mention in chain_of})
        + sum(mention not in chain_of for mention in chain)
        for chain in key
    )
    mentions = sum(map(len, key))
    return mentions - parts, mentions - len(key)


def b_cubed_recall(key: Sequence[Chain], answer: Sequence[Chain]) -> Parts:
    """For each mention the share of its chain that stands with it in the answer too (Bagga and Baldwin, 1998)."""
    shared = sum(len(chain & other) ** 2 / len(chain) for chain in key for other in answer)
    return shared, sum(map(len, key))


def ceaf_e_recall(key: Sequence[Chain], answer: Sequence[Chain]) -> Parts:
    """Chains aligned one to one for the greatest sum of their likeness (Luo, 2005), Dice's measure."""
    likeness = [[2 * len(one & other) / (len(one) + len(other)) for other in answer] for one in key]
    return best_assignment(likeness), len(key)


def best_assignment(values: Sequence[Sequence[float]]) -> float:
    """The greatest sum of `values[row][column]` with every row and column used once at most (Kuhn and Munkres).

    Shortest augmenting paths with potentials, O(n³).
    """
    if not values or not values[0]:
        return 0.0
    if len(values) > len(values[0]):
        values = [list(column) for column in zip(*values, strict=True)]
    rows, columns = len(values), len(values[0])
    row_potential, column_potential = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_of = [0] * (columns + 1)  # 1-based; column 0 is where a path begins
    for row in range(1, rows + 1):
        _augment(values, row, row_of, row_potential, column_potential)
    return sum(values[row_of[column] - 1][column - 1] for column in range(1, columns + 1) if row_of[column])


def _augment(
    values: Sequence[Sequence[float]], row: int, row_of: list[int], of_rows: list[float], of_columns: list[float]
) -> None:
    """Give `row` a column, moving other rows along the path that costs least."""
    count = len(row_of)
    least, before, seen = [float("inf")] * count, [0] * count, [False] * count
    row_of[0], column = row, 0
    while row_of[column]:
        seen[column] = True
        here, nearest, step = row_of[column], 0, float("inf")
        for other in range(1, count):
            if seen[other]:
                continue
            cost = -values[here - 1][other - 1] - of_rows[here] - of_columns[other]
            if cost < least[other]:
                least[other], before[other] = cost, column
            if least[other] < step:
                step, nearest = least[other], other
        for other in range(count):
            if seen[other]:
                of_rows[row_of[other]] += step
                of_columns[other] -= step
            else:
                least[other] -= step
        column = nearest
    while column:
        row_of[column] = row_of[before[column]]
        column = before[column]


def _several(chains: Iterable[Chain]) -> list[Chain]:
    return [chain for chain in chains if len(chain) > 1]


def _figures(documents: Sequence[tuple[list[Chain], list[Chain]]], recall: Callable[..., Parts]) -> Figures:
    found = [recall(key, answer) for key, answer in documents]
    right = [recall(answer, key) for key, answer in documents]
    return Figures(_ratio(right), _ratio(found))


def _ratio(parts: Sequence[Parts]) -> float:
    below = sum(part[1] for part in parts)
    return sum(part[0] for part in parts) / below if below else 0.0
