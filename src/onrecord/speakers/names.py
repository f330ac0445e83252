"""Proper names: how they are written down, compared, and freed of titles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from onrecord.schema import NameKind
from onrecord.speakers.knowledge import Knowledge
from onrecord.speakers.lexicon import (
    ABBREVIATED,
    BODIES,
    BODY_NAMING,
    COMPASS,
    FUNCTION_WORDS,
    GROUPS,
    HONORIFICS,
    MEDIA,
    ROLES,
    SHORT_NAMES,
    Gender,
)

Place = tuple[int, int]
WORD = re.compile(r"[\w.’'&-]+")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_SPACE = re.compile("[ \xa0]")
_MARKS = ',;:!?()[]"“”—–…\n'
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_SHORT_PLURAL = re.compile(r"[A-Z]{2,}s")
_SUFFIX = re.compile(r",? (?:Jr|Sr)\b\.?|,? I{2,3}\b")


@dataclass(frozen=True)
class ProperName:
    """A name's place in the text without title and possessive. `words` are folded: lower case, no full stops."""

    start: int
    end: int
    text: str
    kind: NameKind
    words: tuple[str, ...]
    title: str = ""
    gender: Gender = ""

    @property
    def place(self) -> Place:
        return self.start, self.end


@lru_cache(maxsize=8192)
def fold(text: str) -> tuple[str, ...]:
    """The words by which names are compared: "Donald J. Trump's" is donald, j, trump."""
    words = (_POSSESSIVE.sub("", word).replace(".", "").lower().strip("’'-&") for word in WORD.findall(text))
    return tuple(word for word in words if word and word != "the")


def surname_of(words: Iterable[str]) -> str:
    """The last word that isn't "Jr."."""
    kept = [word for word in words if word not in _SUFFIXES]
    return kept[-1] if kept else ""


def same_first_name(one: str, other: str) -> bool:
    """Equal, an initial, or the short for it: Joe and Joseph, Bill and William."""
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    return SHORT_NAMES.get(one, one) == SHORT_NAMES.get(other, other)


def words_before(text: str, at: int, reach: int) -> list[str]:
    """The words that lead up to `at`, spaces only between them: none where `at` follows a mark."""
    lead = text[max(0, at - reach) : at]
    if lead[-1:] not in (" ", "\xa0"):
        return []
    words = _SPACE.split(lead[:-1])
    for number in range(len(words) - 1, -1, -1):
        if not words[number] or words[number][-1] in _MARKS or words[number][0] in _MARKS:
            return words[number + 1 :]
    return words


@lru_cache(maxsize=1024)
def initials(name: str) -> frozenset[str]:
    """Initials with and without the small words: "Department of Veterans Affairs" is DVA and DOVA."""
    words = [word for word in re.findall(r"[\w]+", name.replace("’s", "").replace("'s", "")) if word.lower() != "the"]
    return frozenset(
        (
            "".join(word[0] for word in words).lower(),
            "".join(word[0] for word in words if word[0].isupper()).lower(),
            "".join(word[0] for word in words if word[0].isupper() and word.lower() not in ("u", "s")).lower(),
        )
    )


def is_title(word: str) -> bool:
    bare = word.lower().rstrip(".").removeprefix("then-").removeprefix("ex-")
    return bare in ROLES or bare in ABBREVIATED or bare in HONORIFICS or bare.rpartition("-")[2] in ROLES


def misspells(word: str, surname: str) -> bool:
    """One letter off, or two in a long name: "Wines" for Wimes, "McLenney" for McClenney."""
    if len(word) < 5 or surname[:1] != word[:1] or abs(len(surname) - len(word)) > 2:
        return False
    return DamerauLevenshtein.distance(surname, word) <= len(word) // 5


def make_name(text: str, start: int, end: int, kind: NameKind, knowledge: Knowledge) -> ProperName | None:
    """Trim article, titles and possessive from a name; None where nothing is left of it."""
    shown = text[start:end].rstrip(' \xa0,;:"“”')
    if shown.endswith(".") and not re.search(r"\b(?:[A-Z]|Jr|Sr|Inc|Corp|Co)\.$", shown):
        shown = shown[:-1]
    end = start + len(_POSSESSIVE.sub("", shown))
    if kind == "person" and " " in shown and (suffix := _SUFFIX.match(text, end)):
        end = suffix.end()
    words = list(WORD.finditer(text, start, end))
    titles: list[str] = []
    if len(words) > 1 and words[0][0].lower().rstrip(".") in HONORIFICS:
        kind = "person"
    while len(words) > 1 and _only_leads(words[0][0], kind):
        if words[0][0].lower() not in FUNCTION_WORDS:
            titles.append(words[0][0])
        del words[0]
    folded = fold(text[words[0].start() : end]) if words else ()
    if not folded or (_SHORT_PLURAL.fullmatch(text[words[0].start() : end]) and folded[0][:-1] in ROLES):
        return None  # "CEOs" are somebody, but nobody's name
    start = words[0].start()
    before = words_before(text, start, 60)
    titles = [*_titles_before(before), *titles]
    if before and before[-1] in BODY_NAMING:
        kind = "organisation"  # "the tabloid Komsomolskaya Pravda"
    kind = _kind(folded, kind, titles, knowledge)
    gender = _gender(folded, titles, knowledge) if kind == "person" else ""
    return ProperName(start, end, text[start:end], kind, folded, _office(titles), gender)


def _only_leads(word: str, kind: NameKind) -> bool:
    """Does a first word stand before the name rather than in it: "The Post", "President Obama", not "South Korea"?"""
    if kind != "person" and word.lower() in COMPASS:
        return False
    return word.lower() in FUNCTION_WORDS or (kind == "person" and is_title(word))


def _titles_before(words: list[str]) -> list[str]:
    """ "President " before "Trump", "former Secretary of State " before "Hillary Clinton"."""
    if len(words) > 2 and words[-2] == "of" and is_title(words[-3]):
        return [" ".join(words[-3:])]
    first = len(words)
    while first and is_title(words[first - 1]):
        first -= 1
    return words[first:]


def _office(titles: list[str]) -> str:
    words = [ABBREVIATED.get(word, word) for title in titles for word in title.lower().replace(".", "").split()]
    return " ".join(word for word in words if word not in HONORIFICS)


def _gender(folded: tuple[str, ...], titles: list[str], knowledge: Knowledge) -> Gender:
    for title in titles:
        if gender := HONORIFICS.get(title.lower().rstrip("."), ""):
            return gender
    return knowledge.genders.get(folded[0], "") if len(folded) > 1 else ""


def _kind(folded: tuple[str, ...], kind: NameKind, titles: list[str], knowledge: Knowledge) -> NameKind:
    """What a model's guess becomes where title, last word or knowledge know better."""
    joined, count = " ".join(folded), len(folded)
    if joined in knowledge.bodies or (kind == "group" and folded[-1] in MEDIA):
        return "organisation"
    if joined in knowledge.countries:
        return "place"
    if any(title.lower().rstrip(".") in HONORIFICS for title in titles) and count < 4:
        return "person"
    if kind != "person" and count in (2, 3) and folded[0] in knowledge.genders and folded[-1] not in BODIES:
        return "person"
    if kind == "person" and count > 1 and folded[-1] in BODIES | MEDIA and folded[0] not in knowledge.genders:
        return "organisation"
    if folded[-1] in GROUPS or (count == 1 and folded[0] + "s" in GROUPS):
        return "group"
    return kind
