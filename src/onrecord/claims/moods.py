"""Is something said to have been, to be, to come, to be possible or to be wished for?

"It will retake the airport" and "it has retaken the airport" are two claims.
"""

from __future__ import annotations

import re
from typing import Final, Literal

Mood = Literal["fact", "future", "possible", "wished", "condition", "question"]
_RULES: Final[tuple[tuple[Mood, re.Pattern[str]], ...]] = (
    ("question", re.compile(r"\?[\"”’']?\s*$|^(?:whether|why|how|what|who|if)\b")),
    ("condition", re.compile(r"\b(?:only if|unless|on condition|provided that|would have)\b|^if\b")),
    ("possible", re.compile(r"\b(?:may|might|could|can|possibl[ye]|perhaps|likely|probably|potentially)\b")),
    ("wished", re.compile(r"\b(?:must|should|ought|need(?:s)? to|ha(?:s|ve) to)\b")),
    ("future", re.compile(
        r"\b(?:will|would|shall|(?:going|plan(?:s|ned|ning)?|intend(?:s|ed)?|aim(?:s|ed)?) to)\b|\bwon[’']t\b|['’]ll\b"
    )),
)  # fmt: skip
_MAY: Final = re.compile(r"(?<=\w )May\b")  # the month
_FIRST_WORDS: Final = 12
LABELLED: Final = (
    r"part|page|chapter|article|section|resolution|flight|phase|number|step|stage|unit|reactor|block|route|highway|"
    r"level|room|channel"
)
"""Nouns whose number is a name: Flight 370 is not Flight 17."""
_LABELS: Final = re.compile(rf"\b(?P<kind>{LABELLED}) (?P<number>\d+)\b", re.IGNORECASE)
_DAYS: Final = re.compile(
    r"\b(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|\b(?P<month>January|February|March|"
    r"April|June|July|August|September|October|November|December|May(?= \d| of|\b(?<=in May)))\b|"
    r"\b(?P<year>1[89]\d\d|20\d\d)\b"
)


def mood_of(text: str) -> Mood:
    """Judge by the first dozen words: what comes later is a side matter. "The mine will close" is `future`."""
    head = " ".join(text.split()[:_FIRST_WORDS])
    if re.search(r"\?[\"”’']?\s*$", text) and len(text.split()) <= 3 * _FIRST_WORDS:
        return "question"
    low = _MAY.sub(" ", head).lower()
    for mood, pattern in _RULES:
        if pattern.search(low):
            return mood
    return "fact"


def is_day(word: str) -> bool:
    """ "March" is a month and "march" is none."""
    return _DAYS.fullmatch(word) is not None


def days_in(text: str) -> tuple[str, ...]:
    """Give weekdays, months and years, each with what it is: `weekday:monday`, `year:2016`; and `flight:370`."""
    return tuple(
        sorted(
            {f"{label['kind'].lower()}:{label['number']}" for label in _LABELS.finditer(text)}
            | {
                f"{kind}:{shown.lower()}"
                for match in _DAYS.finditer(text)
                for kind, shown in match.groupdict().items()
                if shown
            }
        )
    )


def days_conflict(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Do both name a weekday, a month, a year or a numbered thing, and none of that kind in common?"""
    kinds = {day.split(":")[0] for day in one} & {day.split(":")[0] for day in other}
    return any(
        not {day for day in one if day.startswith(kind)} & {day for day in other if day.startswith(kind)}
        for kind in kinds
    )
