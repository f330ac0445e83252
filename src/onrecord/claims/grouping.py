"""Propositions that belong together become one claim, with everybody's stance towards one wording of it.

Likeness is no equality: A is like B and B like C, and A and C are of different things. So a group takes in another only
where most of their members are linked, and with the same sign; what a person joined or parted holds against that.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.claims.names import may_be_one
from onrecord.claims.propositions import Proposition
from onrecord.claims.sides import side_of, stance_towards
from onrecord.schema import Group, Link, Member, Stance

JOINS: Final = 0.55
"""Two propositions are one claim only where their link is at least this sure."""
CONTESTS: Final = 0.75
"""A contest rests on a link between two sides that is at least this sure: a false one is worse than a missed one."""
_SHARE: Final = 0.5
_FEWEST_WORDS, _MOST_WORDS = 4, 30
_UNCLEAR: Final = re.compile(r"\b(?:I|we|my|our|you|your|he|she|it|they|this|that|those|these)\b", re.IGNORECASE)
_NO_DAY: Final = "9999"


@dataclass(frozen=True)
class _Tie:
    """How two propositions are linked: `sign` 1 the same, -1 the contrary."""

    sign: int
    score: float


Ties = Mapping[tuple[str, str], _Tie]


def group_claims(propositions: Sequence[Proposition], links: Sequence[Link]) -> list[Group]:
    """Group the propositions of one component, by the id of the group; one that stands alone is in none."""
    known = {proposition.id: proposition for proposition in propositions}
    ties = _ties(links, known)
    groups = [_group(cluster, known, ties) for cluster in _clusters(links, ties, known) if len(cluster) > 1]
    return sorted((group for group in groups if group), key=lambda group: group.id)


def _ties(links: Sequence[Link], known: Mapping[str, Proposition]) -> dict[tuple[str, str], _Tie]:
    ties: dict[tuple[str, str], _Tie] = {}
    for link in links:
        if link.kind in ("same", "contradicts") and link.first in known and link.second in known:
            tie = _Tie(1 if link.kind == "same" else -1, link.score)
            ties[link.first, link.second] = ties[link.second, link.first] = tie
    # What a person put together is surely one thing, whatever the words have in common.
    for link in links:
        if link.kind == "together" and link.first in known and link.second in known:
            known_tie = ties.get((link.first, link.second))
            # "Denied this: “She came of her own free will.”" is put to the accusation that it answers.
            answer = known[link.first].answers != known[link.second].answers
            tie = _Tie(known_tie.sign if known_tie else -1 if answer else 1, 1.0)
            ties[link.first, link.second] = ties[link.second, link.first] = tie
    return ties


def _clusters(links: Sequence[Link], ties: Ties, known: Mapping[str, Proposition]) -> list[dict[str, int]]:
    """Members with their sign, relative to each other. The surest links are followed first, a person's before all."""
    apart = {frozenset((link.first, link.second)) for link in links if link.kind == "apart"}
    home: dict[str, dict[str, int]] = {id: {id: 1} for id in sorted(known)}
    told = [link for link in links if link.kind == "together" and link.first in known and link.second in known]
    for link in sorted(told):
        tie = ties.get((link.first, link.second), _Tie(1, 1.0))
        _join(home, link.first, link.second, tie.sign)
    found = [link for link in links if link.kind in ("same", "contradicts") and link.score >= JOINS]
    for link in sorted(found, key=lambda link: (-link.score, link.first, link.second)):
        one, other = home.get(link.first), home.get(link.second)
        if one is None or other is None or one is other:
            continue
        sign = (1 if link.kind == "same" else -1) * one[link.first] * other[link.second]
        if not _parted(one, other, apart) and _agreement(one, other, sign, ties) >= _SHARE * len(one) * len(other):
            _join(home, link.first, link.second, sign * one[link.first] * other[link.second])
    return list({id(cluster): cluster for cluster in home.values()}.values())


def _join(home: dict[str, dict[str, int]], first: str, second: str, sign: int) -> None:
    """Make one cluster of two; `sign` is that of the two items to each other."""
    one, other = home[first], home[second]
    if one is other:
        return
    turn = sign * one[first] * other[second]
    for id, its in other.items():
        one[id] = its * turn
        home[id] = one


def _parted(one: Mapping[str, int], other: Mapping[str, int], apart: set[frozenset[str]]) -> bool:
    return bool(apart) and any(frozenset((first, second)) in apart for first in one for second in other)


def _agreement(one: Mapping[str, int], other: Mapping[str, int], sign: int, ties: Ties) -> int:
    """Count the pairs across that are linked with the sign that joining would give them, less those with the other."""
    total = 0
    for first, its in one.items():
        for second, others in other.items():
            tie = ties.get((first, second))
            total += tie.sign * its * others * sign if tie else 0
    return total


def _group(cluster: Mapping[str, int], known: Mapping[str, Proposition], ties: Ties) -> Group | None:
    members = [known[id] for id in cluster]
    clearest = min(members, key=_unclearness)
    stances: dict[str, Stance | None] = {
        one.id: stance_towards(one.stance, cluster[one.id] * cluster[clearest.id]) for one in members
    }
    standing = [one for one in sorted(members, key=_earliness) if stances[one.id]]
    if len(standing) < 2:
        return None
    return Group(
        id="c-" + hashlib.sha256(standing[0].id.encode()).hexdigest()[:24],
        about=clearest.text,
        members=tuple(_member(one, stances[one.id], standing, ties) for one in standing),
        open=_is_contested(standing, stances, ties),
    )


def _member(one: Proposition, stance: Stance | None, others: Sequence[Proposition], ties: Ties) -> Member:
    scores = [tie.score for other in others if (tie := ties.get((one.id, other.id)))]
    return Member(item=one.id, role=stance or one.stance, score=max(scores, default=1.0))


def _earliness(one: Proposition) -> tuple[str, str]:
    return one.day or _NO_DAY, one.id


def _unclearness(one: Proposition) -> tuple[bool, bool, bool, bool, bool, str, str]:
    """A plain assertion in whole words is the clearest: "Ukrainian forces that remain in Kursk are surrounded". That
    she was forced is what is claimed, that she "was never forced" answers it.
    """
    long_or_short = not _FEWEST_WORDS <= one.meaning.words <= _MOST_WORDS
    denies = side_of(one.stance) <= 0
    return one.points, denies, one.meaning.denied, long_or_short, bool(_UNCLEAR.search(one.text)), *_earliness(one)


def _is_contested(members: Sequence[Proposition], stances: Mapping[str, Stance | None], ties: Ties) -> bool:
    """Do two different speakers, both known, stand on different sides of what surely is one thing?"""
    sides = {one.id: side_of(stance) if (stance := stances[one.id]) else 0 for one in members}
    return any(
        sides[one.id] > 0 > sides[other.id] and _differ(one, other) and _surely(ties.get((one.id, other.id)))
        for one in members
        for other in members
    )


def _surely(tie: _Tie | None) -> bool:
    return tie is not None and tie.score >= CONTESTS


def _differ(one: Proposition, other: Proposition) -> bool:
    """Nobody contradicts themself into a contest, nor is "the Trump campaign" a stranger to Trump."""
    if not one.speakers or not other.speakers or set(one.speakers) & set(other.speakers):
        return False
    return not may_be_one(one.names, other.names)
