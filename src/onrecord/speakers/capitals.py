"""The names that capitals give away where the model found none: acronyms, "Mr. Lukyanov", bodies by a last word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from onrecord.schema import Name, NameKind
from onrecord.speakers.knowledge import Knowledge
from onrecord.speakers.layout import Layout
from onrecord.speakers.lexicon import (
    BODIES,
    BODY_NAMING,
    DOCUMENTS,
    FUNCTION_WORDS,
    GROUPS,
    INDEFINITE,
    MEDIA,
    ROLE_MODIFIERS,
    ROLES,
)
from onrecord.speakers.names import (
    WORD,
    Place,
    ProperName,
    fold,
    is_title,
    make_name,
    misspells,
    surname_of,
    words_before,
)

CAPITAL = "A-ZÀ-ÖØ-ÞŁŚŠŽİĆČ"
_SHORT = r"(?:[A-Z]|Sens?|Reps?|Gov|Gen|Lt|Col|Capt|Adm|Sgt|Mr|Mrs|Ms|Dr|St|Jr|Sr|Rev|Prof)\."
CAPITALISED = rf"(?:{_SHORT}(?:[A-Z]\.)*|(?:[{CAPITAL}]|[a-z]{{1,3}}(?=[{CAPITAL}]))[\w’'&-]*(?:\.\w+)*)"
_LINK = r"(?:de|del|della|da|dos|di|van|von|der|den|bin|al|el|la|le|of|for)"
_RUN = re.compile(rf"\b{CAPITALISED}(?:[ \xa0](?:{_LINK}[ \xa0])*{CAPITALISED})*")
INITIAL = re.compile(r"[A-Z]\.(?:[A-Z]\.)*")
_COMMON = (
    BODIES
    | ROLES
    | DOCUMENTS
    | INDEFINITE
    | frozenset(
        (
            "people",
            "men",
            "women",
            "everyone",
            "everybody",
            "nobody",
            "somebody",
            "someone",
            "anyone",
            "police",
            "media",
        )
    )
)
_PLAIN = re.compile(r"\b[^\W\d_A-Z]+\b")
_AFTER_PERSON = re.compile(r",|\s\(|\s(?:of|from|at|who)\s")


@dataclass
class Finder:
    """What is known while an article's names are gathered: `people` are full names, `surnames` their last words."""

    layout: Layout
    knowledge: Knowledge
    sources: Sequence[Place]
    people: set[tuple[str, ...]] = field(default_factory=set[tuple[str, ...]])
    surnames: set[str] = field(default_factory=set[str])
    titles: list[Place] = field(default_factory=list[Place])
    """What was cut off a name: the "Transportation" that a secretary is of."""

    @cached_property
    def plain_words(self) -> frozenset[str]:
        """The article's words in lower case: what is among them too is no name at a sentence's beginning."""
        return frozenset(_PLAIN.findall(self.layout.text))

    def learn(self, name: ProperName) -> None:
        if name.kind == "person":
            self.surnames.add(surname_of(name.words))
            if len(name.words) > 1:
                self.people.add(name.words)


def capitalised_names(finder: Finder, taken: list[Place], loud: Callable[[int], bool]) -> list[ProperName]:
    """Names in the gaps between those that are known already."""
    found: list[ProperName] = []
    at = 0
    for start, end in [*taken, (len(finder.layout.text), len(finder.layout.text))]:
        for run in _RUN.finditer(finder.layout.text, at, start):
            if not loud(run.start()):
                found.extend(_from_run(finder, run.start(), run.end()))
        at = max(at, end)
    return found


def names_in_headline(finder: Finder, place: Place, names: list[Name]) -> Iterator[ProperName]:
    """Known names in words that all have capitals, the longest first; of the model's only the short ones."""
    words = list(WORD.finditer(finder.layout.text, *place))
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


def _from_run(finder: Finder, start: int, end: int) -> Iterator[ProperName]:
    words = list(WORD.finditer(finder.layout.text, start, end))
    while words and _without_contraction(words[0][0]) in FUNCTION_WORDS and not INITIAL.fullmatch(words[0][0]):
        del words[0]
    titled = _titles_in(words, finder.knowledge)
    rest = words[titled:]
    if not rest or (
        _is_role_word(rest[0][0]) and rest[-1][0].lower() not in BODIES and not _titled_paper(finder, rest)
    ):
        return
    if re.fullmatch(r"[RDI]-[\w.]+", rest[0][0]):  # "(D-N.Y.)"
        return
    before = words_before(finder.layout.text, rest[0].start(), 30)[-1:]
    if before and before[0] in BODY_NAMING:
        kind = "organisation"  # "the tabloid Komsomolskaya Pravda"
    else:
        kind = _kind_of_run(finder, rest, bool(titled) or (before != [] and is_title(before[0])))
    if kind is not None:
        found = make_name(finder.layout.text, rest[0].start(), rest[-1].end(), kind, finder.knowledge)
        if found:
            yield found


