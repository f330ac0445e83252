"""The words around a cue that are neither content nor another sentence: there stand addressee, medium and day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.language.sentences import sentence_ends
from onrecord.schema import BLOCK_BREAK, Span

Stretch = tuple[int, int]
# Not where a show's title opens: NBC's “Meet the Press”.
_OPENING_MARK = re.compile("(?<!['’]s )(?:[“„«]|(?<![\\w.,!?])(?:\"|'')(?=\\w))")


@dataclass(frozen=True)
class Clause:
    """A cue's surroundings in its sentence, as stretches of the article's text.

    `before` ends where the cue begins; `after` begins with the cue itself, for cues take in `in a statement`; `tail`
    is what follows the content in the same sentence: `said the plan “will work” [in an interview]`.
    """

    before: Stretch
    after: Stretch
    tail: Stretch

    @property
    def cue_start(self) -> int:
        return self.after[0]


def clause_around(text: str, cue: Sequence[Span], content: Sequence[Span]) -> Clause:
    """Cut the first cue span's sentence at the content's borders and at quotation marks."""
    start, end = cue[0].start, cue[0].end
    sentence = sentence_around(text, start, end)
    before = max([sentence[0], *(span.end for span in content if span.end <= start)])
    after = min([sentence[1], *(span.start for span in content if span.start >= end)])
    mark = _OPENING_MARK.search(text, end + 2, after)  # right after the cue it's a show's: told “Fox and Friends”
    after = mark.start() if mark else after
    last = max([span.end for span in content if span.start >= end], default=sentence[1])
    tail = (last, sentence_around(text, last - 1, last)[1]) if last > start else (last, last)
    return Clause((before, start), (start, max(after, end)), tail)


def sentence_around(text: str, start: int, end: int) -> Stretch:
    """Return the sentence that holds `[start, end)`; it never leaves its paragraph."""
    first = text.rfind(BLOCK_BREAK, 0, start)
    first = 0 if first < 0 else first + len(BLOCK_BREAK)
    last = text.find(BLOCK_BREAK, end)
    last = len(text) if last < 0 else last
    for border, _ in sentence_ends(text, first, last):
        if border <= start:
            first = border
        elif border >= end:
            return first, border
    return first, last
