"""Texts become vectors: the nearer two vectors are, the nearer the texts are in what they say."""

# onnxruntime has no types of its own.
# pyright: reportUnknownMemberType=false, reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, cast

import numpy as np

from onrecord.errors import ModelUnavailable
from onrecord.language.model import FloatArray
from onrecord.language.shipped import DEFAULT_MODEL, EMBEDDER, MODELS

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

# What the network's authors trained it for; onrecord-en shares its word pieces, so they ship once.
_LONGEST: Final = 256
_VOCABULARY: Final = MODELS / DEFAULT_MODEL / "tokenizer.json"
# Its kernel is slower than the steps that it fuses (see training/graph.py).
_SLOW_FUSION: Final = "SkipLayerNormFusion"


class Embedder(Protocol):
    """Anything that turns texts into vectors which can be compared."""

    @property
    def name(self) -> str:
        """Name and version, as a producer gives them: `all-minilm 1.0`."""
        ...

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        ...

    def embed(self, texts: Sequence[str]) -> FloatArray:
        """Return unit vectors, float32 [len(texts), dimensions], in input order.

        The dot product of two is their cosine. A text's vector depends on that text alone, not on its neighbours.
        """
        ...


class OnnxEmbedder:
    """Runs one exported network, `model.onnx`. It reads a text's first 256 word pieces, about 190 words of news."""

    def __init__(self, folder: Path, vocabulary: Path = _VOCABULARY) -> None:
        """Load the network from `folder` and the word pieces from `vocabulary`. Raises ModelUnavailable."""
        try:
            self._session = _open_session(folder / "model.onnx")
            self._tokenizer = _open_tokenizer(vocabulary)
            self._name = cast(dict[str, str], self._session.get_modelmeta().custom_metadata_map)["name"]
            self._dimensions = int(self._session.get_outputs()[0].shape[1])
        except Exception as error:  # onnxruntime and tokenizers raise plain Exception or their own subclasses of it
            raise ModelUnavailable(
                f"The embedder in {folder} can't be loaded: {error}",
                remedy="Install the package again: pip install --force-reinstall onrecord",
            ) from error

    @property
    def name(self) -> str:
        return self._name

    @property
    def dimensions(self) -> int:
        return self._dimensions

    def embed(self, texts: Sequence[str]) -> FloatArray:
        """Return unit vectors, float32 [len(texts), dimensions], in input order."""
        vectors = np.zeros((len(texts), self._dimensions), np.float32)
        for row, encoding in enumerate(self._tokenizer.encode_batch(list(texts))):
            vectors[row] = self._vector(encoding.ids)
        return vectors

    def _vector(self, pieces: list[int]) -> FloatArray:
        """One text at a time: int8 activations are scaled by the largest of their batch, so that in a batch a text's
        vector would change with its neighbours, and a claim with the day it was reconciled on.
        """
        return cast(list[FloatArray], self._session.run(["vector"], {"pieces": np.array([pieces], np.int64)}))[0][0]


def load_embedder() -> Embedder:
    """Load the embedder that ships with the package, once a process. Raises ModelUnavailable."""
    return _loaded()


@cache
def _loaded() -> OnnxEmbedder:
    return OnnxEmbedder(MODELS / EMBEDDER)


def _open_session(path: Path) -> InferenceSession:
    """One thread: a sentence is too short a piece of work to be shared."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=[_SLOW_FUSION]
    )


def _open_tokenizer(path: Path) -> Tokenizer:
    from tokenizers import Tokenizer

    tokenizer: Tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(_LONGEST)
    return tokenizer