def _titled_paper(finder: Finder, run: list[re.Match[str]]) -> bool:
    """ "The Independent will list": an adjective with a capital article is a paper's name."""
    before = finder.layout.text[max(0, run[0].start() - 4) : run[0].start()]
    return len(run) == 1 and before == "The " and not is_title(run[0][0]) and _alone_in_source(finder, run)


def _alone_in_source(finder: Finder, run: list[re.Match[str]]) -> bool:
    """Is a run all that a source says, its article aside?"""
    text, source = finder.layout.text, _source_around(finder, run[0].start())
    if source is None or source[1] < run[-1].end():
        return False
    return not fold(text[source[0] : run[0].start()]) and not fold(text[run[-1].end() : source[1]])


def _without_contraction(word: str) -> str:
    """ "I’d" begins with "I", "Who’s" with "who"."""
    return re.split("[’']", word, maxsplit=1)[0].lower().rstrip(".")


def _titles_in(words: list[re.Match[str]], knowledge: Knowledge) -> int:
    """How many words before the name are titles: "Ukrainian President" before Volodymyr Zelenskyy."""
    last = 0
    for number, word in enumerate(words[:-1]):
        if is_title(word[0]):
            last = number + 1
        elif not knowledge.country(word[0]):
            break
    return last


def _is_role_word(word: str) -> bool:
    return is_title(word) or word.lower().rstrip(".") in ROLE_MODIFIERS


def _kind_of_run(finder: Finder, run: list[re.Match[str]], titled: bool) -> NameKind | None:
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
    turn = finder.layout.text[run[-1].end() : run[-1].end() + 1] == ":"  # "WALLACE: Let’s start with …"
    if count == 1 and not turn and 2 <= len(words[0]) <= 6 and run[0][0].replace(".", "").isupper() and joined != "us":
        return "organisation"
    return _kind_in_source(finder, run, words)


def _kind_in_source(finder: Finder, run: list[re.Match[str]], words: tuple[str, ...]) -> NameKind | None:
    """A source that is nothing but capitals is somebody: "WALLACE", "Lukyanov"; with an article, some body."""
    text, count = finder.layout.text, len(words)
    source = _source_around(finder, run[0].start())
    if source is None or count > 5 or _common_noun(finder, run[0][0], words) or fold(text[source[0] : run[0].start()]):
        return None
    alone = not fold(text[run[-1].end() : source[1]])
    if alone and ({"for", "of"} & set(words) or text[source[0] : source[0] + 4].lower() == "the "):
        return "organisation"
    begins = count > 1 and _AFTER_PERSON.match(text, run[-1].end())
    return "person" if (alone or begins) and count < 4 and not words[0].isdigit() else None


def _source_around(finder: Finder, at: int) -> Place | None:
    """The last source that begins at or before `at`."""
    number = bisect_right(finder.sources, (at, len(finder.layout.text))) - 1
    return finder.sources[number] if number >= 0 else None


def _common_noun(finder: Finder, shown: str, words: tuple[str, ...]) -> bool:
    """ "Police said" and "Protesters said" name nobody, "JONES:" and "Wines said" (after Leslie Wimes) do."""
    if len(words) > 1 or shown.isupper():
        return False
    if shown.lower() in _COMMON or shown.lower() in finder.plain_words:
        return True
    if "-" in shown or not shown.endswith("s"):
        return False
    return not any(misspells(shown.lower(), surname) for surname in finder.surnames)


def _known_kind(finder: Finder, words: tuple[str, ...]) -> NameKind | None:
    joined = " ".join(words)
    if words in finder.people or (len(words) == 1 and words[0] in finder.surnames):
        return "person"
    if len(words) == 2 and words[1] in finder.surnames and words[0] in finder.knowledge.genders:
        return "person"
    if joined in finder.knowledge.bodies:
        return "organisation"
    return "place" if joined in finder.knowledge.countries else None
