"""How well articles are read out of page dumps: `python -m onrecord.evaluation.dumps FOLDER...`

A dump is the text of a whole page as a person copies it out of a browser. No corpus of dumps has gold, so they are made
of web pages that have: FOLDER holds `html/KEY.html.gz` and `gold.json`, `{KEY: {"body": [paragraph, ...]}}`. Only
English pages count. Printed are the pages, precision, recall and F1 of 4-gram shingles of words, mean over pages, as
in Zyte's article-extraction-benchmark.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from onrecord.articles import extract_article
from onrecord.articles.decoding import decode_page
from onrecord.language.english import looks_english
from onrecord.schema import Article, Origin, Page

SHINGLE = 4
_BODY = frozenset(("paragraph", "subheading", "list_item", "quote"))


def _tags(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_BLOCKS = _tags(
    """address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hgroup hr html li main nav ol option p pre section summary table tbody td tfoot th thead
    tr ul"""
)
# An empty line stands around these in what a browser copies; around other blocks only a line ends.
_SPACED = _tags("p h1 h2 h3 h4 h5 h6 ul ol blockquote figure table")
_UNSEEN = _tags("script style noscript template svg iframe head select textarea object video audio canvas")
_LINE, _PARAGRAPH = "\x01", "\x02"
_BREAKS = re.compile(f"[{_LINE}{_PARAGRAPH}\n]+")
_AROUND_BREAKS = re.compile(f" *([{_LINE}{_PARAGRAPH}\n]) *")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class DumpScore:
    """Means over the pages of one folder."""

    pages: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of mean precision and mean recall, as the benchmark has it."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score_folder(folder: Path) -> DumpScore:
    """Dump, read and score a folder's English pages. Raises OSError or ValueError on a folder of another shape."""
    scores = [shingle_scores(body, read_dump(dump)) for body, dump in read_dumps(folder)]
    if not scores:
        raise ValueError(f"{folder} holds no English page with a gold body")
    return DumpScore(len(scores), mean(precision for precision, _ in scores), mean(recall for _, recall in scores))


def read_dumps(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the gold body and the dump of each English page."""
    gold: dict[str, dict[str, Any]] = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    for key, page in gold.items():
        body = "\n".join(page.get("body") or [])
        if looks_english(body):
            content = gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes())
            yield body, dump_page(decode_page(Page(content=content, origin=Origin())))


def read_dump(dump: str) -> str:
    """Read a dump and return its article's body; nothing where the dump is rejected."""
    article = extract_article(Page(content=dump.encode("utf-8", "replace"), origin=Origin(), form="dump"))
    if not isinstance(article, Article):
        return ""
    return "\n".join(article.text[block.start : block.end] for block in article.blocks if block.kind in _BODY)


def dump_page(html: str) -> str:
    """Write a page's text as `innerText` does: a line a block, an empty line around paragraphs and headings."""
    body = LexborHTMLParser(html).body
    if body is None:
        return ""
    text = _AROUND_BREAKS.sub(r"\1", "".join(_shown(body)))
    return _BREAKS.sub(lambda found: "\n\n" if _PARAGRAPH in found[0] else "\n", text).strip()


def _shown(body: LexborNode) -> Iterator[str]:
    waiting: list[LexborNode | str] = [body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield node
        elif node.is_text_node:
            yield re.sub(r"\s+", " ", node.text_content or "")
        elif node.tag == "br":
            yield "\n"
        elif node.is_element_node and node.tag not in _UNSEEN and not _is_hidden(node):
            edge = _PARAGRAPH if node.tag in _SPACED else _LINE if node.tag in _BLOCKS else ""
            yield edge
            waiting.append(edge)
            child = node.last_child
            while child is not None:
                waiting.append(child)
                child = child.prev


def _is_hidden(node: LexborNode) -> bool:
    style = (node.attributes.get("style") or "").replace(" ", "")
    return "hidden" in node.attributes or "display:none" in style


def shingle_scores(gold: str, read: str) -> tuple[float, float]:
    """Return precision and recall of word 4-grams, each 0 to 1; two empty texts agree."""
    wanted, found = _shingles(gold), _shingles(read)
    both = (wanted & found).total()
    if not wanted and not found:
        return 1.0, 1.0
    return (both / found.total() if found else 0.0), (both / wanted.total() if wanted else 0.0)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    last = max(1, len(words) - SHINGLE + 1) if words else 0
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(last))


def main() -> None:
    """Print one line for each folder named on the command line."""
    if not sys.argv[1:]:
        raise SystemExit(__doc__)
    for folder in map(Path, sys.argv[1:]):
        score = score_folder(folder)
        print(f"{folder.name:14} pages {score.pages}  F1 {score.f1:.3f}  P {score.precision:.3f}  R {score.recall:.3f}")


if __name__ == "__main__":
    main()
