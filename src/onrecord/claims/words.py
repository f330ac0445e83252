"""Words as they are compared: without their endings, and synonyms of the news under one head.

"Ukrainian forces are surrounded" and "its soldiers are encircled" have the terms `troop` and `surround` in common.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, cast

WORD: Final = re.compile(r"[A-Za-zÀ-ɏ]+(?:[’'][a-z]+)?|[A-Za-z]\.(?:[A-Za-z]\.)+|\d[\d,.]*\d|\d")
_ENDINGS: Final = ("ations", "ation", "ements", "ement", "ments", "ment", "edly", "ings", "ing", "ies", "ied", "ions",
                   "ion", "ers", "ed", "er", "es", "ly", "al", "s", "e")  # fmt: skip
_SHORTEST: Final = {"ations": 5, "ation": 5, "ements": 4, "ement": 4, "ments": 4, "ment": 4, "ions": 5, "ion": 5,
                    "ers": 4, "er": 4, "al": 5}  # fmt: skip
_IRREGULAR: Final = {
    "shot": "shoot", "held": "hold", "met": "meet", "paid": "pay", "sold": "sell", "bought": "buy", "sent": "send",
    "left": "leave", "kept": "keep", "knew": "know", "took": "take", "taken": "take", "gave": "give", "given": "give",
    "went": "go", "gone": "go", "came": "come", "began": "begin", "begun": "begin", "broke": "break", "wrote": "write",
    "broken": "break", "spoke": "speak", "spoken": "speak", "stole": "steal", "stolen": "steal", "fled": "flee",
    "fought": "fight", "won": "win", "lost": "lose", "led": "lead", "made": "make", "built": "build", "died": "die",
    "dying": "die", "lied": "lie", "lying": "lie", "fell": "fall", "fallen": "fall", "rose": "rise", "risen": "rise",
    "grew": "grow", "grown": "grow", "ran": "run", "caught": "catch", "found": "find", "told": "tell", "felt": "feel",
    "children": "child", "women": "woman", "men": "man", "people": "people", "lives": "life", "written": "write",
    "chose": "choose", "chosen": "choose", "hid": "hide", "hidden": "hide", "drew": "draw", "flew": "fly",
}  # fmt: skip


@dataclass(frozen=True)
class Lexicon:
    """`heads` leads from a term (or two joined by `_`) to the head of its line, `forms` from a word as it stands
    ("forced" is no "force"); `opposite` holds pairs, both ways, `distinct` those that are of one kind and yet different
    things. `idle` words say nothing of what a statement is about, `no_names` have a capital and name nobody, `people`
    are terms for those who are counted.
    """

    heads: Mapping[str, str]
    forms: Mapping[str, str]
    opposite: frozenset[tuple[str, str]]
    distinct: frozenset[tuple[str, str]]
    idle: frozenset[str]
    no_names: frozenset[str]
    people: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Read `lexicon.toml`; a word that stands in two lines belongs to the first."""
    text = files("onrecord.claims").joinpath("lexicon.toml").read_text("utf-8")
    table = cast(dict[str, list[str]], tomllib.loads(text))
    heads: dict[str, str] = {}
    for line in table["alike"]:
        words = line.split()
        for word in words:
            heads.setdefault("_".join(stem(part) for part in word.split("_")), words[0])
    return Lexicon(
        heads=heads,
        forms=_forms(table["forms"], heads),
        opposite=_both_ways(table["opposite"], heads),
        distinct=_both_ways(table["distinct"], heads),
        idle=_words(table["idle"]),
        no_names=_words(table["no_names"]),
        people=frozenset(heads.get(stem(word), stem(word)) for word in _words(table["people"])),
    )


def _words(lines: Sequence[str]) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


def _forms(lines: Sequence[str], heads: Mapping[str, str]) -> dict[str, str]:
    return {form: _head(line.split()[0], heads) for line in lines for form in line.split()}


def _both_ways(lines: Sequence[str], heads: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    pairs = [[_head(word, heads) for word in line.split()] for line in lines]
    return frozenset((a, b) for one, other in pairs for a, b in ((one, other), (other, one)) if a != b)


def _head(word: str, heads: Mapping[str, str]) -> str:
    term = "_".join(stem(part) for part in word.split("_"))
    return word if word in heads.values() else heads.get(term, term)


@lru_cache(50_000)
def stem(word: str) -> str:
    """Take off the endings of inflection and the commonest of derivation: `accusations`, `accused` → `accus`.

    Two forms need to meet, nobody reads them: a lighter Porter (1980).
    """
    word = word.lower().replace("’", "'").removesuffix("'s")
    if word in _IRREGULAR:
        return _stripped(_IRREGULAR[word])
    return _stripped(word)


def _stripped(word: str) -> str:
    for ending in _ENDINGS:
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= _SHORTEST.get(ending, 3):
            if ending == "s" and rest[-1] in "su":
                return word
            word = rest + "y" if ending in ("ies", "ied") else rest
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsze":
        word = word[:-1]
    if len(word) > 6 and word.endswith("at"):
        word = word[:-2]
    return word.removesuffix("e") if len(word) > 3 else word


def terms_of(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the place and the term of each word that says something, numbers apart.

    Two words may be one term: "shot down" → `shoot_down`.
    """
    heads, forms, idle = lexicon().heads, lexicon().forms, lexicon().idle
    at = 0
    while at < len(words):
        pair = f"{stem(words[at])}_{stem(words[at + 1])}" if at + 1 < len(words) else ""
        if pair in heads:
            yield at, heads[pair]
            at += 2
            continue
        word = words[at].lower().replace("’", "'")
        if word not in idle and not word[0].isdigit():
            term = stem(word)
            yield at, forms.get(word) or heads.get(term, term)
        at += 1
