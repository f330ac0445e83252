"""Two people of one name: when the same full name in two articles is not the same person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from onrecord.schema import Appearance
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
from onrecord.speakers.joining import Groups
from onrecord.speakers.lexicon import listed
from onrecord.speakers.person_names import PersonName

# The commonest given names and surnames: that two articles have a Mike Johnson says little by itself.
_COMMON_SURNAMES = listed("""
    smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson
    thomas taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis robinson walker
    young
    allen king wright scott torres nguyen hill flores green adams nelson baker hall rivera campbell mitchell carter
    roberts evans turner parker edwards collins stewart morris murphy cook rogers morgan cooper peterson bailey
    reed kelly
    howard ward cox richardson watson brooks wood james bennett gray hughes price myers long ross foster sanders
    powell
    kim park chen wang li zhang liu singh khan ali ahmed hussein hassan mohammed ivanov petrov smirnov kuznetsov
""")
_COMMON_GIVEN = listed("""
    james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark
    donald
    steven paul andrew joshua kenneth kevin brian george timothy ronald jason edward jeffrey ryan jacob gary nicholas
    eric jonathan stephen larry justin scott brandon benjamin samuel mike bob bill jim tom dave dan chris matt tony
    steve
    jeff joe ben sam tim ken ron greg peter mary patricia jennifer linda elizabeth barbara susan jessica sarah
    karen lisa
    nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca
    laura
    ali ahmed mohammed hassan ivan alexander sergei wei jose juan luis carlos maria
""")
_FAR = 5 * 365
_PRIOR = 1.75  # what one full name in two articles is worth by itself
_BOTH_COMMON = 1.5


def how_common(name: PersonName) -> float:
    """0 for a rare name, 0.75 where one half of it is common, 1.5 where both are."""
    return 0.75 * is_common_surname(name) + 0.75 * (name.first in _COMMON_GIVEN)


def is_common_surname(name: PersonName) -> bool:
    return name.last in _COMMON_SURNAMES


def split_people(name: PersonName, appearances: Sequence[Appearance], common: frozenset[str]) -> list[list[Appearance]]:
    """Part the appearances of one full name into people; all are one unless roles and company speak against it."""
    told, untold = _by_standing(appearances)
    if not told:
        return [list(appearances)] if how_common(name) < _BOTH_COMMON else _one_by_one(untold, common)
    prior = _PRIOR - how_common(name)
    groups = Groups(len(told))
    for first in range(len(told)):
        for second in range(first):
            if not groups.joined(first, second) and prior + _affinity(told[first], told[second], common) >= 0:
                groups.join(first, second)
    people = [_Part([one for number in group for one in told[number].appearances]) for group in groups.all()]
    return _with_untold(people, untold, common, prior)


class _Part:
    """Appearances that are held to be one person's."""

    def __init__(self, appearances: list[Appearance]) -> None:
        self.appearances = appearances
        self.standing: Standing = together(standing_of(appearance.roles) for appearance in appearances)
        self.company = frozenset[str]().union(*(company_of(appearance) for appearance in appearances))
        days = [day for appearance in appearances if (day := day_number(appearance.day)) is not None]
        self.days = (min(days), max(days)) if days else None


def _by_standing(appearances: Sequence[Appearance]) -> tuple[list[_Part], list[Appearance]]:
    """Begin with one part for each walk of life and organisation, so that few are held against each other."""
    told: defaultdict[tuple[frozenset[str], frozenset[str]], list[Appearance]] = defaultdict(list)
    for appearance in appearances:
        standing = standing_of(appearance.roles)
        told[standing.worlds, standing.propers].append(appearance)
    untold = told.pop((frozenset(), frozenset()), [])
    parts = sorted(told.values(), key=lambda members: (-len(members), members[0].article))
    return [_Part(members) for members in parts], untold


def _with_untold(
    people: list[_Part], untold: list[Appearance], common: frozenset[str], prior: float
) -> list[list[Appearance]]:
    """Give those whom the article says nothing of to the person whose company and time fit best."""
    found = [list(person.appearances) for person in people]
    alone: list[Appearance] = []
    for appearance in untold:
        part = _Part([appearance])
        scores = [prior + _affinity(person, part, common) for person in people]
        best = max(range(len(people)), key=lambda number: (scores[number], len(people[number].appearances), -number))
        if scores[best] >= 0:
            found[best].append(appearance)
        else:
            alone.append(appearance)
    return found + _one_by_one(alone, common)


def _one_by_one(appearances: list[Appearance], common: frozenset[str]) -> list[list[Appearance]]:
    """Of "John Smith" without any role, only those in the same company are one."""
    groups = Groups(len(appearances))
    holding: dict[str, int] = {}
    for number, appearance in enumerate(appearances):
        for name in company_of(appearance) - common:
            groups.join(number, holding.setdefault(name, number))
    return [[appearances[number] for number in group] for group in groups.all()]


def _affinity(one: _Part, other: _Part, common: frozenset[str]) -> float:
    score = role_score(one.standing, other.standing) + company_score(one.company, other.company, common)
    if one.days and other.days:
        apart = max(one.days[0], other.days[0]) - min(one.days[1], other.days[1])
        score += 0.5 if apart <= CONTEMPORARY else -0.5 if apart > _FAR else 0.0
    return score


def common_company(appearances: Sequence[Appearance]) -> frozenset[str]:
    """Names that stand in more than a third of a surname's articles: presidents say nothing about who is meant."""
    counts = Counter(name for appearance in appearances for name in company_of(appearance))
    most = max(3, len(appearances) // 3)
    return frozenset(name for name, count in counts.items() if count > most)
