"""What the article says a name is: "Kremlin spokesman" before it, ", a senior fellow at …," after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from onrecord.speakers.clusters import Cast, Referent
from onrecord.speakers.layout import Layout
from onrecord.speakers.lexicon import (
    ABBREVIATED,
    BODIES,
    BODY_NOUNS,
    DOCUMENTS,
    HONORIFICS,
    MEDIA_NOUNS,
    PREPOSITIONS,
    ROLE_MODIFIERS,
    ROLES,
)
from onrecord.speakers.names import ProperName, is_title, surname_of
from onrecord.speakers.rolephrase import is_plural_title, names_what_one_is, opens_a_role

_LEFT = re.compile(r"[^\s,;:()\"“”]+[,;:]?")
_OF_TITLE = re.compile(
    r"\b(?:secretary|minister|director|speaker|chief|leader|head|president|chancellor|chair\w*|ambassador|envoy|aide"
    r"|advis[eo]r)"
    r"(?:[ -]general)? (?:of|for|to) (?:the )?(?-i:[A-Z])[\w’'-]*(?: (?:(?:and|of) )?(?:the )?(?-i:[A-Z])[\w’'-]*)*$",
    re.IGNORECASE,
)
"""Titles with an "of" in them: "Secretary of State", "Ambassador to the United States", "Aide to the President"."""
_LIFE = re.compile(
    r"\s?\([^)]{1,40}\)|,\s(?:\d{1,3}|left|right|center|centre|[RD]-[\w.]+|[A-Z][a-z]{1,4}\.)(?=,|\s[—–―])"
)
"""Between a name and its apposition: "(D-Mo.)", ", 25", a caption's ", left"."""
_SERVED = re.compile(
    r",?\s+who\s+(?:is|was|has been|serves as|served as|has served as|worked as|works as|became)\s+"
    r"(?:(?:now|once|currently|also)\s+)?(?=(?:an?\s|the\s|one\s|[A-Z]|\w+\s))"
)
_STOP = re.compile(r"\.?\s?''|,(?=\s|[\"”’])|\s[-–—―]+\s|[;\"“”]|,?\swho(?:m|se|[’']\w+)?\s|\sand who(?:m|se)?\s")
_OF_BODY = re.compile(r",?\s+of\s+(?:the\s+)?(?=[A-Z])")
_DASHED = re.compile(r"\s(?:[-–]{1,2}|[—―])\s(?=(?:an?|the|one)\s|[A-Z]|\w+\s)|—(?=(?:an?|the)\s)")
_DASH = re.compile(r"\s?(?:[-–]{2}|[—―])\s?|\s–\s")
_IS = re.compile(r"\s(?:is|was)\s+(?:(?:now|currently|also)\s+)?(?=(?:an?|the)\s|[a-z-]+\s)")
_DETERMINER = re.compile(r"\b(?:the|an?|his|her|their|its|my|our) ")
_NOT_ONE = frozenset(
    ("not", "no", "never", "so", "too", "more", "less", "such", "like", "to", "still", "hardly",
     "elected", "named", "appointed", "sworn", "becoming"))  # fmt: skip
_APPOSED_BODY = re.compile(r", an? (?=\w)")
""" "The Tampa Bay Times, a Florida news organization with …"; after ", the" another body begins as often."""
_ARTICLES = frozenset(("a", "an", "the", "one", "now", "then", "both"))
_NEVER = frozenset(
    ("said", "says", "told", "added", "who", "which", "that", "has", "had", "is", "was", "but", "and", "his", "her",
     "he", "she", "it", "they", "in", "on", "at", "by", "with", "for", "as", "according")
)  # fmt: skip
_OPENERS = frozenset(("while", "when", "after", "though", "although", "if", "so", "yet", "like", "even", "meanwhile"))
_ADJECTIVES = ("al", "ic", "ive", "ary", "ian", "ist", "ese", "ish")
_LONGEST = 160


def find_roles(layout: Layout, cast: Cast) -> None:
    """Give every referent the roles that stand beside its names, verbatim, each with where it stands."""
    for referent in cast.referents:
        if referent.kind not in ("person", "organisation"):
            continue
        for name in referent.names:
            for start, end in _roles_at(layout, name, cast, referent):
                text = layout.text[start:end].strip()
                if names_what_one_is(text, _own_words(referent)):
                    referent.roles.setdefault(text, (name.start, name.end))


def _own_words(referent: Referent) -> tuple[str, ...]:
    """A person's first name and surname; a body may share words with what it is: "the news agency Delta News"."""
    return (referent.words[0], surname_of(referent.words)) if referent.kind == "person" else ()


def role_of(referent: Referent, at: int, layout: Layout) -> str | None:
    """The role that stands beside the name at `at`; else the first in the running text; else one from a caption."""
    for role, place in referent.roles.items():
        if place[0] == at:
            return role
    running = [role for role, place in referent.roles.items() if layout.kind(place[0]) not in ("caption", "headline")]
    first = running[0] if running else next(iter(referent.roles), None)
    fuller = (role for role in referent.roles if first and role.endswith(" " + first))
    return next(fuller, first)  # "Russian President" of a caption says more than "President" in the text


