"""What a source span says: its names, its nouns, its pronoun, each as a Mention in the order of the words.

A small grammar of noun phrases, read from left to right. It needs no parse, for a source is nearly always one phrase:
"Apple's chief executive, Tim Cook," names Tim Cook; "the Trump campaign" a campaign; "a report by Politico" Politico.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.speakers.lexicon import (
    ABBREVIATED,
    BODIES,
    BREAKS,
    DEFINITE,
    DOCUMENTS,
    HONORIFICS,
    INDEFINITE,
    OFFICES,
    POSSESSIVE_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    ROLE_MODIFIERS,
    ROLES,
    TIMES,
)
from onrecord.speakers.names import ProperName

Determiner = Literal["", "definite", "indefinite", "possessive"]
_TOKEN = re.compile(r"\d[\d,.]*\d|[^\W_][\w.’'&-]*|[^\w\s]")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_LEADING = frozenset(
    (
        "according",
        "to",
        "by",
        "from",
        "for",
        "among",
        "both",
        "as",
        "in",
        "even",
        "not",
        "only",
        "and",
        "neither",
        "either",
        "while",
    )
)
_ASIDES = frozenset(("—", "–", ":", "--"))
_SEPARATORS = frozenset(("and", "or", "nor", "&", ",", "both", "including", "like"))
_ADJECTIVES = ROLE_MODIFIERS - ROLES - {"staff", "police", "army", "navy", "house", "senate", "party", "government"}
_AGENT = frozenset(("by", "of", "from", "at", "in"))


@dataclass(frozen=True)
class Token:
    """A word, a mark, or a whole proper name. `lower` has no possessive ending."""

    start: int
    end: int
    lower: str
    name: ProperName | None = None
    possessive: bool = False


@dataclass(frozen=True)
class SourceMention:
    """One speaker as the source puts it. `head` is the noun that says what it is ("spokesman"); lower case."""

    start: int
    end: int
    form: Literal["name", "nominal", "pronoun"]
    name: ProperName | None = None
    head: str = ""
    words: tuple[str, ...] = ()
    determiner: Determiner = ""
    owner: ProperName | None = None
    owner_pronoun: Token | None = None
    modifiers: tuple[ProperName, ...] = ()
    agents: tuple[ProperName, ...] = ()
    owner_phrase: SourceMention | None = None
    joined: str = ""
    """What stands before the phrase within its source: a comma, "and", or nothing."""
    begin: int = 0
    reach: int = 0
    """Where the phrase ends with all that hangs on it: "Republicans on the House Financial Services Committee"."""

    @property
    def plural(self) -> bool:
        return is_plural(self.head) or "two" in self.words or "both" in self.words


def read_source(text: str, start: int, end: int, names: Sequence[ProperName]) -> list[SourceMention]:
    """Return who speaks according to `text[start:end]`; `names` are all of the article's, in text order."""
    tokens = list(_without_brackets(_tokens(text, start, end, names)))
    while tokens[1:] and tokens[0].name is None and (tokens[0].lower in _LEADING or not tokens[0].lower[0].isalnum()):
        del tokens[0]
    while tokens and tokens[-1].name is None and not tokens[-1].lower[0].isalnum():
        del tokens[-1]
    if not tokens:
        return []
    if _is_pronoun(tokens):
        return [
            SourceMention(tokens[0].start, tokens[0].end, "pronoun", head=tokens[0].lower, words=(tokens[0].lower,))
        ]
    return _without_appositions(list(_phrases(tokens)))


def is_plural(noun: str) -> bool:
    if noun in _IRREGULAR:
        return True
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is", "ics", "news", "series", "congress"))


_IRREGULAR = frozenset(("people", "men", "women", "children", "police", "media", "spokesmen", "businessmen", "data"))


