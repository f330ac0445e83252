"""What the stages ask of a language model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from onrecord.schema import Name, Span

FloatArray = NDArray[np.float32]


@dataclass(frozen=True)
class ScoredSpan:
    """A span with the model's probability, 0 to 1, that it plays its role."""

    span: Span
    score: float


@dataclass(frozen=True)
class Analysis:
    """What a model finds in a text, each list in text order.

    `source_links` float32 [cues, sources] and `content_links` float32 [cues, contents]: the probability that a cue
    has this source, and that it has this content.
    """

    sources: tuple[ScoredSpan, ...]
    cues: tuple[ScoredSpan, ...]
    contents: tuple[ScoredSpan, ...]
    source_links: FloatArray
    content_links: FloatArray
    names: tuple[Name, ...]


class LanguageModel(Protocol):
    """Any model that finds sources, cues, contents and names, and says which belong together."""

    @property
    def name(self) -> str:
        """Name and version, as a reading's producer gives them."""
        ...

    def analyse(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> Analysis:
        """Analyse the paragraphs `[start, end)` of `text`; spans are in code points of `text`."""
        ...
