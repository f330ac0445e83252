"""Training examples: a text's windows with word labels for attributions, names and links."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from onrecord.evaluation.annotated_text import AnnotatedText
from onrecord.evaluation.polnear import GoldAttribution, read_polnear
from onrecord.language.encoding import TextEncoder, Window, WindowSettings, Words
from onrecord.language.labels import ATTRIBUTION_LABELS, NAME_KINDS, labels_of_spans

IGNORED = -100
MASK_PIECE = 103
FIRST_WORD_PIECE = 999
SILVER_KINDS = {"PERSON": "person", "ORGANIZATION": "organisation", "LOCATION": "place"}
CharSpan = tuple[int, int, str]


@dataclass(frozen=True)
class Text:
    """A text with what is known of it; `attributions` is None where nobody annotated them.

    `unsure` are the places of names whose kind isn't known. `known` are the kinds that the annotators marked.
    """

    text: str
    attributions: list[GoldAttribution] | None
    names: list[CharSpan]
    unsure: list[tuple[int, int]] = field(default_factory=list)
    known: frozenset[str] = frozenset(NAME_KINDS)
    silver: bool = False
    taught: np.ndarray | None = None  # a teacher's probabilities of the labels [words, 13]
    gold: bool = True  # people found the attributions, not the teacher


@dataclass(frozen=True)
class Example:
    """A window with labels by word of the window, those of attributions as probabilities [words, 13]; `links` are (cue
    words, source words, content words).
    """

    window: Window
    paragraph: np.ndarray
    attributions: np.ndarray | None
    names: np.ndarray
    name_weight: float
    links: list[tuple[list[int], list[int], list[int]]]


def paragraphs_of(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"\S(?:.|\n(?!\n))*", text)]


def read_attributed(folder: Path, demonyms: frozenset[str]) -> list[Text]:
    """PolNeAR articles with gold attributions and CoreNLP's silver names."""
    silver = {}
    with gzip.open(folder / "corenlp.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            silver[row["id"]] = row["sentences"]
    texts = []
    for key, text, attributions in read_polnear(folder):
        sentences = silver.get(key) or silver.get(key.rsplit("_", 1)[0])
        names, unsure = _silver_names(sentences or [], demonyms)
        known = frozenset(NAME_KINDS) if sentences else frozenset()
        texts.append(Text(text, attributions, names, unsure, known, silver=True))
    return texts


def _silver_names(sentences: list, demonyms: frozenset[str]) -> tuple[list[CharSpan], list[tuple[int, int]]]:
    names: list[CharSpan] = []
    unsure: list[tuple[int, int]] = []
    for sentence in sentences:
        last = "O"
        for word, start, end, _, kind, *_ in sentence:
            if kind in SILVER_KINDS and kind == last:
                names[-1] = (names[-1][0], end, names[-1][2])
            elif kind in SILVER_KINDS:
                names.append((start, end, SILVER_KINDS[kind]))
            elif kind == "MISC" and word in demonyms:
                names.append((start, end, "group"))
            elif kind == "MISC":
                unsure.append((start, end))
            last = kind
    return names, unsure


def read_own_examples(path: Path) -> list[Text]:
    """Read the texts of our own, from outside of US politics; four make one, as they are short."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    texts = [
        AnnotatedText("", row["text"], [GoldAttribution.of_json(each) for each in row["attributions"]]) for row in rows
    ]
    return [_joined(texts[at : at + 4]) for at in range(0, len(texts), 4)]


def _joined(texts: list[AnnotatedText]) -> Text:
    text = ""
    attributions: list[GoldAttribution] = []
    for one in texts:
        at = len(text)
        text += one.text + "\n\n"
        for each in one.attributions:
            moved = (tuple((a + at, b + at) for a, b in role) for role in (each.source, each.cue, each.content))
            attributions.append(GoldAttribution(*moved))
    return Text(text, attributions, [], known=frozenset())


def read_demonyms(knowledge: Path) -> frozenset[str]:
    """Words for members of peoples, faiths and parties, from the Factbook's nationality nouns and adjectives."""
    found = {
        "Republican", "Republicans", "Democrat", "Democrats", "Muslim", "Muslims", "Christian", "Christians",
        "Jewish", "Jews", "Jew", "Latino", "Latinos", "Hispanic", "Hispanics", "European", "Europeans",
        "African-American", "African-Americans", "Libertarians", "Tories", "Palestinian", "Palestinians",
    }  # fmt: skip
    for place in json.loads((knowledge / "factbook_governments.json").read_text(encoding="utf-8")):
        for entry in (place["nationality_noun"], place["nationality_adjective"]):
            for word in re.findall(r"[A-Z][a-z]+(?:\(\w+\))?", entry or ""):
                stem, _, ending = word.partition("(")
                found |= {stem, stem + ending.rstrip(")")}
    return frozenset(found)


def examples_of(text: Text, encoder: TextEncoder, settings: WindowSettings) -> Iterator[Example]:
    words, windows = encoder.encode(text.text, paragraphs_of(text.text), settings)
    names = _name_labels(text, words)
    for window in windows:
        first, count = window.first_word, len(window.first_piece)
        paragraph = words.paragraph[first : first + count]
        spans, links = _attribution_spans(text.attributions or [], words, first, first + count)
        labels = None
        if text.attributions is not None:
            taught = None if text.taught is None else text.taught[first : first + count]
            labels = _probabilities(_labels_by_paragraph(spans, paragraph), taught, gold=text.gold)
        here = names[first : first + count]
        yield Example(window, paragraph, labels, here, 0.3 if text.silver else 1.0, links)


def word_range(words: Words, start: int, end: int) -> tuple[int, int]:
    """Words that overlap the characters `[start, end)`."""
    return int(np.searchsorted(words.end, start, "right")), int(np.searchsorted(words.start, end, "left"))


def _attribution_spans(
    attributions: list[GoldAttribution], words: Words, first: int, last: int
) -> tuple[list[tuple[int, int, int]], list[tuple[list[int], list[int], list[int]]]]:
    spans: list[tuple[int, int, int]] = []
    links = []
    for attribution in attributions:
        ranges = [
            [word_range(words, a, b) for a, b in places]
            for places in (attribution.source, attribution.cue, attribution.content)
        ]
        inside = [
            [(max(a, first) - first, min(b, last) - first) for a, b in role if a < last and b > first]
            for role in ranges
        ]
        spans += [(a, b, kind) for kind, role in enumerate(inside) for a, b in role if b > a]
        source, cue, content = ([word for a, b in role for word in range(a, b)] for role in inside)
        if cue:
            links.append((cue, source, content))
    return spans, links


def _labels_by_paragraph(spans: list[tuple[int, int, int]], paragraph: np.ndarray) -> np.ndarray:
    """Cut spans at paragraph ends and let later spans give way to earlier ones where they overlap."""
    breaks = [0, *(np.flatnonzero(np.diff(paragraph)) + 1).tolist(), len(paragraph)]
    taken = np.zeros(len(paragraph), bool)
    kept = []
    for start, end, kind in sorted(spans, key=lambda span: span[1] - span[0]):
        for low, high in pairwise(breaks):
            a, b = max(start, low), min(end, high)
            if a < b and not taken[a:b].any():
                kept.append((a, b, kind))
                taken[a:b] = True
    return labels_of_spans(kept, len(paragraph))


def _probabilities(labels: np.ndarray, taught: np.ndarray | None, *, gold: bool) -> np.ndarray:
    """An annotator's labels, a teacher's, or what lies between the two: annotators are no surer than each other."""
    certain = np.eye(len(ATTRIBUTION_LABELS), dtype=np.float32)[labels]
    if taught is None:
        return certain
    return (certain + taught) / 2 if gold else taught.astype(np.float32)


def _name_labels(text: Text, words: Words) -> np.ndarray:
    spans = []
    for start, end, kind in text.names:
        a, b = word_range(words, start, end)
        if a < b and words.paragraph[a] == words.paragraph[b - 1]:
            spans.append((a, b, NAME_KINDS.index(kind)))
    labels = labels_of_spans(spans, len(words.start))
    for start, end in text.unsure:
        a, b = word_range(words, start, end)
        labels[a:b] = IGNORED
    if not text.known:
        labels[:] = IGNORED
    # An O says nothing of a capitalised word where a kind of name was not annotated.
    if text.known and text.known != frozenset(NAME_KINDS):
        for at in np.flatnonzero(labels == 0):
            if text.text[words.start[at]].isupper():
                labels[at] = IGNORED
    return labels


@dataclass(frozen=True)
class Batch:
    pieces: Tensor
    cases: Tensor
    quotes: Tensor
    mask: Tensor
    examples: list[Example]


def padded_length(length: int) -> int:
    """Few distinct shapes: the matrix library prepares itself anew for each."""
    return -(-length // 32) * 32


def batch_of(examples: list[Example], random_source: random.Random, masked: float = 0.0) -> Batch:
    """Pad the windows; `masked` is the share of word pieces hidden behind [MASK], against overfitting to names."""
    length = padded_length(max(len(example.window.pieces) for example in examples))
    arrays = {name: np.zeros((len(examples), length), np.int64) for name in ("pieces", "cases", "quotes", "mask")}
    for row, example in enumerate(examples):
        window = example.window
        size = len(window.pieces)
        arrays["pieces"][row, :size], arrays["cases"][row, :size] = window.pieces, window.cases
        arrays["quotes"][row, :size], arrays["mask"][row, :size] = window.quotes, 1
    if masked:
        hidden = np.random.default_rng(random_source.getrandbits(32)).random(arrays["pieces"].shape) < masked
        arrays["pieces"][hidden & (arrays["pieces"] > FIRST_WORD_PIECE)] = MASK_PIECE
    return Batch(**{name: torch.from_numpy(values) for name, values in arrays.items()}, examples=examples)
