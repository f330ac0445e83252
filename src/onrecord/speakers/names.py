"""The proper names of an article: those that the language model found, mended, and those that capitals give away."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import DamerauLevenshtein

from onrecord.schema import Name, NameKind, Span
from onrecord.speakers.knowledge import Knowledge
from onrecord.speakers.layout import Layout
from onrecord.speakers.lexicon import (
    ABBREVIATED,
    BODIES,
    FUNCTION_WORDS,
    GROUPS,
    HONORIFICS,
    MEDIA,
    ROLE_MODIFIERS,
    ROLES,
    Gender,
)

Place = tuple[int, int]
_CAPITAL = "A-ZÀ-ÖØ-ÞŁŚŠŽİĆČ"
_CAPITALISED = rf"(?:[{_CAPITAL}]|[a-z]{{1,3}}(?=[{_CAPITAL}]))[\w’'&-]*(?:\.\w+)*\.?"
_LINK = r"(?:de|del|della|da|dos|di|van|von|der|den|bin|al|el|la|le|of|for)"
_RUN = re.compile(rf"\b{_CAPITALISED}(?:[ \xa0](?:{_LINK}[ \xa0])*{_CAPITALISED})*")
_NEXT = re.compile(rf"[ \xa0]({_CAPITALISED})")
_BEFORE = re.compile(rf"\b({_CAPITALISED})[ \xa0]$")
_WORD = re.compile(r"[\w.’'&-]+")
_INITIAL = re.compile(r"[A-Z]\.(?:[A-Z]\.)*")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_LEAD = re.compile(r"(?:[\w.’'-]+[ \xa0])+$")
_OF = frozenset(("of", "for", "the", "and"))
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


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


@dataclass
class _Finder:
    """What is known while an article's names are gathered: `people` are full names, `surnames` their last words."""

    layout: Layout
    knowledge: Knowledge
    sources: Sequence[Place]
    people: set[tuple[str, ...]] = field(default_factory=set[tuple[str, ...]])
    surnames: set[str] = field(default_factory=set[str])

    def learn(self, name: ProperName) -> None:
        if name.kind == "person":
            self.surnames.add(name.words[-1])
            if len(name.words) > 1:
                self.people.add(name.words)


def find_names(
    layout: Layout, names: Sequence[Name], sources: Iterable[Span], knowledge: Knowledge
) -> list[ProperName]:
    """Return the article's names in text order, none overlapping another.

    Headlines come last: where every word has a capital, only names that the text below them has are sure.
    """
    finder = _Finder(layout, knowledge, sorted((span.start, span.end) for span in sources))
    shouting = [place for place in layout.sentences if _title_case(layout, place)]
    starts = [start for start, _ in shouting]

    def loud(at: int) -> bool:
        number = bisect_right(starts, at) - 1
        return number >= 0 and at < shouting[number][1]

    found: list[ProperName] = []
    for name in _mended(finder, [name for name in names if not loud(name.start)]):
        finder.learn(name)
        found.append(name)
    found.extend(_capitalised(finder, sorted(name.place for name in found), loud))
    for place in shouting:
        found.extend(_in_headline(finder, place, [n for n in names if place[0] <= n.start < place[1]]))
    return sorted(_apart(found), key=lambda name: name.start)


def fold(text: str) -> tuple[str, ...]:
    """The words by which names are compared: "Donald J. Trump's" is donald, j, trump."""
    words = (_POSSESSIVE.sub("", word).replace(".", "").lower().strip("’'-&") for word in _WORD.findall(text))
    return tuple(word for word in words if word and word != "the")


def surname_of(words: Iterable[str]) -> str:
    """The last word that isn't "Jr."."""
    kept = [word for word in words if word not in _SUFFIXES]
    return kept[-1] if kept else ""


def is_title(word: str) -> bool:
    bare = word.lower().rstrip(".").removeprefix("then-").removeprefix("ex-")
    return bare in ROLES or bare in ABBREVIATED or bare in HONORIFICS or bare.rpartition("-")[2] in ROLES


def make_name(text: str, start: int, end: int, kind: NameKind, knowledge: Knowledge) -> ProperName | None:
    """Trim article, titles and possessive from a name; None where nothing is left of it."""
    shown = text[start:end].rstrip(' \xa0,;:"“”')
    if shown.endswith(".") and not re.search(r"\b(?:[A-Z]|Jr|Sr|Inc|Corp|Co)\.$", shown):
        shown = shown[:-1]
    end = start + len(_POSSESSIVE.sub("", shown))
    words = list(_WORD.finditer(text, start, end))
    titles: list[str] = []
    while len(words) > 1 and (words[0][0].lower() in FUNCTION_WORDS or (kind == "person" and is_title(words[0][0]))):
        if words[0][0].lower() not in FUNCTION_WORDS:
            titles.append(words[0][0])
        del words[0]
    folded = fold(text[words[0].start() : end]) if words else ()
    if not folded:
        return None
    start = words[0].start()
    titles = [*_titles_before(text, start), *titles]
    kind = _kind(folded, kind, titles, knowledge)
    gender = _gender(folded, titles, knowledge) if kind == "person" else ""
    return ProperName(start, end, text[start:end], kind, folded, _office(titles), gender)


