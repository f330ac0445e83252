"""The lines between headline and story: who wrote it, and when."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.articles.bylines import byline_names, is_byline, is_name, is_person
from onrecord.articles.dates import visible_date
from onrecord.articles.html_blocks import TextBlock
from onrecord.schema import BlockKind

AUTHOR_NAMES = re.compile(r"(?<![a-z])(?:bylines?|authors?|autor|autorin|writer|contributor)(?![a-z])")
DATE_NAMES = re.compile(
    r"(?<![a-z])(?:date|datetime|time|timestamp|published|pubdate|dateline|posted|datum|fecha|updated)(?![a-z])"
)
_NOT_AUTHORS = re.compile(
    r"(?<![a-z])(?:bio|comment|related|card|about|description|desc|caption|social|follow)(?![a-z])"
)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d{2}\s*(?:uhr|h|am|pm|a\.m|p\.m|[A-Z]{2,4}\b|$)|\b\d+ (?:minutes?|hours?|days?) ago\b",
    re.IGNORECASE,
)
_READING_TIME = re.compile(
    r"\b(?:lesezeit|lesedauer|min(?:ute)?s? read|reading time|minuten lesezeit)\b", re.IGNORECASE
)
_VIDEO_TIME = re.compile(r"(?:[\d.,:| ]+)?\d{1,2}:\d{2}\s*min\b.{0,40}", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LONGEST_BYLINE = 140
_LONGEST_DATELINE = 90


def header_kind(block: TextBlock) -> BlockKind | None:
    """Tell a byline ("By Jane Roe", a name in an author's element) and a dateline ("Updated 19 March 2025")."""
    text = block.text
    if len(text) <= _LONGEST_BYLINE and (is_byline(text) or is_author_line(block)):
        return "byline"
    return "dateline" if is_date_line(text) else None


def is_author_line(block: TextBlock) -> bool:
    """Does an element that is named for its author hold nothing but names?"""
    if len(block.text) > 60 or not is_named(block, AUTHOR_NAMES) or is_named(block, _NOT_AUTHORS):
        return False
    return bool(names := byline_names(block.text)) and all(is_person(name) and is_name(name) for name in names)


def is_date_line(text: str) -> bool:
    """Is a short line a date or a time of day, and no sentence?"""
    if len(text) > _LONGEST_DATELINE or not _DIGIT.search(text) or text[-1] in '!?:”"' or len(text.split()) > 12:
        return False
    return visible_date(text) is not None or bool(_CLOCK.search(text))


def is_reading_time(text: str) -> bool:
    """Does a line tell how long the story takes to read, and nothing else: "3 min read"?"""
    return len(text) < 40 and bool(_READING_TIME.search(text))


def is_video_time(text: str) -> bool:
    """Does a line tell when a video was made and how long it is: "26.10.2025 | 2:43 min"?"""
    return bool(_VIDEO_TIME.fullmatch(text)) or (text[:1].isdigit() and is_date_line(text))


def is_named(block: TextBlock, pattern: re.Pattern[str]) -> bool:
    """Do the names of a block's region, or of the one around it, match?"""
    parent = block.region.parent
    return _matches(pattern, block.region.names) or (parent is not None and _matches(pattern, parent.names))


@lru_cache(maxsize=4096)
def _matches(pattern: re.Pattern[str], names: str) -> bool:
    """A page has a few dozen names for all of its elements, and a site the same ones on every page."""
    return bool(pattern.search(names))
