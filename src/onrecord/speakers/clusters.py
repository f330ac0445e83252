"""Which names in an article are one person's or one body's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from onrecord.schema import MentionForm, SpeakerKind
from onrecord.speakers.knowledge import Knowledge
from onrecord.speakers.layout import Layout
from onrecord.speakers.lexicon import BODIES, Gender
from onrecord.speakers.names import ProperName, fold, initials, same_first_name, surname_of
from onrecord.speakers.voting import misspelt_among, vote_kinds

Place = tuple[int, int]
_BRACKET = re.compile(r"\s?\(\s*(?:the )?([\w.]+)")
_AHEAD = ("headline", "caption", "subheading")  # they run ahead of the text, with short names
_AND_NAME = re.compile(r" (?:and|&) (?=[A-Z])")
_BY_THEMSELVES = frozenset(
    ("house", "senate", "congress", "parliament", "army", "navy", "police", "press", "news", "american", "national",
     "international", "democratic", "republican", "united", "new", "european", "state", "federal", "center", "kremlin")
)  # fmt: skip
"""Bodies in their own right, and first words that many bodies share."""


@dataclass(eq=False)
class Referent:
    """Somebody or something that the article speaks of, as far as it has been read. Compared by identity."""

    name: str
    kind: SpeakerKind | Literal["place"]
    words: tuple[str, ...] = ()
    gender: Gender = ""
    plural: bool = False
    roles: dict[str, Place] = field(default_factory=dict[str, Place])
    mentions: dict[Place, MentionForm] = field(default_factory=dict[Place, MentionForm])
    names: list[ProperName] = field(default_factory=list[ProperName])
    members: tuple[Referent, ...] = ()

    def take(self, name: ProperName) -> None:
        self.names.append(name)
        self.mentions[name.place] = "name"
        self.gender = self.gender or name.gender

    @property
    def first(self) -> int:
        return min((start for start, _ in self.mentions), default=0)


@dataclass(frozen=True)
class Cast:
    """Everyone whom an article names, and who stands at each name's place."""

    referents: list[Referent]
    at: dict[Place, Referent]
    names: list[ProperName]
    """In text order, each of the kind that most of its mentions have."""

    def join(self, referent: Referent, name: ProperName) -> None:
        referent.take(name)
        self.at[name.place] = referent


def group_names(layout: Layout, names: Sequence[ProperName], knowledge: Knowledge) -> Cast:
    """Join "Peskov" to "Dmitry Peskov", "the RNC" to "Republican National Committee (RNC)"."""
    names = vote_kinds(names)
    found = Cast([], {}, names)
    people = [name for name in names if name.kind == "person"]
    full = [name for name in people if len(name.words) > 1]
    for name in full:
        _join_or_add(found, name, _same_person(found, name))
    for name in people:
        if len(name.words) == 1:
            couple = _of_a_couple(found, layout, name, knowledge)
            known = couple or _office_holder(found, name, knowledge) or _bearer(found, layout, name)
            _join_or_add(found, name, known, knowledge)
    others = [name for name in names if name.kind != "person"]
    for name in sorted(others, key=lambda name: (-len(name.words), name.start)):
        _join_or_add(found, name, _same_body(found, name, layout))
    for referent in found.referents:
        referent.name = _fullest(referent)
    return found


def _join_or_add(found: Cast, name: ProperName, referent: Referent | None, knowledge: Knowledge | None = None) -> None:
    if referent is None:
        referent = Referent(name.text, name.kind, name.words)
        known = (
            knowledge.person(name.words[-1], name.title, name.gender) if knowledge and name.kind == "person" else None
        )
        if known:
            first = known.name.split()[:-1]
            referent.name = " ".join((*first, name.text))
            referent.words, referent.gender = fold(referent.name), known.gender
        found.referents.append(referent)
    if name.kind == "person" and len(name.words) > len(referent.words):
        referent.words = name.words
    found.join(referent, name)


def _same_person(found: Cast, name: ProperName) -> Referent | None:
    for referent in found.referents:
        if referent.kind == "person" and same_person(referent.words, name.words):
            return referent
    return None


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Equal surnames, and first names that are one: Donald J. Trump and D. Trump, Joe Biden and Joseph R. Biden, Jr."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) > 1 and (long[-len(short) :] == short or long[: len(short)] == short):
        return True  # "Suu Kyi" and "Aung San Suu Kyi"
    if surname_of(one) != surname_of(other):
        return False
    return same_first_name(one[0], other[0])


def _office_holder(found: Cast, name: ProperName, knowledge: Knowledge) -> Referent | None:
    """ "President Obama" is not the Michelle Obama whom alone the article names in full."""
    known = knowledge.person(name.words[0], name.title, name.gender) if name.title else None
    if known is None or known.office != name.title:
        return None
    bearers = [person for person in found.referents if surname_of(person.words) == name.words[0]]
    titled = [person for person in bearers if any(name.title == other.title for other in person.names)]
    if titled or not bearers:
        return titled[0] if titled else None
    words = fold(known.name)
    same = [person for person in bearers if same_person(person.words, words)]
    if same:
        return same[0]
    found.referents.append(Referent(known.name, "person", words, known.gender))
    return found.referents[-1]