def _tokens(text: str, start: int, end: int, names: Sequence[ProperName]) -> Iterator[Token]:
    at = start
    number = bisect_left(names, start, key=lambda name: name.end - 1)
    while number < len(names) and names[number].start < end:
        name = names[number]
        number += 1
        yield from _plain(text, at, min(name.start, end))
        at = name.end
        ending = re.compile(r"['’]s\b|(?<=s)['’](?=\s|$)").match(text, at)
        at = ending.end() if ending and at < end else at
        yield Token(name.start, name.end, name.text.lower(), name, bool(ending) and name.end < end)
    yield from _plain(text, at, end)


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        bare = _POSSESSIVE.sub("", match[0])
        lower = bare.lower().rstrip(".") if len(bare) > 1 else bare.lower()
        if lower:
            yield Token(match.start(), match.start() + len(bare), lower, None, bare != match[0])


def _without_brackets(tokens: Iterator[Token]) -> Iterator[Token]:
    depth = 0
    for token in tokens:
        if token.lower in ("(", "["):
            depth += 1
        elif token.lower in (")", "]"):
            depth = max(0, depth - 1)
        elif not depth:
            yield token


def _is_pronoun(tokens: list[Token]) -> bool:
    """Pronouns stand alone or before what adds nothing: "he himself", "who", "his"; not "his campaign"."""
    first = tokens[0]
    if any(token.lower in ("and", "or") for token in tokens):
        return False
    if first.name or first.lower not in PRONOUNS or first.lower == "that":
        return first.name is None and first.lower == "that" and len(tokens) == 1
    if first.lower in POSSESSIVE_PRONOUNS and len(tokens) > 1:
        return first.lower == "her" and tokens[1].lower in PREPOSITIONS
    return True


def _phrases(tokens: list[Token]) -> Iterator[SourceMention]:
    """Cut the source into noun phrases: one per speaker, and appositions, which _without_appositions sorts out."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.name is None and at and (token.lower in RELATIVES or token.lower in _ASIDES):
            return
        if (
            token.name is None
            and at
            and token.lower.endswith("ing")
            and token.lower != "including"
            and tokens[at - 1].lower == ","
        ):
            return  # "…, wearing a cowboy hat"
        if token.name is None and (token.lower in _SEPARATORS or not token.lower[0].isalnum()):
            at += 1
            continue
        end = _phrase_end(tokens, at)
        following = _next_phrase(tokens, max(end, at + 1))
        if (holder := _holder(tokens, at, end, following)) is not None:
            yield SourceMention(
                holder.start, holder.end, "name", holder.name, joined=tokens[at - 1].lower if at else ""
            )
        elif end > at and not (at and token.name is None and token.lower in PREPOSITIONS):
            before = tokens[at - 1].lower if at else ""
            yield replace(_phrase(tokens[at:end], tokens[end:]), reach=tokens[following - 1].end, joined=before)
        at = following


def _holder(tokens: list[Token], at: int, end: int, following: int) -> Token | None:
    """Stephane Sejourne in "French Minister of Foreign Affairs Stephane Sejourne": the name that ends a title."""
    last = tokens[following - 1]
    if last.name is None or last.name.kind != "person" or not (at < end < following - 1) or last.possessive:
        return None
    title, before = tokens[end - 1], tokens[following - 2]
    plain = before.name is not None or before.lower not in PREPOSITIONS | DEFINITE | INDEFINITE | ROLES | {"and"}
    shortened = before.lower in ABBREVIATED or before.lower in HONORIFICS
    fits = tokens[end].lower == "of" and title.lower in ROLES and plain and not shortened
    return last if fits else None


def _phrase_end(tokens: list[Token], at: int) -> int:
    """Where the noun phrase that begins at `at` ends: before a preposition, comma, participle or verb."""
    begun = at
    while at < len(tokens):
        token = tokens[at]
        if token.name is None:
            word = token.lower
            inner = at > begun
            if word == "and" and inner and _joins_adjectives(tokens, at):
                at += 1
                continue
            if not word[0].isalnum() or word in ("and", "or", "nor") or (word in RELATIVES and inner):
                return at
            if inner and (word in PREPOSITIONS or word in BREAKS) and word != "then":
                return at
            if inner and word.endswith(("ed", "ing")) and _begins_clause(tokens, at):
                return at
            if inner and word in DEFINITE:
                return at
        at += 1
    return at


def _joins_adjectives(tokens: list[Token], at: int) -> bool:
    """ "Pakistan's top political and military leaders" are one phrase."""
    words = {tokens[at - 1].lower, tokens[at + 1].lower} if at + 2 < len(tokens) else {""}
    return words <= _ADJECTIVES


def _begins_clause(tokens: list[Token], at: int) -> bool:
    """A participle after the noun ends the phrase ("a report released by"), but "Senate banking committee" goes on."""
    if at + 1 < len(tokens) and _noun(tokens[at + 1]) and tokens[at].lower.endswith("ing"):
        return False
    before = tokens[at - 1]
    return not before.possessive if before.name else _noun(before)


def _noun(token: Token) -> bool:
    return token.lower in DOCUMENTS or token.lower in ROLES or token.lower in BODIES or is_plural(token.lower)


def _next_phrase(tokens: list[Token], at: int) -> int:
    """Skip what hangs on a phrase. "…of X and Y" belongs to it; ", and Z" and a plain "and" right after it don't."""
    prepositional = False
    while at < len(tokens):
        token = tokens[at]
        if token.name is None:
            if token.lower in RELATIVES or token.lower == "," or token.lower in _ASIDES:
                return at
            if token.lower in ("and", "or", "nor") and not prepositional:
                return at
            prepositional = prepositional or token.lower in PREPOSITIONS or token.lower.endswith(("ed", "ing"))
        at += 1
    return at


