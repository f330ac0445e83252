"""Figures on held-out articles during training: exact spans by role, links, on the text as annotated."""

from __future__ import annotations

import numpy as np
import torch
from examples import Text, paragraphs_of

from onrecord.language.decoding import DecoderParameters, NetworkOutput, decode
from onrecord.language.encoding import TextEncoder, Window, Words
from onrecord.language.model import Analysis


def decoder_parameters(model: torch.nn.ModuleDict) -> DecoderParameters:
    linker = model["linker"]
    values = (model["chain"].transitions, linker.near, linker.paragraphs, linker.bias)
    return DecoderParameters(*(value.detach().float().numpy().copy() for value in values))


@torch.no_grad()
def run_network(model: torch.nn.ModuleDict, words: Words, windows: list[Window]) -> NetworkOutput:
    rows: list[list[np.ndarray]] = [[], [], [], []]
    for window in windows:
        inputs = [torch.from_numpy(a)[None] for a in (window.pieces, window.cases, window.quotes)]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            outputs = model["network"](*inputs, torch.ones_like(inputs[0]))
        own = window.first_piece[window.own_word - window.first_word :]
        for role, output in zip(rows, outputs, strict=True):
            role.append(output[0][own].float().numpy())
    return NetworkOutput(*(np.concatenate(role) for role in rows))


def analyse(model: torch.nn.ModuleDict, encoder: TextEncoder, text: str) -> Analysis:
    words, windows = encoder.encode(text, paragraphs_of(text))
    return decode(text, words, run_network(model, words, windows), decoder_parameters(model))


def attribution_figures(model: torch.nn.ModuleDict, encoder: TextEncoder, texts: list[Text]) -> dict[str, float]:
    """Exact span F1 by role, per cent, and the share of gold links among found spans that the best cue gets right."""
    model.eval()
    counts = {role: [0, 0, 0] for role in ("source", "cue", "content")}
    for text in texts:
        analysis = analyse(model, encoder, text.text)
        for role, spans in (("source", analysis.sources), ("cue", analysis.cues), ("content", analysis.contents)):
            got = {(s.span.start, s.span.end) for s in spans}
            gold = {place for attribution in text.attributions or [] for place in getattr(attribution, role)}
            for at, value in enumerate((len(gold & got), len(got), len(gold))):
                counts[role][at] += value
    return {role: round(200 * right / max(1, got + gold), 1) for role, (right, got, gold) in counts.items()}
