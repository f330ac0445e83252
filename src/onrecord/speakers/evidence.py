"""What two appearances have in common beside the name: roles, walks of life, the company they keep, the time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.schema import Appearance
from onrecord.speakers.lexicon import GENDERED, ROLE_MODIFIERS, ROLES, Gender, listed
from onrecord.speakers.spelling import plain, plain_words

CONTEMPORARY = 60
"""Days within which a surname alone is taken up from another article: a story's and a campaign's month or two."""

# Walks of life: one may hold many offices of politics in one's life, but is seldom both a quarterback and a bishop.
_WORLDS = {
    "politics": listed("""
        president premier minister chancellor senator representative governor secretary mayor speaker ambassador
        congressman congresswoman delegate assemblyman councilman councilwoman candidate nominee lawmaker politician
        diplomat negotiator democrat republican whip king queen prince princess emir sultan legislator mp mep envoy
        commissioner spokesman spokeswoman spokesperson adviser advisor strategist pollster aide incumbent chairman
        chairwoman leader chief counsel manager surrogate deputy vice commander-in-chief
    """),
    "police": listed("police sheriff detective inspector constable officer superintendent"),
    "army": listed("general lieutenant colonel captain admiral sergeant major commander marshal soldier pilot"),
    "law": listed("judge justice attorney lawyer prosecutor counsel solicitor magistrate"),
    "media": listed("""
        editor reporter journalist correspondent columnist anchor host author writer blogger commentator pundit
        moderator publisher broadcaster
    """),
    "learning": listed("""
        professor historian scholar scientist researcher economist analyst expert psychologist sociologist physicist
        biologist epidemiologist dean provost fellow director
    """),
    "business": listed("""
        ceo cfo coo executive businessman businesswoman developer entrepreneur investor mogul tycoon billionaire
        founder owner chairman
    """),
    "stage": listed("singer actor actress comedian producer filmmaker star rapper musician model"),
    "sport": listed("player golfer quarterback coach champion striker goalkeeper footballer boxer"),
    "church": listed("pope cardinal archbishop bishop pastor priest preacher rabbi imam ayatollah reverend evangelist"),
    "private": listed("""
        resident voter student teacher farmer mother father wife husband son daughter brother sister neighbor neighbour
        nurse veteran victim witness suspect survivor supporter trucker retiree
    """),
}
_WORLD_OF: dict[str, frozenset[str]] = {
    word: frozenset(world for world, words in _WORLDS.items() if word in words)
    for word in frozenset[str]().union(*_WORLDS.values())
}
_PROPER = re.compile(r"\b[A-Z][\w’'.-]*")
_NOT_TELLING = ROLES | ROLE_MODIFIERS | listed("us american national united states new the former")


@dataclass(frozen=True)
class Standing:
    """What the roles of one appearance tell: walks of life, proper names in them, the words for the office, gender."""

    worlds: frozenset[str] = frozenset()
    propers: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    gender: Gender = ""


@lru_cache(maxsize=1 << 14)
def standing_of(roles: tuple[str, ...]) -> Standing:
    """Read roles: "Kremlin spokesman Dmitry" → politics, {kremlin}, {spokesman}, M."""
    words = [word for role in roles for word in plain_words(role)]
    offices = frozenset(word for word in words if word in ROLES)
    worlds = frozenset[str]().union(*(_WORLD_OF.get(word, frozenset()) for word in words))
    proper = (plain(word) for role in roles for word in _PROPER.findall(role))
    genders: set[Gender] = {GENDERED[word] for word in words if GENDERED.get(word)}
    return Standing(
        worlds=worlds,
        propers=frozenset(word for word in proper if word not in _NOT_TELLING and len(word) > 2),
        offices=offices,
        gender=genders.pop() if len(genders) == 1 else "",
    )


def together(one: Iterable[Standing]) -> Standing:
    """Join what several appearances tell of one person."""
    listed_ones = list(one)
    genders: set[Gender] = {standing.gender for standing in listed_ones if standing.gender}
    return Standing(
        worlds=frozenset[str]().union(*(standing.worlds for standing in listed_ones)),
        propers=frozenset[str]().union(*(standing.propers for standing in listed_ones)),
        offices=frozenset[str]().union(*(standing.offices for standing in listed_ones)),
        gender=genders.pop() if len(genders) == 1 else "",
    )


def role_score(one: Standing, other: Standing) -> float:
    """How far roles speak for one person (positive) or for two: the organisation counts most, then the walk of life."""
    score = 0.0
    if one.gender and other.gender and one.gender != other.gender:
        score -= 3.0
    if one.propers & other.propers:
        score += 2.0
    elif one.propers and other.propers:
        score -= 0.5
    if one.worlds and other.worlds:
        score += 1.0 if one.worlds & other.worlds else -1.5
    return score


def company_score(one: frozenset[str], other: frozenset[str], common: frozenset[str]) -> float:
    """How far the same people around speak for one person; names that are everywhere (`common`) say nothing."""
    shared = (one & other) - common
    if len(shared) >= 2:
        return 2.0
    if shared:
        return 1.0
    return -0.5 if len(one) >= 3 and len(other) >= 3 else 0.0


@lru_cache(maxsize=1 << 14)
def day_number(day: str | None) -> int | None:
    """Return the number of an ISO day, null where it is none."""
    try:
        return None if day is None else date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return None


@lru_cache(maxsize=1 << 14)
def company_of(appearance: Appearance) -> frozenset[str]:
    """The company as it is compared."""
    return frozenset(" ".join(plain_words(name)) for name in appearance.company)