def _title_case(layout: Layout, place: Place) -> bool:
    """Is a sentence a headline in all but name: nearly every longer word has a capital?"""
    words = [word for word in layout.text[place[0] : place[1]].split() if len(word) > 4 and word[0].isalpha()]
    return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.75 * len(words)


def _apart(names: list[ProperName]) -> Iterator[ProperName]:
    """Drop what overlaps a name that begins before it."""
    end = -1
    for name in sorted(names, key=lambda name: (name.start, -name.end)):
        if name.start >= end:
            end = name.end
            yield name


# ---- what the model found


def _mended(finder: _Finder, names: Sequence[Name]) -> Iterator[ProperName]:
    last = -1
    text = finder.layout.text
    people = {fold(name.text) for name in names if name.kind == "person" and len(fold(name.text)) > 1}
    for name in sorted(names):
        start, end = max(name.start, last), min(name.end, len(text))
        if start >= end:
            continue
        start, end = _widened(text, start, end, name.kind, finder.knowledge)
        for part_start, part_end, kind in _unglued(text, max(start, last), end, name.kind, people):
            if found := make_name(text, part_start, part_end, kind, finder.knowledge):
                last = found.end
                yield found


def _widened(text: str, start: int, end: int, kind: NameKind, knowledge: Knowledge) -> Place:
    """Take in what a model cut off: the rest of a word, a first name on the left, a surname on the right."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    if (tail := re.compile(rf"-[{_CAPITAL}]\w+").match(text, end)) is not None:
        end = tail.end()
    if kind != "person" or " " in text[start:end]:
        return start, end
    before = _BEFORE.search(text, max(0, start - 20), start)
    if before and (before[1].lower() in knowledge.genders or _INITIAL.fullmatch(before[1])):
        return before.start(), end
    following = _NEXT.match(text, end)
    if following and text[start:end].isalpha() and not is_title(text[start:end]) and _may_be_surname(following[1]):
        end = following.end()
    return start, end


def _may_be_surname(word: str) -> bool:
    lower = _POSSESSIVE.sub("", word).lower().rstrip(".")
    return lower.isalpha() and not (lower in FUNCTION_WORDS or is_title(lower) or lower in GROUPS or lower in BODIES)


def _unglued(
    text: str, start: int, end: int, kind: NameKind, people: set[tuple[str, ...]]
) -> Iterator[tuple[int, int, NameKind]]:
    """ "Washington Post Trump": a link that the page's text lost leaves a paper and a surname side by side."""
    words = list(_WORD.finditer(text, start, end))
    folded = fold(text[start:end])
    last = folded[-1:]
    surnames = {person[-1] for person in people}
    joined = re.compile(rf"\s+and\s+(?=[{_CAPITAL}])").search(text, start, end)
    if kind == "organisation" and any(folded[-len(person) :] == person for person in people):
        yield start, end, "person"  # "Aung San Suu Kyi", where "Suu Kyi" is known
    elif kind == "organisation" and len(words) > 1 and last and last[0] in surnames and words[-2][0].lower() not in _OF:
        if words[-2][0][0].isupper():
            yield start, words[-2].end(), kind
        yield words[-1].start(), end, "person"
    elif kind == "organisation" and joined and text[start : joined.start()].split()[-1].lower() in BODIES:
        yield start, joined.start(), kind  # "the Education Fund and Citizens for Tax Justice" are two
        yield joined.end(), end, kind
    else:
        yield start, end, kind


# ---- what capitals give away


def _capitalised(finder: _Finder, taken: list[Place], loud: Callable[[int], bool]) -> list[ProperName]:
    """Names in the gaps between those that are known already."""
    found: list[ProperName] = []
    at = 0
    for start, end in [*taken, (len(finder.layout.text), len(finder.layout.text))]:
        for run in _RUN.finditer(finder.layout.text, at, start):
            if not loud(run.start()):
                found.extend(_from_run(finder, run.start(), run.end()))
        at = max(at, end)
    return found


def _from_run(finder: _Finder, start: int, end: int) -> Iterator[ProperName]:
    words = list(_WORD.finditer(finder.layout.text, start, end))
    while words and words[0][0].lower().rstrip(".") in FUNCTION_WORDS and not _INITIAL.fullmatch(words[0][0]):
        del words[0]
    titled = 0
    while titled < len(words) - 1 and is_title(words[titled][0]):
        titled += 1
    rest = words[titled:]
    if not rest or (_is_role_word(rest[0][0]) and rest[-1][0].lower() not in BODIES):
        return
    if re.fullmatch(r"[RDI]-[\w.]+", rest[0][0]):  # "(D-N.Y.)"
        return
    kind = _kind_of_run(finder, rest, bool(titled))
    if kind is not None:
        found = make_name(finder.layout.text, rest[0].start(), rest[-1].end(), kind, finder.knowledge)
        if found:
            yield found


