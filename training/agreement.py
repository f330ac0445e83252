"""Keep what the training code finds in ten articles, for the test that the exported model finds the same.

    python training/agreement.py --weights runs/model/epoch-6.pt runs/model/epoch-8.pt [--model NAME]

To be run after training/export.py with the same weights. The network runs as it was trained, in fp32 and PyTorch. The
articles are the demo's: Wikinews (CC BY) and White House readouts (public domain), credited in NOTICE.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec
import numpy as np
import torch
from evaluate import decoder_parameters
from weights import load_average

from onrecord.articles import extract_article
from onrecord.evaluation.agreement import (
    AgreedText,
    Agreement,
    findings_of,
    hash_of,
    links_agree,
    read_agreement,
    spans_agree,
)  # fmt: skip
from onrecord.evaluation.polnear import Place
from onrecord.language.decoding import NetworkOutput, decode
from onrecord.language.encoding import TextEncoder, Window, WindowSettings
from onrecord.language.model import Analysis
from onrecord.language.onnx_model import load_model
from onrecord.language.shipped import DEFAULT_MODEL, MODELS
from onrecord.pages import load_page
from onrecord.schema import Article, Page

ROOT = Path(__file__).parents[1]
DEMO = ROOT / "src/onrecord/demo/pages"
KEPT = ROOT / "tests/golden/agreement"
ARTICLES = 10


class TorchModel:
    """The trained network, as the training code runs it, but in full precision."""

    def __init__(self, weights: list[Path], vocabulary: Path, windows: WindowSettings) -> None:
        self._model = load_average(weights)
        self._windows = windows
        self._encoder = TextEncoder(vocabulary)

    def analyse(self, text: str, paragraphs: list[Place]) -> Analysis:
        words, windows = self._encoder.encode(text, paragraphs, self._windows)
        outputs = [self._run(window) for window in windows]
        columns = (np.concatenate(column) for column in zip(*outputs, strict=True))
        return decode(text, words, NetworkOutput(*columns), decoder_parameters(self._model))

    @torch.no_grad()
    def _run(self, window: Window) -> list[np.ndarray]:
        inputs = [torch.from_numpy(values)[None] for values in (window.pieces, window.cases, window.quotes)]
        outputs = self._model["network"](*inputs, torch.ones_like(inputs[0]))
        own = window.first_piece[window.own_word - window.first_word :]
        return [output[0][own].numpy() for output in outputs]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, nargs="+", required=True, help="those that were exported")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    arguments = parser.parse_args()
    folder, kept = MODELS / arguments.model, KEPT / f"{arguments.model}.json"
    shipped = load_model(arguments.model, threads=1)
    trained = TorchModel(arguments.weights, folder / "tokenizer.json", shipped.windows)
    texts = []
    for path in choose_pages():
        text, paragraphs = read(path)
        found = findings_of(trained.analyse(text, paragraphs))
        texts.append(AgreedText(str(path.relative_to(DEMO)), text, paragraphs, found))
    kept.parent.mkdir(exist_ok=True)
    written = msgspec.json.encode(Agreement(shipped.name, hash_of(folder / "model.onnx"), texts))
    kept.write_bytes(msgspec.json.format(written, indent=0) + b"\n")
    pairs = [(t.findings, findings_of(shipped.analyse(t.text, t.paragraphs))) for t in read_agreement(kept).texts]
    print(f"spans {spans_agree(pairs):.1%}, links {links_agree(pairs):.1%} the same in {len(texts)} articles")


def choose_pages() -> list[Path]:
    """All of Wikinews' and as many readouts as make ten."""
    return sorted((DEMO / "wikinews").iterdir())[:ARTICLES] + sorted((DEMO / "white-house").iterdir())[: ARTICLES - 8]


def read(path: Path) -> tuple[str, list[Place]]:
    page = load_page(path)
    article = extract_article(page) if isinstance(page, Page) else None
    if not isinstance(article, Article):
        raise SystemExit(f"{path} can't be read")
    unread = {"byline", "dateline"}
    return article.text, [(block.start, block.end) for block in article.blocks if block.kind not in unread]


if __name__ == "__main__":
    main()
