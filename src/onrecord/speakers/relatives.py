"""Whom "who", "which" and "whose" take up: what stands right before them."""

from __future__ import annotations

import re

from onrecord.speakers.clusters import Place, Referent
from onrecord.speakers.lexicon import BREAKS, DEFINITE, INDEFINITE, PREPOSITIONS, PRONOUNS
from onrecord.speakers.scene import Appearance, Scene

_APPOSITION = re.compile(r",\s+(?:an?|the|one|his|her|its|their|former|then|now)\b[^,;:]*$")
_BRACKET = re.compile(r"\s*\([^()]*\)$")
_QUANTIFIER = re.compile(r",?\s+(?:all|both|many|most|some|each|none) of$")
_COORDINATE = re.compile(r"\b(who|which)\b[^.;]*(?:\band|\bbut)$")
_WORD = re.compile(r"[^\W_][\w.’'-]*")
_PEOPLE = frozenset(("person", "group", "unnamed"))


def antecedent(scene: Scene, at: int, pronoun: str) -> Referent | Place | None:
    """Return who stands before a relative at `at`, or the place of the words that say so where nobody is named.

    "Jane Doe, a clerk at the ministry who told …" is Doe; "some economists who argue" is a place.
    """
    start = scene.layout.sentences[scene.layout.sentence(at)][0]
    lead = _bare(scene.layout.text[start:at])
    if coordinate := _COORDINATE.search(lead):  # "someone who fled, who hid and who came back"
        return antecedent(scene, start + coordinate.start(1), coordinate[1].lower())
    persons = PRONOUNS[pronoun] == "who"
    apposition = _APPOSITION.search(lead)
    named = _ending_at(scene, start + len(_bare(lead[: apposition.start()]))) if apposition else None
    if named and (named.referent.kind == "person" or not persons):
        return named.referent
    named = _ending_at(scene, start + len(lead))
    if named and (pronoun == "whose" or persons == (named.referent.kind in _PEOPLE)):
        return named.referent
    return _noun_phrase(scene.layout.text, start, start + len(lead))


def _bare(lead: str) -> str:
    lead = _BRACKET.sub("", lead.rstrip(" \xa0,-–—"))
    return _QUANTIFIER.sub("", lead).rstrip(" \xa0,")


def _ending_at(scene: Scene, end: int) -> Appearance | None:
    """The mention that ends at `end`, its possessive aside."""
    for seen in scene.before(end + 1):
        if end - 3 <= seen.end <= end and not scene.layout.text[seen.end : end].strip("'’s "):
            return seen
        if seen.end < end - 40:
            return None
    return None


def _noun_phrase(text: str, start: int, end: int) -> Place | None:
    """ "some economists" before "who": back from the noun to its determiner, at most five words."""
    words = list(_WORD.finditer(text, max(start, end - 60), end))
    if not words or words[-1].end() != end or words[-1][0].lower() in BREAKS | PREPOSITIONS:
        return None
    first = words[-1].start()
    for word in reversed(words[-6:-1]):
        lower = word[0].lower()
        if lower in PREPOSITIONS or lower in BREAKS or lower in ("and", "or", "that") or text[word.end()] != " ":
            break
        first = word.start()
        if lower in DEFINITE or lower in INDEFINITE or lower in PRONOUNS:
            break
    return first, end