def _is_role_word(word: str) -> bool:
    return is_title(word) or word.lower().rstrip(".") in ROLE_MODIFIERS


def _kind_of_run(finder: _Finder, run: list[re.Match[str]], titled: bool) -> NameKind | None:
    words = fold(" ".join(word[0] for word in run))
    if not words:
        return None
    joined, count = " ".join(words), len(words)
    knowledge = finder.knowledge
    if joined in knowledge.bodies:
        return "organisation"
    if joined in knowledge.countries or (joined in knowledge.places and joined != "us"):
        return "place"
    if words[-1] in GROUPS:
        return "group"
    if titled or words[-1] in finder.surnames:
        return "person"
    if count in (2, 3) and words[0] in knowledge.genders and words[-1] not in BODIES:
        return "person"
    if (words[-1] in BODIES and count > 1) or (words[0] in MEDIA and count == 1):
        return "organisation"
    if count == 1 and 2 <= len(words[0]) <= 6 and run[0][0].replace(".", "").isupper() and joined != "us":
        return "organisation"
    return _kind_in_source(finder, run, words)


def _kind_in_source(finder: _Finder, run: list[re.Match[str]], words: tuple[str, ...]) -> NameKind | None:
    """A source that is nothing but capitals is somebody: "WALLACE", "Lukyanov". An acronym or body was seen before."""
    place = run[0].start(), run[-1].end()
    number = bisect_right(finder.sources, (place[0], len(finder.layout.text))) - 1
    count = len(words)
    if number < 0 or count > 5 or _plural(finder, run[0][0], words):
        return None
    start, end = finder.sources[number]
    alone = not fold(finder.layout.text[start : place[0]]) and not fold(finder.layout.text[place[1] : end])
    if alone and {"for", "of"} & set(words):
        return "organisation"
    begins = not fold(finder.layout.text[start : place[0]]) and finder.layout.text[place[1] : place[1] + 1] == ","
    short = count < 4 and not words[0].isdigit()
    return "person" if short and (alone or (begins and count > 1)) else None


def _plural(finder: _Finder, shown: str, words: tuple[str, ...]) -> bool:
    """ "Protesters said" is nobody's name, "JONES:" and "Wines said" (after Leslie Wimes) are."""
    if shown.isupper() or not shown.endswith("s") or len(words) > 1:
        return False
    return not any(misspells(shown.lower(), surname) for surname in finder.surnames)


def misspells(word: str, surname: str) -> bool:
    """One letter off, or two in a long name: "Wines" for Wimes, "McLenney" for McClenney."""
    if len(word) < 5 or surname[:1] != word[:1] or abs(len(surname) - len(word)) > 2:
        return False
    return DamerauLevenshtein.distance(surname, word) <= len(word) // 5


def _in_headline(finder: _Finder, place: Place, names: list[Name]) -> Iterator[ProperName]:
    """Known names in words that all have capitals, the longest first; of the model's only the short ones."""
    words = list(_WORD.finditer(finder.layout.text, *place))
    folded = [fold(word[0]) for word in words]
    at = 0
    while at < len(words):
        for length in (4, 3, 2, 1):
            window = tuple(part for one in folded[at : at + length] for part in one)
            if len(folded[at : at + length]) == length and (kind := _known_kind(finder, window)):
                if found := make_name(
                    finder.layout.text, words[at].start(), words[at + length - 1].end(), kind, finder.knowledge
                ):
                    yield found
                at += length - 1
                break
        at += 1
    for name in names:
        if len(name.text.split()) < 3:
            found = make_name(finder.layout.text, name.start, name.end, name.kind, finder.knowledge)
            if found and not any(word in finder.surnames for word in found.words):
                yield found


def _known_kind(finder: _Finder, words: tuple[str, ...]) -> NameKind | None:
    joined = " ".join(words)
    if words in finder.people or (len(words) == 1 and words[0] in finder.surnames):
        return "person"
    if len(words) == 2 and words[1] in finder.surnames and words[0] in finder.knowledge.genders:
        return "person"
    if joined in finder.knowledge.bodies:
        return "organisation"
    return "place" if joined in finder.knowledge.countries else None


# ---- titles, kind, gender


def _titles_before(text: str, start: int) -> list[str]:
    """ "President " before "Trump", "former Secretary of State " before "Hillary Clinton"."""
    lead = _LEAD.search(text[max(0, start - 60) : start])
    words = lead[0].split() if lead else []
    if len(words) > 2 and words[-2] == "of" and is_title(words[-3]):
        return [" ".join(words[-3:])]
    found: list[str] = []
    while words and is_title(words[-1]):
        found.insert(0, words.pop())
    return found


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
    if kind == "person" and count > 1 and folded[-1] in BODIES - MEDIA:
        return "organisation"
    if folded[-1] in GROUPS or (count == 1 and folded[0] + "s" in GROUPS):
        return "group"
    return kind
