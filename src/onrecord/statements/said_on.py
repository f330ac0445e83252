"""The day on which something was said, where the cue's clause names one: `said Tuesday`, `told CNN on March 3`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.schema import Span
from onrecord.statements.clause import Clause, Stretch, clause_around
from onrecord.statements.days import MONTH, WEEKDAY, resolve_day

_DATE = (
    rf"(?:{MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)|(?P<first>\d{{1,2}})(?:st|nd|rd|th)? {MONTH})"
    r"(?:,? (?P<year>\d{4}))?"
)
_WHEN = re.compile(
    r"\b(?:(?P<vague>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming|[Ee]very|[Ee]ach|Super|until|since|by|before|after|for|from|to|of|following|than|between|"
    rf"through)\s)?(?={WEEKDAY}|{MONTH} \d\d?(?!\d)|\d\d?(?:st|nd|rd|th)? {MONTH}|yesterday\b|today\b|tonight\b)"
    rf"(?:(?P<weekday>{WEEKDAY})(?P<plural>s)?(?:['’]s)?(?:,? (?:[Mm]orning|[Aa]fternoon|[Ee]vening|[Nn]ight),?)?"
    rf"(?:,? (?={MONTH} \d|\d))?)?(?P<date>{_DATE})?(?P<relative>yesterday|today|tonight)?"
)
_ELSEWHERE = re.compile(r"\b(?:who|whom|whose|which|where|when|after|before|because|while|since|that|about|of)\b|;")
_BEFORE_CUE = re.compile(rf"\b(?:on )?{WEEKDAY}(?:,? \w+ly| also)?\s*$")
_FRONTED = re.compile(rf"\W*(?:(?:On|Late|Early|Late on|Early on) )?(?:{WEEKDAY}|{_DATE})[^,]{{0,20}},")
_FUTURE = re.compile(r"\b(?:will|shall|going to|expected to|plans? to|set to|due to|scheduled)\b")
_FAR = 70


def said_on(
    text: str, cue: Sequence[Span], content: Sequence[Span], source: Sequence[Span], published: str | None
) -> str | None:
    """Return the ISO date that stands beside the cue, counted from `published`; None wherever that is in doubt.

    A weekday is the last one not after publication: `Tuesday` in a story of Wednesday 19 March 2025 is 2025-03-18.
    """
    today = _day(published)
    if today is None or not cue or _FUTURE.search(cue[0].text):
        return None
    for start, end in _places(text, clause_around(text, cue, content), cue, source):
        for match in _WHEN.finditer(text, start, end):
            if not _inside(match, (*source, *content)):
                return None if match.start() - start > _FAR else _resolve(match, today)
    return None


def _inside(match: re.Match[str], spans: Sequence[Span]) -> bool:
    """`A report published Wednesday said`: the day is the source's."""
    return any(span.start < match.end() and match.start() < span.end for span in spans)


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _places(text: str, clause: Clause, cue: Sequence[Span], source: Sequence[Span]) -> Iterator[Stretch]:
    """From the cue on, an inverted source left out; else directly before the cue or at the sentence's opening."""
    start, end = clause.after
    follower = next((span.end for span in source if cue[0].end <= span.start <= cue[0].end + 2), None)
    yield start, cue[0].end
    yield _before_relative(text, (follower or cue[0].end, end))
    yield _touching(text, clause.before)
    yield _opening(text, clause.before)


def _before_relative(text: str, stretch: Stretch) -> Stretch:
    match = _ELSEWHERE.search(text, *stretch)
    return stretch[0], match.start() if match else stretch[1]


def _touching(text: str, before: Stretch) -> Stretch:
    """`Trump on Wednesday said`, `Ms. Ray on Monday also denied`."""
    match = _BEFORE_CUE.search(text, max(before[0], before[1] - 30), before[1])
    return (match.start(), before[1]) if match else (before[1], before[1])


def _opening(text: str, before: Stretch) -> Stretch:
    """`On Tuesday, the ministry said`; a comma must end it: `On Tuesday the vote failed and he said` leaves it open."""
    match = _FRONTED.match(text, *before)
    return (match.start(), match.end()) if match else (before[0], before[0])


def _resolve(match: re.Match[str], today: date) -> str | None:
    """The day, which can't lie ahead of the story: `on December 3` in March is last year's."""
    if match["vague"] or match["plural"]:
        return None
    found = resolve_day(match["date"] or match["weekday"] or match["relative"], today)
    if found and found > today and match["date"] and not match["year"]:
        found = resolve_day(f"{match['date']}, {today.year - 1}", today)
    return found.isoformat() if found and found <= today else None
