"""The narrator's family, by name: "my parents, James and Olive Meehan" tells who "my father" is all through a story."""

from __future__ import annotations

import re
from typing import Final

from onrecord.speakers.clusters import Cast, Referent
from onrecord.speakers.layout import Layout

_PARENTS: Final = re.compile(r"\b[Mm]y (?:late )?(?P<noun>parents|grandparents), (?=[A-Z])")
_ONE: Final = re.compile(
    r"\b[Mm]y (?:late |older |younger |eldest |then-)?"
    r"(?P<noun>father|mother|wife|husband|brother|sister|son|daughter|grandfather|grandmother|partner|boss),? (?=[A-Z])"
)
_SHORT: Final = {"dad": "father", "mom": "mother", "mum": "mother", "grandpa": "grandfather", "grandma": "grandmother"}
_COUPLE: Final = {"parents": ("father", "mother"), "grandparents": ("grandfather", "grandmother")}


KIN: Final = frozenset(
    ("father", "mother", "wife", "husband", "brother", "sister", "son", "daughter", "grandfather", "grandmother")
)


def find_kin(layout: Layout, cast: Cast) -> dict[str, Referent]:
    """Return who "my father", "my wife" … are, by the noun, where the article's own voice gives a name."""
    people = {place[0]: (place, referent) for place, referent in cast.at.items() if referent.kind == "person"}
    found: dict[str, Referent] = {}
    for match in _ONE.finditer(layout.text):
        if match.end() in people and not layout.quoted(match.start()):
            found.setdefault(match["noun"], people[match.end()][1])
    for match in _PARENTS.finditer(layout.text):
        if match.end() not in people or layout.quoted(match.start()):
            continue
        (_, end), first = people[match.end()]
        if layout.text[end : end + 5] == " and " and end + 5 in people:
            second = people[end + 5][1]
            pair = (second, first) if (first.gender, second.gender) == ("F", "M") else (first, second)
            for noun, parent, gender in zip(_COUPLE[match["noun"]], pair, ("M", "F"), strict=True):
                parent.gender = parent.gender or gender
                found.setdefault(noun, parent)
    return found


def kin_noun(head: str) -> str:
    """ "dad" and "father" are one."""
    return _SHORT.get(head, head)
