"""What of an attribution's content stands in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.language.quotes import quoted_stretches
from onrecord.schema import Span

Stretch = tuple[int, int]
GAP = " … "
_MARKS = "\"'“”„«»‘’‟` "
_WORD = re.compile(r"\w")


def quoted_text(text: str, stretches: Sequence[Stretch], content: Sequence[Span]) -> str:
    """Return the quoted words of a content, passages joined by a gap; empty where nothing is quoted.

    Passages with nothing but white space and marks between them go on without a gap: a quotation over several
    paragraphs opens again in each.
    """
    passages = [_without_marks(text, *part) for span in content for part in _inside(stretches, span)]
    joined, end = "", -1
    for start, stop in (passage for passage in passages if passage[0] < passage[1]):
        if joined:
            joined += GAP if _WORD.search(text[end:start]) else " "
        joined += text[start:stop]
        end = stop
    return " ".join(joined.split())


def stretches_of(text: str) -> list[Stretch]:
    """Return the quoted stretches of a text, in order."""
    return quoted_stretches(text)


def _inside(stretches: Sequence[Stretch], span: Span) -> list[Stretch]:
    cut = ((max(start, span.start), min(end, span.end)) for start, end in stretches)
    return [(start, end) for start, end in cut if start < end]


def _without_marks(text: str, start: int, end: int) -> Stretch:
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return start, end
