"""Where sources, cues and contents begin and end, numbered as the table of statements numbers them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.schema import Attribution, Span

Part = Literal["source", "cue", "content"]
_PARTS: tuple[Part, ...] = ("content", "source", "cue")


@dataclass(frozen=True)
class Mark:
    """One stretch `[start, end)` of the text that plays one part in the numbered statements."""

    part: Part
    start: int
    end: int
    numbers: tuple[int, ...]


def in_reading_order(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Order statements by where they begin on the page: number 1 is the first that the eye meets."""
    return sorted(attributions, key=lambda attribution: min(attribution.spans))


def find_marks(attributions: Sequence[Attribution]) -> list[Mark]:
    """Number the attributions from 1 in the order given, and gather the numbers that share one stretch.

    'Putin said that … and that …' is two statements with one source: ‹Putin›¹˙², not ‹‹Putin›¹›².
    """
    numbers: dict[tuple[Part, int, int], list[int]] = {}
    for number, attribution in enumerate(attributions, 1):
        for part, span in _parts_of(attribution):
            numbers.setdefault((part, span.start, span.end), []).append(number)
    return [Mark(part, start, end, tuple(found)) for (part, start, end), found in numbers.items()]


def _parts_of(attribution: Attribution) -> Iterator[tuple[Part, Span]]:
    for part in _PARTS:
        spans: tuple[Span, ...] = getattr(attribution, part)
        for span in spans:
            yield part, span


def clip_marks(marks: Sequence[Mark], start: int, end: int) -> list[Mark]:
    """Keep what falls into `[start, end)`. A quotation over three paragraphs has a stretch in each of them."""
    clipped = (Mark(mark.part, max(mark.start, start), min(mark.end, end), mark.numbers) for mark in marks)
    return [mark for mark in clipped if mark.start < mark.end]
