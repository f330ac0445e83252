"""Whom "the spokesman", "the newspaper" or "Clinton's campaign" means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from onrecord.speakers.clusters import Referent
from onrecord.speakers.knowledge import Knowledge
from onrecord.speakers.lexicon import (
    ABBREVIATED,
    BODY_NOUNS,
    COMMON_PERSONS,
    FRESH_OFFICES,
    GENDERED,
    INDEFINITE,
    MEDIA_NOUNS,
    ROLES,
    Gender,
    listed,
)
from onrecord.speakers.mentions import SourceMention
from onrecord.speakers.metonyms import owner_country
from onrecord.speakers.names import fold
from onrecord.speakers.pronouns import person_of
from onrecord.speakers.scene import Scene, distinct

_POSSESSOR = re.compile(r"([A-Z][^,;]{1,40}?)['’]s? ")
_OF_COUNTRY = re.compile(r" (?:of|for) (?:the )?([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)$")
_HEADS_OF_STATE = frozenset(
    ("president", "premier", "chancellor", "king", "queen", "leader", "emir", "dictator", "strongman", "ruler")
)


def person_meant(scene: Scene, mention: SourceMention, knowledge: Knowledge) -> Referent | None:
    """A definite noun for a person: by its role in the article, by the country it leads, by who is on stage."""
    head = mention.head
    if head == "official" and mention.determiner == "":
        return None  # "Pakistani official says" is a headline's way not to name anybody
    if head not in ROLES and head not in COMMON_PERSONS:
        return None
    if leader := _leader_meant(scene, mention, knowledge):
        return leader
    if fitting := _by_role(scene, mention, knowledge):
        return fitting
    if known := _by_known_office(scene, mention, knowledge):
        return known
    if head in COMMON_PERSONS and head not in FRESH_OFFICES and mention.determiner != "possessive":
        gender = GENDERED.get(head, "")
        return _on_stage(scene, mention.start, gender)
    return None


def _leader_meant(scene: Scene, mention: SourceMention, knowledge: Knowledge) -> Referent | None:
    """ "the Kremlin leader", "the Russian president": whom the article gives a head's office of that country."""
    if mention.head not in _HEADS_OF_STATE or not mention.modifiers:
        return None
    return _leader_of(scene, mention, owner_country(mention.modifiers[-1], knowledge), knowledge)


def leaders_meant(scene: Scene, mention: SourceMention, knowledge: Knowledge) -> list[Referent]:
    """ "the U.S. and Russian presidents": one leader for each country; none unless all are known."""
    if mention.head.removesuffix("s") not in _HEADS_OF_STATE or len(mention.modifiers) < 2:
        return []
    countries = [owner_country(name, knowledge) for name in mention.modifiers]
    found = [_leader_of(scene, mention, country, knowledge) for country in countries]
    return [leader for leader in found if leader] if all(found) else []


def _leader_of(scene: Scene, mention: SourceMention, country: str | None, knowledge: Knowledge) -> Referent | None:
    if country is None:
        return None
    for referent in _people(scene, mention.start):
        for role in referent.roles:
            words = fold(role)
            leads = (_HEADS_OF_STATE & set(words) or {"prime", "minister"} <= set(words)) and any(
                knowledge.country(word) == country for word in words
            )
            if leads and "former" not in words:
                return referent
    return None


