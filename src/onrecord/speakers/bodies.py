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
    assembly treasury cabinet presidency army navy airforce chiefs duma bank armed president premier
""")
_LOCAL = listed("""
    city county municipal state district police fire school local sheriff company university college campaign team
    health high appeals circuit transition works
""")


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
        return "", ("government of the place" if body.key.startswith("government ") else "same name"), 0.97
    if set(body.key.split()) & _LOCAL or not set(body.key.split()) & _NATIONAL:
        return f"article {appearance.article}", "name as read", 0.9
    if body.country:
        return f"country {body.country}", "name with its country", 0.97
    named = {country for name in appearance.names if (country := parse_body(name).country)}
    if len(named) == 1:
        return f"country {named.pop()}", "country by another form of the name", 0.93
    if len(appearance.countries) == 1:
        return f"country {appearance.countries[0]}", "country that the article is about", 0.8
    return f"article {appearance.article}", "name as read", 0.9


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
