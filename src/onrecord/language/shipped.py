"""The language models and the embedder that ship with the package, by name."""

from __future__ import annotations

from pathlib import Path
from typing import Final

MODELS: Final = Path(__file__).parent / "models"
DEFAULT_MODEL: Final = "onrecord-en"
EMBEDDER: Final = "all-minilm"  # a network like the others, but it finds no attributions


def model_names() -> list[str]:
    """Return the names of the language models in this installation, sorted."""
    return sorted(path.parent.name for path in MODELS.glob("*/model.onnx") if path.parent.name != EMBEDDER)