def _by_role(scene: Scene, mention: SourceMention, knowledge: Knowledge) -> Referent | None:
    """The person, last seen first, whose role has this noun; the one that shares more of its other words wins."""
    spelt = [part for word in mention.words for part in word.split()]  # a name among them is one of `words`
    wanted = {ABBREVIATED.get(word, word) for word in spelt} - INDEFINITE - {"the", "this", "that"}
    countries = ({knowledge.country(word) for word in mention.words} | _of_country(scene, mention, knowledge)) - {None}
    owner = _owner_words(scene, mention)
    best, found = 0, None
    for referent in _people(scene, mention.start):
        for role in referent.roles:
            if (countries and _foreign(role, countries, knowledge)) or (owner and _another_owner(role, owner)):
                continue
            words = {ABBREVIATED.get(word, word) for word in fold(role)}
            party = _PARTIES & wanted
            if _PORTFOLIOS & wanted and _PORTFOLIOS & words and not _PORTFOLIOS & wanted & words:
                continue  # the defence minister is no prime minister
            strange = party and (_PARTIES & words - wanted or not (mention.head in words or party & words))
            if _same_noun(mention.head, words) and not strange:
                shared = 10 + 2 * len(wanted & words) - (5 if "former" in wanted and "former" not in words else 0)
                if shared > best:
                    best, found = shared, referent
    return found


def _of_country(scene: Scene, mention: SourceMention, knowledge: Knowledge) -> set[str | None]:
    """Russia of "the President of Russia": in a call with the President of France he is not the one with that title."""
    named = _OF_COUNTRY.match(scene.layout.text, mention.end, max(mention.reach, mention.end))
    return {knowledge.country(named[1])} if named else set()


def _owner_words(scene: Scene, mention: SourceMention) -> tuple[str, ...]:
    """The name of whoever "his" in "his lawyer" is, folded; empty where nobody or nobody sure owns the noun."""
    if mention.owner:
        return scene.cast.at[mention.owner.place].words
    pronoun = mention.owner_pronoun
    if pronoun is None or pronoun.lower not in ("his", "her"):
        return ()
    owner = person_of(scene, pronoun.start, "M" if pronoun.lower == "his" else "F")
    return owner.words if owner else ()


def _another_owner(role: str, owner: tuple[str, ...]) -> bool:
    """ "His lawyer" is not the "Clinton’s lawyer" that the article named before, where "he" is somebody else."""
    possessor = _POSSESSOR.match(role)
    return bool(possessor) and not set(fold(possessor[1])) & set(owner)


def _foreign(role: str, countries: set[str | None], knowledge: Knowledge) -> bool:
    """ "Pakistani official" is not the "Indian Foreign Secretary"."""
    own = {knowledge.country(word) for word in fold(role)} - {None}
    return bool(own) and not own & countries


def _by_known_office(scene: Scene, mention: SourceMention, knowledge: Knowledge) -> Referent | None:
    """The one person here who is known to hold the office: "the Vermont senator" after a bare "Bernie Sanders"."""
    if mention.head not in FRESH_OFFICES or mention.head == "president":
        return None  # who the president was depends on the article's day
    holders = [person for person in _people(scene, mention.start) if mention.head in knowledge.offices(person.words)]
    return holders[0] if len(holders) == 1 else None


def _same_noun(head: str, words: set[str]) -> bool:
    if head in words:
        return True
    synonyms = _SYNONYMS.get(head, frozenset())
    return bool(synonyms & words)


_PARTIES = frozenset(("republican", "democratic", "democrat", "libertarian", "green", "gop", "labour", "conservative"))
_PORTFOLIOS = listed(
    "prime home foreign defense defence interior finance health education justice trade energy transport environment "
    "labor labour military treasury agriculture"
)
_SYNONYMS = {
    "lawmaker": frozenset(("senator", "representative", "congressman", "congresswoman", "delegate", "assemblyman")),
    "candidate": frozenset(("nominee", "candidate", "contender")), "nominee": frozenset(("nominee", "candidate")),
    "chairman": frozenset(("chairman", "chair")), "representative": frozenset(("congressman", "congresswoman")),
    "official": frozenset(("secretary", "minister", "director", "spokesman", "spokeswoman")),
    "ceo": frozenset(("executive",)), "executive": frozenset(("ceo",)), "premier": frozenset(("minister",)),
    "spokesperson": frozenset(("spokesman", "spokeswoman")), "professor": frozenset(("scholar",)),
    "leader": frozenset(("president", "minister", "chancellor")), "mogul": frozenset(("businessman", "developer")),
}  # fmt: skip


