"""Go on training the encoder as a masked language model on news and official texts, before it learns attributions.

    python training/pretrain.py --data ../shared/data --output runs/encoder.pt

all-MiniLM-L6-v2 was last trained to embed sentences, without case and without quotation marks as features: this
gives its word pieces their context back, in the domain (Gururangan et al., ACL 2020).
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from examples import MASK_PIECE, Batch, Example, Text, batch_of, examples_of
from network import AttributionNetwork
from torch import Tensor, nn
from train import batches_of, build, encoder_folder

from onrecord.language.encoding import TextEncoder, WindowSettings
from onrecord.language.english import looks_english

MASKED = 0.15
FIELD_LIMIT = 10_000_000


def read_texts(data: Path) -> Iterator[str]:
    """News articles of PolNeAR's train split, readouts and releases of three governments, pages of every kind."""
    for path in sorted((data / "polnear/train/text").glob("*.txt")):
        yield path.read_text(encoding="utf-8")
    for path in sorted((data / "demo/white_house").glob("*.md")):
        yield path.read_text(encoding="utf-8").split("\n---\n", 1)[-1]
    csv.field_size_limit(FIELD_LIMIT)
    for name in ("putin.csv", "zelenskyy.csv"):
        with (data / "demo" / name).open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file)):
                if number % 2:
                    yield row["headline"] + "\n\n" + row["body"].replace("\n", "\n\n")
    for name in ("fundus80", "fundus257", "wcxb_articles"):
        pages = json.loads((data / "pages" / name / "gold.json").read_text(encoding="utf-8"))
        for number, page in enumerate(pages.values()):
            if number % 3 or name != "wcxb_articles":
                yield "\n\n".join(page.get("body") or [])


class MaskedLanguageHead(nn.Module):
    """Predicts hidden word pieces; its output layer is the input embedding (Press and Wolf 2017)."""

    def __init__(self, network: AttributionNetwork) -> None:
        super().__init__()
        self.embedding = network.encoder.embeddings.word_embeddings
        width = self.embedding.embedding_dim
        self.transform = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.LayerNorm(width))
        self.bias = nn.Parameter(torch.zeros(self.embedding.num_embeddings))

    def forward(self, hidden: Tensor) -> Tensor:
        return nn.functional.linear(self.transform(hidden), self.embedding.weight, self.bias)


def masked_loss(
    network: AttributionNetwork, head: MaskedLanguageHead, batch: Batch, rng: np.random.Generator
) -> Tensor:
    hidden_here = torch.from_numpy(rng.random(batch.pieces.shape) < MASKED) & (batch.pieces > 999)
    kept = torch.from_numpy(rng.random(batch.pieces.shape) < 0.1)
    pieces = torch.where(hidden_here & ~kept, MASK_PIECE, batch.pieces)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = network.encode(pieces, batch.cases, batch.quotes, batch.mask)
        scores = head(hidden[hidden_here])
    return nn.functional.cross_entropy(scores.float(), batch.pieces[hidden_here])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--output", type=Path, default=Path("runs/encoder.pt"))
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(1)
    random_source, rng = random.Random(1), np.random.default_rng(1)
    encoder = TextEncoder(encoder_folder() / "tokenizer.json")
    texts = [Text(text, None, []) for text in read_texts(arguments.data) if looks_english(text)]
    windows = WindowSettings(length=256, context=0)
    examples: list[Example] = [example for text in texts for example in examples_of(text, encoder, windows)]
    random_source.shuffle(examples)
    batches = batches_of(examples, 6, random_source)
    network = build()["network"]
    head = MaskedLanguageHead(network)
    parameters = [*network.parameters(), *head.transform.parameters(), head.bias]
    optimizer = torch.optim.AdamW(parameters, weight_decay=0.01, fused=True)
    run(network, head, optimizer, [batch_of(batch, random_source) for batch in batches], arguments, rng)


def run(
    network, head, optimizer, batches: list[Batch], arguments: argparse.Namespace, rng: np.random.Generator
) -> None:
    started, shown = time.monotonic(), 10.0
    for number, batch in enumerate(batches):
        progress = number / len(batches)
        for group in optimizer.param_groups:
            group["lr"] = arguments.rate * min(progress / 0.06, (1 - progress) / 0.94)
        loss = masked_loss(network, head, batch, rng)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        shown = 0.98 * shown + 0.02 * loss.item()
        if number % 50 == 0:
            print(f"batch {number}/{len(batches)}  loss {shown:.3f}  {time.monotonic() - started:.0f} s", flush=True)
            torch.save(network.state_dict(), arguments.output)
    torch.save(network.state_dict(), arguments.output)


if __name__ == "__main__":
    main()
