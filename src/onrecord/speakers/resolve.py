"""From source spans to speakers: read each source, look whom it means, and write everyone down once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from onrecord.schema import Article, AttributedSpeaker, Attribution, Entity, Mention, Name, Span
from onrecord.speakers.clusters import Referent, group_names
from onrecord.speakers.epithets import find_epithets
from onrecord.speakers.finding import find_names
from onrecord.speakers.knowledge import load_knowledge
from onrecord.speakers.layout import Layout, lay_out
from onrecord.speakers.lexicon import BODIES, MEDIA, PRONOUNS
from onrecord.speakers.names import fold
from onrecord.speakers.roles import find_roles, role_of
from onrecord.speakers.scene import Scene
from onrecord.speakers.shared_roles import share_roles
from onrecord.speakers.sources import SourceReader, Voice

_HE_OR_SHE = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_PASSIVE = re.compile(r"(?:is|are|was|were|been|being|be|it)\b", re.IGNORECASE)
_ADVERB = re.compile(r"(?:['’]s)?\s(?:\w+ly\s)?")
_AND = re.compile(r"\b(?:and|but)\s(?:\w+ly\s)?$")
_FIRST_PERSON = frozenset(("i", "we"))


@dataclass(frozen=True)
class Resolution:
    """The attributions that came in, in their order, with `speakers` filled; and whom the article speaks of."""

    attributions: tuple[Attribution, ...]
    entities: tuple[Entity, ...]


def resolve_speakers(article: Article, attributions: Sequence[Attribution], names: Sequence[Name]) -> Resolution:
    """Say of every attribution who speaks, as far as this article lets one know."""
    knowledge = load_knowledge()
    layout = lay_out(article)
    if not layout.sentences:
        return Resolution(tuple(attributions), ())
    proper = find_names(layout, names, (span for a in attributions for span in a.source), knowledge)
    cast = group_names(layout, proper, knowledge)
    find_roles(layout, cast)
    share_roles(layout, cast)
    stage = _Stage(article, layout, SourceReader(Scene(layout, cast), cast.names, knowledge))
    voices = stage.hear(attributions)
    find_epithets(stage.reader.scene, cast.names, knowledge)
    return _written_down(layout, attributions, voices, cast.referents)


class _Stage:
    """Goes through the article in reading order: first what its own voice reports, then what quotations contain."""

    def __init__(self, article: Article, layout: Layout, reader: SourceReader) -> None:
        self.article = article
        self.layout = layout
        self.reader = reader
        self.heard: dict[int, list[Voice]] = {}
        self.reader.narrator = self._narrator()

    def hear(self, attributions: Sequence[Attribution]) -> list[list[Voice]]:
        self.attributions = attributions
        sourced = sorted((a.source[0].start, number) for number, a in enumerate(attributions) if a.source)
        outer = [number for start, number in sourced if not self.layout.quoted(start)]
        inner = [number for start, number in sourced if self.layout.quoted(start)]
        self._hear_outer(outer)
        for number in inner:
            self.heard[number] = self._inner(number)
        for number, attribution in enumerate(attributions):
            if not attribution.source:
                self.heard[number] = self._unsaid(attribution)
        return [self.heard.get(number, []) for number in range(len(attributions))]

    def _narrator(self) -> Referent | None:
        """Who "I" is outside quotations: the author by the page, or by the line that closes an opinion piece."""
        cast = self.reader.scene.cast
        for start, end in self.layout.paragraphs[:1:-1][:2]:
            for name in (name for place, referent in cast.at.items() if place[0] == start for name in referent.names):
                after = self.layout.text[name.end : end]
                if (
                    name.start == start
                    and name.kind == "person"
                    and re.match(r"[.,]?(?:$|\s(?:is|was) (?:an?|the)?\b)", after)
                ):
                    return cast.at[name.place]
        if len(self.article.authors) != 1:
            return None
        words = fold(self.article.authors[0])
        if not words[1:] or words[-1] in BODIES | MEDIA:
            return None  # "The Associated Press" says no "I"
        known = next((r for r in cast.referents if r.kind == "person" and r.words == words), None)
        return known or Referent(self.article.authors[0], "person", words)

    def _hear_outer(self, outer: list[int]) -> None:
        """Sources and every other "he" and "she" by turns: each of them tells who is on stage for the next."""
        sources = [(self.attributions[number].source[0].start, number) for number in outer]
        covered = {at for _, number in sources for span in self.attributions[number].source for at in (span.start,)}
        pronouns = [(m.start(), -1) for m in _HE_OR_SHE.finditer(self.layout.text)
                    if m.start() not in covered and not self.layout.quoted(m.start())]  # fmt: skip
        for at, number in sorted([*sources, *pronouns]):
            if number >= 0:
                self.heard[number] = self._read(self.attributions[number], frozenset())
                if medium := self.attributions[number].medium:
                    self.reader.wrote(medium.text, at, [referent for referent, _ in self.heard[number]])
            else:
                self._follow(at)

    def _follow(self, at: int) -> None:
        word = "she" if self.layout.text[at] in "sS" else "he"
        if referent := self.reader.pronoun(word, at):
            self.reader.scene.enter(at, at + len(word), referent, "pronoun", source=False)

    def _read(self, attribution: Attribution, barred: frozenset[Referent]) -> list[Voice]:
        found: list[Voice] = []
        self.reader.scene.muted = attribution.content
        for span in attribution.source:
            start, end = max(0, span.start), min(span.end, len(self.layout.text))
            if start < end:
                found.extend(voice for voice in self.reader.voices(start, end, barred)
                             if all(voice[0] is not known for known, _ in found))  # fmt: skip
        self.reader.scene.muted = ()
        return found

    def _inner(self, number: int) -> list[Voice]:
        """Inside a quotation "I" is who is quoted, and "he" is somebody else."""
        attribution = self.attributions[number]
        around = self._around(number)
        speakers = self.heard.get(around, []) if around is not None else []
        word = attribution.source[0].text.lower()
        if PRONOUNS.get(word) in _FIRST_PERSON:
            place = (attribution.source[0].start, attribution.source[0].end)
            return [(referent, place) for referent, _ in speakers]
        return self._read(attribution, frozenset(referent for referent, _ in speakers))

    def _around(self, number: int) -> int | None:
        """The innermost other attribution whose content holds this one's source."""
        at = self.attributions[number].source[0].start
        holding = [
            (span.end - span.start, other)
            for other, attribution in enumerate(self.attributions)
            if other != number
            for span in attribution.content
            if span.start <= at < span.end
        ]
        return min(holding)[1] if holding else self._quoted_before(at)

    def _quoted_before(self, at: int) -> int | None:
        """Whose quotation goes on at `at`: that of the last direct one in the paragraph."""
        paragraph = self.layout.paragraph(at)
        before = [
            (span.start, other)
            for other, attribution in enumerate(self.attributions)
            if self.heard.get(other) and attribution.form != "indirect"
            for span in attribution.content
            if span.start <= at and self.layout.paragraph(span.start) == paragraph
        ]
        return max(before)[1] if before else None

    def _unsaid(self, attribution: Attribution) -> list[Voice]:
        """Who speaks where no source stands: in a quotation's second paragraph, or in ", adding that …"."""
        if not attribution.cue:
            return self._going_on(attribution)
        cue = attribution.cue[0]
        if _PASSIVE.match(cue.text):
            return []
        return self._subject(cue) or self._coordinated(cue) or self._participle(cue)

    def _going_on(self, attribution: Attribution) -> list[Voice]:
        """A quotation without a cue is the last speaker's, if that was in this paragraph or the one before."""
        start = min(span.start for span in attribution.content)
        last = self._last_heard(start)
        if last is None or attribution.form == "indirect" or self.layout.paragraph(start) - last[0] > 1:
            return []
        return [(referent, (start, start)) for referent, _ in last[1]]

    def _subject(self, cue: Span) -> list[Voice]:
        """Whose name stands right before a cue that got no source: "Trump saying …", "Trump's rhetoric about …"."""
        for seen in self.reader.scene.before(cue.start):
            between = self.layout.text[seen.end : cue.start]
            if len(between) > 14 or not _ADVERB.fullmatch(between):
                break
            if seen.referent.kind in ("person", "organisation") and not self.layout.quoted(seen.start):
                return [(seen.referent, (seen.start, seen.end))]
        return []

    def _coordinated(self, cue: Span) -> list[Voice]:
        """ "Anderson agreed and *seemed to think*": the same subject as before "and", in the same sentence."""
        start, _ = self.layout.sentences[self.layout.sentence(cue.start)]
        if not _AND.search(self.layout.text, start, cue.start):
            return []
        return self._heard_in_sentence(cue)

    def _participle(self, cue: Span) -> list[Voice]:
        """ ", *adding* that …": who spoke in this sentence before; else who spoke last in this paragraph."""
        if not cue.text.lower().endswith("ing"):
            return []
        last = self._last_heard(cue.start)
        near = last and last[0] == self.layout.paragraph(cue.start)
        found = self._heard_in_sentence(cue) or (last[1] if last and near else [])
        return [(referent, (cue.start, cue.start)) for referent, _ in found]

    def _heard_in_sentence(self, cue: Span) -> list[Voice]:
        sentence = self.layout.sentence(cue.start)
        sources = [
            (attribution.source[0].start, number)
            for number, attribution in enumerate(self.attributions)
            if attribution.source and self.heard.get(number) and attribution.source[0].start < cue.start
        ]
        start, number = max(sources, default=(0, -1))
        return self.heard[number] if number >= 0 and self.layout.sentence(start) == sentence else []

    def _last_heard(self, at: int) -> tuple[int, list[Voice]] | None:
        """The attribution that ends last before `at` and has speakers: its paragraph, and who they are."""
        ends = [
            (max(span.end for span in attribution.spans), number)
            for number, attribution in enumerate(self.attributions)
            if self.heard.get(number)
        ]
        end, number = max((pair for pair in ends if pair[0] <= at + 1), default=(0, -1))
        return (self.layout.paragraph(end - 1), self.heard[number]) if number >= 0 else None


