"""What OnRecord knows of the world before it reads: office holders, countries and their capitals, first names.

Compiled by training/knowledge.py from sources that knowledge.json names. What an article says outranks it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast

from onrecord.speakers.lexicon import Gender


@dataclass(frozen=True)
class KnownPerson:
    name: str
    gender: Gender
    office: str


@dataclass(frozen=True)
class Knowledge:
    """Keys are lower case. `leaders` and `legislators` go from a folded surname to those who bear it.

    `aliases` lead from another name of a body to the one that readers know, `known_as` does so for a person; neither's
    keys have accents or full stops.
    """

    leaders: dict[str, tuple[KnownPerson, ...]]
    legislators: dict[str, tuple[KnownPerson, ...]]
    countries: dict[str, str]
    places: dict[str, str]
    bodies: dict[str, tuple[str, str]]
    genders: dict[str, Gender]
    aliases: dict[str, str]
    known_as: dict[str, str]

    def person(self, surname: str, title: str, gender: Gender) -> KnownPerson | None:
        """Who is meant by a surname alone. No guess where several fit: "Johnson" needs "Prime Minister" before it."""
        key = fold_surname(surname)
        leaders = self.leaders.get(key, ())
        bearers = (*leaders, *self.legislators.get(key, ()))
        fitting = [person for person in bearers if not (gender and person.gender and person.gender != gender)]
        if len(fitting) > 1 or not leaders:
            fitting = [person for person in fitting if title and person.office == title]
        return fitting[0] if len(fitting) == 1 else None

    def offices(self, words: tuple[str, ...]) -> frozenset[str]:
        """The words of the offices that somebody of this full (folded) name holds or held."""
        first, key = words[0], fold_surname(words[-1])
        known = (*self.leaders.get(key, ()), *self.legislators.get(key, ()))
        return frozenset(
            word for person in known if person.name.lower().split()[0] == first for word in person.office.split()
        )

    def country(self, word: str) -> str | None:
        """The country of a name, a capital or a nationality: "Kyiv" and "Ukrainian" lead to Ukraine."""
        word = word.lower()
        return self.countries.get(word) or self.places.get(word)


def fold_surname(surname: str) -> str:
    """Papers differ on the end of Ukrainian and Russian surnames: Zelenskyy, Zelenskiy, Zelensky."""
    folded = surname.lower()
    for ending in ("skyy", "skiy", "skyi", "skii", "skij"):
        if folded.endswith(ending):
            return folded[: -len(ending)] + "sky"
    return folded


@cache
def load_knowledge() -> Knowledge:
    raw = cast(dict[str, Any], json.loads((files("onrecord.speakers") / "knowledge.json").read_text("utf-8")))
    genders: dict[str, Gender] = {}
    for gender in ("F", "M"):
        genders.update(dict.fromkeys(raw["first_names"][gender].split(), gender))
    return Knowledge(
        leaders=_by_surname(raw["leaders"], genders),
        legislators=_by_surname(raw["legislators"], genders),
        countries={country.lower(): country for country in raw["countries"]},
        places=raw["places"],
        bodies={key: (name, country) for key, (name, country) in raw["bodies"].items()},
        genders=genders,
        aliases=raw["aliases"],
        known_as=raw["known_as"],
    )


def _by_surname(people: list[list[str]], genders: dict[str, Gender]) -> dict[str, tuple[KnownPerson, ...]]:
    found: defaultdict[str, dict[str, KnownPerson]] = defaultdict(dict)
    for name, gender, office in people:
        first, *_, last = name.split(" ")
        known = gender if gender in ("F", "M") else genders.get(first.lower(), "")
        found[fold_surname(last)].setdefault(name, KnownPerson(name, known, office))
    return {surname: tuple(bearers.values()) for surname, bearers in found.items()}
