"""A text with what was said in it marked: stretches of it, each with everything that holds there.

Marks overlap as they like: in 'the deputy said Holm believed that "it won't come"' the quoted words are in two
contents, and the second statement's source and cue are in the first's content. So the text is cut at every mark's
edge, and every piece names the marks that run through it, the longest first: what a template nests.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Literal

import msgspec

from onrecord.schema import Attribution, Form, Span

Part = Literal["source", "cue", "content"]


class Mark(msgspec.Struct, frozen=True, order=True):
    """A span `[start, end)` that has a part in a statement, which goes by its number on the page."""

    start: int
    end: int
    statement: int
    part: Part
    form: Form


class SegmentMark(msgspec.Struct, frozen=True):
    """One mark that runs through a segment; `depth` counts the contents around this one, which it is told from."""

    statement: int
    part: Part
    form: Form
    depth: int


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text without a mark's edge in it. `begins` are the statements whose first span begins here."""

    start: int
    text: str
    marks: tuple[SegmentMark, ...] = ()
    begins: tuple[int, ...] = ()


def marks_of(attributions: Iterable[Attribution]) -> list[Mark]:
    """Return the marks of attributions, which are numbered from 1."""
    found: list[Mark] = []
    for number, one in enumerate(attributions, start=1):
        parts: tuple[tuple[Part, tuple[Span, ...]], ...] = (
            ("source", one.source), ("cue", one.cue), ("content", one.content),
        )  # fmt: skip
        for part, spans in parts:
            found += (Mark(span.start, span.end, number, part, one.form) for span in spans)
    return found


class Marker:
    """Cuts pieces of one text along its marks."""

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self._text = text
        self._marks = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.statement))
        self._starts = [mark.start for mark in self._marks]
        # The furthest end so far never falls, so that what ends before a block is found by bisection.
        self._ends = list(accumulate((mark.end for mark in self._marks), max))
        self._edges = sorted({edge for mark in marks for edge in (mark.start, mark.end)})
        first: dict[int, int] = {}
        for mark in marks:
            first[mark.statement] = min(mark.start, first.get(mark.statement, mark.start))
        self._begins: dict[int, list[int]] = {}
        for statement in sorted(first):
            self._begins.setdefault(first[statement], []).append(statement)

    def segments(self, start: int, end: int) -> tuple[Segment, ...]:
        """Return `[start, end)` of the text in segments, which joined give it back."""
        inside = self._edges[bisect_left(self._edges, start + 1) : bisect_left(self._edges, end)]
        around = self._marks[bisect_right(self._ends, start) : bisect_left(self._starts, end)]
        near = [mark for mark in around if mark.end > start]
        cuts = [start, *inside, end]
        return tuple(self._segment(near, cuts[at], cuts[at + 1]) for at in range(len(cuts) - 1) if start < end)

    def _segment(self, near: Sequence[Mark], start: int, end: int) -> Segment:
        through = [mark for mark in near if mark.start <= start and mark.end >= end]
        return Segment(
            start=start, text=self._text[start:end], marks=tuple(_nested(through)),
            begins=tuple(self._begins.get(start, ())),
        )  # fmt: skip


def _nested(marks: Sequence[Mark]) -> Iterable[SegmentMark]:
    """Give marks the longest first, contents around sources and cues of the same length."""
    order = sorted(marks, key=lambda mark: (mark.start - mark.end, mark.part != "content", mark.statement))
    depth = 0
    for mark in order:
        yield SegmentMark(mark.statement, mark.part, mark.form, depth)
        depth += mark.part == "content"
