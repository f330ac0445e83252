"""Claims that are pointed at: "Putin said the forces are surrounded — a claim echoed by Trump".

The content of the second attribution is the first one's; only its source and cue have words of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord.schema import Article, Attribution, Span
from onrecord.statements.clause import sentence_around
from onrecord.statements.describe import describe_attribution

_NOUN: Final = (
    r"accusation|allegation|argument|assertion|assessment|assurance|charge|claim|conclusion|contention|demand|"
    r"denial|idea|notion|position|prediction|promise|proposal|sentiment|statement|suggestion|view|warning"
)
_VERB: Final = (
    r"backed|challenged|confirmed|contradicted|denied|dismissed|disputed|echoed|endorsed|questioned|"
    r"rebuffed|rebutted|refuted|rejected|repeated|seconded|supported"
)
_PASSIVE: Final = re.compile(
    rf"(?:,|—|–|--|;|\()\s*(?:an?|the|th(?:at|is|ose|ese)|one)?\s*(?:\w+ly )?(?:{_NOUN})s?\s*"
    rf"(?:that (?:was|were) |which (?:was|were) )?(?P<cue>(?:\w+ly )?(?:{_VERB}) by) (?P<source>[^,;—–()“”\"]+)"
)
_SOURCE_END: Final = re.compile(
    r"\s+(?:--|-|even|although|though|but|while|after|when|as|in|on|at|last|this)\b|[.!?]\s|[.!?]$"
)
_SCORE: Final = 0.5  # a rule's guess, not a probability that was measured


def find_echoes(article: Article, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions that take over the content of one before them in their sentence."""
    found: list[Attribution] = []
    for attribution in attributions:
        last = attribution.content[-1]
        sentence = sentence_around(article.text, last.end - 1, last.end)
        match = _PASSIVE.match(article.text, _gap_end(article.text, last.end), sentence[1])
        if match and not _taken(match, attributions):
            found.append(_echo(article, attribution, match))
    return found


def _gap_end(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _taken(match: re.Match[str], attributions: Sequence[Attribution]) -> bool:
    """The model found this cue by itself."""
    start, end = match.span("cue")
    return any(span.start < end and start < span.end for other in attributions for span in other.cue)


def _echo(article: Article, echoed: Attribution, match: re.Match[str]) -> Attribution:
    start, end = match.span("source")
    stop = _SOURCE_END.search(article.text, start, end)
    source = Span.of(article.text, start, stop.start() if stop else end)
    cue = Span.of(article.text, *match.span("cue"))
    return describe_attribution(article, (_stripped(article.text, source),), (cue,), echoed.content, _SCORE)


def _stripped(text: str, span: Span) -> Span:
    return Span.of(text, span.start, span.start + len(span.text.rstrip()))
