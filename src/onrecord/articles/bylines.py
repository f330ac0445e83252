"""Who wrote it: names out of bylines and out of author fields that hold more than a name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from onrecord.articles.agencies import is_agency_name, known_agency
from onrecord.articles.byline_words import ALONE, JOINERS, LABELS, OPENERS, ROLES

_LABELS = "|".join(sorted(LABELS, key=len, reverse=True))
_BY = re.compile(
    rf"^(?:[-–—•|/*>\s]+)?(?:(?:(?:exclusive|eksklusiv|exklusiv)\s+)?(?:{_LABELS})\s*(?::|：|／|/)\s*(?:(?:by|von"
    rf"|par)\s+)?"
    rf"|(?:記者|记者|作者|撰文|取材|文)(?=[\u3040-\u9fff])"
    # "About the author - Jane Roe", "Written by Jane Roe", "Posts by Jane Roe": a label of two words needs no colon.
    rf"|about the authors?\s*[-–—:]\s*|(?:\w+\s+){{1,3}}(?:by|von|par|por|da|door|av|af)\s+"
    rf"|(?:{'|'.join(OPENERS)})(?:\s*[:：]\s*|\s+)"
    # Layouts set "By" and the name side by side without a space: "ByJane Roe", "Written by:Jane Roe".
    r"|(?-i:[Bb]y(?=[A-Z][a-z.])))",
    re.IGNORECASE,
)
_OPENING_WORDS = frozenset((*OPENERS, "par", "por", "da", "door", "av", "af", "von"))
_LETTERS_ALONE = "|".join(word for word in JOINERS if word in ALONE)
_WORDS_JOIN = "|".join(re.escape(word) for word in sorted(JOINERS, key=len, reverse=True) if word not in ALONE)
_AND = re.compile(
    rf"\s*(?:[,;]\s|[;、，；／|](?=\S)|&|\+|•|·|(?<!\w)(?i:{_WORDS_JOIN})(?!\w))\s*"
    rf"|(?<=[^\W\d_])\s+(?:{_LETTERS_ALONE})\s+(?=[A-ZÀ-ŽΆ-ΫА-ЯЁІЇЄ])"
)
# "Jane Roe/John Doe" are two; "AFP/The Local" and "srf/hosb" are one desk each.
_SLASH = re.compile(r"(?<=[a-zà-ž])\s*/\s*(?=[A-ZÀ-Ž][\w.'’-]+\s+[A-ZÀ-Ž])")
# What follows a name: "Jane Roe (Moscow)", "Jane Roe | The Daily", "Jane Roe for The Daily", "Jane Roe, 5 March".
_TAIL = re.compile(
    r"\s*(?:[(\[（][^)\]）]*[)\]）]?$|\|.*| [-–—] .*|\s[–—].*|\bfor (?:the )?[A-Z].*|\bin [A-ZÀ-Ž].*"
    r"|\baus [A-ZÀ-Ž].*|\bà [A-ZÀ-Ž].*"
    r"|,?\s+(?:at|of|from) [A-Z].*"
    r"|\b(?:updated|published|posted|last updated|veröffentlicht|aktualisiert|publié|mis à jour|am|on)\b[:\s].*"
    r"|\ble \d.*"
    r"|\S*@.*|,?\s*\d.*|https?:.*|www\..*|\s[⋅•/] ?.*|\bview (?:bio|profile|all).*|\bfollow\b.*|\bread (?:more|full).*"
    r"|(?:^|,?\s+)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?\s*\d.*"
    r"|\s+(?:mon|tues?|wed(?:nes)?|thur?s?|fri|satur|sun)day\b.*|\s+(?:mo|di|mi|do|fr|sa|so)$"
    r"|\s+(?:記者|기자|특파원|报道|记者).*)$",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"\S+@\S+\.\w+|https?://\S+|www\.\S+|@\w+")
_NOT_NAMES = re.compile(
    r"https?:|www\.|@|^\W*$|^\d|^(?:admin|administrator|author|authors|unknown|no author|none|null|nan|n/a|by"
    r"|share|follow"
    r"|contact|e-?mail|guest|user|editor|published|updated|(?:(?:written|posted|reviewed|edited|published) )?by|posted"
    r"|read more|view (?:all posts|bio|profile|more|all)|comments?|subscribe|staff|n\.?n\.?|send an e-?mail.*|profile"
    r"|website|facebook|twitter|instagram.*|linkedin|youtube|see (?:all|more).*|view|home|undefined|about|bio|biography"
    r"|about the authors?|author bio|anonym|by line|autor(?:in)?|auteur|redacteur|autore|mehr|more|follow .*"
    r"|more from.*"
    r"|reporters?|writers?|contributors?|journalists?|photo(?:s|graphs)?|updated?|last updated?.*|date|print|bookmark.*"
    r"|(?:en|de|fr|it|es)(?: (?:en|de|fr|it|es))+|learn more.*|show more.*|sign in.*|log ?in.*|この記事.*|.*[)\]}]"
    r"|menu|close|search)$",
    re.IGNORECASE,
)
# "By Jane Roe, DVM. Reviewed by John Doe", "Updated by Jon Doe": who looked through a story didn't write it.
_REVIEWED = re.compile(
    r"(?:^|(?<=[.,;|•·]\s))(?:\w+ly\s)?(?:(?:peer |fact[- ]?)?(?:reviewed|checked|edited)|(?:last )?updated|translated)"
    r" by\b.*",
    re.IGNORECASE,
)
# "Great Day Editorial Team", "Teufel Blog Redaktion": a desk's name is no name with a role behind it.
_DESK = re.compile(r"\b(?:team|editors|redaktion|staff|newsroom|desk|redacción|rédaction|redazione)$", re.IGNORECASE)
# "Jane Roe, MD, RDN", "John Doe, CFP®": degrees are nobody.
_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]?\.?){1,4}[A-Z]\.?[®™]?|Ph\.?D\.?|Jr\.?|Sr\.?|[A-Z]{2,6}[®™]|I{2,3}|Esq\.?")
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV")
_SENTENCE = re.compile(r"[.!?]\s+\w+.*[.!?]$|[!?…]$")
_SOCIAL = re.compile(r"\s+(?:X|Twitter|Facebook|Instagram|LinkedIn|Email|E-Mail|RSS|Website)$", re.IGNORECASE)
_PARTICLES = frozenset(
    ("von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "el", "al", "bin", "ibn",
     "ben", "ter", "ten", "zu", "zum", "af", "av", "y", "e", "und", "of", "st")
)  # fmt: skip
# "Keith Barry Senior Autos Reporter": where a line break between name and role was lost.
_GLUED_ROLE = re.compile(
    rf"^((?:[A-ZÀ-Ž][\w.'’-]*\s+){{1,2}}?[A-ZÀ-Ž][\w.'’-]+)\s+(?:\w+\s+){{0,2}}?(?i:{ROLES.pattern}).*$"
)
_LONGEST = 60
_MOST_WORDS = 6


def byline_names(byline: str) -> tuple[str, ...]:
    """Read the names from a line such as "By Jane Roe and John Doe, political editors" or "Von Jana Biernat"."""
    return tidy_authors([" ".join(byline.split())])


@lru_cache(maxsize=2048)
def is_byline(line: str) -> bool:
    """Does a short line open like a byline and go on with a capital: "By Jane Roe"?"""
    if len(line) >= 120 or not _may_open(line):
        return False
    found = _BY.match(line)
    return bool(found) and line[found.end() : found.end() + 1].isupper()


def _may_open(line: str) -> bool:
    """Has a line a colon, a slash, or one of the few words that open a byline without? Most lines have none."""
    if not line.isascii() or ":" in line or "/" in line:
        return True
    lowered = line.lower().lstrip("-|*/> ")
    return "by" in lowered or lowered.startswith("about") or not _OPENING_WORDS.isdisjoint(lowered.split())


def tidy_authors(names: Iterable[str]) -> tuple[str, ...]:
    """Part joined names, take off "By", roles and addresses, drop what is no name; each name once, in order."""
    tidied: dict[str, str] = {}
    for name in names:
        if tidied and _REVIEWED.match(name):
            continue
        line = _EMAIL.sub(" ", name) if "@" in name[1:] and " " in name else name
        if cut := _REVIEWED.search(line, 1):
            line = line[: cut.start()]
        line = without_opener(line)
        for part in _AND.split(_SLASH.sub(", ", line)):
            shown = tidy_name(part)
            if not shown or (tidied and (_is_role(shown) or _is_degree(shown))):
                continue
            tidied.setdefault(shown.casefold(), shown)
    return tuple(tidied.values())


def without_opener(line: str) -> str:
    """Take "By", "Text:", "Posts by" off a line that opens so and goes on."""
    shown = line.strip()
    for _ in range(2):  # "Author: by Jane Roe"
        found = _BY.match(shown)
        if not found or found.end() >= len(shown):
            break
        shown = shown[found.end() :].strip()
    return shown


def tidy_name(part: str) -> str:
    """One name without what follows it, or "" where it is none."""
    shown = _SOCIAL.sub("", _TAIL.sub("", part))
    shown = (shown if _DESK.search(shown) else _GLUED_ROLE.sub(r"\1", shown)).strip(" .,:;|-–—*\"'“”/•\u200b")
    if shown and part.strip().endswith((" Jr.", " Sr.")):
        shown += "."
    if not shown or len(shown) > _LONGEST or len(shown.split()) > _MOST_WORDS:
        return ""
    return "" if _NOT_NAMES.search(shown) or _SENTENCE.search(shown) else shown


def _is_role(shown: str) -> bool:
    return bool(ROLES.search(shown)) and known_agency(shown) is None


def _is_degree(shown: str) -> bool:
    return bool(_DEGREE.fullmatch(shown)) and known_agency(shown) is None


def is_person(name: str) -> bool:
    """Does a name look like a person's, not like an account ("d.kuckelkorn"), an agency or a house in one word?"""
    if is_agency_name(name) or ROLES.search(name):
        return False
    return not name.isascii() or (" " in name and name != name.lower())


def is_name(name: str) -> bool:
    """Could it be a name at all: capitals where names have them, no clause?"""
    words = name.split()
    if not words or len(words) > _MOST_WORDS or any(character.isdigit() for character in name):
        return False
    cased = all(not word[0].islower() or word.lower() in _PARTICLES for word in words)
    return cased or len(words) == 1 or bool(_DESK.search(name) and words[0][0].isupper())
