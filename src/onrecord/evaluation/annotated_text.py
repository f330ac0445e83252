"""Texts with their attributions marked in place, as people write them by hand.

    {The minister}1 <denied>1 [that the fence had fallen]1. [“It leans,”]2 {he}2 <said>2.

    {source}  <cue>  [content], each with the number of its attribution behind it

Spans may stand in each other (`{{she}1}2` is the source of two attributions), and two of one kind with one number are
parts of one span set: a split quotation. A file holds several texts, with a line of `---` between them. What follows
`#` at the beginning of a text is its title, not part of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onrecord.evaluation.polnear import GoldAttribution, Place

_BETWEEN: Final = re.compile(r"^---\n", re.MULTILINE)
_TITLE: Final = re.compile(r"#\s*(.*)\n+")
_MARK: Final = re.compile(r"(?P<open>[{<\[])|(?P<close>[}>\]])(?P<number>\d+)?")
_ROLES: Final = {"{}": "source", "<>": "cue", "[]": "content"}


@dataclass(frozen=True)
class AnnotatedText:
    """A text without its marks, and the attributions that they made, by their numbers."""

    title: str
    text: str
    attributions: list[GoldAttribution]


def read_annotated(path: Path) -> list[AnnotatedText]:
    """Read a file of annotated texts. Raises ValueError where marks don't close or carry no number."""
    return [parse_annotated(marked) for marked in split_annotated(path)]


def split_annotated(path: Path) -> list[str]:
    """Return the texts of a file with their marks."""
    return [part.strip() for part in _BETWEEN.split(path.read_text(encoding="utf-8")) if part.strip()]


def parse_annotated(marked: str) -> AnnotatedText:
    """Take the marks out of one text. Raises ValueError."""
    title = _TITLE.match(marked)
    marked = marked[title.end() :] if title else marked
    text, places = _without_marks(marked)
    attributions = [
        GoldAttribution(*(tuple(sorted(places[number].get(role, ()))) for role in _ROLES.values()))
        for number in sorted(places)
    ]
    if any(not attribution.content for attribution in attributions):
        raise ValueError(f"an attribution without content attributes nothing: {marked!r}")
    return AnnotatedText(title[1] if title else "", text, attributions)


def _without_marks(marked: str) -> tuple[str, dict[int, dict[str, list[Place]]]]:
    text: list[str] = []
    places: dict[int, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    opened: list[tuple[str, int]] = []
    length = 0
    for piece in _pieces(marked):
        if isinstance(piece, str):
            text.append(piece)
            length += len(piece)
        elif piece["open"]:
            opened.append((piece["open"], length))
        else:
            role, start = _closed(opened, piece, marked)
            places[int(piece["number"])][role].append((start, length))
    if opened:
        raise ValueError(f"a mark is never closed: {marked!r}")
    return "".join(text), places


def _pieces(marked: str) -> Iterator[str | re.Match[str]]:
    at = 0
    for mark in _MARK.finditer(marked):
        yield marked[at : mark.start()]
        yield mark
        at = mark.end()
    yield marked[at:]


def _closed(opened: list[tuple[str, int]], mark: re.Match[str], marked: str) -> tuple[str, int]:
    if not opened or opened[-1][0] + mark["close"] not in _ROLES or not mark["number"]:
        raise ValueError(f"{mark[0]!r} closes nothing, or has no number: {marked[: mark.end()]!r}")
    opening, start = opened.pop()
    return _ROLES[opening + mark["close"]], start
