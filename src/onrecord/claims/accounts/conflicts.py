"""Do two propositions of two accounts contradict each other? A false conflict is worse than a missed one."""

from __future__ import annotations

import re
from typing import Final

from onrecord.claims.accounts.terms import stem_of
from onrecord.claims.features import opposites
from onrecord.claims.meanings import Meaning, find_meaning
from onrecord.claims.moods import days_conflict
from onrecord.claims.names import country_of, names_in
from onrecord.claims.quantities import compare_quantities

# "at the request of the American side", "at the government of Russia's request", "initiated by Moscow"
_INITIATIVE: Final = re.compile(
    r"\bat the (?:request|initiative) of (?P<of>[^,.;]{3,60})"
    r"|\bat (?P<whose>[^,.;]{3,60}?)['’]s?,? (?:request|initiative)\b"
    r"|\b(?:initiated|requested) by (?P<by>[^,.;]{3,60})"
)
# "Moscow denied that …": the frame denies what the clause behind it puts forward.
_DENIES: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|refut(?:es|ed|ing)|dismiss(?:es|ed|ing)|rejects?|rejected)\b.{0,40}?"
    r"\b(?:that|any|claims?|reports?|allegations?|accusations?|suggestions?)\b",
    re.IGNORECASE,
)
# "The security of one cannot be ensured unless …" denies nothing that "they demand security" puts forward.
_UNLESS: Final = re.compile(r"\b(?:unless|until|only|without|refus\w+|fail\w*|whether|if)\b", re.IGNORECASE)
_NEGATION: Final = re.compile(r"(?:\b(?:not|never|no|cannot)|n['’]t)\b(?P<denied>(?:\W+\w+){1,4})", re.IGNORECASE)
_FEWEST: Final = 3  # terms in common, of which what is denied or opposed is one
_MOST: Final = 0.6  # of the terms of the shorter one


def contradict(a: str, b: str) -> bool:
    """Tell whether two propositions on one matter can't both be so. That they are on one matter is for alignment."""
    one, other = (find_meaning(text, denied=bool(_DENIES.search(text))) for text in (a, b))
    if _initiators_differ(a, b):
        return True
    if one.mood != other.mood or _UNLESS.search(a) or _UNLESS.search(b):
        return False
    return _denial(one, other, (a, b)) or _opposition(one, other) or _figures_differ(one, other)


def _initiators_differ(a: str, b: str) -> bool:
    ours, theirs = _initiators(a), _initiators(b)
    named, also_named = ({key for _, _, key in names_in(text)} - ours - theirs for text in (a, b))
    # "with Macron at the French side's initiative", "with Draghi at the Italian side's initiative": two calls.
    one_call = named <= also_named or also_named <= named
    return bool(ours and theirs) and ours.isdisjoint(theirs) and one_call


def _initiators(text: str) -> set[str]:
    """The countries at whose request something took place; a name that means no country settles nothing."""
    match = _INITIATIVE.search(text)
    shown = next((group for group in match.groups() if group), "") if match else ""
    return {country for start, end, _ in names_in(shown) if (country := country_of(shown[start:end]))}


def _stems(text: str) -> set[str]:
    return {stem_of(word) for word in re.findall(r"[a-z]{4,}", text.lower())}


def _denied_words(text: str) -> list[set[str]]:
    """Return, for each negation, the few words behind it: "did not discuss the exchange" denies both."""
    return [_stems(match["denied"]) for match in _NEGATION.finditer(text)]


def _denial(one: Meaning, other: Meaning, texts: tuple[str, str]) -> bool:
    """One denies what the other puts forward: a word that is denied is among the other's."""
    denied = [_denied_words(text) for text in texts]
    if one.denied == other.denied or len([*denied[0], *denied[1]]) > 1:
        return False  # "did not address their concerns about not deploying …": too much is denied to tell what
    said = [_stems(text) for text in texts]
    met = all(words & said[1] for words in denied[0]) and all(words & said[0] for words in denied[1])
    return met and _alike(one, other, set(one.terms) & set(other.terms))


def _opposition(one: Meaning, other: Meaning) -> bool:
    """They say the contrary of one subject: "supported the plan" and "opposed the plan"."""
    shared = set(one.terms) & set(other.terms)
    contrary = opposites(set(one.terms) - shared, set(other.terms) - shared)
    met = shared | {term for pair in contrary for term in pair}
    return bool(contrary) and one.denied == other.denied and _alike(one, other, met)


def _figures_differ(one: Meaning, other: Meaning) -> bool:
    """They count the same and come to different numbers, or put the same on different days."""
    if not _alike(one, other, set(one.terms) & set(other.terms)):
        return False
    ours, theirs = (tuple(each for each in meaning.quantities if each.unit) for meaning in (one, other))
    agreeing, conflicting = compare_quantities(ours, theirs)
    return (conflicting > 0 and agreeing == 0) or days_conflict(one.days, other.days)


def _alike(one: Meaning, other: Meaning, met: set[str]) -> bool:
    """Tell whether two are of one subject: what they have in common, or the contrary of, is most of the shorter one."""
    shorter = min(set(one.terms), set(other.terms), key=len)
    return len(met & shorter) >= max(_FEWEST, _MOST * len(shorter))
