"""The texts that copies are made of: readouts of the White House (CC0), releases of the Kremlin (CC BY 4.0), Wikinews
(CC BY 2.5, as in MEANTIME, CC BY 4.0), read from a folder that is no part of the project.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from synthetic.copies import Draft, sentences_of, set_in_paragraphs

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
_FEWEST, _MOST = 110, 1200
_TITLE = re.compile(r"^title: (.*(?:\n  .*)*)", re.MULTILINE)


def releases(data: Path = DATA) -> list[Draft]:
    """Return the stories of 110 to 1200 words, those that hold nine tenths of another but once, by day and headline."""
    found = [*_white_house(data / "demo" / "white_house"), *_kremlin(data / "demo" / "putin.csv")]
    found += _wikinews(data / "meantime" / "intra-doc_annotation")
    fitting = [one for one in found if _FEWEST <= len(" ".join(one.paragraphs).split()) <= _MOST]
    return _different(sorted(fitting, key=lambda one: (one.published, one.headline)))


def _white_house(folder: Path) -> Iterator[Draft]:
    for path in sorted(folder.glob("*.md")):
        _, header, text = re.split(r"^---$", path.read_text(encoding="utf-8"), maxsplit=2, flags=re.MULTILINE)
        title = _TITLE.search(header)
        headline = re.sub(
            r"\\u(\w{4})|\\_|\\\s+", lambda m: chr(int(m[1], 16)) if m[1] else " ", title[1] if title else ""
        )
        paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip())]
        yield Draft(
            " ".join(headline.strip("\"' ").split()), tuple(filter(None, paragraphs)), path.name[:10], "The White House"
        )  # fmt: skip


def _kremlin(path: Path) -> Iterator[Draft]:
    csv.field_size_limit(10**9)
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            sentences = sentences_of(" ".join(row["body"].split()))
            paragraphs = set_in_paragraphs(sentences, 3)
            yield Draft(row["headline"], tuple(paragraphs), row["date"][:10], "The Kremlin")


def _wikinews(folder: Path) -> Iterator[Draft]:
    for number, path in enumerate(sorted(folder.glob("*/*.xml"))):
        tokens: dict[int, list[str]] = defaultdict(list)
        for token in ElementTree.parse(path).iter("token"):
            tokens[int(token.get("sentence", "0"))].append(token.text or "")
        headline, _, *sentences = (_written(words) for _, words in sorted(tokens.items()))
        paragraphs = set_in_paragraphs(sentences, 2)
        yield Draft(headline, tuple(paragraphs), f"20{5 + number % 10:02}-{1 + number % 12:02}-15", "Wikinews")


def _written(tokens: Iterable[str]) -> str:
    text = " ".join(tokens).replace("``", "“").replace("''", "”")
    return re.sub(r"(?<=[(“$£€]) | (?=[).,;:!?”%]|'s\b|n't\b|'\s)", "", text)


def _different(drafts: Iterable[Draft]) -> list[Draft]:
    """Leave out what an office published twice: it would count as a wrong pair."""
    kept: list[Draft] = []
    holders: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for draft in drafts:
        words = re.findall(r"\w+", " ".join(draft.paragraphs).lower())
        threes = set(zip(words, words[1:], words[2:], strict=False))
        shared: dict[int, int] = defaultdict(int)
        for three in threes:
            for holder in holders[three]:
                shared[holder] += 1
        if any(count >= 0.9 * len(threes) for count in shared.values()):
            continue
        for three in threes:
            holders[three].add(len(kept))
        kept.append(draft)
    return kept
