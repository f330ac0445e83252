"""The proper names of an article: those that the language model found, mended, and those that capitals give away."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.schema import Name, NameKind, Span
from onrecord.speakers.capitals import CAPITAL, CAPITALISED, INITIAL, Finder, capitalised_names, names_in_headline
from onrecord.speakers.knowledge import Knowledge
from onrecord.speakers.layout import Layout
from onrecord.speakers.lexicon import BODIES, FUNCTION_WORDS, GROUPS, listed
from onrecord.speakers.names import WORD, Place, ProperName, fold, is_title, make_name, surname_of

_NEXT = re.compile(rf"[ \xa0]({CAPITALISED})")
_BEFORE = re.compile(rf"\b({CAPITALISED})[ \xa0]$")
_TAIL = re.compile(rf"-[{CAPITAL}]\w+|,? (?:Jr|Sr)\.?(?=\W|$)|,? I{{2,3}}\b")
_PERSON_ENDS = re.compile(r"[,;:()](?! (?:Jr|Sr)\b)")
_NAME_ENDS = re.compile(r", (?:the|an?|who|which)\b|[;()]|\n")
_JOINED = re.compile(rf"\s+and\s+(?=[{CAPITAL}])")
_OFFICES = frozenset((office,) for office in ("mec", "mp", "mla", "msp", "mep", "ceo", "cfo", "coo"))
_PLACES_AND_PEOPLE = listed(
    "chad georgia guinea hamilton holland india israel jamestown jersey jordan kenya kingston london malta paris "
    "roseau santiago sofia stanley valletta victoria washington"
)
# A transcript's "Q" asks, whoever that is, and its "A" answers.
_TURNS = frozenset((turn,) for turn in ("q", "a", "question", "answer"))
_OFFICE_OF = re.compile(r"\b(?:[Ss]ecretary|[Mm]inister|[Dd]irector|[Cc]hief) of (?:the )?$")
_PORTFOLIOS = listed(
    "state defense defence treasury commerce labor labour education energy agriculture interior health human services "
    "and homeland security veterans affairs housing urban development transportation foreign finance justice trade "
    "internal external economy environment war staff intelligence"
)
_OF = frozenset(("of", "for", "the", "and"))


def find_names(
    layout: Layout, names: Sequence[Name], sources: Iterable[Span], knowledge: Knowledge
) -> list[ProperName]:
    """Return the article's names in text order, none overlapping another.

    Headlines come last: where every word has a capital, only names that the text below them has are sure.
    """
    finder = Finder(layout, knowledge, sorted((span.start, span.end) for span in sources))
    shouting = [place for place in layout.sentences if _title_case(layout, place)]
    starts = [start for start, _ in shouting]

    def loud(at: int) -> bool:
        number = bisect_right(starts, at) - 1
        return number >= 0 and at < shouting[number][1]

    found: list[ProperName] = []
    for name in _mended(finder, [name for name in names if not loud(name.start)]):
        finder.learn(name)
        found.append(name)
    found.extend(capitalised_names(finder, sorted([*finder.titles, *(name.place for name in found)]), loud))
    for place in shouting:
        found.extend(names_in_headline(finder, place, [n for n in names if place[0] <= n.start < place[1]]))
    named = (name for name in _apart(found) if name.words not in _OFFICES | _TURNS)
    return _without_verbs(finder, sorted(named, key=lambda name: name.start))


def _title_case(layout: Layout, place: Place) -> bool:
    """Is a sentence a headline in all but name: nearly every longer word has a capital?"""
    words = [word for word in layout.text[place[0] : place[1]].split() if len(word) > 4 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    if layout.kind(place[0]) != "headline" and len(words) - capitals > 1:
        return False  # "President Joseph R. Biden, Jr. spoke today with President Emmanuel Macron of France."
    return len(words) > 2 and capitals > 0.75 * len(words)


def _apart(names: list[ProperName]) -> Iterator[ProperName]:
    """Drop what overlaps a name that begins before it."""
    end = -1
    for name in sorted(names, key=lambda name: (name.start, -name.end)):
        if name.start >= end:
            end = name.end
            yield name


def _without_verbs(finder: Finder, names: list[ProperName]) -> list[ProperName]:
    """ "Continued Stone:" begins with a verb, where "Roger Stone" is known and nobody is called Continued."""
    bearers: dict[str, set[tuple[str, ...]]] = {}
    for name in names:
        if name.kind == "person" and len(name.words) > 1:
            bearers.setdefault(name.words[-1], set()).add(name.words)
    starts = {start for start, _ in finder.layout.sentences}
    kept: list[ProperName] = []
    for name in names:
        first, others = name.words[0], bearers.get(name.words[-1], set()) - {name.words}
        verb = name.start in starts and first.endswith(("ed", "s")) and first not in finder.knowledge.genders
        if name.kind == "person" and len(name.words) == 2 and others and verb:
            start = name.start + len(name.text.split()[0]) + 1
            kept.extend(filter(None, [make_name(finder.layout.text, start, name.end, "person", finder.knowledge)]))
        else:
            kept.append(name)
    return kept


def _mended(finder: Finder, names: Sequence[Name]) -> Iterator[ProperName]:
    last = -1
    text = finder.layout.text
    finder.people.update(fold(name.text) for name in names if name.kind == "person" and fold(name.text))
    finder.surnames.update(surname_of(words) for words in finder.people)
    for name in sorted(names):
        start, end = max(name.start, last), min(name.end, len(text))
        if start >= end or _compounded(finder, start, end):
            continue
        start, end = _widened(text, start, end, name.kind, finder.knowledge)
        if name.kind == "person" and (begin := _past_portfolio(text, start, end)) > start:
            finder.titles.append((start, begin))
            start = begin
        for part_start, part_end, kind in _unglued(finder, max(start, last), end, name.kind):
            if found := make_name(text, part_start, part_end, kind, finder.knowledge):
                found = _capital(finder, _people_of_a_country(found, finder.knowledge))
                last = found.end
                yield found


def _people_of_a_country(name: ProperName, knowledge: Knowledge) -> ProperName:
    """ "Omanis" are a people, whatever a model takes them for; "the Philippines" are a country."""
    word = name.words[0]
    people = len(name.words) == 1 and word.endswith("s") and knowledge.country(word) is None
    return replace(name, kind="group") if people and word[:-1] in knowledge.places else name


def _capital(finder: Finder, name: ProperName) -> ProperName:
    """ "Kyiv denied" is no person, unless people may be called so, or somebody in the article is."""
    word = name.words[0]
    alone = name.kind == "person" and len(name.words) == 1 and finder.knowledge.country(word) is not None
    called_so = word in _PLACES_AND_PEOPLE or any(word in words and len(words) > 1 for words in finder.people)
    return replace(name, kind="place") if alone and not called_so else name


def _compounded(finder: Finder, start: int, end: int) -> bool:
    """Half of an adjective names nobody: "Kremlin-controlled", "pro-Trump"."""
    text = finder.layout.text
    after = text[end : end + 2]
    if text[start:end].count("-") == 1 and set(text[start:end].lower().split("-")) <= finder.surnames:
        return True  # "the Putin-Trump call"
    before = text[max(0, start - 2) : start]
    return (after[:1] == "-" and after[1:].islower()) or (before[1:] == "-" and before[:1].islower())


def _widened(text: str, start: int, end: int, kind: NameKind, knowledge: Knowledge) -> Place:
    """Take in what a model cut off: the rest of a word, a first name on the left, a surname on the right."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    if tail := _TAIL.match(text, end):
        end = tail.end()
    if ending := (_PERSON_ENDS if kind == "person" else _NAME_ENDS).search(text, start + 1, end):
        end = ending.start()
    if kind != "person" or " " in text[start:end]:
        return start, end
    before = _BEFORE.search(text, max(0, start - 20), start)
    if before and (before[1].lower() in knowledge.genders or INITIAL.fullmatch(before[1])):
        return before.start(), end
    following = _NEXT.match(text, end)
    if following and text[start:end].isalpha() and not is_title(text[start:end]) and _may_be_surname(following[1]):
        end = following.end()
    return start, end


