"""The forms of English verbs and nouns, as far as a lexicon of cues needs them."""

from __future__ import annotations

import re
from collections.abc import Mapping

_VOWELS = "aeiou"


def verb_forms(verb: str, doubling: frozenset[str], irregular: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """`deny` → deny, denies, denied, denying; `admit`, which doubles, → admitted, admitting."""
    if verb in irregular:
        return irregular[verb]
    if verb in doubling:
        return frozenset({verb, verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"})
    if verb.endswith("e"):
        return frozenset({verb, verb + "s", verb + "d", verb[:-1] + "ing"})
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return frozenset({verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"})
    return frozenset({verb, third_person(verb), verb + "ed", verb + "ing"})


def noun_forms(noun: str) -> frozenset[str]:
    """`denial` → denial, denials; `inquiry` → inquiry, inquiries."""
    return frozenset({noun, third_person(noun)})


def third_person(word: str) -> str:
    """Add the `s` that verbs and plurals share."""
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(?:s|x|z|ch|sh)$", word) else "s")
