"""Is it a quotation, a paraphrase, or a paraphrase with quoted words in it?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.language.quotes import quoted_stretches
from onrecord.schema import BLOCK_BREAK, Form, Span

Stretch = tuple[int, int]
_CLOSING = "\"”'’»“"
_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")


def form_of(text: str, content: Sequence[Span], cue: Sequence[Span] = ()) -> Form:
    """Tell direct (every word in quotation marks), indirect (none) and mixed (some) apart.

    Marks count whether they lie in the content or just outside it, and a leading `that` doesn't count:
    `She added that “this marks a victory”` is direct. Where the cue is itself quoted, as in `“Kyiv said no,” Trump
    said`, only the marks inside that quotation count: `no` is Kyiv's, in Trump's words.
    """
    if not content:
        return "indirect"
    stretches = _stretches_around(text, content, cue)
    words = [at for number, span in enumerate(content) for at in _words(span, leading=number == 0)]
    quoted = sum(any(start <= at < end for start, end in stretches) for at in words)
    if quoted == 0:
        return "indirect"
    return "direct" if quoted == len(words) else "mixed"


def _words(span: Span, *, leading: bool) -> list[int]:
    """Return where the span's words begin."""
    words = list(_WORD.finditer(span.text))
    if leading and len(words) > 1 and words[0][0].lower() == "that":
        words = words[1:]
    return [span.start + word.start() for word in words]


def _stretches_around(text: str, content: Sequence[Span], cue: Sequence[Span]) -> list[Stretch]:
    """Return the quoted stretches of the paragraphs that hold the content, one level deeper for a quoted cue."""
    stretches: list[Stretch] = []
    for start, end in _paragraphs(text, content):
        for stretch in quoted_stretches(text[start:end]):
            outer = stretch[0] + start, stretch[1] + start
            # Where the closing mark was forgotten, the cue after the quotation seems to lie inside it.
            closed = text[outer[1] - 1] in _CLOSING
            quoted_cue = closed and any(outer[0] < span.start and span.end < outer[1] for span in cue)
            stretches += _nested(text, outer) if quoted_cue else [outer]
    return stretches


def _paragraphs(text: str, content: Sequence[Span]) -> list[Stretch]:
    found: list[Stretch] = []
    for span in content:
        before = text.rfind(BLOCK_BREAK, 0, span.start)
        start = 0 if before < 0 else before + len(BLOCK_BREAK)
        after = text.find(BLOCK_BREAK, span.end)
        stretch = start, len(text) if after < 0 else after
        if stretch not in found:
            found.append(stretch)
    return found


def _nested(text: str, outer: Stretch) -> list[Stretch]:
    """The quotations inside a quotation, its own marks (one or two characters each) left out."""
    width = 2 if text[outer[0] : outer[0] + 2] == "''" else 1
    inner = text[outer[0] + width : outer[1] - width]
    return [(start + outer[0] + width, end + outer[0] + width) for start, end in quoted_stretches(inner)]
