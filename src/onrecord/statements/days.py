"""From a time expression to a day: "Tuesday" in a story of Wednesday 19 March 2025 is 18 March.

A small grammar of what newspapers write. What is no single day ("last week", "in August") is None, and so is whatever
counts from another day than the story's own ("two days later").
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_ORDINAL: Final = r"(?:\s?(?:st|nd|rd|th))?"
_PART: Final = r"(?:,? (?:early |late )?(?:in the )?(?:morning|afternoon|evening|night|noon|midnight))"
_DATE: Final = re.compile(
    rf"(?:{MONTH} (?P<day>\d{{1,2}}){_ORDINAL}(?!\d)|(?P<first>\d{{1,2}}){_ORDINAL}(?: of)? {MONTH}(?!\w))"
    r"(?:\s?,? (?P<year>\d{4}))?"
    r"|(?P<iso>\d{4}-\d\d-\d\d)"
    r"|(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<short>(?:\d\d)?\d\d)(?!\d)",
    re.IGNORECASE,
)
_DAY_OF_WEEK: Final = re.compile(
    rf"(?:(?P<which>last|this past|past|next|coming|this coming|this) )?(?P<weekday>{WEEKDAY})(?:['’]s)?{_PART}?"
    r"(?: (?:last|next) week)?",
    re.IGNORECASE,
)
_RELATIVE: Final = re.compile(
    r"(?:(?:earlier|later|late|early) )?(?P<today>today|tonight|this (?:morning|afternoon|evening))(?:['’]s)?"
    rf"|(?:(?:earlier|late|early) )?(?P<yesterday>yesterday(?:['’]s)?{_PART}?|last (?:night|evening))"
    rf"|(?P<tomorrow>tomorrow{_PART}?)"
    rf"|(?P<before>(?:the )?day before yesterday)"
    rf"|(?P<days>\d{{1,2}}|{'|'.join(_NUMBERS[1:])}) days? ago|(?P<hours>24 hours ago)"
    r"|(?P<edge>start|beginning|end) of (?:the|this) year|(?P<year_end>year[ -]end)",
    re.IGNORECASE,
)
_TOLD: Final = re.compile(
    r"(?P<same>(?:late in |later |at the (?:start|end) of |the start of |the end of )?(?:the|that|the same|same) day)"
    rf"|(?P<next>(?:the |very )*(?:next|following) day|(?P<later>an?|\d{{1,2}}|{'|'.join(_NUMBERS[1:])}) days? later)"
    r"|(?P<previous>the (?:previous|prior) day|the day before"
    rf"|(?P<earlier>an?|\d{{1,2}}|{'|'.join(_NUMBERS[1:])}) days? earlier)",
    re.IGNORECASE,
)
_CLOCK: Final = re.compile(
    r"(?:at )?\d{1,2}[:.]?\d\d ?(?:[ap]\.? ?m\.?)? ?"
    r"(?:\(? ?(?:UTC|GMT|EST|EDT|PST|PDT|BST|CET|ET|local time) ?\)?)?,? ?(?:on )?(?=[A-Za-z])"
)
_LEAD: Final = re.compile(r"(?:(?:on|early|late|earlier|later|the|of|since|by|until|from|for|as of) )*", re.IGNORECASE)
_AHEAD: Final = re.compile(
    r"\b(?:will|shall|won['’]t|would|going to|to be|upcoming|next|coming|due|scheduled|expected|plans?|"
    r"planned|planning|set|slated|vows?|begins|starts|takes place|meets|opens|ahead of|deadline|tomorrow)\b|['’]ll\b",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(r"\b(?:said|told|announced|was|were|had|did|\w+ed|ago|last)\b", re.IGNORECASE)


def resolve_day(expression: str, published: date, *, ahead: bool = False, told: date | None = None) -> date | None:
    """Return the day that `expression` means in a story of `published`; None where it is no single day.

    A bare weekday is the last one not after publication, with `ahead` the next one; a date without a year the nearest.
    `told` is the day that the story spoke of last, from which "the next day" counts.
    """
    text = " ".join(expression.replace(" ,", ",").split()).strip(" .,;:()")
    text = _LEAD.sub("", _CLOCK.sub("", text, count=1), count=1)
    if dated := _DATE.search(text):
        return _dated(dated, published, ahead=ahead)
    if weekday := _DAY_OF_WEEK.fullmatch(text):
        return _weekday(weekday, published, ahead=ahead)
    if relative := _RELATIVE.fullmatch(text):
        return _relative(relative, published)
    counted = _TOLD.fullmatch(" ".join(expression.split()).lower())
    return _counted(counted, told or published) if counted else None


def day_at(sentence: str, place: tuple[int, int], published: date, told: date | None = None) -> date | None:
    """Resolve the expression at `place` in its sentence, whose verbs tell whether it lies ahead."""
    return resolve_day(sentence[slice(*place)], published, ahead=lies_ahead(sentence, place), told=told)


def lies_ahead(sentence: str, place: tuple[int, int]) -> bool:
    """ "The vote *will* be held on Monday": of several verbs the last before the day, else the first after it."""
    before = [match.start() for match in _AHEAD.finditer(sentence, 0, place[0])]
    past = [match.start() for match in _BEHIND.finditer(sentence, 0, place[0])]
    if before or past:
        return max(before, default=-1) > max(past, default=-1)
    after, told = _AHEAD.search(sentence, place[1]), _BEHIND.search(sentence, place[1])
    return bool(after) and (told is None or after.start() < told.start())


def _weekday(match: re.Match[str], published: date, *, ahead: bool) -> date | None:
    back = (published.weekday() - _WEEKDAYS.index(match["weekday"].lower())) % 7
    which = (match["which"] or "").lower()
    if which in ("next", "coming", "this coming") or (ahead and which in ("", "this")):
        return published + timedelta(7 - back if back or which else 0)
    if which in ("last", "this past", "past"):
        return published - timedelta(back or 7)
    return published - timedelta(back)


def _relative(match: re.Match[str], published: date) -> date | None:
    if match["days"]:
        number = match["days"].lower()
        return published - timedelta(_NUMBERS.index(number) if number in _NUMBERS else int(number))
    if match["edge"] or match["year_end"]:  # a deadline "by the end of the year" is 31 December
        first = match["edge"] in ("start", "beginning")
        return date(published.year, 1, 1) if first else date(published.year, 12, 31)
    steps = {"today": 0, "yesterday": -1, "hours": -1, "tomorrow": 1, "before": -2}
    return published + timedelta(next(step for name, step in steps.items() if match[name]))


def _counted(match: re.Match[str], told: date) -> date:
    if match["same"]:
        return told
    number = (match["later"] or match["earlier"] or "one").lower()
    steps = 1 if number in ("a", "an") else _NUMBERS.index(number) if number in _NUMBERS else int(number)
    return told + timedelta(steps if match["next"] else -steps)


def _dated(match: re.Match[str], published: date, *, ahead: bool) -> date | None:
    if match["iso"]:
        return _date(*map(int, match["iso"].split("-")))
    if match["short"]:
        return _numeric(match, published)
    word = re.search(r"[A-Za-z]{3}", match[0])
    month, day = _MONTHS.index(word[0].lower()) + 1 if word else 0, int(match["day"] or match["first"])
    if match["year"]:
        return _date(int(match["year"]), month, day)
    years = [_date(published.year + step, month, day) for step in (-1, 0, 1)]
    return _nearest([year for year in years if year and not (ahead and year < published)], published)


def _numeric(match: re.Match[str], published: date) -> date | None:
    """ "7/8/07" is 8 July in America and 7 August elsewhere: the one that is nearer to the story's day."""
    year = int(match["short"]) + (2000 if len(match["short"]) == 2 else 0)
    one, two = int(match["one"]), int(match["two"])
    return _nearest([day for day in (_date(year, one, two), _date(year, two, one)) if day], published)


def _nearest(days: list[date], published: date) -> date | None:
    return min(days, key=lambda day: abs(day - published), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
