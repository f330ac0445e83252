"""Names as they are compared: a country under one key however it is called, a person by surname.

"Kyiv", "Ukraine" and "Ukrainian" are `ukraine`; "President Volodymyr Zelenskyy" and "Zelenskyy" are `zelenskyy`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, cast

from onrecord.claims.words import lexicon

_NAME: Final = re.compile(
    r"(?:[A-Z]\.){2,}|[A-ZÀ-Þ][\w’'-]*(?:[ ](?:of |de |al-|bin )?[A-ZÀ-Þ][\w’'-]*)*",
)
_EMPTY: Final = frozenset(
    {"the", "of", "and", "for", "de", "al", "bin", "new", "north", "south", "east", "west",
     "northern", "southern", "eastern", "western", "central", "greater", "upper", "lower", "united", "saint"}
)  # fmt: skip


@cache
def _places() -> dict[str, str]:
    text = files("onrecord.claims").joinpath("places.json").read_text("utf-8")
    return cast(dict[str, str], json.loads(text)["places"])


def fold(name: str) -> str:
    """Lower case, no accents, no full stops, no possessive: "The U.S." → `us`."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))
    plain = re.sub(r"[’']s?\b", "", plain).replace(".", "").removeprefix("the ")
    return " ".join(plain.replace("-", " ").split())


@lru_cache(20_000)
def name_key(name: str) -> str:
    """The country that a name means; else its last word, which is what an article goes on to use."""
    folded = fold(name)
    place = _places().get(folded)
    if place:
        return place
    words = folded.split()
    if _ends_in_place(name):  # "Valeska Paris" is no place.
        return words[-1]
    return _places().get(words[-1], words[-1]) if words else ""


def _ends_in_place(name: str) -> bool:
    """A given name before what else would be a place, and nothing of a state's or a body's name."""
    words = fold(name).split()
    if len(words) != 2 or not all(word[:1].isupper() for word in name.split()):
        return False
    return not (country_of(words[0]) or words[0] in lexicon().no_names or words[0] in _EMPTY)


def country_of(name: str) -> str | None:
    """The key of the country that "Kyiv", "Ukrainian" or "Ukraine" means; None for what means none."""
    return _places().get(fold(name))


def names_in(text: str) -> list[tuple[int, int, str]]:
    """Give each name's start, end and key, in order. A capital that only begins a sentence may be taken for one."""
    found: list[tuple[int, int, str]] = []
    for match in _NAME.finditer(text):
        for start, end in _parts(text, match.start(), match.end()):
            key = name_key(text[start:end])
            if key and len(key) > 1:
                found.append((start, end, key))
    return found


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut off what is no name; and where a nationality leads, it stands for itself: "Russian President Vladimir
    Putin" is Russia and Putin, "Iranian Quds Force" is Iran and the force.
    """
    words = [(start + word.start(), start + word.end()) for word in re.finditer(r"\S+", text[start:end])]
    parts: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        size = next((size for size in (3, 2, 1) if _is_place(text, words[at : at + size], size)), 0)
        if not size and fold(text[slice(*words[at])]) not in lexicon().no_names:
            size = _other_name(text, words[at:])
        if size:
            parts.append((words[at][0], words[at + size - 1][1]))
        at += size or 1
    return parts


def _is_place(text: str, words: Sequence[tuple[int, int]], size: int) -> bool:
    return len(words) == size and country_of(text[words[0][0] : words[-1][1]]) is not None


def _other_name(text: str, words: Sequence[tuple[int, int]]) -> int:
    """How many words from the first on are one name that is no country's."""
    for size in range(1, len(words)):
        place = _is_place(text, words[size : size + 1], 1)
        given = size == 1 and len(words) == 2 and _ends_in_place(text[words[0][0] : words[1][1]])
        if fold(text[slice(*words[size])]) in lexicon().no_names or (place and not given):
            return size
    return len(words)


def may_be_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """May two lists of speakers' names have one in common? "Trump" and "the Trump campaign" may, for a contest is
    between different speakers and a person is no stranger to the own campaign.
    """
    return bool(_marks(one) & _marks(other))


def _marks(names: Sequence[str]) -> set[str]:
    marks: set[str] = set()
    for name in names:
        key = country_of(name)
        if key:
            marks.add(key)
        for word in fold(name).split():
            if word not in _EMPTY and len(word) > 2:
                marks.add(_places().get(word, word))
    return marks
