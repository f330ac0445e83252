"""Vectors of texts that were embedded not long ago: who compares one readout with five others embeds it once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

import numpy as np

from onrecord.language.embedder import Embedder
from onrecord.language.model import FloatArray

_MOST: Final = 16_384
"""Texts at most: 25 MB of vectors of 384 dimensions."""


class RememberingEmbedder:
    """An embedder before another one: it asks the other only for texts that it doesn't remember.

    For several threads. A text's vector depends on that text alone (see Embedder), so that a remembered one is right.
    """

    def __init__(self, embedder: Embedder, most: int = _MOST) -> None:
        self._embedder = embedder
        self._most = most
        self._vectors: OrderedDict[str, FloatArray] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        return self._embedder.name

    @property
    def dimensions(self) -> int:
        return self._embedder.dimensions

    def embed(self, texts: Sequence[str]) -> FloatArray:
        """Return unit vectors, float32 [len(texts), dimensions], in input order."""
        known = self._remembered(texts)
        unknown = [text for text in dict.fromkeys(texts) if text not in known]
        if unknown:
            # Not under the lock: another's comparison shall not wait for this one's new texts.
            known |= zip(unknown, self._embedder.embed(unknown), strict=True)
            self._keep({text: known[text] for text in unknown})
        return np.array([known[text] for text in texts], np.float32).reshape(len(texts), self.dimensions)

    def _remembered(self, texts: Sequence[str]) -> dict[str, FloatArray]:
        with self._lock:
            known = {text: self._vectors[text] for text in texts if text in self._vectors}
            for text in known:
                self._vectors.move_to_end(text)
            return known

    def _keep(self, vectors: dict[str, FloatArray]) -> None:
        with self._lock:
            for text, vector in vectors.items():
                self._vectors[text] = vector.copy()  # a row alone, not all that were embedded with it
            while len(self._vectors) > self._most:
                self._vectors.popitem(last=False)
