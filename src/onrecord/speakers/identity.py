"""Who is who across articles: the appearances of one block become speakers, the same in whatever order they come."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.schema import Appearance, Identity, Membership, SpeakerKind, speaker_id, split_identity_id
from onrecord.speakers.appearances import is_person, person_name
from onrecord.speakers.attaching import Person, attach, known_person, same_stranger
from onrecord.speakers.bodies import body_groups
from onrecord.speakers.confusable import common_company, split_people
from onrecord.speakers.joining import Groups
from onrecord.speakers.people import find_designations
from onrecord.speakers.person_names import PersonName

_LATEST = 50


@dataclass
class Group:
    """Appearances of one speaker, each with its rule and score; `name` where the most frequent one won't do."""

    members: list[tuple[Appearance, str, float]] = field(default_factory=list[tuple[Appearance, str, float]])
    name: str | None = None
    kind: SpeakerKind | None = None


@dataclass(frozen=True)
class Identified:
    """The speakers of a block, and which appearance is whose."""

    identities: tuple[Identity, ...]
    memberships: tuple[Membership, ...]


def identify(appearances: Sequence[Appearance]) -> Identified:
    """Say who is who among the appearances of one block: a pure function of them as a set."""
    ordered = sorted(appearances, key=lambda one: (one.article, one.speaker))
    people = [appearance for appearance in ordered if is_person(appearance)]
    bodies = [appearance for appearance in ordered if not is_person(appearance)]
    return _named(_people(people) + [Group(group.members, group.name, group.kind) for group in body_groups(bodies)])


def _people(appearances: list[Appearance]) -> list[Group]:
    if not appearances:
        return []
    common = common_company(appearances)
    designations, loose = find_designations(appearances)
    groups: list[Group] = []
    people: list[Person] = []
    for designation in designations:
        for part in split_people(designation.main, designation.appearances, common):
            shown = _most_frequent(part)
            groups.append(Group([(one, *_full_name_rule(one, shown)) for one in part]))
            people.append(Person(designation.names, part))
    strangers: list[Appearance] = []
    for appearance in loose:
        attached = attach(appearance, people, common)
        if attached is None:
            strangers.append(appearance)
        else:
            groups[attached.person].members.append((appearance, attached.rule, _probability(attached.score)))
    return groups + _strangers(strangers, common)


def _most_frequent(appearances: Sequence[Appearance]) -> PersonName:
    counts = Counter(person_name(appearance) for appearance in appearances)
    return min(counts, key=lambda name: (-counts[name], name.given, name.surname))


def _full_name_rule(appearance: Appearance, main: PersonName) -> tuple[str, float]:
    """By which rule a full name is this person's: the same, a short or an other form of it."""
    name = person_name(appearance)
    if (name.given[:1], name.last, name.suffix) == (main.given[:1], main.last, main.suffix):
        return "full name", 0.98
    if name.last != main.last:
        return "other spelling of the name", 0.95
    return ("initial", 0.9) if len(name.first) == 1 else ("other form of the name", 0.95)


def _probability(evidence: float) -> float:
    """Bring added evidence to a number between 0 and 1; 2 is just enough, 5 is plenty."""
    return round(min(0.97, 0.8 + 0.05 * (evidence - 2.0)), 2)


def _strangers(appearances: list[Appearance], common: frozenset[str]) -> list[Group]:
    """Surnames of nobody with a full name: joined where the office is known, or with role and time in common."""
    # In the order of time, so that each need be held against the latest before it only.
    appearances = sorted(appearances, key=lambda one: (one.day or "", one.article, one.speaker))
    groups = Groups(len(appearances))
    known = [known_person(appearance) for appearance in appearances]
    first_known: dict[PersonName, int] = {}
    for number, name in enumerate(known):
        if name is not None:
            groups.join(first_known.setdefault(name, number), number)
    for first, one in enumerate(appearances):
        for second in range(max(0, first - _LATEST), first):
            if known[first] is None and known[second] is None and same_stranger(one, appearances[second], common):
                groups.join(first, second)
    return [
        Group([(appearances[number], _stranger_rule(known[number], len(group)), 0.85) for number in group])
        for group in groups.all()
    ]


def _stranger_rule(known: PersonName | None, size: int) -> str:
    if known is not None:
        return "surname of a known office holder"
    return "surname, with role and time in common" if size > 1 else "name as read"


def _named(groups: list[Group]) -> Identified:
    """Give every group its id and name. Of two with one name, the one with more articles has the plain id."""
    identities: list[Identity] = []
    memberships: list[Membership] = []
    taken: set[str] = set()
    for group in sorted(groups, key=lambda group: (-len(group.members), _earliest(group))):
        name = group.name or best_name([appearance for appearance, _, _ in group.members])
        kind = group.kind or _kind(group)
        id = speaker_id(kind, name)
        if id in taken:
            id = split_identity_id(id, _earliest(group)[1])
        taken.add(id)
        identities.append(Identity(id=id, kind=kind, name=name))
        memberships.extend(
            Membership(article=one.article, speaker=one.speaker, identity=id, rule=rule, score=score)
            for one, rule, score in group.members
        )
    return Identified(tuple(identities), tuple(memberships))


def _earliest(group: Group) -> tuple[str, str]:
    return min((appearance.day or "9999", appearance.article) for appearance, _, _ in group.members)


def best_name(appearances: Sequence[Appearance]) -> str:
    """The name under which a speaker is shown: what most articles have; a person's full one, none in capitals."""
    counts: defaultdict[str, int] = defaultdict(int)
    for appearance in appearances:
        counts[appearance.name] += 1
    spoken = not is_person(appearances[0])
    return max(counts, key=lambda name: (spoken or " " in name, not name.isupper(), counts[name], -len(name), name))


def _kind(group: Group) -> SpeakerKind:
    kinds: Counter[SpeakerKind] = Counter(appearance.kind for appearance, _, _ in group.members)
    return min(kinds, key=lambda kind: (-kinds[kind], kind))
