"""Authors in a dump's byline: "By JANE DOE and John Roe, Associated Press"."""

from __future__ import annotations

import re

from onrecord.articles.agencies import known_agency
from onrecord.articles.dump_phrases import BYLINE_OPENS, ROLE, SECTIONS

LONGEST_BYLINE = 160
"""Characters; four authors with their agencies have about a hundred."""

_NAME = re.compile(
    r"^(?:(?:Dr|Prof|Sir|Dame|Mr|Mrs|Ms)\.? )?[A-ZÀ-Ž][\w.'’-]*(?: (?:(?:de|da|di|du|del|della|van|von|der|den|ten|la|le|el|al|bin|ibn|dos|zu|y|of)|[A-ZÀ-Ž][\w.'’-]*|al-[A-Z]\w+)){1,4}$"
)
_SEPARATOR = re.compile(r"\s*(?:,|;|\||•|·|/|\s[–—-]\s|\band\b|&|\bfor\b|\bin [A-Z]\w+)\s*")
_TAIL = re.compile(r"\s*(?:\(.{1,60}\)|@\w+|\S+@\S+|https?://\S+|\bX\b|Follow|\bis\b.*)\s*$")
_AFTER_NAMES = re.compile(
    r"\s*(?:Updated|Published|Posted|\d{1,2}[:/]|\d{4}\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day).*$"
)


def read_authors(line: str, *, beside_date: bool = False) -> tuple[str, ...]:
    """Return the authors that a byline names, () where the line is none.

    Without "By", names count with a role or an agency behind them ("Jane Doe, Staff Writer"), or `beside_date`.
    An agency is an author only where nobody else is: "The Associated Press, Associated Press".
    """
    if len(line) > LONGEST_BYLINE:
        return ()
    opened = BYLINE_OPENS.match(line)
    shown = _AFTER_NAMES.sub("", line[opened.end() :] if opened else line)
    parts = [_TAIL.sub("", part).strip(" .:*") for part in _SEPARATOR.split(shown)]
    parts = [part for part in parts if part]
    names = [part for part in parts if _is_name(part)]
    agencies = [part for part in parts if _is_agency(part)]
    others = [part for part in parts if not _is_name(part) and not _is_agency(part) and not ROLE.search(part)]
    if not parts or len(others) > (1 if opened else 0):
        return ()
    if opened or (names and (agencies or beside_date or any(ROLE.search(part) for part in parts))):
        return tuple(dict.fromkeys(map(_in_name_case, names or agencies)))
    return (agencies[0],) if agencies and not names and len(parts) == len(agencies) and len(line) < 60 else ()


def _is_name(part: str) -> bool:
    return (
        bool(_NAME.match(part)) and not _is_agency(part) and not ROLE.search(part) and part.casefold() not in SECTIONS
    )


def _is_agency(part: str) -> bool:
    """ "The Associated Press" and "AP" are agencies; "AP Politics Newsletter" only mentions one."""
    return bool(known_agency(part)) and len(part.split()) <= 4


def _in_name_case(name: str) -> str:
    """ "JANE DOE-ROE" is Jane Doe-Roe; "Jane McDonald" stays as it is."""
    if not name.isupper() or len(name) < 5:
        return name
    cased = re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), name)
    return re.sub(r"\b(Mc|O['’])([a-z])", lambda found: found[1] + found[2].upper(), cased)
