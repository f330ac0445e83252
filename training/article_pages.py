"""Pages with gold texts, their blocks as the rules judge them, and of each block whether the gold has it."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from onrecord.articles.compose import canonical
from onrecord.articles.decoding import read_markup
from onrecord.articles.extract import evidence_of
from onrecord.articles.features import Judgement
from onrecord.articles.html_blocks import read_blocks
from onrecord.articles.labeller import candidates
from onrecord.articles.selection import propose
from onrecord.articles.structured import read_declared
from onrecord.schema import Origin, Page

_TOKEN = re.compile("[\u3040-\u30ff\u4e00-\u9fff]|[^\\W_]+")
_NEAR = 5


@dataclass
class GoldPage:
    """A page's judgements, which of them the labeller may change, and their labels: 1 story, 0 not, None unknown."""

    publisher: str
    judgements: list[Judgement]
    headline: int | None
    at: list[int]
    labels: list[float | None]
    whole: bool
    """Is the gold the whole text, or segments that must and must not be there?"""


def read_gold(folders: Sequence[Path]) -> Iterator[GoldPage]:
    """Read every page of folders as `../shared/score/articles.py` takes them."""
    for folder in folders:
        for key, gold in json.loads((folder / "gold.json").read_text("utf-8")).items():
            content = gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes())
            page = _judge(Page(content=content, origin=Origin(path=key)), gold)
            if page is not None:
                yield page


def _judge(page: Page, gold: dict[str, object]) -> GoldPage | None:
    tree = LexborHTMLParser(read_markup(page))
    found = read_blocks(tree.body) if tree.body is not None else None
    if found is None or not found.blocks:
        return None
    selection, judgements = propose(found, evidence_of(read_declared(tree)))
    at = [i for i in candidates(judgements, selection.headline) if selection.judged[i].kind is None]
    texts = [canonical(one.block.text) for one in judgements]
    body = gold.get("body")
    labels = _whole_labels(texts, body) if body else _segment_labels(texts, gold)
    return GoldPage(publisher_of(str(gold["url"])), judgements, selection.headline, at, labels, bool(body))


def publisher_of(url: str) -> str:
    """The site of an address: "www.bbc.co.uk/news" gives "bbc.co.uk"."""
    parts = urlsplit(url).netloc.lower().split(":")[0].split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and len(parts[-2]) <= 3 else parts[-2:])


def _whole_labels(texts: Sequence[str], gold: Sequence[str]) -> list[float | None]:
    """Label by the share of a block's word 4-grams that the gold has; shorter ones by their place in it."""
    tokens = [word for paragraph in gold for word in _tokens(paragraph)]
    grams = {tuple(tokens[i : i + 4]) for i in range(len(tokens) - 3)}
    lines = {" ".join(_tokens(paragraph)) for paragraph in gold}
    blocks = [_tokens(text) for text in texts]
    labels: list[float | None] = [
        sum(tuple(block[k : k + 4]) in grams for k in range(len(block) - 3)) / (len(block) - 3)
        if len(block) > 3
        else (1.0 if block and " ".join(block) in lines else None)
        for block in blocks
    ]
    whole = f" {' '.join(tokens)} "
    return [_placed(i, blocks, labels, whole) if label is None else label for i, label in enumerate(labels)]


def _placed(i: int, blocks: Sequence[list[str]], labels: Sequence[float | None], whole: str) -> float | None:
    """A line of three words at most is the story's where the gold has it right after or before its neighbours'."""
    if not blocks[i]:
        return None
    own = " ".join(blocks[i])
    before = next((blocks[k] for k in range(i - 1, max(-1, i - 1 - _NEAR), -1) if (labels[k] or 0) > 0.5), None)
    after = next((blocks[k] for k in range(i + 1, min(len(blocks), i + 1 + _NEAR)) if (labels[k] or 0) > 0.5), None)
    follows = before is not None and f" {' '.join(before[-3:])} {own} " in whole
    return float(follows or (after is not None and f" {own} {' '.join(after[:3])} " in whole))


def _segment_labels(texts: Sequence[str], gold: dict[str, object]) -> list[float | None]:
    wanted, unwanted = ([" ".join(str(one).split()) for one in _list(gold.get(name))] for name in ("with", "without"))
    return [
        1.0
        if any(one in text or (len(text) > 20 and text in one) for one in wanted)
        else 0.0
        if any(one in text for one in unwanted)
        else None
        for text in texts
    ]


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else []  # pyright: ignore[reportUnknownArgumentType]


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.lower())
