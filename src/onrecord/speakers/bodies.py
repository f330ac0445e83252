"""Bodies across articles: the same name is the same body, unless every country has one of that name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.schema import Appearance, SpeakerKind
from onrecord.speakers.body_names import parse_body
from onrecord.speakers.lexicon import listed

# Common names of bodies of which a country has one; of the others ("City Council", "Campaign") it has many.
_NATIONAL = listed("""
    ministry department foreign defence interior supreme constitutional senate parliament congress representatives
    assembly treasury cabinet presidency army navy air chiefs duma bank armed president premier coast national guard
""")
_LOCAL = listed("""
    city county municipal state district police fire school local sheriff company university college campaign team
    health high appeals circuit transition works
""")
_HOME = "United States"
# Bodies that a story without any other country takes to be its readers' own; ministries are never theirs.
_AT_HOME = listed("senate congress representatives supreme")
_ABROAD = listed("ministry parliament premier cabinet assembly")


@dataclass
class BodyGroup:
    """Appearances of one body with rule and score; `name` tells the country where the names as read don't."""

    members: list[tuple[Appearance, str, float]] = field(default_factory=list[tuple[Appearance, str, float]])
    name: str | None = None
    kind: SpeakerKind | None = None


def body_groups(appearances: Sequence[Appearance]) -> list[BodyGroup]:
    """Part the appearances of one name (a block) into bodies, by country where the name is a common one."""
    groups: defaultdict[str, BodyGroup] = defaultdict(BodyGroup)
    countries: dict[str, str] = {}
    for appearance in appearances:
        key, rule, score = _whose(appearance)
        groups[key].members.append((appearance, rule, score))
        if key.startswith("country "):
            countries[key] = key.removeprefix("country ")
    for key, group in groups.items():
        group.kind = _kind(group)
        if key in countries and len(groups) > 1:
            group.name = _with_country(group, countries[key])
    return list(groups.values())


def _whose(appearance: Appearance) -> tuple[str, str, float]:
    """Which body of that name it is: by the country of the name, of the article; else this article's own."""
    body = parse_body(appearance.name)
    if not body.is_common:
        of_a_place = appearance.block.startswith("body government ")
        return "", ("government of the place" if of_a_place else "same name"), 0.97
    if set(body.key.split()) & _LOCAL or not set(body.key.split()) & _NATIONAL:
        return f"article {appearance.article}", "name as read", 0.9
    if body.country:
        return f"country {body.country}", "name with its country", 0.97
    named = {country for name in appearance.names if (country := parse_body(name).country)}
    if len(named) == 1:
        return f"country {named.pop()}", "country by another form of the name", 0.93
    if country := _about(appearance, set(body.key.split())):
        return f"country {country}", "country that the article is about", 0.8
    return f"article {appearance.article}", "name as read", 0.9


def _about(appearance: Appearance, words: set[str]) -> str | None:
    """The country whose body is meant: the only one of the article, or the one where English news has it at home."""
    countries = appearance.countries
    if len(countries) == 1:
        return countries[0]
    if words & _AT_HOME and (not countries or _HOME in countries):
        return _HOME
    return _HOME if countries[:1] == (_HOME,) and not words & _ABROAD else None


def _kind(group: BodyGroup) -> SpeakerKind:
    """The kind that most articles say; a body that was read as a person once is still a body."""
    kinds: Counter[SpeakerKind] = Counter(
        appearance.kind for appearance, _, _ in group.members if appearance.kind != "person"
    )
    return min(kinds, key=lambda kind: (-kinds[kind], kind)) if kinds else "organisation"


def _with_country(group: BodyGroup, country: str) -> str:
    """ "Foreign Ministry (Russia)", where more than one country's are on the record."""
    counts = Counter(appearance.name for appearance, _, _ in group.members)
    name = min(counts, key=lambda name: (-counts[name], name))
    return name if parse_body(name).country else f"{name} ({country})"