def _written_down(
    layout: Layout, attributions: Sequence[Attribution], voices: list[list[Voice]], referents: list[Referent]
) -> Resolution:
    speaking = {id(referent) for heard in voices for referent, _ in heard}
    kept = [r for r in referents if r.kind != "place" and r.mentions and (id(r) in speaking or r.names)]
    kept.sort(key=lambda referent: min(referent.mentions))
    ids = {id(referent): f"e{number}" for number, referent in enumerate(kept, 1)}
    filled = (
        msgspec.structs.replace(attribution, speakers=tuple(_speaker(layout, ids, *voice) for voice in heard))
        for attribution, heard in zip(attributions, voices, strict=True)
    )
    return Resolution(tuple(filled), tuple(_entity(layout.text, ids[id(referent)], referent) for referent in kept))


def _speaker(layout: Layout, ids: dict[int, str], referent: Referent, place: tuple[int, int]) -> AttributedSpeaker:
    kind = "unnamed" if referent.kind == "place" else referent.kind
    role = role_of(referent, place[0], layout)
    return AttributedSpeaker(entity=ids[id(referent)], name=referent.name, kind=kind, role=role)


def _entity(text: str, number: str, referent: Referent) -> Entity:
    mentions = (Mention(start, end, text[start:end], form) for (start, end), form in sorted(referent.mentions.items()))
    kind = "unnamed" if referent.kind == "place" else referent.kind
    return Entity(id=number, name=referent.name, kind=kind, roles=tuple(referent.roles), mentions=tuple(mentions))
