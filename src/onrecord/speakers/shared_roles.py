"""Roles that several share: "Sens. Jon Tester and David Vitter", "two voters, Ada Lane and Tom Holm"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from onrecord.speakers.clusters import Cast, Referent
from onrecord.speakers.layout import Layout
from onrecord.speakers.lexicon import ABBREVIATED, FUNCTION_WORDS, ROLES
from onrecord.speakers.names import ProperName

_JOINED: Final = re.compile(r"(?:\s\([^)]{1,20}\))?(?:,? and |, )(?=[A-Z])")
""" "(D-Ore.), " and " and " between two names of a list."""
_LEAD: Final = re.compile(r"(?:[\w.’'-]+ ){0,4}(?P<noun>[\w-]+s\.?|spokesmen|businessmen|men|women),? $")
_COUNTED: Final = re.compile(r"\b(?:two|both|three|four|five|six|several) ", re.IGNORECASE)
_LAST: Final = re.compile(r",? and $")


def share_roles(layout: Layout, cast: Cast) -> None:
    """Give each of several people the role that stands once before all of them, if nothing else says what they are."""
    people = {place[0]: (name, cast.at[place]) for name in cast.names if (place := name.place) in cast.at}
    for name, referent in people.values():
        if referent.kind != "person" or layout.quoted(name.start) or not (place := _plural_before(layout, name.start)):
            continue
        together = list(_listed_from(layout.text, people, name))
        for member in together if len(together) > 1 else []:
            if not member.roles:
                member.roles[layout.text[slice(*place)]] = (name.start, name.end)


def _plural_before(layout: Layout, at: int) -> tuple[int, int] | None:
    """Where the plural role before a name stands: its noun and what leads up to it from the last small word on."""
    floor = max(layout.sentences[layout.sentence(at)][0], at - 60)
    found = _LEAD.search(layout.text, floor, at)
    if found is None or not _plural_role(found["noun"].lower().rstrip(".")):
        return None
    start, end = found.span("noun")
    if layout.text[at - 2] == "," and not _COUNTED.search(found[0]):
        return None  # "among registered voters, Clinton and Trump are level"
    for word in reversed(list(re.finditer(r"[\w.’'-]+", layout.text[floor:start]))):
        if word[0].lower() in FUNCTION_WORDS - {"first", "former"} or layout.text[floor + word.end()] != " ":
            break
        start = floor + word.start()
    return start, end


def _plural_role(noun: str) -> bool:
    if noun in ("sens", "reps", "spokesmen", "businessmen"):
        return True
    return noun.removesuffix("s") in ROLES and noun not in ABBREVIATED and not noun.endswith("ss")


def _listed_from(text: str, people: dict[int, tuple[ProperName, Referent]], name: ProperName) -> Iterator[Referent]:
    """The people of a list that begins with `name`; nobody after the one whom "and" brings."""
    at, last = name.start, False
    while at in people and people[at][1].kind == "person":
        found, referent = people[at]
        yield referent
        joined = None if last else _JOINED.match(text, found.end)
        last = bool(joined) and bool(_LAST.search(joined[0] if joined else ""))
        at = joined.end() if joined else -1
