"""Dates as pages write them become ISO 8601: a date, or a date-time where the page gives its offset."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from onrecord.articles.month_names import MONTHS

_WORD = r"([^\W\d_]{2,14}?)"
# "5 March 2025", "5. März 2025", "5 de marzo de 2025", "5th of March, 2025", "5 Mar. 2025"
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|º|ª|η)?\.?\s*(?:of\s+|de\s+|d['’]|tháng\s+)?{_WORD}\.?,?\s*(?:de\s+"
    rf"|del\s+)?(\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(rf"(?<!\w){_WORD}\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)", re.IGNORECASE)
# "2025. március 5.", "2025 m. kovo 5 d."
_YEAR_AND_NAME = re.compile(rf"(?<!\d)(\d{{4}})\.?\s(?:m\.\s)?{_WORD}\s+(\d{{1,2}})(?!\d)", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?:(?!\d)|日|일|T)")
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)")
# "28.01.22": both figures in full, or version 1.2.10 would be a date.
_SHORT_YEAR = re.compile(r"(?<![\d.])(\d{2})\.(\d{2})\.(\d{2})(?![\d.])")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:\d{4,6})?$")
_IN_ADDRESS = (
    re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:/|-|_|$)"),
    re.compile(r"/(\d{4})/([a-z]{3})/(\d{1,2})/"),
    re.compile(r"[/_-](20\d{2})([01]\d)([0-3]\d)(?=[/_.-]|$)"),
)
_YEAR = re.compile(r"\d{4}|\d\d\.\d\d\.\d\d")
_FRACTION = re.compile(r"\.\d+|(?<=:\d\d):\d{3}(?!\d)")
_ZONE = re.compile(r"\s*(?:Z|UTC|GMT)$|\s+(?=[+-]\d{2}:?\d{2}$)")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_EARLIEST = 1900
_LAST_CENTURY = 80
"""Two figures of a year above this mean the last century."""
# Countries that put the month first in figures; domains of those that write English and put the day first.
_MONTH_FIRST_PLACES = re.compile(r"^en[-_](?:us|ph)\b", re.IGNORECASE)
_DAY_FIRST_PLACES = re.compile(r"^en[-_](?:gb|uk|au|nz|ie|in|za|sg|ng|ke|gh|pk)\b", re.IGNORECASE)
_MONTH_FIRST_HOSTS = re.compile(r"^https?://[^/]+\.(?:gov|mil|edu|us)(?:/|$)")
_DAY_FIRST_HOSTS = re.compile(r"^https?://[^/]+\.(?:uk|au|nz|ie|in|za|ng|ke|gh|pk|sg|eu)(?:/|$)")


def iso_date(declared: str, *, month_first: bool | None = None) -> str | None:
    """Read a declared date, such as metadata hold: date-time with offset where there is one, else the date."""
    shown = declared.strip()
    if not shown or len(shown) > 100:
        return None
    if _EPOCH.fullmatch(shown):
        return _checked(datetime.fromtimestamp(int(shown[:10]), UTC))
    try:
        moment = datetime.fromisoformat(_FRACTION.sub("", _ZONE.sub(_offset, shown)))
    except ValueError:
        return _mail_date(shown) or visible_date(shown, month_first=month_first)
    return _checked(moment)


def _offset(found: re.Match[str]) -> str:
    return "+00:00" if found[0].strip() else ""


def _checked(moment: datetime) -> str | None:
    if not _EARLIEST < moment.year < 2100:
        return None
    return moment.isoformat(timespec="seconds") if moment.tzinfo is not None else moment.date().isoformat()


def puts_month_first(languages: Sequence[str], addresses: Sequence[str]) -> bool | None:
    """Is 03/05/2024 the fifth of March on this page? None where neither its language nor its address tells."""
    for address in addresses:
        if _MONTH_FIRST_HOSTS.match(address):
            return True
        if _DAY_FIRST_HOSTS.match(address):
            return False
    for language in languages:
        if _MONTH_FIRST_PLACES.match(language):
            return True
        if _DAY_FIRST_PLACES.match(language) or (language[:2].isalpha() and not language.lower().startswith("en")):
            return False
    return None


def _mail_date(shown: str) -> str | None:
    """ "Wed, 28 Feb 2024 10:00:00 +0100", as feeds and some content systems write it."""
    try:
        moment = parsedate_to_datetime(shown)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return _checked(moment)


def has_year(line: str) -> bool:
    """Is there what every day in figures or words needs: four digits, or "28.01.22"?"""
    return _YEAR.search(line) is not None


def visible_date(line: str, *, month_first: bool | None = None) -> str | None:
    """Find the first date in a short line that people read: "Updated 5 March 2025, 9 a.m." gives "2025-03-05".

    Where a line could mean two days (05/03/2024), `month_first` decides; without it the day stays unknown.
    """
    shown = line[:200]
    if not _YEAR.search(shown):
        return None
    slashed = "?" if month_first is None else "mdy" if month_first else "dmy"
    for pattern, order in (
        (_YEAR_FIRST, "ymd"), (_DAY_FIRST, "dmy"), (_MONTH_FIRST, "mdy"), (_YEAR_AND_NAME, "ymd"),
        (_DOTTED, "dmy"), (_SLASHED, slashed), (_SHORT_YEAR, "dmy"), (_COMPACT, "ymd"),
    ):  # fmt: skip
        for found in pattern.finditer(shown):
            if read := _ordered(found.groups(), order):
                return read
    return None


def address_date(url: str) -> str | None:
    """Find the date in an address such as /2024/02/28/story, /2024/feb/28/story or /story-20240228.html."""
    for pattern in _IN_ADDRESS:
        found = pattern.search(url)
        if found and (read := _ordered(found.groups(), "ymd")):
            return read
    return None


def _ordered(parts: tuple[str, ...], order: str) -> str | None:
    numbers = [int(part) if part.isdecimal() else MONTHS.get(part.lower(), 0) for part in parts]
    if order == "?":
        # 28/02/2024 can only be read one way; 05/03/2024 is the third of May in the United States alone: don't guess.
        first, second = numbers[0], numbers[1]
        if first <= 12 and second <= 12 and first != second:
            return None
        order = "dmy" if first > 12 else "mdy"
    elif "m" in order and numbers[order.index("m")] > 12 and all(part.isdecimal() for part in parts):
        order = {"dmy": "mdy", "mdy": "dmy"}.get(order, order)  # 02/28/2024 on a British page
    year, month, day = (numbers[order.index(letter)] for letter in "ymd")
    if year < 100:
        year += 2000 if year < _LAST_CENTURY else 1900
    try:
        return date(year, month, day).isoformat() if _EARLIEST < year < 2100 else None
    except ValueError:
        return None
