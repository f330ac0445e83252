"""A sentence of an official release becomes its propositions: "stressed that … and that …" says two things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_VERBS: Final = (
    r"said|noted|stress|emphasi[sz]|underscor|underlin|reaffirm|reiterat|stated|voic|express|confirm|agree[ds]|"
    r"made (?:it )?clear|call(?:ed|ing) (?:on|for|upon)|urg|warn|welcom|thank|condemn|commend|inform|offer|propos|"
    r"pledg|assur|promis|outlin|present|describ|detail|rais(?:ed|ing)|touch(?:ed|ing) (?:on|upon)|laid (?:down|out)|"
    r"put forward|provid(?:ed|ing)|announc|request|ask(?:ed|ing)|point(?:ed|ing) out|discuss|review|exchang|invit|"
    r"demand|reject|task(?:ed|ing)|instruct|direct(?:ed|ing)|den(?:ied|ying)"
)
_REPORTS: Final = rf"(?:also |further |again |both )?(?:{_VERBS})"
_OPENS: Final = (
    r"(?:(?:he|she|they|we|it|there|both|the (?:two )?(?:leaders|presidents|sides|parties|other|latter|second))\b"
    rf"|[A-Z]\w+ (?:is|was|were|has|had|would|will|also)\b|{_REPORTS})"
)
# Where one proposition ends (its end, the beginning of the next): "…; issues", "…, but they", "… and that …".
_BREAK: Final = re.compile(
    r"(?P<semicolon>;\s+(?:and\s+)?(?:that\s+)?)"
    rf"|(?P<joined>,?\s+and\s+(?={_OPENS}))"
    r"|(?P<reported>,?\s+and\s+that,?\s+)"
    r"|(?P<adversative>,\s+(?=(?:but|while|whereas|although|though|just as)\s))"
    rf"|(?P<participle>,\s+(?=(?:adding|noting|stressing|emphasi[sz]ing|underscoring|underlining|expressing|reaffirming|"
    r"reiterating|calling (?:on|for)|urging|warning|confirming)\s))",
)
_REPORTED: Final = re.compile(
    rf"\b(?:{_VERBS}|believe|think|clear|sense|view|principle|hope)\w*\b[^,;]{{0,60}}?\bthat\b"
)
# "While the United States remains prepared to engage, we are equally prepared for other scenarios."
_CONCESSION: Final = re.compile(r"(?:^|\bthat,? )(?:while|although|though|even though)\s", re.IGNORECASE)
_COMMA: Final = re.compile(r",\s+(?=(?:we|he|she|they|it|the|this|there|our|his|her|[A-Z]\w+)\b)")
# That they spoke is one thing, what about is another.
_ABOUT: Final = re.compile(
    r"\b(?:spoke|talked|met|held|had)\b.{5,120}?(?P<about>\s+)(?=(?:about|to discuss|regarding)\s)"
)
_FEWEST_WORDS: Final = 4
_LONG: Final = 14


def clauses_of(sentence: str) -> list[tuple[int, int]]:
    """Return `[start, end)` of each proposition, in order; a short sentence is one."""
    if len(sentence.split()) < _LONG:
        return [(0, len(sentence))]
    parts: list[tuple[int, int]] = []
    start = 0
    for end, following in _breaks(sentence):
        if end > start and _is_whole(sentence[start:end]) and _is_whole(sentence[following:]):
            parts.append((start, end))
            start = following
    return [*parts, (start, len(sentence))]


def _breaks(sentence: str) -> Iterator[tuple[int, int]]:
    found = [match.span() for match in _BREAK.finditer(sentence) if _divides(sentence, match)]
    if (concession := _CONCESSION.search(sentence)) and (comma := _last_comma(sentence, concession.end())):
        found.append(comma)
    if about := _ABOUT.match(sentence) or _ABOUT.search(sentence, 0, 160):
        found.append(about.span("about"))
    yield from sorted(found)


def _divides(sentence: str, found: re.Match[str]) -> bool:
    if found["reported"] and not _REPORTED.search(sentence, 0, found.start()):
        return False  # "issues that relate to allies and that touch the interests of the league"
    return not _in_quotes(sentence, found.start())


def _last_comma(sentence: str, after: int) -> tuple[int, int] | None:
    """The concession ends at the last comma before the main clause's subject."""
    commas = [match.span() for match in _COMMA.finditer(sentence, after)]
    return commas[-1] if commas else None


def _in_quotes(sentence: str, at: int) -> bool:
    before = sentence[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _is_whole(part: str) -> bool:
    return len(part.split()) >= _FEWEST_WORDS