def _roles_at(layout: Layout, name: ProperName, cast: Cast, referent: Referent) -> Iterator[tuple[int, int]]:
    sentence_start, sentence_end = layout.sentences[layout.sentence(name.start)]
    before = role_before(layout.text, sentence_start, name.start, person=referent.kind == "person")
    if before:
        yield before
    if referent.kind != "person" and not before and not _APPOSED_BODY.match(layout.text, name.end):
        return
    yield from _after(layout.text, name, sentence_end, cast)
    if not before:
        yield from _apposed_before(layout.text, sentence_start, name.start)


def role_before(text: str, floor: int, at: int, *, person: bool) -> tuple[int, int] | None:
    """ "U.S. special envoy " before "Steve Witkoff": a role noun right before the name, and what it leads."""
    lead = text[max(floor, at - 110) : at]
    if lead[-1:] not in (" ", " "):
        return None
    base = at - len(lead)
    words = list(_LEFT.finditer(lead))
    if not words or (person and is_plural_title(words[-1][0])):
        return None
    kept = len(words)
    if (titled := _titled_with_of(lead)) is not None:
        kept = next(number for number, word in enumerate(words) if word.end() > titled)
    elif not (_person_noun if person else _body_noun)(words[-1][0].lower().rstrip(".")):
        return None
    while kept and _belongs(words, kept - 1, kept == len(words)):
        kept -= 1
    if kept == len(words):
        return None
    start, end = base + words[kept].start(), base + words[-1].end()
    return _without_lead(text, start, end)


def _titled_with_of(lead: str) -> int | None:
    """Where "Secretary of State" begins; None for "aide to President", whose president is whoever comes next."""
    found = list(_titles_with_of(lead.rstrip()))
    if not found or (_person_noun(lead.split()[-1].lower()) and lead.split()[-2].lower() != "the"):
        return None
    return found[-1].start()


def _titles_with_of(lead: str) -> Iterator[re.Match[str]]:
    """Each begins later: the last of "President of Delta Jan Lee and Secretary of State" is the name's."""
    at = 0
    while titled := _OF_TITLE.search(lead, at):
        yield titled
        at = titled.start() + 1


def _belongs(words: list[re.Match[str]], number: int, next_to_name: bool) -> bool:
    word = words[number][0]
    if word[-1] in ",;:" or not any(character.isalnum() for character in word):
        return False
    bare = word.lower().rstrip(".")
    if bare in HONORIFICS and bare not in ABBREVIATED:
        return False
    if next_to_name:
        return _role_noun(bare)
    if bare == "of":
        return words[number + 1][0].lower() == "staff"  # "chief of staff Gen. Ann Lee"
    if bare == "and":  # no "Mr. Lane and" before "President Merrin"; nor "The Vice President and"
        return number > 0 and _role_noun(words[number - 1][0].lower()) and not _another_office(words, number)
    if bare in _ARTICLES or bare in _NEVER:
        return False
    if bare.endswith(_ADJECTIVES) and len(bare) > 5 and word.islower():
        return True  # "clinical psychologist Frank Tallis"
    return word[0].isupper() or _role_noun(bare) or bare in ROLE_MODIFIERS or "-" in bare or word.endswith(("’s", "'s"))


def _another_office(words: list[re.Match[str]], joint: int) -> bool:
    """ "The Vice President and President Herzog" are two; "the founder and chief executive Ann Lee" is one."""
    lead = [word[0] for word in words[:joint]]
    titles = list(takewhile(lambda word: word[0].isupper() and word.lower() != "the", reversed(lead)))
    return bool(titles) and words[joint + 1][0][0].isupper() and lead[len(lead) - len(titles) - 1].lower() == "the"


def _person_noun(bare: str) -> bool:
    return bare in ROLES or bare in ABBREVIATED or bare.rpartition("-")[2] in ROLES


def _role_noun(bare: str) -> bool:
    return _person_noun(bare) or _body_noun(bare)


def _body_noun(bare: str) -> bool:
    return bare in MEDIA_NOUNS or (bare in BODY_NOUNS and bare != "campaign")


def _names_a_body(bare: str) -> bool:
    """ "the American Action Forum, a conservative, pro-growth group": up to the comma it says no body's kind."""
    return _body_noun(bare) or bare in BODIES or bare in ("collective", "think-tank", "nation", "site")


