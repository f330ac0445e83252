"""The learned labeller: rules propose which blocks are the story's, and trees trained on gold pages decide.

Gradient-boosted trees (Friedman 2001), trained by `training/articles.py` on pages with gold texts and stored as plain
arrays in `labeller.npz`; numpy walks all trees for all of a page's blocks at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from onrecord.articles.features import NEAR, OWN, Judgement, Words, own_features
from onrecord.schema import BlockKind, FurnitureReason

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows = NDArray[np.float32]

ARRAYS = Path(__file__).parent / "labeller.npz"
KEEP = 0.6
"""The probability of being the story's above which what the rules dropped is kept."""
DROP_LINE, DROP_PROSE = 0.45, 0.2
"""Under these, what the rules kept is dropped: a lost paragraph costs readers more than a line too many."""
_LEVELS = 8
_REACH = 12
"""Blocks before the story's first paragraph and after its last that the labeller looks at."""
_NEIGHBOURS = (-2, -1, 1, 2)
_ABSENT = -1.0


class Labelled(Protocol):
    """What the labeller changes of a block."""

    reason: FurnitureReason | None
    kind: BlockKind | None


def relabel(judged: Sequence[Labelled], judgements: Sequence[Judgement], headline: int | None) -> None:
    """Drop what the rules kept and keep what they dropped, where the trees are of another mind."""
    at = [i for i in candidates(judgements, headline) if judged[i].kind is None]
    if not at:
        return
    trees, words = _trained()
    rows = with_neighbours(own_features(judgements, at, headline, words))
    for i, story in zip(at, trees.probabilities(rows).tolist(), strict=True):
        if judged[i].reason is None and story < (DROP_PROSE if judgements[i].block.prose else DROP_LINE):
            judged[i].reason = _why(judgements[i])
        elif judged[i].reason is not None and story > KEEP:
            judged[i].reason = None


def candidates(judgements: Sequence[Judgement], headline: int | None) -> list[int]:
    """Number the blocks that could be either: all that rules kept, and what they dropped in and around the story."""
    story = [i for i, one in enumerate(judgements) if one.tells_story]
    if not story:
        return []
    first, last = story[0] - _REACH, story[-1] + _REACH
    return [i for i, one in enumerate(judgements) if i != headline and _is_open(one, first <= i <= last)]


def _is_open(one: Judgement, near: bool) -> bool:
    if one.caption or one.reason == "duplicate":
        return False
    return one.reason is None or (one.block.link_density < 0.95 and (near or one.block.prose))


def _why(one: Judgement) -> FurnitureReason:
    """What the names around a block tell, whether or not the rules heeded them; links lead to other stories."""
    if one.region_reason:
        return one.region_reason
    if one.block.link_density > 0.3:
        return "related"
    for region in islice(one.block.region.around(), _LEVELS):
        if region.hints:
            return region.hints[0].reason
    return "other"


def with_neighbours(rows: Rows) -> Rows:
    """Set beside each row what counts of the two rows before it and the two after it."""
    import numpy as np

    padded = np.full((len(rows) + 4, len(_NEAR)), _ABSENT, dtype=np.float32)
    padded[2:-2] = rows[:, _NEAR]
    return np.hstack([rows, *(padded[2 + k : 2 + k + len(rows)] for k in _NEIGHBOURS)])


_NEAR = [OWN.index(name) for name in NEAR]


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees of one depth at most, all nodes in one array each; a leaf leads to itself.

    Numbers are `intp`, which numpy takes as they are.
    """

    roots: NDArray[np.intp]
    features: NDArray[np.intp]
    thresholds: Rows
    children: NDArray[np.intp]
    """Of each node the one below its threshold, then the one above."""
    values: Rows
    base: float
    depth: int

    def probabilities(self, rows: Rows) -> Rows:
        """Return how likely each row is the story's, float32 [len(rows)]."""
        import numpy as np

        nodes = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        offsets = (np.arange(len(rows), dtype=np.intp) * rows.shape[1])[:, None]
        flat = rows.ravel()
        for _ in range(self.depth):
            places = np.add(self.features.take(nodes), offsets)
            is_above = np.greater(flat.take(places), self.thresholds.take(nodes))
            nodes = self.children.take(np.add(np.multiply(nodes, 2), is_above))
        return 1 / (1 + np.exp(-self.base - self.values.take(nodes).sum(axis=1)))


@lru_cache(maxsize=1)
def _trained() -> tuple[Trees, Words]:
    import numpy as np

    with np.load(ARRAYS) as arrays:
        roots, features, below, above = (
            arrays[name].astype(np.intp) for name in ("roots", "features", "below", "above")
        )
        children = np.column_stack((below, above)).ravel()
        trees = Trees(
            roots, features, arrays["thresholds"], children, arrays["values"],
            base=float(arrays["base"]), depth=int(arrays["depth"]),
        )  # fmt: skip
        words = [_weights(arrays[f"{name}_words"], arrays[f"{name}_weights"]) for name in ("names", "texts")]
    return trees, Words(words[0], words[1])


def _weights(words: NDArray[np.uint8], weights: NDArray[np.float16]) -> dict[str, float]:
    return dict(zip(words.tobytes().decode().split("\n"), map(float, weights), strict=True))
