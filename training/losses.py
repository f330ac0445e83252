"""What the network is trained for: labels of words, names, and which words belong to a cue."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from examples import IGNORED, Batch, Example
from network import AttributionNetwork, LinearChain, LinkScorer
from torch import Tensor, nn

from onrecord.language.decoding import distance_bucket


@dataclass(frozen=True)
class Weights:
    attributions: float = 1.0
    names: float = 0.3
    links: float = 0.3


def batch_loss(
    network: AttributionNetwork, chain: LinearChain, linker: LinkScorer, batch: Batch, weights: Weights
) -> tuple[Tensor, dict[str, float]]:
    """Return the weighted sum and its parts."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        outputs = network(batch.pieces, batch.cases, batch.quotes, batch.mask)
    words = [_by_word(outputs, row, example) for row, example in enumerate(batch.examples)]
    parts = {
        "attributions": _attribution_loss(chain, batch.examples, [w[0] for w in words]),
        "names": _name_loss(batch.examples, [w[1] for w in words]),
        "links": _link_loss(linker, batch.examples, words),
    }
    total = sum(getattr(weights, name) * part for name, part in parts.items())
    return total, {name: part.item() for name, part in parts.items()}


def _by_word(outputs: tuple[Tensor, ...], row: int, example: Example) -> list[Tensor]:
    at = torch.from_numpy(example.window.first_piece)
    return [output[row].index_select(0, at).float() for output in outputs]


def _attribution_loss(chain: LinearChain, examples: list[Example], scores: list[Tensor]) -> Tensor:
    rows, labels = [], []
    for example, score in zip(examples, scores, strict=True):
        if example.attributions is None:
            continue
        sizes = np.diff([0, *(np.flatnonzero(np.diff(example.paragraph)) + 1), len(example.paragraph)]).tolist()
        rows += list(score.split(sizes))
        labels += list(torch.from_numpy(example.attributions).split(sizes))
    if not rows:
        return torch.zeros(())
    padded = nn.utils.rnn.pad_sequence(rows, batch_first=True)
    gold = nn.utils.rnn.pad_sequence(labels, batch_first=True)
    mask = nn.utils.rnn.pad_sequence([torch.ones(len(row), dtype=torch.bool) for row in rows], batch_first=True)
    return 10 * chain.cross_entropy(padded, gold, mask) / mask.sum()


def _name_loss(examples: list[Example], scores: list[Tensor]) -> Tensor:
    score = torch.cat(scores)
    gold = torch.from_numpy(np.concatenate([example.names for example in examples]))
    weight = torch.cat([torch.full((len(e.names),), e.name_weight) for e in examples]) * (gold != IGNORED)
    each = nn.functional.cross_entropy(score, gold, ignore_index=IGNORED, reduction="none")
    return 10 * (each * weight).sum() / weight.sum().clamp(min=1)


def _link_loss(linker: LinkScorer, examples: list[Example], words: list[list[Tensor]]) -> Tensor:
    total, positives = torch.zeros(()), 0
    for example, (_, _, queries, keys) in zip(examples, words, strict=True):
        if not example.links:
            continue
        count = len(example.paragraph)
        query = torch.stack([queries[cue[0] : cue[-1] + 1].mean(0) for cue, _, _ in example.links])
        starts = np.array([cue[0] for cue, _, _ in example.links])
        bucket = torch.from_numpy(distance_bucket(np.arange(count)[None] - starts[:, None]))
        paragraph = torch.from_numpy(example.paragraph[None] - example.paragraph[starts][:, None])
        scores = linker(query, keys, bucket, paragraph)
        gold = torch.zeros_like(scores)
        for row, (_, source, content) in enumerate(example.links):
            gold[0, row, source], gold[1, row, content] = 1, 1
        # A source is a few words, a content many: each kind counts per word that should be found.
        for role in range(2):
            loss = nn.functional.binary_cross_entropy_with_logits(scores[role], gold[role], reduction="sum")
            total = total + loss / gold[role].sum().clamp(min=1) * len(example.links)
        positives += len(example.links)
    return total / max(1, positives)
