"""The full names of one surname: which of them are one person's, before the context is looked at."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.schema import Appearance
from onrecord.speakers.appearances import person_name, person_names
from onrecord.speakers.joining import Groups
from onrecord.speakers.person_names import PersonName, same_given_names, same_surname
from onrecord.speakers.spelling import same_given

Pairs = frozenset[tuple[PersonName, PersonName]]


@dataclass
class Designation:
    """The forms of a full name that are taken for one name, and where they stand."""

    names: list[PersonName]
    appearances: list[Appearance] = field(default_factory=list[Appearance])

    @property
    def main(self) -> PersonName:
        """The form by which it is held against others: a whole given name rather than an initial."""
        return max(self.names, key=lambda name: (name.is_full, -len(name.given), name.given))


def find_designations(appearances: Sequence[Appearance]) -> tuple[list[Designation], list[Appearance]]:
    """Gather the full names; return them, and the appearances that have no given name or fit several names.

    "George Bush" fits George W. and George H. W. Bush alike, and "J. Smith" both John and James: context decides.
    """
    full: defaultdict[PersonName, list[Appearance]] = defaultdict(list)
    loose: list[Appearance] = []
    for appearance in appearances:
        name = person_name(appearance)
        full[name].append(appearance) if name.is_whole else loose.append(appearance)
    names = sorted(full, key=lambda name: (-name.is_full, -len(name.given), name.given, name.suffix, name.surname))
    apart = _told_apart(full)
    groups = _joined(names, full, apart)
    found = [Designation([names[number] for number in group]) for group in groups]
    found, ambiguous = _without_ambiguous(found, apart)
    for designation in found:
        designation.appearances = [one for name in designation.names for one in full[name]]
    loose += [one for designation in ambiguous for name in designation.names for one in full[name]]
    return found, loose


def _joined(names: list[PersonName], full: dict[PersonName, list[Appearance]], apart: Pairs) -> list[list[int]]:
    """Join the names that are one: those that an article itself uses for one person, and those that agree."""
    groups = Groups(len(names))
    number_of = {name: number for number, name in enumerate(names)}
    for name, number in number_of.items():
        for form, count in Counter(form for one in full[name] for form in person_names(one)).items():
            other = number_of.get(form)
            if other is not None and (name, form) not in apart and _is_trusted(name, form, count, len(full[name])):
                groups.join(number, other)
    for first, one in enumerate(names):
        for second in range(first):
            if _surely_one(one, names[second]) and (one, names[second]) not in apart:
                groups.join(first, second)
    return groups.all()


def _is_trusted(name: PersonName, form: PersonName, count: int, of: int) -> bool:
    """Does an article's own joining of two forms count? "Jr." and no "Jr." only if it is the rule, not a slip."""
    return name.suffix == form.suffix or (same_given_names(name, form) and count * 5 >= of)


def _told_apart(full: dict[PersonName, list[Appearance]]) -> Pairs:
    """Pairs of names that stand in one article as two people: Mike Pence and Greg Pence, father and son."""
    by_article: defaultdict[str, set[PersonName]] = defaultdict(set)
    for name, appearances in full.items():
        for appearance in appearances:
            by_article[appearance.article].add(name)
    counts = Counter(
        (one, other) for names in by_article.values() for one in names for other in names if one is not other
    )
    # One slip in a hundred articles, "Joe Biden" beside "Joseph R. Biden", makes no second person.
    return frozenset(pair for pair, count in counts.items() if count * 10 >= min(len(full[name]) for name in pair))


def _surely_one(one: PersonName, other: PersonName) -> bool:
    """Do two full names agree in all that both say? Those that say less are compared with what is there to fit."""
    if one.suffix != other.suffix or not (one.is_full and other.is_full):
        return False
    if bool(one.given[1:]) != bool(other.given[1:]):
        return False
    return same_surname(one, other) and same_given_names(one, other)


def _without_ambiguous(found: list[Designation], apart: Pairs) -> tuple[list[Designation], list[Designation]]:
    """Join the names that say less with the one that they fit; those that fit several are ambiguous."""
    fitting = sorted(found, key=lambda one: (_says(one), one.main.given, one.main.surname), reverse=True)
    kept: list[Designation] = []
    ambiguous: list[Designation] = []
    for designation in fitting:
        candidates = [other for other in kept if _fits(designation, other) and not _apart(designation, other, apart)]
        if not candidates:
            kept.append(designation)
        elif len(candidates) == 1:
            candidates[0].names.extend(designation.names)
        else:
            ambiguous.append(designation)
    return kept, ambiguous


def _apart(one: Designation, other: Designation, apart: Pairs) -> bool:
    return any((first, second) in apart for first in one.names for second in other.names)


def _says(designation: Designation) -> tuple[bool, bool]:
    return designation.main.is_full, any(name.given[1:] for name in designation.names)


def _fits(less: Designation, more: Designation) -> bool:
    pairs = [(one, other) for one in less.names for other in more.names]
    if not all(one.suffix == other.suffix for one, other in pairs) and not _one_suffixed_person(less, more):
        return False
    return any(
        same_surname(one, other) and same_given_names(one, other) and _is_spelt_so(one, other) for one, other in pairs
    )


def _one_suffixed_person(less: Designation, more: Designation) -> bool:
    """Has an article joined the name with the suffix and the one without already, in the same group?"""
    suffixes = {name.suffix for name in more.names}
    return "" in suffixes and {name.suffix for name in less.names} <= suffixes


def _is_spelt_so(one: PersonName, other: PersonName) -> bool:
    return not (one.is_full and other.is_full) or same_given(one.first, other.first) or same_given_names(one, other)