def _people(scene: Scene, at: int) -> Iterable[Referent]:
    """People on stage before `at`, the last first; then those who are named later: headlines run ahead."""
    yield from (person for person in distinct([*scene.before(at), *scene.after(at)]) if person.kind == "person")


def _on_stage(scene: Scene, at: int, gender: Gender) -> Referent | None:
    if gender:
        return person_of(scene, at, gender)
    return (
        person_of(scene, at, "M")
        if _only_men(scene, at)
        else next(
            (seen.referent for seen in scene.before(at) if seen.referent.kind == "person" and seen.weight >= 0.9), None
        )
    )


def _only_men(scene: Scene, at: int) -> bool:
    return all(person.gender != "F" for person in _people(scene, at))


def _countries(mention: SourceMention, knowledge: Knowledge) -> set[str | None]:
    """Whose "India’s home ministry" is: not the Chinese one that spoke before."""
    names = [*mention.modifiers, *([mention.owner] if mention.owner else [])]
    return {owner_country(name, knowledge) for name in names} - {None}


def _noun_of(body: Referent) -> str:
    """ "ministry" of "Ministry of Foreign Affairs", "committee" of "Senate banking committee"."""
    before = list(takewhile(lambda word: word not in ("of", "for", "on"), body.words))
    return before[-1] if before else ""


def body_meant(scene: Scene, mention: SourceMention, knowledge: Knowledge) -> Referent | None:
    """A definite noun for an organisation: the last one whose name or role has the noun or one of its kind."""
    wanted = BODY_NOUNS.get(mention.head)
    if wanted is None:
        return None
    near = takewhile(lambda seen: scene.within_reach(seen.start, mention.start), scene.before(mention.start))
    close = {seen.referent for seen in near}
    bodies = [
        b for b in distinct([*scene.before(mention.start), *scene.after(mention.start)]) if b.kind == "organisation"
    ]
    countries = _countries(mention, knowledge)
    topics = _PORTFOLIOS & set(mention.words)
    bodies = [
        body
        for body in bodies
        if not (countries and _foreign(body.name, countries, knowledge))
        and not (topics and _PORTFOLIOS & set(body.words) and not topics & set(body.words))
    ]
    for body in bodies:
        if mention.head == _noun_of(body) or any(mention.head in fold(role) for role in body.roles):
            return body
    spoken = {seen.referent for seen in scene.appearances if seen.source}
    loose = mention.head in MEDIA_NOUNS or not wanted  # "the company", "the group": any body's name will do
    fitting = [body for body in bodies if wanted & {_noun_of(body), body.words[-1]} or (loose and body in spoken)]
    return fitting[0] if fitting else next((body for body in bodies if loose and body in close), None)


def pair_meant(scene: Scene, mention: SourceMention) -> list[Referent]:
    """ "The two men", "both leaders": the two people last on stage."""
    if not {"two", "both", "pair"} & set(mention.words) or mention.determiner not in ("definite", "indefinite"):
        return []
    people = list(_people(scene, mention.start))
    if mention.words in (("both",), ("the", "two")):
        return people[:2]
    definite = mention.words[0] in ("the", "both", "these", "this") or mention.head == "pair"
    if not definite or mention.head not in _PAIRS:
        return []
    leading = [person for person in people if any(_leads(role) for role in person.roles)]
    return leading[:2] if mention.head in ("leaders", "presidents") and len(leading) > 1 else people[:2]


def _leads(role: str) -> bool:
    """ "Prime Minister", "President of Delta"; an "Aide to the President" doesn't."""
    head = fold(re.split(r" (?:of|to|for) ", role)[0])
    return bool(head) and head[-1] in _HEADS_OF_STATE | {"minister"}


_PAIRS = frozenset(("men", "women", "leaders", "candidates", "presidents", "rivals", "nominees", "pair", "senators"))
