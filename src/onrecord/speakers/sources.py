"""Whom one source span means: names, nouns and pronouns each go their way; the rest stays unnamed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.speakers.clusters import Referent
from onrecord.speakers.kin import KIN, find_kin, kin_noun
from onrecord.speakers.knowledge import Knowledge
from onrecord.speakers.lexicon import (
    BODIES,
    BODY_NOUNS,
    DEFINITE,
    DOCUMENTS,
    GENDERED,
    GROUPS,
    MEDIA_NOUNS,
    OWNED_BODIES,
    PRONOUNS,
    ROLES,
)
from onrecord.speakers.makers import AUTHORS, find_made, makers_of
from onrecord.speakers.mentions import SourceMention, is_plural, read_source
from onrecord.speakers.metonyms import speaking_place
from onrecord.speakers.names import ProperName, fold
from onrecord.speakers.nominals import body_meant, leaders_meant, pair_meant, person_meant
from onrecord.speakers.pronouns import body_of, couple_of, group_of, person_of
from onrecord.speakers.relatives import antecedent
from onrecord.speakers.scene import Scene

Voice = tuple[Referent, tuple[int, int]]
"""One speaker of an attribution, and where the source names it."""
_FOLK = frozenset(("family", "staff", "crowd", "base", "electorate", "public", "majority", "side", "wing"))
_COUNTS = frozenset(("group", "number", "handful", "bunch", "majority", "coalition", "trio", "chorus"))
_ANYBODY = frozenset(("official", "officer", "source", "diplomat", "aide", "person", "witness"))
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


class SourceReader:
    """Reads sources in text order: what it finds enters the scene, for later pronouns to take up."""

    def __init__(self, scene: Scene, names: list[ProperName], knowledge: Knowledge) -> None:
        self.scene = scene
        self.names = names
        self.knowledge = knowledge
        self.narrator: Referent | None = None
        self.authored: dict[str, tuple[int, list[Referent]]] = {}  # "the report" → where it was said who made it
        self.joint: tuple[int, tuple[Referent, ...]] = (0, ())  # who spoke last as one, and where
        self.made = find_made(scene.layout, scene.cast)
        self.kin = find_kin(scene.layout, scene.cast)

    def voices(self, start: int, end: int, barred: frozenset[Referent] = frozenset()) -> list[Voice]:
        """Return the speakers that `text[start:end]` means; none where it is a pronoun without an antecedent."""
        found: list[Voice] = []
        for mention in read_source(self.scene.layout.text, start, end, self.names):
            for referent in self._meant(mention, barred):
                voice = self._as_speaker(referent)
                if all(voice is not known for known, _ in found):
                    found.append((voice, (mention.start, mention.end)))
                    self.scene.enter(mention.start, mention.end, voice, mention.form, source=True)
        if found and not self.scene.layout.quoted(start):
            self._together(end, [referent for referent, _ in found])
        return found

    def _together(self, end: int, heard: list[Referent]) -> None:
        """Who spoke together stays "they" until another speaks: "They agreed … *They* also discussed …"."""
        if len(heard) > 1 or not set(heard) <= set(self.joint[1]):
            self.joint = (end, tuple(heard) if len(heard) > 1 else ())

    def _they(self, at: int) -> list[Referent]:
        since, joint = self.joint
        if joint and self.scene.within_reach(since, at):
            return list(joint)
        return couple_of(self.scene, at)

    def _meant(self, mention: SourceMention, barred: frozenset[Referent]) -> Iterator[Referent]:
        if mention.head == "they" and (couple := self._they(mention.start)):
            yield from couple
        elif mention.form == "pronoun":
            found = self.pronoun(mention.head, mention.start, barred)
            yield from found.members or [found] if found else []
        elif mention.form == "name" and mention.name:
            yield self._named(mention, mention.name)
        else:
            yield from self._noun(mention)

    def pronoun(self, word: str, at: int, barred: frozenset[Referent] = frozenset()) -> Referent | None:
        kind = PRONOUNS[word]
        if kind in ("he", "she"):
            if self.narrator in self.scene.cast.referents:
                barred |= {self.narrator} if self.narrator else frozenset()  # who says "I" is no "she"
            return person_of(self.scene, at, "M" if kind == "he" else "F", barred)
        if kind == "it":
            return body_of(self.scene, at, barred)
        if kind == "they":
            return group_of(self.scene, at, barred)
        if kind in ("who", "which"):
            found = antecedent(self.scene, at, word)
            return self._document_at(*found) if isinstance(found, tuple) else found
        if kind == "i" and self.narrator and not self.scene.layout.quoted(at):
            if self.narrator not in self.scene.cast.referents:
                self.scene.cast.referents.append(self.narrator)
            return self.narrator
        return self._unnamed_at(at, at + len(word)) if kind in ("i", "we", "you") else None

    def _document_at(self, start: int, end: int) -> Referent:
        """ "The study, *which* notes …": its makers, where the article tells them; else the words as they stand."""
        words = self.scene.layout.text[start:end].lower().split()
        if len(words) > 1 and (makers := makers_of(self.made, words[-1], start, definite=words[0] in DEFINITE)):
            return makers[0] if len(makers) == 1 else Referent("", "unnamed", members=makers)
        return self._unnamed_at(start, end)

    def _named(self, mention: SourceMention, name: ProperName) -> Referent:
        referent = self.scene.cast.at[name.place]
        narrowed = set(mention.words[:-1]) - DEFINITE or mention.reach > mention.end
        return self._unnamed(mention, "group") if referent.kind == "group" and narrowed else referent

    def _noun(self, mention: SourceMention) -> Iterator[Referent]:
        if mention.name is not None:  # "One Republican": a name for a kind of people, not for somebody
            known = self._known(mention) if mention.determiner == "definite" else None
            yield known or self._unnamed(mention, "unnamed")
        elif (named := self._first_in_headline(mention)) is not None:
            yield named
        elif relative := self._relative(mention):
            yield relative
        elif pair := pair_meant(self.scene, mention) or leaders_meant(self.scene, mention, self.knowledge):
            yield from pair
        elif mention.head in DOCUMENTS and (mention.head not in MEDIA_NOUNS or mention.determiner == "possessive"):
            yield from self._makers(mention)
        elif mention.head in AUTHORS and (made := self._made(mention)):
            yield from made
        elif (body := self._owned_body(mention)) or (body := self._body_of_phrase(mention) or self._place_of(mention)):
            yield body
        elif mention.head in _ANYBODY and (earlier := self._earlier(mention, near=True)):
            yield earlier  # "the official" after "an Indian official" is no minister whom the article names
        elif mention.determiner in ("definite", "possessive", "") and (found := self._known(mention)):
            yield found
        elif (owner := self._owner(mention)) and not _people(mention.head):
            yield owner  # "the agency's mammoth bureaucracy has been slow to embrace": the agency
        else:
            yield self._earlier(mention) or self._unnamed(mention, "group" if self._group(mention) else "unnamed")

    def _first_in_headline(self, mention: SourceMention) -> Referent | None:
        """ "Elizabeth Warren Hammers Wells Fargo CEO:" the verb has a capital too, so the first name it is."""
        if not mention.modifiers or mention.modifiers[0].start != mention.start or mention.owner:
            return None
        words = self.scene.layout.text[mention.start : mention.end].split()
        referent = self.scene.cast.at[mention.modifiers[0].place]
        shouts = len(words) > 3 and all(word[0].isupper() or not word[0].isalpha() for word in words)
        return referent if shouts and referent.kind == "person" else None

    def _body_of_phrase(self, mention: SourceMention) -> Referent | None:
        """ "the Senate banking committee", "the Kremlin press service": a body with a name before its noun."""
        owned = bool(mention.owner) and mention.head in ("ministry", "department")  # "India’s home ministry"
        named = bool(mention.modifiers) and mention.head in BODIES
        if not (named or owned) or mention.plural or mention.determiner == "indefinite":
            return None
        name = _ARTICLE.sub("", self.scene.layout.text[mention.start : mention.end], count=1)
        return self._body(name, fold(name))

    def _place_of(self, mention: SourceMention) -> Referent | None:
        """ "the city": the last town on stage."""
        if mention.head not in ("city", "town", "village", "country", "nation") or mention.determiner != "definite":
            return None
        countries = mention.head in ("country", "nation")
        return next(
            (seen.referent for seen in self.scene.before(mention.start) if seen.referent.kind == "place"
             and (seen.referent.name.lower() in self.knowledge.countries) == countries), None
        )  # fmt: skip

    def _known(self, mention: SourceMention) -> Referent | None:
        own = mention.words[:1] == ("my",) and self.scene.layout.quoted(mention.start)
        if mention.plural or (own and kin_noun(mention.head) in KIN):
            return None  # “My father” in a quotation is the father of whoever speaks, not the story's
        capital = self.scene.layout.text[mention.start].isupper()
        if (
            mention.determiner == ""
            and not mention.modifiers
            and not (capital and mention.head in (ROLES | MEDIA_NOUNS))
        ):
            return None
        return person_meant(self.scene, mention, self.knowledge) or body_meant(self.scene, mention, self.knowledge)

    def _makers(self, mention: SourceMention) -> Iterator[Referent]:
        """ "a report by Politico", "a Times article", "the report": who made it, else the document itself."""
        makers = [self.scene.cast.at[name.place] for name in mention.agents or mention.modifiers]
        makers = [maker for maker in makers if maker.kind in ("organisation", "person")]
        owner = self._owner(mention)
        if owner:
            makers = [owner]
        if not makers and mention.determiner == "definite" and mention.head in self.authored:
            at, known = self.authored[mention.head]
            makers = known if self.scene.within_reach(at, mention.start) else []
        makers = makers or list(self._made(mention))
        if makers:
            self.wrote(mention.head, mention.start, makers[:1])
            yield from makers
        else:
            yield self._earlier(mention) or self._unnamed(mention, "unnamed")

    def wrote(self, medium: str, at: int, makers: list[Referent]) -> None:
        """ "Police said in *a statement* …": "the statement" is theirs, until it is another's or long ago."""
        noun = next((word for word in reversed(medium.lower().split()) if word in DOCUMENTS), None)
        if noun and makers:
            self.authored[noun] = (at, makers)

    def _made(self, mention: SourceMention) -> tuple[Referent, ...]:
        return makers_of(self.made, mention.head, mention.start, definite=mention.determiner == "definite")

    def _relative(self, mention: SourceMention) -> Referent | None:
        """ "my father", outside of quotations: whom the story names so."""
        mine = mention.words[:1] == ("my",) and not self.scene.layout.quoted(mention.start)
        relative = self.kin.get(kin_noun(mention.head)) if mine else None
        if relative and not relative.roles:
            relative.roles[mention.head] = (mention.start, mention.end)
        return relative

    def _owner(self, mention: SourceMention) -> Referent | None:
        if mention.owner:
            return self.scene.cast.at[mention.owner.place]
        if mention.owner_phrase:
            return next(self._noun(mention.owner_phrase), None)
        if mention.owner_pronoun:
            return self.pronoun(mention.owner_pronoun.lower, mention.owner_pronoun.start)
        return None

    def _owned_body(self, mention: SourceMention) -> Referent | None:
        """ "Clinton's campaign", "her campaign", "the Trump campaign": one body per person and noun."""
        if mention.head not in OWNED_BODIES:
            return None
        owner = self._owner(mention)
        if owner is None and mention.modifiers and mention.modifiers[-1].kind == "person":
            owner = self.scene.cast.at[mention.modifiers[-1].place]
        if owner is None or owner.kind != "person":
            return None
        noun = "campaign" if mention.head in ("team", "camp") else mention.head
        words = (*owner.words, noun)
        return self._body(f"{owner.name} {noun}", words)

    def _body(self, name: str, words: tuple[str, ...]) -> Referent:
        for referent in self.scene.cast.referents:
            if referent.kind == "organisation" and referent.words == words:
                return referent
        self.scene.cast.referents.append(Referent(name, "organisation", words))
        return self.scene.cast.referents[-1]

    def _earlier(self, mention: SourceMention, *, near: bool = False) -> Referent | None:
        """The same unnamed people again: "the officials" after "two senior officials"."""
        if mention.determiner != "definite":
            return None
        for seen in self.scene.before(mention.start):
            if near and not self.scene.within_reach(seen.start, mention.start):
                return None
            if seen.referent.kind in ("unnamed", "group") and mention.head in seen.referent.words[-1:]:
                return seen.referent
        return None

    def _unnamed(self, mention: SourceMention, kind: str) -> Referent:
        start = mention.start if kind == "unnamed" else mention.begin
        text = self.scene.layout.text[start : max(mention.end, mention.reach)]
        name = _ARTICLE.sub("", text, count=1) if kind == "group" else text
        words = (*mention.words[:-1], mention.head)
        plural = mention.plural or kind == "group"
        referent = Referent(name, "group" if kind == "group" else "unnamed", words, plural=plural)
        referent.gender = GENDERED.get(mention.head, "")
        self.scene.cast.referents.append(referent)
        return referent

    def _unnamed_at(self, start: int, end: int) -> Referent:
        text = self.scene.layout.text[start:end]
        words = tuple(text.lower().split())
        referent = Referent(text, "unnamed", words, plural=is_plural(words[-1]))
        self.scene.enter(start, end, referent, "nominal", source=False)
        self.scene.cast.referents.append(referent)
        return referent

    def _group(self, mention: SourceMention) -> bool:
        """Millennials, a group of Republicans; but "many Americans" and "one Republican" stay unnamed."""
        if mention.head in _COUNTS:
            return any(self.scene.cast.at[name.place].kind == "group" for name in mention.agents)
        return mention.head in GROUPS and mention.determiner in ("", "definite")

    def _as_speaker(self, referent: Referent) -> Referent:
        if referent.kind == "place":
            return speaking_place(referent, self.scene.cast.referents, self.knowledge)
        return referent


def _people(head: str) -> bool:
    return head in ROLES or head in _FOLK or is_plural(head) or head.rpartition("-")[2] in ROLES or head in BODY_NOUNS
