"""Is it the same who is quoted: names as two articles have them, before anybody has told who is who across articles."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, Literal

from rapidfuzz.fuzz import ratio

from onrecord.quotations.finding import Quotation, Voice

Agreement = Literal["same", "open", "different"]
_ALIKE: Final = 80.0
_WORD = re.compile(r"[^\W_]+")
_FOR_SHORT: Final = frozenset(("the", "of", "and", "ministry", "department", "office"))


def agreement(one: Quotation, other: Quotation) -> Agreement:
    """Tell one speaker from two; open where either page doesn't name anybody, or one names the office for the person.

    "The Kremlin said" in one paper is "Dmitry Peskov said" in another.
    """
    if not one.voices or not other.voices:
        return "open"
    pairs = [(mine, theirs) for mine in one.voices for theirs in other.voices]
    if any(_is_one(mine, theirs) for mine, theirs in pairs):
        return "same"
    return (
        "open" if any((mine.kind == "person") != (theirs.kind == "person") for mine, theirs in pairs) else "different"
    )


def _is_one(one: Voice, other: Voice) -> bool:
    mine, theirs = _words(one.name), _words(other.name)
    if not mine or not theirs or (one.kind == "person") != (other.kind == "person"):
        return False
    if one.kind != "person":
        return set(mine) - _FOR_SHORT == set(theirs) - _FOR_SHORT or mine == theirs
    given_differ = len(mine) > 1 and len(theirs) > 1 and mine[0][0] != theirs[0][0]
    return ratio(mine[-1], theirs[-1]) >= _ALIKE and not given_differ


def _words(name: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return [word for word in _WORD.findall(plain) if word not in ("mr", "mrs", "ms", "dr", "jr", "sr")]
