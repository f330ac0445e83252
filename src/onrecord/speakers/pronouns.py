"""Whom "he", "she", "it", "they" and "who" take up: the most prominent fitting mention not far before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from itertools import islice, pairwise

from onrecord.speakers.clusters import Referent
from onrecord.speakers.lexicon import COMMON_PERSONS, GROUPS, ROLES, Gender
from onrecord.speakers.scene import REACH, Appearance, Scene, distinct

_SOMEBODY = frozenset(("source", "person", "someone", "somebody", "one", "participant", "attendee", "neighbor"))
_PEOPLE = ROLES | COMMON_PERSONS | _SOMEBODY
_UNKNOWN = 0.85  # how well a person of unknown gender fits
_PARAGRAPH = 0.65  # how much is kept across a paragraph's end, up to three of them
_AGAIN = 0.4  # what a second mention adds
_FADE = 0.5  # how much of its pull a mention keeps from one sentence to the next
_JOINT = re.compile(r"(?: of [^,;.]{1,40})?(?:,? and |, (?=[A-Z]))[^.;,]{0,50}")
"""Between two names of one subject: "Ada Lane of Delta and Prime Minister Tom Holm"."""
_MEETING = re.compile(
    r"\b(?:(?:spoke|met|talked|speaks|meets|conferred|dined|consulted)\b[^.]{0,60}? with|called|hosted|"
    r"(?:held|had|hold|has) (?:[\w-]+ ){0,4}?(?:call|meeting|talk|conversation|discussion)s? with) "
    r"[^.]{0,90}$"
)


def person_of(scene: Scene, at: int, gender: Gender, barred: frozenset[Referent] = frozenset()) -> Referent | None:
    """Who "he" or "she" at `at` is. A person of unknown gender fits both, less well than one whose gender is known."""

    def fit(referent: Referent) -> float:
        somebody = referent.kind == "person" or is_unnamed_person(referent)
        if not somebody or referent in barred or (referent.gender and referent.gender != gender):
            return 0.0
        return 1.0 if referent.gender else _UNKNOWN

    found = _most_prominent(scene, at, fit)
    if found and not found.gender:
        found.gender = gender
    return found


def body_of(scene: Scene, at: int, barred: frozenset[Referent] = frozenset()) -> Referent | None:
    """What "it said" takes up: an organisation; one that has spoken draws it far more than one just named."""

    def fit(referent: Referent) -> float:
        if referent in barred or referent.plural:
            return 0.0
        spoke = 1.0 if referent in speaking else 0.25
        return {"organisation": spoke, "unnamed": spoke, "place": 0.15}.get(referent.kind, 0.0)

    speaking = {seen.referent for seen in scene.appearances if seen.source}
    return _most_prominent(scene, at, fit)


def group_of(scene: Scene, at: int, barred: frozenset[Referent] = frozenset()) -> Referent | None:
    """Who "they" are: the last group or several unnamed people; a campaign or a committee where there are none."""
    here = scene.spoken(at)
    near = [
        seen for seen in scene.before(at) if here - scene.spoken(seen.start) <= REACH and seen.referent not in barred
    ]
    several = [seen for seen in near if seen.referent.plural or _is_group(seen.referent)]
    bodies = [seen for seen in near if seen.referent.kind == "organisation" and seen.source]
    return next((seen.referent for seen in [*(s for s in several if s.source), *several, *bodies]), None)


def couple_of(scene: Scene, at: int) -> list[Referent]:
    """Several who spoke as one just before, or who met: "Ada Lane spoke with Tom Holm. *They* agreed". Else empty."""
    sources = list(islice((seen for seen in scene.before(at) if seen.source), 4))
    together = sources[:1]
    for earlier, later in pairwise(reversed(sources)):
        joined = _JOINT.fullmatch(scene.layout.text, earlier.end, later.start)
        together = [*together, later] if joined and together[-1:] == [earlier] else [later]
        if joined and together == [later]:
            together = [earlier, later]
    if len(together) < 2 or not _all_people(together) or scene.spoken(at) - scene.spoken(together[0].start) > 2:
        return _met(scene, at)
    return list(distinct(together))


def _all_people(appearances: list[Appearance]) -> bool:
    return all(seen.referent.kind == "person" for seen in appearances)


def _met(scene: Scene, at: int) -> list[Referent]:
    """ "Vice President Harris met today with President Ruto." and nobody else, in one of the two sentences before."""
    here = scene.layout.sentence(at)
    for number in range(here - 1, max(-1, here - 3), -1):
        start, end = scene.layout.sentences[number]
        if scene.layout.paragraph(start) + 1 < scene.layout.paragraph(at):
            return []
        there = [seen for seen in scene.before(end) if seen.start >= start and seen.referent.kind == "person"]
        people = list(distinct(reversed(there)))
        if len(people) == 2:
            first = min(seen.end for seen in there if seen.referent is people[0])
            second = min(seen.start for seen in there if seen.referent is people[1])
            return people if _MEETING.search(scene.layout.text, first, second) else []
        if people:
            return []
    return []


def is_unnamed_person(referent: Referent) -> bool:
    """ "A senior official" and "my father" are taken up by "he"; "the report" and "sources" aren't."""
    head = referent.words[-1] if referent.words else ""
    return referent.kind == "unnamed" and not referent.plural and head in _PEOPLE


def _is_group(referent: Referent) -> bool:
    """Republicans; but not the "Republican" of "Republican leaders"."""
    return referent.kind == "group" and (referent.name.endswith("s") or referent.words[-1] in GROUPS)


def _most_prominent(scene: Scene, at: int, fit: Callable[[Referent], float]) -> Referent | None:
    here, paragraph = scene.spoken(at), scene.layout.paragraph(at)
    pull: defaultdict[Referent, float] = defaultdict(float)
    for seen in scene.before(at):
        distance = here - scene.spoken(seen.start)
        if distance > REACH:
            break
        if fitting := fit(seen.referent):
            further = min(3, paragraph - scene.layout.paragraph(seen.start))
            strength = fitting * seen.weight * _FADE**distance * _PARAGRAPH**further
            most, least = max(pull[seen.referent], strength), min(pull[seen.referent], strength)
            pull[seen.referent] = most + _AGAIN * least
    if pull:
        return max(pull, key=lambda referent: pull[referent])
    return _named_soon(scene, at, fit) or _named_before(scene, at, fit)


def _named_soon(scene: Scene, at: int, fit: Callable[[Referent], float]) -> Referent | None:
    """ "In his speech, Mr. Cruz said": the name comes after the pronoun, in the same sentence or the next."""
    here = scene.layout.sentence(at)
    for seen in scene.after(at):
        if scene.layout.sentence(seen.start) > here + 1:
            return None
        if fit(seen.referent):
            return seen.referent
    return None


def _named_before(scene: Scene, at: int, fit: Callable[[Referent], float]) -> Referent | None:
    return next((seen.referent for seen in scene.before(at) if fit(seen.referent)), None)
