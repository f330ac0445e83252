"""Dates as pages write them become ISO 8601: a date, or a date-time where the page gives its offset."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier enero gennaio janeiro januari stycznia января января",
            "february feb februar feber février fevrier febrero febbraio fevereiro februari lutego февраля",
            "march mar märz maerz mrz mars marzo março maart marca марта",
            "april apr avril abril aprile kwietnia апреля",
            "may mai mayo maggio maio mei maja мая",
            "june jun juni juin junio giugno junho czerwca июня",
            "july jul juli juillet julio luglio julho lipca июля",
            "august aug août aout agosto augustus sierpnia августа",
            "september sep sept septembre septiembre settembre setembro września сентября",
            "october oct okt oktober octobre octubre ottobre outubro października октября",
            "november nov novembre noviembre novembro listopada ноября",
            "december dec dez dezember décembre decembre diciembre dicembre dezembro grudnia декабря",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s*(?:of\s+|de\s+)?({_MONTH})\.?,?\s*(?:de\s+|del\s+)?(\d{{4}})\b",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"\b(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?:\b|日|T)")
_DOTTED = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
_SLASHED = re.compile(r"\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:\d{4,6})?$")
_IN_ADDRESS = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)")
_FRACTION = re.compile(r"\.\d+")
_EARLIEST = 1900


def iso_date(declared: str) -> str | None:
    """Read a declared date, such as metadata hold: date-time with offset where there is one, else the date."""
    shown = declared.strip()
    if not shown or len(shown) > 100:
        return None
    try:
        moment = datetime.fromisoformat(_FRACTION.sub("", shown.replace("Z", "+00:00", 1)))
    except ValueError:
        return _mail_date(shown) or visible_date(shown)
    if not _EARLIEST < moment.year < 2100:
        return None
    if moment.tzinfo is not None:
        return moment.isoformat(timespec="seconds")
    return moment.date().isoformat()


def _mail_date(shown: str) -> str | None:
    """ "Wed, 28 Feb 2024 10:00:00 +0100", as feeds and some content systems write it."""
    try:
        moment = parsedate_to_datetime(shown)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if not _EARLIEST < moment.year < 2100:
        return None
    return moment.isoformat(timespec="seconds") if moment.tzinfo is not None else moment.date().isoformat()


def visible_date(line: str) -> str | None:
    """Find the first date in a short line that people read: "Updated 5 March 2025, 9 a.m." gives "2025-03-05"."""
    shown = line[:200]
    for pattern, order in (
        (_YEAR_FIRST, "ymd"), (_DAY_FIRST, "dmy"), (_MONTH_FIRST, "mdy"),
        (_DOTTED, "dmy"), (_SLASHED, "?"), (_COMPACT, "ymd"),
    ):  # fmt: skip
        found = pattern.search(shown)
        read = found and _ordered(found.groups(), order)
        if read:
            return read
    return None


def address_date(url: str) -> str | None:
    """Find the date in an address such as /2024/02/28/story."""
    found = _IN_ADDRESS.search(url)
    return _ordered(found.groups(), "ymd") if found else None


def _ordered(parts: tuple[str, ...], order: str) -> str | None:
    numbers = [_MONTHS.get(part.lower()) or (int(part) if part.isdecimal() else 0) for part in parts]
    if order == "?":
        # 28/02/2024 can only be read one way; 05/03/2024 is the third of May in the United States alone: don't guess.
        first, second = numbers[0], numbers[1]
        if first <= 12 and second <= 12 and first != second:
            return None
        order = "dmy" if first > 12 else "mdy"
    year, month, day = (numbers[order.index(letter)] for letter in "ymd")
    try:
        return date(year, month, day).isoformat() if _EARLIEST < year < 2100 else None
    except ValueError:
        return None
