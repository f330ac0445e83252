"""What two propositions have in common and where they differ, as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

import msgspec
import numpy as np

from onrecord.claims.codebook import Codebook
from onrecord.claims.meanings import Meaning
from onrecord.claims.moods import Mood, days_conflict
from onrecord.claims.propositions import Proposition
from onrecord.claims.quantities import compare_quantities
from onrecord.claims.roles import compare_roles
from onrecord.claims.words import lexicon
from onrecord.schema import Stance

PRACTICAL: Final[frozenset[Stance]] = frozenset({"accepts", "rejects", "demands", "offers", "conditions"})
_NEAR_SENSE: Final = 0.6
_PREFIXES: Final = ("un", "in", "im", "dis", "il", "ir", "non")


class Features(msgspec.Struct, frozen=True):
    """Of two propositions, whatever their stances; every one the same if the two change places.

    `coverage_less` and `coverage_more` are the shares (0 to 1, by rarity) of the terms, names apart, of the one that
    is covered less and of the other; `alien` is the rarity of what both have and the other lacks,
    `met` counts the terms, names apart, that both have or of which one has the opposite (3 is "3 or more"), and
    `loose_denial` says that what the one denies the other does not speak of;
    `strange` the same with terms of near sense counting less.
    """

    cosine: float
    coverage_less: float
    coverage_more: float
    shared: float
    alien: float
    strange: float
    names_shared: float
    names_clash: float
    names_single: float
    numbers_agree: float
    numbers_clash: float
    days_clash: float
    mood_clash: float
    swapped: float
    exclusive: float
    distinct: float
    subject_clash: float
    stance_clash: float
    opposites: float
    contrary: float
    denial_clash: float
    met: float
    loose_denial: float
    vague: float
    length: float
    fragment: float
    actor_clash: float
    act_clash: float
    acted_clash: float
    crossed: float
    roles_agree: float


def find_features(one: Proposition, other: Proposition, cosine: float, codebook: Codebook) -> Features:
    """Compare two propositions; `cosine` is that of their vectors."""
    a, b = one.meaning, other.meaning
    terms_a, terms_b = set(a.terms) - set(a.names), set(b.terms) - set(b.names)
    shared = terms_a & terms_b
    only_a, only_b = terms_a - shared, terms_b - shared
    pairs = opposites(only_a, only_b)
    exclusive = _exclusive(one.meaning, other.meaning)
    met = shared | {term for pair in pairs for term in pair} | (terms_a | terms_b if exclusive else set[str]())
    covered = sorted((_share(terms_a, only_b | met, met, codebook), _share(terms_b, only_a | met, met, codebook)))
    left = sorted(_weight(only - met, codebook) for only in (only_a, only_b))
    names_a, names_b = set(a.names) - set(b.aliases), set(b.names) - set(a.aliases)
    agree, clash = compare_quantities(a.quantities, b.quantities)
    cast = compare_roles(a.roles, b.roles, partial(_near, codebook), {*a.names, *b.names})
    return Features(
        cosine=cosine,
        coverage_less=covered[0],
        coverage_more=covered[1],
        shared=_weight(shared, codebook) / 10,
        alien=left[0] / 10,
        strange=min(
            _strangeness(x, y, codebook) for x, y in ((only_a - met, only_b - met), (only_b - met, only_a - met))
        )
        / 10,
        names_shared=float(min(len(set(a.aliases) & set(b.aliases)), 2)),
        names_clash=float(bool(names_a and names_b) and not exclusive),
        names_single=float(bool(names_a) != bool(names_b)),
        numbers_agree=float(agree > 0),
        numbers_clash=float(clash > 0),
        days_clash=float(days_conflict(a.days, b.days)),
        mood_clash=float(moods_differ(one, other)),
        swapped=float(not cast.agrees and not _told_otherwise(a, b) and are_swapped(a, b)),
        exclusive=float(exclusive),
        distinct=float(any((x, y) in lexicon().distinct for x in only_a for y in only_b)),
        subject_clash=float(_subjects_clash(a, b, met, codebook)),
        stance_clash=float(is_practical(one) != is_practical(other)),
        opposites=float(len(pairs) > 0),
        contrary=float(_are_contrary(a, b, pairs)),
        denial_clash=float(a.denied != b.denied),
        met=float(min(len(met & terms_a), len(met & terms_b), 3)),
        loose_denial=float(
            a.denied != b.denied and not _denies_shared(a.denials + b.denials, {*met, *a.names, *b.names})
        ),
        vague=float((a.vague or b.vague) and shared != terms_a | terms_b),
        fragment=float(is_fragment(one) or is_fragment(other)),
        length=min(a.words, b.words) / max(a.words, b.words, 1),
        actor_clash=float(cast.actor_clash),
        act_clash=float(cast.act_clash),
        acted_clash=float(cast.acted_clash),
        crossed=float(cast.crossed),
        roles_agree=float(cast.agrees),
    )


def _told_otherwise(one: Meaning, other: Meaning) -> bool:
    """ "The canal belongs to Panama" and "Panama owns the canal": another verb may have another order."""
    return bool(one.roles.act and other.roles.act) and one.roles.act != other.roles.act


def _are_contrary(one: Meaning, other: Meaning, pairs: Sequence[tuple[str, str]]) -> bool:
    """An opposite that is denied agrees: "not safe" and "dangerous" do; "repaid in full" and "half was never repaid"
    do not, for it isn't the half that is denied.
    """
    if one.denied == other.denied:
        return bool(pairs)
    said = {term for denial in (*one.denials, *other.denials) for term in denial}
    return not any(term in said for pair in pairs for term in pair)


def _near(codebook: Codebook, one: str, other: str) -> bool:
    """May two terms stand for the same thing, or for the contrary?"""
    if one == other or opposites({one}, {other}):
        return True
    return float(codebook.likeness([one], [other])[0, 0]) >= _NEAR_SENSE


def _denies_shared(denials: Sequence[tuple[str, ...]], met: set[str]) -> bool:
    return all(not terms or set(terms) & met for terms in denials)


def _strangeness(ones: set[str], others: set[str], codebook: Codebook) -> float:
    """The rarity of terms, less where the other has one of near sense: "jail" is hardly strange to "prison"."""
    if not ones:
        return 0.0
    listed = sorted(ones)
    near = codebook.likeness(listed, sorted(others)).max(axis=1) if others else np.zeros(len(listed))
    return sum(codebook.weight(term) * (1 - max(float(best), 0.0)) for term, best in zip(listed, near, strict=True))


def _exclusive(one: Meaning, other: Meaning) -> bool:
    """Only one can have been it: "lightning caused the fire" and "arson caused the fire", "they fired first"."""
    only = (
        [term for term in one.terms if term not in other.terms],
        [term for term in other.terms if term not in one.terms],
    )
    if not all(only) or len(set(one.terms) & set(other.terms)) < 2:
        return False
    if "first" in one.terms and "first" in other.terms:
        return all(len(terms) == 1 and terms[0] in (*one.names, *other.names) for terms in only)
    return all(set(terms) <= set(_causes(meaning)) for terms, meaning in zip(only, (one, other), strict=True))


def _causes(meaning: Meaning) -> Sequence[str]:
    """The terms of what is said to be the cause."""
    if "cause" not in meaning.terms:
        return ()
    at = meaning.terms.index("cause")
    return meaning.terms[at + 1 :] if meaning.passive else meaning.terms[:at]


def _subjects_clash(one: Meaning, other: Meaning, met: set[str], codebook: Codebook) -> bool:
    """Do they begin with different things? "Exports grew by 4 percent" is not what the economy did."""
    first = [next((term for term in meaning.terms if term not in meaning.names), "") for meaning in (one, other)]
    if one.passive != other.passive or first[0] == first[1] or set(first) & met or not all(first):
        return False
    return float(codebook.likeness(first[:1], first[1:])[0, 0]) < _NEAR_SENSE


def opposites(one: set[str], other: set[str]) -> list[tuple[str, str]]:
    """Pair the terms that say the contrary of each other: `rise` and `fall`, `lawful` and `unlawful`."""
    table = lexicon().opposite
    return [(a, b) for a in sorted(one) for b in sorted(other) if (a, b) in table or _prefixed(a, b) or _prefixed(b, a)]


def _prefixed(one: str, other: str) -> bool:
    return len(other) > 3 and any(one == prefix + other for prefix in _PREFIXES)


def _weight(terms: set[str], codebook: Codebook) -> float:
    return sum(codebook.weight(term) for term in sorted(terms))


def _share(terms: set[str], others: set[str], met: set[str], codebook: Codebook) -> float:
    """The share of the terms, by rarity, that the other one has, or has one of near sense for."""
    whole = _weight(terms, codebook)
    return 1 - _strangeness(terms - met, others, codebook) / whole if whole else 0.0


def is_practical(one: Proposition) -> bool:
    """Is it about what is to be done, not about what is so? To reject a claim is to deny it."""
    return (one.stance in PRACTICAL or one.meaning.mood == "wished") and not one.framed


def is_fragment(one: Proposition) -> bool:
    """Does it put nothing forward by itself? What is rejected or demanded may be a thing: "the pension law"."""
    return not one.meaning.clause and not is_practical(one)


def moods_differ(one: Proposition, other: Proposition) -> bool:
    """Is one told and the other to come, or possible? What is demanded, offered or turned down has no time."""
    if is_practical(one) and is_practical(other):
        return False
    return _mood(one) != _mood(other)


def _mood(one: Proposition) -> Mood:
    return "future" if one.stance == "expects" and one.meaning.mood == "fact" else one.meaning.mood


def are_swapped(one: Meaning, other: Meaning) -> bool:
    """Have the first and the last of the shared terms changed places? "Niger expelled Nigeria's envoy" and the reverse.

    A passive with its "by" turns the order round by itself.
    """
    if one.passive != other.passive:
        return False
    first, second = _order(one, other), _order(other, one)
    names, others = ([term for term in terms if term in one.names] for terms in (first, second))
    return _turned(first, second, fewest=3) or _turned(names, others, fewest=2)


def _turned(one: Sequence[str], other: Sequence[str], fewest: int) -> bool:
    """`inflation fall` and `fall inflation` are two ways of putting it; with a verb in the middle they are not."""
    return len(one) == len(other) >= fewest and (one[0], one[-1]) == (other[-1], other[0])


def _order(one: Meaning, other: Meaning) -> Sequence[str]:
    shared = set(other.terms)
    return list(dict.fromkeys(term for term in one.terms if term in shared))
