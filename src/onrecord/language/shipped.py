"""The language models that ship with the package, by name."""

from __future__ import annotations

from pathlib import Path
from typing import Final

MODELS: Final = Path(__file__).parent / "models"
DEFAULT_MODEL: Final = "onrecord-en"


def model_names() -> list[str]:
    """Return the names of the models in this installation, sorted."""
    return sorted(path.parent.name for path in MODELS.glob("*/model.onnx"))