def _phrase(tokens: list[Token], rest: list[Token]) -> SourceMention:
    head = tokens[-1]
    if len(tokens) == 1 and head.name is None and head.lower in PRONOUNS:
        return SourceMention(head.start, head.end, "pronoun", head=head.lower, words=(head.lower,))
    start, end = tokens[0].start, head.end
    words = tuple(token.lower for token in tokens)
    if head.name is not None and (head.name.kind == "person" or _names_a_body(head.name, tokens)):
        begin = next(token.start for token in tokens if token.name or token.lower not in DEFINITE)
        return SourceMention(head.start, head.end, "name", head.name, words=words, begin=begin)
    owner, owner_pronoun = _owner(tokens)
    modifiers = tuple(token.name for token in tokens[:-1] if token.name and token.name is not owner)
    return SourceMention(
        start, end, "nominal", head.name, _head_word(head), words, _determiner(tokens), owner, owner_pronoun,
        modifiers, _agents(rest), _owner_phrase(tokens), begin=start,
    )  # fmt: skip


def _names_a_body(name: ProperName, tokens: list[Token]) -> bool:
    """A name that ends its phrase is the speaker, but "One Republican" and "many Americans" have no name."""
    if name.kind == "group" and tokens[0].lower in DEFINITE and name.words[-1] in ROLES:
        return False  # "the Kentucky Republican" is a person
    return not any(token.lower in INDEFINITE for token in tokens[:-1])


def _head_word(head: Token) -> str:
    word = head.lower.split()[-1]
    return ABBREVIATED.get(word, word)


def _determiner(tokens: list[Token]) -> Determiner:
    first = tokens[0]
    if (
        first.possessive
        or (first.name is None and first.lower in POSSESSIVE_PRONOUNS)
        or any(t.possessive for t in tokens[:-1])
    ):
        return "possessive"
    if first.name is None and first.lower in DEFINITE:
        return "definite"
    return "indefinite" if first.name is None and (first.lower in INDEFINITE or first.lower.isdigit()) else ""


def _owner(tokens: list[Token]) -> tuple[ProperName | None, Token | None]:
    """ "Clinton's campaign" belongs to a name, "her campaign" to a pronoun."""
    for token in tokens[:-1] if len(tokens) > 1 else tokens:
        if token.name and token.possessive:
            return token.name, None
        if token.name is None and token.lower in POSSESSIVE_PRONOUNS:
            return None, token
    return None, None


