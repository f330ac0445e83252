"""Whose an article is, and when it came out: what tells the origin from its copies."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Final

from onrecord.reprints.sketches import Sketch

_NEVER: Final = "9999-12-31T24:00"
_SITE = re.compile(r"^(?:https?://)?(?:www\.)?|\.(?:com|org|net|co\.uk|co|news|info)$|^the\s+|\s+(?:news|online)$")
_NOT_WORDS = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)
def newsroom(publisher: str | None) -> str | None:
    """Name a newsroom alike on its sites: "The Leeds Post", "leedspost.com" and "Leeds Post Online" are `leedspost`."""
    name = (publisher or "").casefold().strip()
    while (shorter := _SITE.sub("", name)) != name:
        name = shorter
    return _NOT_WORDS.sub("", name) or None


@lru_cache(maxsize=4096)
def is_agencys_own(publisher: str | None, agency: str | None) -> bool:
    """Is the publisher the agency itself: "AP News" of the Associated Press, "Reuters" of Reuters?"""
    if not publisher or not agency:
        return False
    of_agency, of_publisher = newsroom(agency) or "", newsroom(publisher) or ""
    initials = "".join(word[0] for word in re.split(r"[\W_]+", agency) if word[:1].isupper() and word != "The")
    return of_agency == of_publisher or (len(initials) > 1 and initials.casefold() == of_publisher)


def came_out(sketch: Sketch) -> str:
    """Return when an article came out in a form that sorts: UTC; a day without a time after that day's times."""
    published = sketch.published or ""
    try:
        if len(published) <= 10:
            return date.fromisoformat(published).isoformat() + "T24:00"
        moment = datetime.fromisoformat(published)
    except ValueError:
        return _NEVER
    return (moment.astimezone(UTC) if moment.tzinfo else moment).strftime("%Y-%m-%dT%H:%M")


def days_between(first: Sketch, second: Sketch) -> int | None:
    """Return the days from one article to the other; null where a page doesn't say."""
    days = [came_out(sketch) for sketch in (first, second)]
    if _NEVER in days:
        return None
    one, other = (date.fromisoformat(day[:10]) for day in days)
    return abs((one - other).days)
