"""How a corrected statement is found again after its page was read anew: by its words, wherever they stand now.

A better extraction may drop an advertisement above the story: all that follows stands elsewhere, in the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.schema import Attribution, Span

# Of the same page, one reading has ’ where another has ': those are the same words. One sign becomes one sign.
_STRAIGHT = str.maketrans("“”„‟«»‘’‚‛", '""""""\'\'\'\'')
_AS_MUCH = 0.5  # of the characters of both contents together, where the cue isn't the same


def find_spans(spans: Sequence[Span], text: str) -> tuple[Span, ...] | None:
    """Return the spans where their words stand in `text` now, in order; null where some can't be found.

    Of several places, the nearest: the longest span says how far the text has moved, the others are looked for there.
    """
    if all(span.shows(text) for span in spans):
        return tuple(spans)
    shift = _shift(spans, text)
    found = [None if shift is None else _nearest(span, text, span.start + shift) for span in spans]
    return tuple(span for span in found if span) if all(found) else None


def find_attribution(attribution: Attribution, text: str) -> Attribution | None:
    """Return an attribution where its words stand now; null where source, cue or content can't be found.

    Addressee and medium become null where only they can't.
    """
    spans = attribution.spans
    found = find_spans(spans, text)
    if found is None:
        return None
    longest = max(range(len(spans)), key=lambda number: len(spans[number].text))
    shift = found[longest].start - spans[longest].start
    cue, content = len(attribution.source), len(attribution.source) + len(attribution.cue)
    beside = {
        field: span and (span if span.shows(text) and not shift else _nearest(span, text, span.start + shift))
        for field, span in (("addressee", attribution.addressee), ("medium", attribution.medium))
    }
    return msgspec.structs.replace(
        attribution, source=found[:cue], cue=found[cue:content], content=found[content:], **beside
    )


def closest(content: Sequence[Span], cue: Sequence[Span], candidates: Iterable[Attribution]) -> Attribution | None:
    """Return the candidate that attributes the same words; null where none does.

    It shares characters of the content, and the cue as well: an article has one attribution to a cue. Where it has
    another cue, it has to share at least half of all that either attributes.
    """
    scored = [(likeness(content, cue, candidate), -number, candidate) for number, candidate in enumerate(candidates)]
    best = max(scored, key=lambda one: one[:2], default=None)
    return best[2] if best and best[0] > 0 else None


def likeness(content: Sequence[Span], cue: Sequence[Span], candidate: Attribution) -> float:
    """Return how much of the contents is shared, 0 to 1, and one more for a shared cue; 0 where it is another's."""
    shared = _shared(content, candidate.content)
    if not shared:
        return 0.0
    part = shared / (_length(content) + _length(candidate.content) - shared)
    same_cue = _shared(cue, candidate.cue) > 0
    return part + same_cue if same_cue or part >= _AS_MUCH else 0.0


def _shared(some: Sequence[Span], others: Sequence[Span]) -> int:
    return sum(max(0, min(one.end, other.end) - max(one.start, other.start)) for one in some for other in others)


def _length(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _shift(spans: Sequence[Span], text: str) -> int | None:
    longest = max(spans, key=lambda span: len(span.text))
    found = _nearest(longest, text, longest.start)
    return None if found is None else found.start - longest.start


def _nearest(span: Span, text: str, at: int) -> Span | None:
    """Return the place nearest to `at` where the span's words stand, white space and kinds of quotation marks aside."""
    plain = text.translate(_STRAIGHT)
    places = [place.span() for place in _words(span.text).finditer(plain)]
    if not places:
        return None
    start, end = min(places, key=lambda place: (abs(place[0] - at), place))
    return Span.of(text, start, end)


def _words(text: str) -> re.Pattern[str]:
    """Return a pattern for the words of a text; a whole word stays one: `said` isn't found in `unsaid`."""
    words = r"\s+".join(map(re.escape, text.translate(_STRAIGHT).split())) or re.escape(text)
    before = r"(?<!\w)" if re.match(r"\w", text) else ""
    return re.compile(before + words + (r"(?!\w)" if re.search(r"\w\Z", text) else ""))
