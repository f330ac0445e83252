"""Dates and times as wire formats write them: ISO 8601 in its extended or basic form, with or without an offset."""

from __future__ import annotations

import re
from datetime import datetime

from onrecord.articles.dates import iso_date

# NITF 3.x: "20160209T091700-0500", and "20160209000000-0500" for a day without its time.
_NO_TIME = re.compile(r"(\d{4})(\d{2})(\d{2})000000(?:Z|[+-]\d{2}:?\d{2})?")
_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})T?(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?\s*(Z|[+-]\d{2}:?\d{2})?")


def wire_moment(shown: str | None) -> str | None:
    """Read a moment: a date-time where the offset is given, else the date; null where it is neither."""
    text = (shown or "").strip()
    day = _NO_TIME.fullmatch(text)
    if day:
        return iso_date("-".join(day.groups()))
    basic = _BASIC.fullmatch(text)
    if not basic:
        return iso_date(text) if text else None
    year, month, date, hour, minute, second, offset = basic.groups()
    return iso_date(f"{year}-{month}-{date}T{hour}:{minute}:{second or '00'}{_colon(offset)}")


def later(moment: str | None, than: str | None) -> str | None:
    """`moment` where it comes after `than`: an item's first version is no modification of itself."""
    if not moment or not than:
        return moment
    if "T" in moment and "T" in than:
        return moment if datetime.fromisoformat(moment) > datetime.fromisoformat(than) else None
    return moment if moment[:10] > than[:10] else None


def _colon(offset: str | None) -> str:
    if not offset or offset == "Z" or ":" in offset:
        return offset or ""
    return f"{offset[:3]}:{offset[3:]}"
