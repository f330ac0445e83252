"""What a proposition is about, as terms that count: names, figures, word stems, and families of words for one thing."""

from __future__ import annotations

import json
import math
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

TOPIC: Final = "*"
FIXED: Final = "!"
CALL: Final = f"{FIXED}call"
_TONE: Final = f"{FIXED}tone"
_HERE: Final = Path(__file__).parent
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_POSSESSIVE: Final = re.compile(r"['’]s$|['’]$")
_ENDINGS: Final = re.compile(r"(?:ations?|ate[sd]?|ating|ments?|ings?|ness|ies|ied|es|ed|ly|s|e|y)$")
_SHORTEST_STEM: Final = 4
# A figure is the same in any words ("9 and 10 January"), and it rarely is by chance.
_FIGURE: Final = 6.0
# How the talk went, how long it lasted: whoever reports such a part puts forward the same as the other who does.
_FIXED: Final = 8.0
# A word for a thing or deed of which there is no family ("prepared", "work") says less than a name or a family does.
_ORDINARY: Final = 0.35


def terms_of(text: str) -> dict[str, float]:
    """Return the terms of `text` with what each weighs: how rare it is in official releases, as the logarithm.

    A family's name begins with `TOPIC`, or with `FIXED` where it is a part that every readout has.
    """
    plain = text.replace("’", "'")
    families = {name: [match.span() for match in pattern.finditer(plain.lower())] for name, pattern in _families()}
    found = {name: spans for name, spans in families.items() if spans}
    if _TONE in found:
        found.pop(CALL, None)  # "The conversation took place in a frank atmosphere" tells how, not that
    weights = {name: _rarity(name) for name in found}
    fixed = [span for name, spans in found.items() if name[0] == FIXED for span in spans]
    for term, named, at in _words(plain):
        if not any(start <= at < end for start, end in fixed):  # such a part's words count through it
            weights[term] = max(weights.get(term, 0.0), _rarity(term) * (1.0 if named else _ORDINARY))
    return weights


def _words(text: str) -> Iterator[tuple[str, bool, int]]:
    """Yield the terms of a text's words, whether each is a name or a figure, and where it stands."""
    for match in _WORD.finditer(text):
        word, at = _POSSESSIVE.sub("", match[0]), match.start()
        if word[0].isdigit():
            yield word.replace(",", ""), True, at
        elif word.lower() not in _empty():
            yield stem_of(word.lower()), word[0].isupper() and at > 0, at


def stem_of(word: str) -> str:
    """Cut the ending off, so that "negotiations" and "negotiated" are one; as roughly as that needs."""
    shorter = _ENDINGS.sub("", word)
    return shorter if len(shorter) >= _SHORTEST_STEM else word


@cache
def _families() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (f"{mark}{name}", re.compile(r"(?<![\w-])(?:" + "|".join(words) + ")"))
        for mark, table in ((FIXED, "fixed"), (TOPIC, "topics"))
        for name, words in _vocabulary()[table].items()
    ]


@cache
def _empty() -> frozenset[str]:
    return frozenset(_vocabulary()["empty"]["words"].split())


@cache
def _vocabulary() -> dict[str, Any]:
    return tomllib.loads((_HERE / "vocabulary.toml").read_text(encoding="utf-8"))


@cache
def _counts() -> tuple[int, dict[str, int]]:
    """In how many of how many sentences a term stands (`training/account_terms.py`)."""
    read = json.loads((_HERE / "weights.json").read_text(encoding="utf-8"))
    return read["sentences"], read["terms"]


def _rarity(term: str) -> float:
    if term[0].isdigit():
        return _FIGURE
    if term[0] == FIXED:
        return _FIXED
    sentences, counts = _counts()
    return math.log(sentences / counts.get(term, 40))
