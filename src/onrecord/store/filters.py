"""What one asks the record for: filters whose values are checked before any query runs."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from onrecord.errors import UsageError
from onrecord.schema import Form, SpeakerKind, Stance

_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_DATE_REMEDY = "Write a year, a month or a day: 2025, 2025-03 or 2025-03-19."
Reviewed = Literal["yes", "no", "accepted", "corrected", "rejected", "all"]
"""By what a person said of a statement: `yes` is accepted or corrected, `no` is that nobody has judged it."""
NAMED_KINDS: tuple[SpeakerKind, ...] = ("person", "organisation", "group")
"""The kinds of speakers that are somebody. "A senior official" is on the record too, but as nobody in particular."""


def first_day(partial: str) -> str:
    """Return the first day of a year, month or day: `2025-03` is `2025-03-01`. Raises UsageError."""
    year, month, day = _parts(partial)
    return _day(partial, year, month or 1, day or 1)


def last_day(partial: str) -> str:
    """Return the last day of a year, month or day: `2025-02` is `2025-02-28`. Raises UsageError."""
    year, month, day = _parts(partial)
    month = month or 12
    if day is None:
        # A month that isn't one must fail as a date below, not as an index here: "until 2025-13" is a typing slip.
        day = calendar.monthrange(year, month)[1] if 1 <= month <= 12 and year else 1
    return _day(partial, year, month, day)


def _parts(partial: str) -> tuple[int, int | None, int | None]:
    match = _PARTIAL_DATE.fullmatch(partial.strip())
    if match is None:
        raise UsageError(f"{partial!r} is not a date", remedy=_DATE_REMEDY)
    year, month, day = match.groups()
    return int(year), None if month is None else int(month), None if day is None else int(day)


def _day(partial: str, year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError as error:
        raise UsageError(f"{partial!r} is not a date: {error}", remedy=_DATE_REMEDY) from error


@dataclass(frozen=True, kw_only=True)
class StatementFilter:
    """Which statements: every field that is set must hold.

    `by` is any known form of a speaker's name ("Zelenskyy", "volodymyr zelensky"); case and accents don't matter.
    `about` is words that must all stand in the contents, the headline or the speakers' names; words in double
    quotation marks stand together. `since` and `until` are inclusive and may be a year or a month; a statement's day
    is `said_on`, or else the day of publication, and one without either is left out when they are set. `article` and
    `speaker` are ids or their beginnings. `min_score`, 0 to 1, leaves out what is less probable. What a person rejected
    is left out unless `reviewed` asks for it.
    Raises UsageError on a wrong value.
    """

    by: str | None = None
    about: str | None = None
    since: str | None = None
    until: str | None = None
    form: Form | None = None
    stance: Stance | None = None
    article: str | None = None
    speaker: str | None = None
    min_score: float | None = None
    reviewed: Reviewed | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        check_choice("form", self.form, get_args(Form))
        check_choice("stance", self.stance, get_args(Stance))
        check_choice("review", self.reviewed, get_args(Reviewed))
        check_score(self.min_score)
        check_limit(self.limit)
        first, last = self.first_day, self.last_day  # both are read, so that either's slip is told
        if first and last and first > last:
            raise UsageError(f"nothing lies between {self.since} and {self.until}", remedy="Swap the two dates.")

    @property
    def first_day(self) -> str | None:
        return None if self.since is None else first_day(self.since)

    @property
    def last_day(self) -> str | None:
        return None if self.until is None else last_day(self.until)


def check_choice(field: str, value: str | None, choices: tuple[str, ...]) -> None:
    """Raise UsageError unless `value` is null or one of the choices."""
    if value is not None and value not in choices:
        raise UsageError(f"{value!r} is not a {field}", remedy=f"Choose one of: {', '.join(choices)}.")


def check_score(score: float | None) -> None:
    """Raise UsageError on what is no probability."""
    if score is not None and not 0 <= score <= 1:  # nan is neither
        raise UsageError(f"a score of {score:g} is none", remedy="Give a score from 0 to 1: 0.9 is nine right in ten.")


def check_limit(limit: int | None) -> None:
    """Raise UsageError on a limit below one."""
    if limit is not None and limit < 1:
        raise UsageError(f"a limit of {limit} shows nothing", remedy="Give a limit of 1 or more, or none.")
