"""A surname alone, "Clinton": whose it is, by what other articles of the time say and by what this one says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.schema import Appearance
from onrecord.speakers.appearances import person_name
from onrecord.speakers.confusable import is_common_surname
from onrecord.speakers.evidence import (
    CONTEMPORARY,
    Standing,
    company_of,
    company_score,
    day_number,
    role_score,
    standing_of,
    together,
)
from onrecord.speakers.knowledge import load_knowledge
from onrecord.speakers.person_names import PersonName, parse_person, same_given_names, same_surname
from onrecord.speakers.spelling import plain

_ENOUGH = 2.0
_MARGIN = 1.0
_IN_OFFICE = 365  # days within which one office in one country is one surname's bearer


@dataclass(frozen=True)
class Attached:
    """The number of the person, by which rule, and how far the evidence went."""

    person: int
    rule: str
    score: float


class Person:
    """A person with a full name, as far as the record knows: forms of the name, articles, roles, company, days."""

    def __init__(self, names: Sequence[PersonName], appearances: Sequence[Appearance]) -> None:
        self.names = tuple(names)
        self.main = max(names, key=lambda name: (name.is_full, -len(name.given), name.given))
        self.articles = frozenset(appearance.article for appearance in appearances)
        self.standing = together(standing_of(appearance.roles) for appearance in appearances)
        self.company = frozenset[str]().union(*(company_of(appearance) for appearance in appearances))
        self.written = frozenset(" ".join((*name.given, *name.surname)) for name in names)
        days = (day_number(appearance.day) for appearance in appearances)
        self.days = sorted(day for day in days if day is not None)
        self.undated = len(appearances) - len(self.days)

    def near(self, day: int | None) -> int:
        """How many of the person's articles are of the time; where the day isn't known, all undated ones count."""
        if day is None:
            return self.undated
        return bisect_right(self.days, day + CONTEMPORARY) - bisect_left(self.days, day - CONTEMPORARY)


def attach(appearance: Appearance, people: Sequence[Person], common: frozenset[str]) -> Attached | None:
    """Return whose appearance it is, or null where nobody fits or two fit about equally well."""
    name, day = person_name(appearance), day_number(appearance.day)
    fitting = [number for number, person in enumerate(people) if _may_be(name, person)]
    if not fitting:
        return None
    nearby = sum(people[number].near(day) for number in fitting)
    scored = sorted(
        ((_score(appearance, people[number], nearby, len(fitting), common), -number) for number in fitting),
        reverse=True,
    )
    best, number = scored[0]
    if best < _ENOUGH or (len(scored) > 1 and best - scored[1][0] < _MARGIN):
        return None
    return Attached(-number, f"surname, as {_written(people[-number])} of the time", best)


def _may_be(name: PersonName, person: Person) -> bool:
    if name.suffix and all(name.suffix != known.suffix for known in person.names):
        return False
    if not any(same_surname(name, known) for known in person.names):
        return False
    return not name.given or any(same_given_names(name, known) for known in person.names)


def _score(appearance: Appearance, person: Person, nearby: int, rivals: int, common: frozenset[str]) -> float:
    """Add up what speaks for the person: time, roles, company, what is known of the world."""
    near = person.near(day_number(appearance.day))
    named_here = any(person.written & {" ".join(plain(one).split())} for one in appearance.company)
    if not near and not named_here and not _is_known(appearance, person):
        return 0.0  # a surname of another year is taken up through evidence only
    score = _role(standing_of(appearance.roles), person.standing) - 0.75 * is_common_surname(person.main)
    score += company_score(company_of(appearance), person.company, common)
    score += 1.0 * bool(near) + 0.75 * (rivals == 1) + 0.5 * (near > 0 and near >= 0.9 * nearby)
    # Everybody knows one Pence; but not where his brother is in the news as much as he is.
    score += 1.5 * (_is_known(appearance, person) and near >= 0.8 * nearby) + 1.0 * named_here
    if appearance.article in person.articles:
        score -= 1.5  # the article itself keeps "Clinton" apart from "Bill Clinton"
    return score


def _role(one: Standing, other: Standing) -> float:
    """Roles count in full with an office or a body in common: "Chair Jackson" is no deputy director of that name."""
    score = role_score(one, other)
    return score if one.offices & other.offices or one.propers & other.propers else min(score, 0.25)


def _is_known(appearance: Appearance, person: Person) -> bool:
    """Does everybody know whom the surname means, with the office that the article gives: "President Putin"?"""
    known = known_person(appearance)
    return known is not None and any(same_given_names(known, name) for name in person.names)


def known_person(appearance: Appearance) -> PersonName | None:
    """Return the one office holder whom the surname means by itself or with the article's title."""
    return _known_person(person_name(appearance), appearance.roles)


@lru_cache(maxsize=1 << 14)
def _known_person(name: PersonName, roles: tuple[str, ...]) -> PersonName | None:
    if not name.last:
        return None
    standing = standing_of(roles)
    if not standing.offices and is_common_surname(name):
        return None  # "Johnson" may be anybody; "Prime Minister Johnson" is not
    for title in ("", *_titles(roles)):
        known = load_knowledge().person(name.last, title, standing.gender)
        if known and (not standing.offices or standing.offices & set(known.office.split())):
            return PersonName((plain(known.name).split()[0],), (name.last,))
    named = [known for known, office in _surnames_first().get(name.last, ()) if office & standing.offices]
    return named[0] if len(named) == 1 else None


def _titles(roles: tuple[str, ...]) -> list[str]:
    """ "British Prime Minister" → prime minister, minister: as the knowledge names offices."""
    words = [plain(role).split() for role in roles]
    return sorted({" ".join(each[-size:]) for each in words for size in (1, 2) if each})


@cache
def _surnames_first() -> dict[str, list[tuple[PersonName, frozenset[str]]]]:
    """Leaders whose surname stands first: "President Xi" is Xi Jinping."""
    found: dict[str, list[tuple[PersonName, frozenset[str]]]] = {}
    for bearers in load_knowledge().leaders.values():
        for known in bearers:
            name = parse_person(known.name)
            if plain(known.name).startswith(f"{name.last} "):
                found.setdefault(name.last, []).append((name, frozenset(known.office.split())))
    return found


def _written(person: Person) -> str:
    return " ".join(word.capitalize() for word in (*person.main.given, *person.main.surname))


def same_stranger(one: Appearance, other: Appearance, common: frozenset[str]) -> bool:
    """Are two surnames without any full name one person: of one time, with the same role or in the same company?"""
    first, second = day_number(one.day), day_number(other.day)
    if not same_surname(person_name(one), person_name(other)) or (first is None) != (second is None):
        return False
    score = role_score(standing_of(one.roles), standing_of(other.roles))
    score += company_score(company_of(one), company_of(other), common)
    in_office = _same_office(one, other)
    if first is not None and second is not None and abs(first - second) > (_IN_OFFICE if in_office else CONTEMPORARY):
        return False
    return score + 1.5 * in_office >= _ENOUGH


def _same_office(one: Appearance, other: Appearance) -> bool:
    """ "President Marcos" in two articles about the Philippines."""
    offices = standing_of(one.roles).offices & standing_of(other.roles).offices
    about = (set(one.countries) & set(other.countries)) - {"United States"}
    return bool(offices) and bool(about)
