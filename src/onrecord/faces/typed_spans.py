"""From words that a person typed or selected to spans of the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from onrecord.errors import UsageError
from onrecord.schema import Span

_PLACE = re.compile(r"(\d+):(\d+)", re.ASCII)
_WORDS_AT = re.compile(r"(.+?)\s*@(\d+)", re.ASCII | re.DOTALL)


def typed_spans(text: str, typed: Iterable[str], *, near: int, now: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Return the spans of `text` that are meant. Raises UsageError naming what isn't there.

    Each is typed as its words, as `START:END`, or as its words with where they begin: `said @120`. White space
    is as one likes. Of words that stand there more than once one of the spans of `now` is meant, else those nearest to
    `near`.
    """
    return tuple(_span(text, one, near, now) for line in typed if (one := line.strip()))


def line_of(span: Span) -> str:
    """Return a span as one line of a form."""
    return " ".join(span.text.split())


def _span(text: str, typed: str, near: int, now: Sequence[Span]) -> Span:
    place = _PLACE.fullmatch(typed)
    if place:
        return _sliced(text, typed, int(place[1]), int(place[2]))
    kept = next((span for span in now if line_of(span) == " ".join(typed.split())), None)
    if kept is not None:
        return kept
    # The words as typed come first: "write to us @2" may be what somebody said.
    found = min(_places(text, typed), key=lambda span: abs(span.start - near), default=None)
    return found or _span_at(text, typed)


def _span_at(text: str, typed: str) -> Span:
    placed = _WORDS_AT.fullmatch(typed)
    found = next((span for span in _places(text, placed[1]) if span.start == int(placed[2])), None) if placed else None
    if found is None:
        raise UsageError(f"{typed!r} does not stand in the article", remedy="Copy the words as the article has them.")
    return found


def _sliced(text: str, typed: str, start: int, end: int) -> Span:
    if not start < end <= len(text):
        raise UsageError(f"{typed} is no place in the article", remedy=f"It has {len(text):,} characters.")
    return Span.of(text, start, end)


def _places(text: str, words: str) -> Iterator[Span]:
    """Give every place of the words, overlapping ones too; between paragraphs stands an empty line."""
    # Only the words are the person's: nothing in them is a pattern, and \s+ between them takes linear time.
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    at = pattern.search(text)
    while at:
        yield Span.of(text, at.start(), at.end())
        at = pattern.search(text, at.start() + 1)
