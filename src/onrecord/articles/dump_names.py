"""Authors in a dump's byline: "By JANE DOE and John Roe, Associated Press"."""

from __future__ import annotations

import re

from onrecord.articles.agencies import known_agency
from onrecord.articles.dump_phrases import BYLINE_OPENS, ROLE, SECTIONS

LONGEST_BYLINE = 160
"""Characters; four authors with their agencies have about a hundred."""

_PARTICLE = r"(?:de|da|di|du|del|della|van|von|der|den|ten|la|le|el|al|bin|ibn|dos|zu|y|of)"
_NAME = re.compile(
    r"^(?:(?:Dr|Prof|Sir|Dame|Mr|Mrs|Ms)\.? )?[A-ZÀ-Ž][\w.'’-]*"
    rf"(?: (?:{_PARTICLE}|[A-ZÀ-Ž][\w.'’-]*|al-[A-Z]\w+)){{1,4}}$"
)
_CAPITALS_FIRST = re.compile(r"^([A-ZÀ-Ž][A-ZÀ-Ž'’.-]+(?: [A-ZÀ-Ž][A-ZÀ-Ž'’.-]+){1,3}) (?=[A-ZÀ-Ž][a-zà-ž])")
_OUTLET = re.compile(
    r"\b(?:News|Press|Times|Post|Media|Network|TV|BBC|CNN|NPR|Radio|Herald|Tribune|Journal|Gazette|Magazine|Today|Online"
    r"|Digital|Team|Desk|Service|Newsletter|Podcast|Video|Photos?|Read|More|Share|Updated|Published|Comments?|Sign"
    r"|Subscribe)\b"
)
_SEPARATOR = re.compile(r"\s*(?:,|;|\||•|·|/|\s[–—-]\s|\band\b|&|\bfor\b|\bin [A-Z]\w+)\s*")
_TAIL = re.compile(r"\s*(?:\(.{1,60}\)|@\w+|\S+@\S+|https?://\S+|\bX\b|Follow|\bis\b.*)\s*$")
_AFTER_NAMES = re.compile(
    r"\s*(?:Updated|Published|Posted|published|\d+ (?:second|minute|hour|day)s? ago|\d{1,2}[:/]|\d{4}\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day).*$"
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
    parts = [_without_role(_TAIL.sub("", part).strip(" .:*")) for part in _SEPARATOR.split(shown)]
    parts = [part for part in parts if part]
    names = [part for part in parts if _is_name(part)]
    agencies = [part for part in parts if _is_agency(part)]
    others = [
        part for part in parts if not (_is_name(part) or _is_agency(part) or ROLE.search(part) or _is_outlet(part))
    ]
    if not parts or len(others) > (1 if opened else 0):
        return ()
    if opened or (names and (agencies or beside_date or any(ROLE.search(part) for part in parts))):
        return tuple(dict.fromkeys(map(_in_name_case, names or agencies)))
    only_agencies = agencies and not names and all(_is_agency(part) or _is_outlet(part) for part in parts)
    return (parts[0],) if only_agencies and len(line) < 60 else ()


def _is_name(part: str) -> bool:
    return (
        bool(_NAME.match(part))
        and not (_OUTLET.search(part) or _is_agency(part) or ROLE.search(part))
        and part.casefold() not in SECTIONS
    )


def _without_role(part: str) -> str:
    """ "Jane Doe Harbour Times Staff Writer" and "JANE DOE Harbour Times" are Jane Doe."""
    capitals = _CAPITALS_FIRST.match(part)
    if capitals:
        return capitals[1]
    role = ROLE.search(part)
    before = part[: role.start()].split() if role else []
    if len(before) < 2 or not _NAME.match(" ".join(before[:2])):
        return part
    return " ".join(before[:2] if len(before) > 3 or _OUTLET.search(" ".join(before)) else before)


def _is_outlet(part: str) -> bool:
    return bool(_OUTLET.search(part)) and len(part.split()) <= 4


def _is_agency(part: str) -> bool:
    """ "The Associated Press" and "AP" are agencies; "AP Politics Newsletter" only mentions one."""
    return bool(known_agency(part)) and len(part.split()) <= 4


def _in_name_case(name: str) -> str:
    """ "JANE DOE-ROE" is Jane Doe-Roe; "Jane McDonald" stays as it is."""
    if not name.isupper() or len(name) < 5:
        return name
    cased = re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), name)
    return re.sub(r"\b(Mc|O['’])([a-z])", lambda found: found[1] + found[2].upper(), cased)