def _owner_phrase(tokens: list[Token]) -> SourceMention | None:
    """ "the agency" in "the agency's bureaucracy"."""
    for number, token in enumerate(tokens[:-1]):
        if token.possessive and token.name is None and token.lower not in TIMES:
            return _phrase(tokens[: number + 1], [])
    return None


def _agents(rest: list[Token]) -> tuple[ProperName, ...]:
    """ "a study *by Harvard and the University of California*": who made what speaks."""
    found: list[ProperName] = []
    for number, token in enumerate(rest):
        if token.name is None and token.lower in RELATIVES:
            break
        if token.name and not found:
            before = [t.lower for t in rest[max(0, number - 5) : number] if t.name is None]
            if not any(word in _AGENT for word in before):
                return ()
            found.append(token.name)
        elif token.name and "and" in [before.lower for before in rest[max(0, number - 2) : number]]:
            found.append(token.name)
    return tuple(found)


def _without_appositions(phrases: list[SourceMention]) -> list[SourceMention]:
    """ "Apple's chief executive, Tim Cook": the name. "Tim Cook, the chief executive": the name as well.

    What "and" joins is a speaker of its own: "the Trump campaign and the Republican Party".
    """
    if len(phrases) < 2:
        return phrases
    if (first := phrases[0].name) and first.kind in ("place", "group") and _shares_noun(phrases):
        modifiers = (first, *phrases[1].modifiers)
        return [replace(phrases[1], start=phrases[0].start, begin=phrases[0].begin, modifiers=modifiers)]
    if any(phrase.name and phrase.name.kind == "person" for phrase in phrases if phrase.form == "name"):
        first = phrases[:1] if _stands_beside(phrases[0], phrases[1]) else []
        others = (phrase for phrase in phrases if phrase not in first)
        return [*first, *(phrase for phrase in others if _is_person(phrase) or _is_company(phrase))]
    if phrases[0].form == "nominal" and phrases[0].head in DOCUMENTS:
        return phrases[:1]
    if phrases[0].form == "nominal" and phrases[0].head in ROLES and all(p.joined == "," for p in phrases[1:]):
        return phrases[:1]  # "an official with Hutchinson County, Texas"
    if any(phrase.form == "name" for phrase in phrases):
        return [phrase for number, phrase in enumerate(phrases) if phrase.form == "name" or _listed(phrases, number)]
    if not phrases[0].plural and (phrases[1].joined == "," or phrases[1].determiner == ""):
        return phrases[:1]  # "the front-runner and former secretary of state" is one person
    return [phrase for phrase in phrases if phrase.joined != "," or phrase.determiner == ""]


def _stands_beside(first: SourceMention, second: SourceMention) -> bool:
    """ "Officials, including Ada Lane"; "the Vice President and President Herzog", where both have an office."""
    if first.plural and second.joined in ("including", "like"):
        return True
    office = first.head in OFFICES and first.form == "nominal" and first.determiner == "definite"
    return office and second.joined == "and" and bool(second.name and second.name.title)


def _shares_noun(phrases: list[SourceMention]) -> bool:
    """ "the U.S. and Russian presidents" are presidents, both of them."""
    second = phrases[1]
    shared = second.joined == "and" and second.plural and second.determiner == "" and second.modifiers
    return len(phrases) == 2 and bool(shared) and second.modifiers[0].start == second.start


def _is_person(phrase: SourceMention) -> bool:
    """Or a body that "and" joins to one; after a comma it is a place or an apposition: "of Huntsville, Ala."."""
    if phrase.form != "name" or phrase.name is None:
        return phrase.form == "pronoun"
    return phrase.name.kind == "person" or (phrase.name.kind == "organisation" and phrase.joined != ",")


def _is_company(phrase: SourceMention) -> bool:
    """ "and other scientists", "and several aides": people beside the one who is named."""
    return phrase.form == "nominal" and phrase.plural and phrase.determiner != "definite" and phrase.joined != ","


def _listed(phrases: list[SourceMention], number: int) -> bool:
    joins = [phrases[number].joined, *(phrase.joined for phrase in phrases[number + 1 : number + 2])]
    return "and" in joins
