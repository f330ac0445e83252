"""Who wrote it: names out of bylines and out of author fields that hold more than a name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.articles.agencies import known_agency

_BY = re.compile(
    r"^(?:(?:written|posted|published|authored|story|words|text|report(?:ed|ing)?|article|review(?:ed)?|analysis|opinion"
    r"|updated|veröffentlicht|verfasst|geschrieben|publié|écrit)\s+)?"
    # Layouts set "By" and the name side by side without a space: "ByJane Roe", "Written by:Jane Roe".
    r"(?:(?:by|von|par|por|av|af|door|di|de|autor(?:in)?|authors?|text|quelle|от|автор)\b(?:\s*:\s*|\s+)"
    r"|(?-i:[Bb]y(?=[A-Z][a-z])))",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\bog\b|\boch\b|\ben\b|•|·|／)\s+", re.IGNORECASE)
# What follows a name: "Jane Roe (Moscow)", "Jane Roe | The Daily", "Jane Roe for The Daily", "Jane Roe, 5 March".
_TAIL = re.compile(
    r"\s*(?:\(.*|\|.*| [-–—] .*|\bfor (?:the )?[A-Z].*|\bin [A-ZÀ-Ž].*|\b(?:updated|published|posted|on|at|last)\b.*"
    r"|@.*|,?\s*\d.*|https?:.*|\s[⋅•/] ?.*"
    r"|(?:^|,?\s+)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?\s*\d.*)$",
    re.IGNORECASE,
)
# Words of people's work and of desks: "Chief political correspondent", "Senior Editor", "Contributor".
_ROLE = re.compile(
    r"\b(?:editor|reporter|correspondent|contributors?|writer|columnist|journalist|producer|associated press|chief"
    r"|redakteur(?:in)?|korrespondent(?:in)?|specialist|manager|director|professor|ph\.?d|m\.?d|rdn?|president|founder"
    r"|ceo|analyst|attorney|dietitian|nutritionist|expert|engineer|developer|consultant|staff)\b",
    re.IGNORECASE,
)
_NOT_NAMES = re.compile(
    r"https?:|www\.|@|^\W*$|^\d|^(?:admin|administrator|author|authors|unknown|none|null|n/a|by|share|follow|contact|email"
    r"|guest|user|editor|published|updated|(?:(?:written|posted|reviewed|edited|published) )?by|posted|read more"
    r"|view all posts|comments?|subscribe|staff|n\.?n\.?)$",
    re.IGNORECASE,
)
# "Jane Roe, MD, RDN", "John Doe, CFP®": degrees are nobody.
_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]?\.?){1,4}[A-Z]\.?®?|Ph\.?D\.?|Jr\.?|Sr\.?")
_LONGEST = 60


def byline_names(byline: str) -> tuple[str, ...]:
    """Read the names from a line such as "By Jane Roe and John Doe, political editors" or "Von Jana Biernat"."""
    shown = " ".join(byline.split())
    found = _BY.search(shown)
    return tidy_authors([shown[found.end() :] if found else shown])


def is_byline(line: str) -> bool:
    """Does a short line open like a byline and go on with a capital: "By Jane Roe"?"""
    found = _BY.match(line)
    return bool(found) and len(line) < 120 and line[found.end() : found.end() + 1].isupper()


def tidy_authors(names: Iterable[str]) -> tuple[str, ...]:
    """Part joined names, take off "By", roles and addresses, drop what is no name; each name once, in order."""
    tidied: dict[str, str] = {}
    for name in names:
        opening = _BY.match(name)
        for part in _AND.split(name[opening.end() :] if opening else name):
            shown = _TAIL.sub("", part).strip(" .,:;|-–—*\"'“”")
            if (
                shown
                and len(shown) <= _LONGEST
                and not _NOT_NAMES.search(shown)
                and not (tidied and (_ROLE.search(shown) or _is_degree(shown)))
            ):
                tidied.setdefault(shown.casefold(), shown)
    return tuple(tidied.values())


def _is_degree(shown: str) -> bool:
    return bool(_DEGREE.fullmatch(shown)) and known_agency(shown) is None
