"""The words and phrases of cues and the stance of each: `stances.toml`, inflected."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, cast, get_args

from onrecord.schema import Stance
from onrecord.statements.inflection import noun_forms, verb_forms

_LONGEST: Final = 5
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*(?:'[a-z]+)?")
_ADVERB = re.compile(
    r"(?!reply|imply|supply|apply|comply|rely|rally|likely|unlikely|only|hardly|barely|scarcely|ally|early)\w+ly"
)
_MANNER: Final = frozenset({"also", "again", "even", "still", "just", "always", "once", "later", "then", "further"})
_Forms = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Match:
    """An entry found among words: `words[start:end]`."""

    start: int
    end: int
    stance: Stance


@dataclass(frozen=True)
class CueLexicon:
    """Sequences of words and the stance of each, and all forms of the verbs that do something to what follows.

    `passing` verbs hand on to the verb after `to` (`sought to deny`); `telling` ones leave the stance to the content;
    `carrying` ones to a noun that they carry (`expressed doubt`).
    """

    stances: Mapping[tuple[str, ...], Stance]
    passing: frozenset[str]
    telling: frozenset[str]
    carrying: frozenset[str]

    def longest(self, words: Sequence[str], start: int) -> Match | None:
        """Return the longest entry that begins at `words[start]`; null where none does."""
        for length in range(min(_LONGEST, len(words) - start), 0, -1):
            stance = self.stances.get(tuple(words[start : start + length]))
            if stance:
                return Match(start, start + length, stance)
        return None


def plain_words(text: str) -> list[str]:
    """Return lower-case words without contractions (`didn't` is two) or manner (`called loudly for` calls for)."""
    return [word for word in _WORD.findall(spelled_out(text)) if word not in _MANNER and not _ADVERB.fullmatch(word)]


def spelled_out(text: str) -> str:
    """Lower-case `text`, its contractions undone and its apostrophes straight: `won’t` → will not, `I’d` → i would."""
    lowered = text.lower().replace("’", "'").replace("can't", "can not").replace("cannot", "can not")
    lowered = re.sub(r"n't\b", " not", lowered.replace("won't", "will not"))
    lowered = re.sub(r"'ll\b", " will", re.sub(r"'d\b", " would", lowered))
    lowered = re.sub(r"\b(he|she|it|that|there|this|what|who)'s\b", r"\1 is", lowered.replace("let's", "let us"))
    return re.sub(r"'re\b", " are", re.sub(r"'m\b", " am", re.sub(r"'ve\b", " have", lowered)))


@cache
def cue_lexicon() -> CueLexicon:
    """Read the lexicon that the package ships, once."""
    table = tomllib.loads((files("onrecord.statements") / "stances.toml").read_text(encoding="utf-8"))
    doubling = frozenset(cast(str, table["inflection"]["doubling"]).split())
    irregular = _irregular(table["inflection"]["irregular_forms"])
    stances: dict[tuple[str, ...], Stance] = {}
    for stance in get_args(Stance):
        for entry in _entries(table[stance], doubling, irregular):
            stances[entry] = stance  # a later stance is the stronger claim to a shared form
    kinds = (_all_forms(table[kind]["words"], doubling, irregular) for kind in ("passing", "telling", "carrying"))
    return CueLexicon(stances, *kinds)


def _all_forms(words: str, doubling: frozenset[str], irregular: _Forms) -> frozenset[str]:
    return frozenset[str]().union(*(verb_forms(word, doubling, irregular) for word in words.split()))


def _irregular(listed: Sequence[str]) -> dict[str, frozenset[str]]:
    return {forms.split()[0]: frozenset(forms.split()) for forms in listed}


def _entries(table: Mapping[str, Any], doubling: frozenset[str], irregular: _Forms) -> list[tuple[str, ...]]:
    """All inflected sequences of words of one stance's table."""
    own = {**irregular, **_irregular(table.get("irregular", []))}
    verbs = set(cast(str, table.get("verbs", "")).split()) | set(_irregular(table.get("irregular", [])))
    entries = [(form,) for verb in verbs for form in verb_forms(verb, doubling, own)]
    entries += [(form,) for noun in cast(str, table.get("nouns", "")).split() for form in noun_forms(noun)]
    for phrase in cast(list[str], table.get("phrases", [])):
        head, *rest = phrase.split()
        forms = verb_forms(head[1:], doubling, own) if head.startswith("~") else [head]
        entries += [(form, *rest) for form in forms]
    return entries
