"""From one article's reading to what identity across articles is decided from: names and roles, no sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from onrecord.schema import Appearance, Entity, Reading, speaker_id
from onrecord.speakers.body_names import parse_body
from onrecord.speakers.knowledge import load_knowledge
from onrecord.speakers.lexicon import MEDIA
from onrecord.speakers.person_names import PersonName, parse_person
from onrecord.speakers.spelling import plain, plain_words, sound

RULES = "speakers 1"
"""Names what decides: raised when these modules or the knowledge decide otherwise; all articles are then seen anew."""

_MOST_COMPANY = 40
_MOST_COUNTRIES = 3
_CAPITALISED = re.compile(r"\b[A-Z][\w’'.-]*(?:[ \xa0](?:of |the )?[A-Z][\w’'.-]*)*")


def find_appearances(reading: Reading) -> list[Appearance]:
    """Give every named speaker whom the article quotes, once, with the names and roles that it has there."""
    entities = {entity.id: entity for entity in reading.entities}
    company, countries = _company(reading), _countries(reading.article.text)
    found: dict[str, Appearance] = {}
    for speaker in dict.fromkeys(speaker for attribution in reading.attributions for speaker in attribution.speakers):
        if speaker.kind == "unnamed":
            continue
        id = speaker_id(speaker.kind, speaker.name)
        entity = entities.get(speaker.entity)
        roles = (speaker.role, *(entity.roles if entity else ()))
        names = (speaker.name, *(_names(entity) if entity else ()))
        before = found.get(id)
        found[id] = Appearance(
            article=reading.article.id, speaker=id, kind=speaker.kind, name=speaker.name, block="",
            names=_joined(before.names if before else (), names),
            roles=_joined(before.roles if before else (), tuple(role for role in roles if role)),
            company=tuple(name for name in company if name not in names), countries=countries,
            day=(reading.article.published or "")[:10] or None,
        )  # fmt: skip
    return [in_its_block(appearance) for appearance in found.values()]


def _names(entity: Entity) -> Iterator[str]:
    yield entity.name
    yield from (mention.text for mention in entity.mentions if mention.form == "name")


def _joined(before: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*before, *(" ".join(one.split()) for one in more))))


def _company(reading: Reading) -> tuple[str, ...]:
    """The names of the article's people and bodies, those spoken of most first."""
    named = [entity for entity in reading.entities if entity.kind in ("person", "organisation", "group")]
    named.sort(key=lambda entity: (-len(entity.mentions), entity.name))
    return tuple(dict.fromkeys(entity.name for entity in named))[:_MOST_COMPANY]


def _countries(text: str) -> tuple[str, ...]:
    """The countries that the article speaks of, by name, capital or nationality; the most spoken of first."""
    knowledge = load_knowledge()
    counts: Counter[str] = Counter()
    for match in _CAPITALISED.finditer(text):
        words = plain_words(match[0])
        for size in (1, 2, 3):
            for start in range(len(words) - size + 1):
                if start and words[start - 1] == "new":
                    continue  # New Jersey, New Mexico
                if country := knowledge.country(" ".join(words[start : start + size])):
                    counts[country] += 1
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(country for country, count in ranked if count * 3 >= ranked[0][1])[:_MOST_COUNTRIES]


def in_its_block(appearance: Appearance) -> Appearance:
    """Fill in the block: people by how their surname sounds, everybody else by the whole name."""
    return msgspec.structs.replace(appearance, block=block_of(appearance))


def block_of(appearance: Appearance) -> str:
    """Return the key outside of which nobody is the same speaker: "person putin", "body ministry defence"."""
    if is_person(appearance):
        return f"person {sound(person_name(appearance).last)}"
    key = parse_body(appearance.name).key.casefold()
    if appearance.kind == "group" and key.startswith("government "):
        key = " ".join(plain_words(appearance.name))  # "Americans" are people, whatever their government says
    return f"body {key}"


def is_person(appearance: Appearance) -> bool:
    """Is it a person, by the reading, unless the name is known as a body's: one slip of "Kremlin" makes no person?"""
    if appearance.kind != "person":
        return False
    knowledge, words = load_knowledge(), plain_words(appearance.name)
    joined = " ".join(words)
    known_body = joined in knowledge.bodies or joined in knowledge.aliases or joined in knowledge.countries
    return bool(words) and not known_body and not (len(words) > 1 and words[-1] in MEDIA and words[0] == "the")


def person_name(appearance: Appearance) -> PersonName:
    """Return a person's name, taken apart with the help of the article's own short forms; under its known spelling."""
    return _person_name(appearance.name, appearance.names)


@lru_cache(maxsize=1 << 16)
def _person_name(name: str, names: tuple[str, ...]) -> PersonName:
    canonical = load_knowledge().known_as.get(" ".join(plain_words(name)), name)
    return parse_person(canonical, frozenset(plain(form) for form in names if len(form) < len(name)))


def person_names(appearance: Appearance) -> list[PersonName]:
    """Return every form that has the surname: "Joseph R. Biden, Jr." and "Joe Biden" of one article."""
    return list(_person_names(appearance.name, appearance.names))


@lru_cache(maxsize=1 << 16)
def _person_names(name: str, names: tuple[str, ...]) -> tuple[PersonName, ...]:
    main = _person_name(name, names)
    short = frozenset(plain(form) for form in names if len(form.split()) < 2)
    others = (parse_person(form, short) for form in names)
    return tuple(dict.fromkeys((main, *(other for other in others if other.last == main.last and other.given))))
