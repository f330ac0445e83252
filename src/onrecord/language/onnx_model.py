"""The language model that ships with the package: an int8 ONNX network run by onnxruntime."""

# onnxruntime has no types of its own.
# pyright: reportUnknownMemberType=false, reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import numpy as np

from onrecord.errors import ModelUnavailable
from onrecord.language.decoding import DecoderParameters, NetworkOutput, decode
from onrecord.language.encoding import TextEncoder, Window, WindowSettings, Words
from onrecord.language.model import Analysis, FloatArray
from onrecord.language.shipped import DEFAULT_MODEL, MODELS, model_names

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

# Its kernel is slower than the steps that it fuses (see training/graph.py).
_SLOW_FUSION: Final = "SkipLayerNormFusion"
_OUTPUTS: Final = ("attributions", "names", "queries", "keys")
_NO_LINKS: Final = np.zeros((0, 0), np.float32)
_NOTHING: Final = Analysis((), (), (), _NO_LINKS, _NO_LINKS, ())


class OnnxLanguageModel:
    """Runs one exported network: `model.onnx`, with what decoding needs inside it, and its `tokenizer.json`."""

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        """Load from `folder`; `threads` 0 means one for each core. Raises ModelUnavailable."""
        self._session = _open_session(folder / "model.onnx", threads)
        try:
            self._encoder = TextEncoder(folder / "tokenizer.json")
            described = cast(dict[str, str], self._session.get_modelmeta().custom_metadata_map)
            self._name = described["name"]
            self.parameters = _decoder_parameters(described["decoder"])
            self.windows = WindowSettings(**json.loads(described.get("windows", "{}")))
        except Exception as error:  # the tokenizers library raises plain Exception
            raise _unavailable(folder, error) from error

    @property
    def name(self) -> str:
        return self._name

    def analyse(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> Analysis:
        """Analyse the paragraphs `[start, end)` of `text`; spans are in code points of `text`."""
        words, output = self.run(text, paragraphs)
        return decode(text, words, output, self.parameters) if output else _NOTHING

    def run(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Words, NetworkOutput | None]:
        """Return the words of the paragraphs and what the network says of them; None where there are no words."""
        words, windows = self._encoder.encode(text, paragraphs, self.windows)
        if not windows:
            return words, None
        outputs = [self._run(window) for window in windows]
        return words, NetworkOutput(*(np.concatenate([row[at] for row in outputs]) for at in range(len(_OUTPUTS))))

    def _run(self, window: Window) -> list[FloatArray]:
        """Return the four outputs for the words that the window answers for."""
        inputs = {"pieces": window.pieces, "cases": window.cases, "quotes": window.quotes}
        batch = {name: values[None] for name, values in inputs.items()}
        own = window.first_piece[window.own_word - window.first_word :]
        outputs = cast(list[FloatArray], self._session.run(list(_OUTPUTS), batch))
        return [output[0][own] for output in outputs]


def load_model(name: str = DEFAULT_MODEL, threads: int = 0) -> OnnxLanguageModel:
    """Load a model that ships with the package, once a process. Raises ModelUnavailable."""
    return _loaded(name, threads)  # the cache would take a default and the same value given by name for two models


@cache
def _loaded(name: str, threads: int) -> OnnxLanguageModel:
    folder = MODELS / name
    if not (folder / "model.onnx").is_file():
        if names := model_names():
            raise ModelUnavailable(f"There is no language model {name!r}.", remedy=f"Name one of: {', '.join(names)}.")
        raise _unavailable(folder, "the file is missing")
    return OnnxLanguageModel(folder, threads=threads)


def _open_session(path: Path, threads: int) -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Idle threads that spin would take the other half of a two-core machine.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=[_SLOW_FUSION]
        )
    except Exception as error:  # onnxruntime raises its own classes, all of them plain Exception
        raise _unavailable(path, error) from error


def _unavailable(path: Path, error: object) -> ModelUnavailable:
    return ModelUnavailable(
        f"The language model in {path} can't be loaded: {error}",
        remedy="Install the package again: pip install --force-reinstall onrecord",
    )


def _decoder_parameters(described: str) -> DecoderParameters:
    values = json.loads(described)
    return DecoderParameters(**{name: np.array(value, np.float32) for name, value in values.items()})