def _of_a_couple(found: Cast, layout: Layout, name: ProperName, knowledge: Knowledge) -> Referent | None:
    """ "Bill" of "Bill and Hillary Clinton" is Bill Clinton; "Kaine and Bill Clinton" have a surname each."""
    following = _AND_NAME.match(layout.text, name.end)
    partner = next((n for n in found.names if following and n.start == following.end()), None)
    first = name.words[0]
    if partner is None or partner.kind != "person" or len(partner.words) != 2 or name.title or partner.title:
        return None
    surnames = {surname_of(person.words) for person in found.referents if person.kind == "person"}
    if first not in knowledge.genders or first in surnames:
        return None
    words = (first, partner.words[1])
    known = next((p for p in found.referents if p.kind == "person" and same_person(p.words, words)), None)
    if known is None:
        shown = f"{name.text} {partner.text.split()[-1]}"
        known = Referent(shown, "person", words, knowledge.genders[first])
        found.referents.append(known)
    return known


def _bearer(found: Cast, layout: Layout, name: ProperName) -> Referent | None:
    """Whom a surname (or a first name) alone means: the bearer nearest in the paragraph, else the one named first."""
    word = name.words[0]
    people = [referent for referent in found.referents if referent.kind == "person"]
    fitting = [person for person in people if surname_of(person.words) == word]
    fitting = fitting or [person for person in people if word in (person.words[0], person.words[-1])]
    fitting = fitting or [person for person in people if word in person.words and len(word) > 3]
    fitting = [person for person in fitting if not (name.gender and person.gender and person.gender != name.gender)]
    if len(fitting) < 2:
        return fitting[0] if fitting else _misspelt(people, word)
    if name.title:
        titled = [person for person in fitting if any(name.title in known.title for known in person.names)]
        fitting = titled or fitting
    paragraph = layout.paragraphs[layout.paragraph(name.start)][0]
    near = {
        person: max((n.start for n in person.names if paragraph <= n.start < name.start), default=-1)
        for person in fitting
    }
    nearest = max(fitting, key=lambda person: near[person])
    single = [person for person in fitting if any(len(known.words) == 1 for known in person.names)]
    return (
        nearest
        if near[nearest] >= 0 and not single
        else min(single or fitting, key=lambda person: person.names[0].start)
    )


def _misspelt(people: Iterable[Referent], word: str) -> Referent | None:
    bearers: dict[tuple[str, ...], Referent] = {person.words: person for person in people if person.words[1:]}
    words = misspelt_among(bearers, word)
    return bearers[words] if words else None


def _same_body(found: Cast, name: ProperName, layout: Layout) -> Referent | None:
    bodies = [
        referent
        for referent in found.referents
        if referent.kind == name.kind or {referent.kind, name.kind} <= {"organisation", "group"}
    ]
    for referent in bodies:
        if referent.words == name.words:
            return referent
    if len(name.words) == 1 and (owner := _acronym(bodies, name, layout)):
        return owner
    if name.kind == "place":
        return None
    short = [body for body in bodies if _shortened(body.words, name.words) and not _older(found, layout, body, name)]
    return _nearest_before(short, name.start)


def _acronym(bodies: list[Referent], name: ProperName, layout: Layout) -> Referent | None:
    letters = name.words[0].replace(".", "")
    if not 2 <= len(letters) <= 6 or not name.text.replace(".", "").isupper():
        return None
    for body in bodies:
        if len(body.words) > 1 and letters in initials(body.name):
            return body
        place = body.names[0]
        bracket = _BRACKET.match(layout.text, place.end)
        if bracket and bracket[1] == name.text:
            return body
    return None


def _shortened(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """ "the Times" for the Tampa Bay Times, "Carnegie" for the Carnegie Endowment; "House" is no White House."""
    count = len(short)
    if count >= len(long) or (count == 1 and short[0] in _BY_THEMSELVES):
        return False
    if long[-count:] == short:
        return count > 1 or short[0] in BODIES
    return long[:count] == short and (count > 1 or short[0] not in BODIES)


def _older(found: Cast, layout: Layout, body: Referent, short: ProperName) -> bool:
    """Is the short name told before the long one? "Etlaq", which holds the Etlaq Fan Experience, is no short for it."""
    if len(short.words) > 1 or body.words[-1:] == short.words:
        return False
    told = (n.start for n in found.names if n.words == short.words and layout.kind(n.start) not in _AHEAD)
    first = min((n.start for n in body.names), default=0)
    return next(told, short.start) < first


def _nearest_before(referents: list[Referent], at: int) -> Referent | None:
    """The one named last before `at`, else the one named first after it."""
    before = [
        (max(n.start for n in r.names if n.start < at), r) for r in referents if any(n.start < at for n in r.names)
    ]
    if before:
        return max(before, key=lambda pair: pair[0])[1]
    return min(referents, key=lambda referent: referent.first) if referents else None


def _fullest(referent: Referent) -> str:
    """The longest form of the name: most words, then the first; knowledge's where the article has but a surname."""
    if referent.kind == "place" or not referent.names:
        return referent.name
    longest = max(referent.names, key=lambda name: (len(name.words), not name.text.isupper(), -name.start))
    return longest.text if len(longest.words) >= len(referent.words) or referent.kind != "person" else referent.name
