"""From words that a person typed to spans of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.errors import UsageError
from onrecord.schema import Span, Spans, Statement
from onrecord.store import RecordStore

_PLACE = re.compile(r"(\d+):(\d+)")


def respanned(
    record: RecordStore, id: str, *, source: Sequence[str] | None, cue: Sequence[str] | None,
    content: Sequence[str] | None,
) -> Spans:  # fmt: skip
    """Return a statement's spans, those that were typed in place of those it has. Raises UsageError."""
    statement = record.show(id)
    if not isinstance(statement, Statement):
        raise UsageError(f"{id} is not a statement", remedy="`onrecord show` tells what an id names.")
    text = record.reading(statement.article.id).article.text
    now, near = statement.attribution, statement.attribution.content[0].start
    return Spans(
        source=now.source if source is None else _spans(text, source, near),
        cue=now.cue if cue is None else _spans(text, cue, near),
        content=now.content if content is None else _spans(text, content, near),
    )


def _spans(text: str, typed: Sequence[str], near: int) -> tuple[Span, ...]:
    return tuple(_span(text, one, near) for one in typed if one)


def _span(text: str, typed: str, near: int) -> Span:
    place = _PLACE.fullmatch(typed)
    if place:
        start, end = int(place[1]), int(place[2])
        if not start < end <= len(text):
            raise UsageError(f"{typed} is no place in the article", remedy=f"It has {len(text):,} characters.")
        return Span.of(text, start, end)
    start = min(_places(text, typed), key=lambda start: abs(start - near), default=None)
    if start is None:
        raise UsageError(
            f"{typed!r} does not stand in the article", remedy="Copy the words as `onrecord show` has them."
        )
    return Span.of(text, start, start + len(typed))


def _places(text: str, words: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)
