"""A person's spans for a statement: checked against the article, and what they make of its form."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from onrecord.errors import UsageError
from onrecord.language.quotes import quoted_stretches
from onrecord.schema import Attribution, Form, Span, Spans
from onrecord.store.sqlite.querying import reading_of
from onrecord.store.sqlite.reviewed import Found

_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")


def with_spans(connection: sqlite3.Connection, found: Found, spans: Spans) -> Attribution:
    """Return the statement with these spans, each part's in the order of the text. Raises UsageError."""
    reading = reading_of(connection, found.article)
    text = reading.article.text if reading else ""
    _check(text, spans)
    source, cue, content = (tuple(sorted(part)) for part in (spans.source, spans.cue, spans.content))
    if any(one.end > after.start for part in (source, cue, content) for one, after in pairwise(part)):
        raise UsageError("two spans of one part overlap", remedy="Make one span of them.")
    return msgspec.structs.replace(
        found.attribution, source=source, cue=cue, content=content, form=_form(text, content)
    )


def _check(text: str, spans: Spans) -> None:
    if not spans.content:
        raise UsageError("a statement has at least one span of content", remedy="Reject it if nothing is attributed.")
    for span in (*spans.source, *spans.cue, *spans.content):
        if not span.shows(text):
            raise UsageError(
                f"[{span.start}, {span.end}) is not {span.text!r} in the article",
                remedy="Spans are half-open, in code points of the article's text.",
            )


def _form(text: str, content: Sequence[Span]) -> Form:
    """Tell direct (every word in quotation marks), indirect (none) and mixed (some) apart."""
    stretches = quoted_stretches(text)
    words = [span.start + word.start() for span in content for word in _WORD.finditer(span.text)]
    quoted = sum(any(start <= at < end for start, end in stretches) for at in words)
    if quoted == 0:
        return "indirect"
    return "direct" if quoted == len(words) else "mixed"