def _past_portfolio(text: str, start: int, end: int) -> int:
    """Where the name begins in "Transportation Pete Buttigieg", which "Secretary of" stands before."""
    if not _OFFICE_OF.search(text, max(0, start - 30), start):
        return start
    words = list(WORD.finditer(text, start, end))
    while len(words) > 2 and words[0][0].lower().strip(",") in _PORTFOLIOS:
        del words[0]
    return words[0].start() if words else start


def _may_be_surname(word: str) -> bool:
    lower = "".join(fold(word))
    return lower.isalpha() and not (lower in FUNCTION_WORDS or is_title(lower) or lower in GROUPS or lower in BODIES)


def _unglued(finder: Finder, start: int, end: int, kind: NameKind) -> Iterator[tuple[int, int, NameKind]]:
    """ "Washington Post Trump": a link that the page's text lost leaves a paper and a surname side by side."""
    text, people = finder.layout.text, finder.people
    words = list(WORD.finditer(text, start, end))
    folded = fold(text[start:end])
    last = folded[-1:]
    joined = _JOINED.search(text, start, end)
    if kind == "organisation" and any(folded[-len(person) :] == person for person in people if len(person) > 1):
        yield start, end, "person"  # "Aung San Suu Kyi", where "Suu Kyi" is known
    elif (
        kind == "organisation"
        and len(words) > 1
        and last
        and last[0] in finder.surnames
        and words[-2][0].lower() not in _OF
    ):
        first = len(words) - (2 if words[-2][0].lower() in finder.knowledge.genders else 1)
        if first and words[first - 1][0][0].isupper():
            yield start, words[first - 1].end(), kind
        yield words[first].start(), end, "person"
    elif kind == "organisation" and joined and text[start : joined.start()].split()[-1].lower() in BODIES:
        yield start, joined.start(), kind  # "the Education Fund and Citizens for Tax Justice" are two
        yield joined.end(), end, kind
    else:
        yield start, end, kind