def _without_lead(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Drop "But" and "The" from a sentence's first words, and a possessor: "CNN’s" alone is no role."""
    words = text[start:end].split(" ")
    while words and (words[0].lower() in _NEVER | _ARTICLES | _OPENERS or not opens_a_role(words[0])):
        start += len(words[0]) + 1
        del words[0]
    return (start, end) if words and start < end else None


def _after(text: str, name: ProperName, end: int, cast: Cast) -> Iterator[tuple[int, int]]:
    """Appositions, relative clauses and "of the Carnegie Endowment"."""
    person = cast.at[name.place].kind == "person"
    at = name.end
    while life := _LIFE.match(text, at, end):
        at = life.end()
    if served := _SERVED.match(text, at, end):
        start = served.end()
        stop = _stop(text, start, end)
        if _is_role(text[start:stop], person=person):
            yield _trimmed(text, start, stop)
        return
    if person and (dash := _DASHED.match(text, at, end)):
        closing = _DASH.search(text, dash.end(), end)
        stop = closing.start() if closing else _stop(text, dash.end(), end)
        if _is_role(text[dash.end() : stop], person=True) and not _titles_another(text, dash.end(), stop, cast):
            yield _trimmed(text, dash.end(), stop)
        return
    if at == name.end and (body := _OF_BODY.match(text, at, end)):
        names = [place for place in cast.at if place[0] == body.end()]
        if names and cast.at[names[0]].kind == "organisation":
            yield at + len(text[at : body.end()]) - len(text[at : body.end()].lstrip()), names[0][1]
            return
    if person and at == name.end and (copula := _IS.match(text, at, end)):
        stop = _stop(text, copula.end(), end)
        if _says_what(text[copula.end() : stop]):
            yield _trimmed(text, copula.end(), stop)
    if text[at : at + 2] == ", ":
        start = at + 2
        stop = _stop(text, start, end)
        if _is_role(text[start:stop], person=person) and not _titles_another(text, start, stop, cast):
            yield _trimmed(text, start, stop)


def _says_what(phrase: str) -> bool:
    """ "is *playwright-in-residence at* …", "is *a senior fellow* …": the noun stands near, and nothing denies it."""
    words = phrase.lower().split()
    nouns = [number for number, word in enumerate(words[:6]) if _person_noun(word.strip(".,"))]
    lead = words[: nouns[0]] if nouns else []
    return bool(nouns) and not any(word in _NEVER | PREPOSITIONS | _NOT_ONE or word.endswith("ing") for word in lead)


def _titles_another(text: str, start: int, stop: int, cast: Cast) -> bool:
    """ "President Jan Lee of Delta" after a comma: the next in a list. "Lee's aide" and "aide to Jan Lee" aren't."""
    people = [place for place, other in cast.at.items() if start <= place[0] < stop and other.kind == "person"]
    if not people:
        return False
    at, end = min(people)
    before = text[start:at].split()
    if not _all_title(before):
        return False
    if text[end : end + 1] in ("'", "’"):
        return not any(_person_noun(word.strip(".").lower()) for word in text[end:stop].split()[1:])
    return bool(before) and is_title(before[-1])


def _all_title(words: list[str]) -> bool:
    return not any(word.lower() in PREPOSITIONS or word.endswith((",", "'s", "’s")) for word in words)


def _stop(text: str, start: int, end: int) -> int:
    """The first comma, dash, quotation mark or relative clause; else the sentence's end."""
    match = _STOP.search(text, start, end)
    return match.start() if match else end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1] in " .,\n":
        end -= 1
    if found := re.match(r"(?:an?|the|now an?|now the|now) ", text[start:end]):
        start += len(found[0])
    return start, end


def _is_role(phrase: str, *, person: bool) -> bool:
    """Does an apposition say what somebody is? It has a role noun before any verb, preposition or new subject."""
    words = phrase.lower().replace("’", "'").split()
    if (
        not words
        or len(phrase) > _LONGEST
        or words[0] in _NEVER
        or words[0] in PREPOSITIONS
        or words[0].endswith(("ing", "ed"))
    ):
        return False
    for word in words[:9]:
        bare = word.strip(".,").removesuffix("'s")
        if (_person_noun if person else _names_a_body)(bare) and not word.endswith("'s"):
            return True
        if (
            bare in ("who", "which", "said", "has", "was", "is", "of", "for", "at", "to", "and")
            and words[0] not in _ARTICLES
        ):
            return False
    return False


def _apposed_before(text: str, floor: int, at: int) -> Iterator[tuple[int, int]]:
    """ "Apple's chief executive, Tim Cook": the phrase before the comma, from its sentence's or clause's start."""
    if text[at - 2 : at] != ", ":
        return
    start = max(floor, max(text.rfind(mark, floor, at - 2) for mark in (", ", "; ", "“", '"', " — ", "- which")) + 1)
    if determiner := list(_DETERMINER.finditer(text, start, at - 2)):
        start = determiner[-1].end()  # "I will vote for *the* Republican nominee, Donald Trump"
    phrase = text[start : at - 2].strip()
    words = phrase.lower().split()
    if not words or len(words) > 8 or not _person_noun(words[-1].strip(".")) or words[-1] in DOCUMENTS:
        return
    lead = text[start:].index(phrase)
    trimmed = _without_lead(text, start + lead, start + lead + len(phrase))
    if trimmed:
        yield trimmed
