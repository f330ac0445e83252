"""Trained weights become a model again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import torch
from train import build

_LAYER = re.compile(r"network\.encoder\.encoder\.layer\.(\d+)\.")


def load_average(paths: Sequence[Path]) -> torch.nn.ModuleDict:
    """Return a model of as many layers as the weights have, with the mean of several epochs of one training (Izmailov
    et al., UAI 2018).
    """
    weights = _average([torch.load(path, weights_only=True) for path in paths])
    layers = 1 + max(int(match[1]) for name in weights if (match := _LAYER.match(name)))
    model = build()
    model["network"].keep_layers(range(layers))
    model.load_state_dict(weights)
    return model.eval()


def _average(states: list[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    return {
        name: sum(state[name] for state in states) / len(states) if first.is_floating_point() else first
        for name, first in states[0].items()
    }
