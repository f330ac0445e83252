"""Organisations' names as they are compared: governments under their seats, ministries with their country."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from onrecord.speakers.knowledge import load_knowledge
from onrecord.speakers.lexicon import BODIES, MEDIA, listed
from onrecord.speakers.spelling import plain_words

_SMALL = listed("of the for and in on at to a an de la du des")
# A body's name that every country, state or town has one of says nothing until the country is known.
_COMMON = BODIES | listed("""
    ministry minister ministries department office foreign defense defence interior finance health education justice
    culture energy trade agriculture transport transportation labor labour economy economic affairs emergency
    emergencies
    situations environment tourism sports sport communications information security national federal state local
    supreme
    constitutional high district county city municipal central election electoral public works prosecutor prosecutors
    general attorney police fire military armed forces air navy staff joint chiefs homeland veterans human rights
    services
    presidential president presidency prime press senate house representatives assembly parliament congress lower
    upper
    cabinet treasury intelligence secret border guard guards coast customs tax revenue postal statistics appeals
    circuit
    board elections school district authorities administration government party campaign
    transition team task climate council campaign spokesman delegation mission embassy consulate bank leadership
    external external-affairs
""")
_EVERYWHERE = listed("""
    ministry department election electoral city county municipal state district police fire school local supreme
    constitutional parliament senate appeals circuit health prosecutors prosecutor
""")
_TOPICS = {
    "defense": "defence", "labor": "labour", "affairs": "", "external": "foreign", "exterior": "foreign",
    "relations": "", "external-affairs": "foreign",
}  # fmt: skip
_GOVERNMENT = listed("government govt administration authorities")
# Bodies that in English news are one country's unless another is named.
_AMERICAN = listed("congress pentagon")
_AMERICAN_NAMES = frozenset((
    "department justice", "department defence", "department state", "department treasury",
    "department homeland security",
    "department commerce", "department energy", "department veterans", "department interior", "department education",
    "department labour", "department agriculture", "department transportation", "department health human services",
    "department housing urban development", "house representatives",
))  # fmt: skip


@dataclass(frozen=True)
class BodyName:
    """`key` is the name without country and small words; `country` null where the name doesn't say which.

    `is_common` names, such as "Supreme Court", are different bodies in different countries.
    """

    key: str
    country: str | None
    is_common: bool


@lru_cache(maxsize=1 << 14)
def parse_body(text: str) -> BodyName:
    """Take an organisation's name apart. "Moscow", "the Russian government" and "Russia" are one key."""
    knowledge = load_knowledge()
    joined = " ".join(plain_words(text)).removeprefix("the ")
    joined = " ".join(plain_words(knowledge.aliases.get(joined, joined)))
    if joined in knowledge.bodies:
        return BodyName(*knowledge.bodies[joined], is_common=False)
    joined = f"united nations {joined[3:]}" if joined.startswith("un ") else joined  # "UN Security Council"
    words = [word for word in joined.split() if word not in _SMALL] or joined.split()  # "LA" is all small words
    country, rest = _country_in(words)
    if rest and all(word in MEDIA for word in rest):
        return BodyName(joined, None, is_common=len(words) == 1)  # the Washington Post is no post of the United States
    if country and all(word in _GOVERNMENT for word in rest):
        return BodyName(f"government {country}", country, is_common=False)
    if " ".join(rest) in knowledge.bodies:  # "US State Department"
        return BodyName(*knowledge.bodies[" ".join(rest)], is_common=False)
    rest = _canonical(rest)
    key = " ".join(rest) or " ".join(words)
    if country is None and (key in _AMERICAN_NAMES or key in _AMERICAN):
        country = "United States"
    # "Federal Trade Commission" is one body; "Supreme Court", "Foreign Ministry" are many.
    common = all(word in _COMMON for word in rest) and (len(rest) < 3 or any(word in _EVERYWHERE for word in rest))
    return BodyName(key if common else " ".join(_canonical(words)) or key, country, common)


def _country_in(words: list[str]) -> tuple[str | None, list[str]]:
    """The country that a name begins or ends with, and what is left: "russian foreign ministry"."""
    knowledge = load_knowledge()
    for size in (3, 2, 1):
        for start in {0, len(words) - size}:
            if start >= 0 and (country := knowledge.country(" ".join(words[start : start + size]))):
                return country, words[:start] + words[start + size :]
    return None, words


def _canonical(words: list[str]) -> list[str]:
    """ "defense department" and "department defence" are one: the body's noun first, topics in one spelling."""
    topics = [_TOPICS.get(word, word) for word in words]
    nouns = [word for word in topics if word in ("ministry", "department")]
    return [*nouns[:1], *(word for word in topics if word and word not in nouns)]
