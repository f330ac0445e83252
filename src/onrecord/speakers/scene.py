"""Who is on stage at each point of the article: what pronouns and nouns like "the spokesman" look back on."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.schema import MentionForm, Span
from onrecord.speakers.clusters import Cast, Place, Referent
from onrecord.speakers.layout import Layout
from onrecord.speakers.lexicon import PREPOSITIONS

_SUBJECT_VERB = re.compile(
    r"(?:\s\([^)]*\))?[,\s]+(?:also |then |then-|now |again |later |once |never |still |has |had |have |who )*"
    r"(?:said|says|say|told|is|was|are|were|has|had|have|did|does|will|would|can|could|may|might|must|[a-z]{3,}(?:ed|es|ts|ns|ks|ls|ds|rs|ms|ps|gs|ys|ws)\b)"
)


REACH = 6  # sentences; beyond it a writer repeats the name
_NEW = 1.6  # how much more the first mention weighs that comes with a role
_SPOKE = 0.6  # what having spoken adds to a mention's weight


@dataclass(frozen=True, order=True)
class Appearance:
    """One mention on stage. `weight` says how strongly it draws a later pronoun: subjects and speakers most."""

    start: int
    end: int
    weight: float = field(compare=False)
    referent: Referent = field(compare=False)
    source: bool = field(default=False, compare=False)


class Scene:
    """The appearances in text order; grows as sources and pronouns are resolved."""

    def __init__(self, layout: Layout, cast: Cast) -> None:
        self.layout = layout
        self.cast = cast
        self.muted: tuple[Span, ...] = ()
        """What is being said just now: whoever is named in it isn't the "he" who says it."""
        self._outside = _numbered_outside_quotations(layout)
        self.appearances = sorted(
            Appearance(start, end, self._weight(start, end) * _introduced(referent, (start, end)), referent)
            for (start, end), referent in cast.at.items()
        )

    def enter(self, start: int, end: int, referent: Referent, form: MentionForm, *, source: bool) -> None:
        """Note a mention that has been resolved; a place that has one already is only strengthened."""
        referent.mentions.setdefault((start, end), form)
        weight = self._weight(start, end) + (_SPOKE if source else 0.0)
        insort(self.appearances, Appearance(start, end, weight, referent, source))

    def before(self, at: int) -> Iterator[Appearance]:
        """Appearances before `at`, the nearest first."""
        for number in range(bisect_left(self.appearances, at, key=lambda seen: seen.end - 1) - 1, -1, -1):
            seen = self.appearances[number]
            if seen.end <= at and not any(span.start <= seen.start < span.end for span in self.muted):
                yield seen

    def after(self, at: int) -> Iterator[Appearance]:
        for number in range(bisect_left(self.appearances, at, key=lambda seen: seen.start), len(self.appearances)):
            yield self.appearances[number]

    def spoken(self, at: int) -> int:
        """The number of the sentence at `at`, those inside quotations not counted: they don't make one forget."""
        return self._outside[self.layout.sentence(at)]

    def within_reach(self, earlier: int, at: int) -> bool:
        """Is `earlier` so near before `at` that a reader still has it in mind?"""
        return self.spoken(at) - self.spoken(earlier) <= REACH

    def _weight(self, start: int, end: int) -> float:
        """How prominent a mention is by its place: a quotation's inside and a possessive least, a subject most."""
        layout = self.layout
        weight = 1.0
        if layout.quoted(start):
            weight *= 0.35
        if layout.kind(start) in ("headline", "caption"):
            weight *= 0.5
        if layout.text[end : end + 2] in ("'s", "’s"):
            return weight * 0.8
        sentence = layout.sentences[layout.sentence(start)][0] if layout.sentences else 0
        before = layout.text[max(sentence, start - 30) : start].rstrip(" \xa0,:;\"'“”‘’([-–—").split()
        if not before:
            return weight * 1.6  # the sentence begins with it
        if before[-1].lower() in PREPOSITIONS:
            return weight * 0.6
        return weight * (1.5 if _SUBJECT_VERB.match(layout.text, end) else 0.9)


def _introduced(referent: Referent, place: Place) -> float:
    """ "… concerns Henry Crespo, president of the club": whoever is introduced with a role is about to speak."""
    return _NEW if place == min(referent.mentions) and place in referent.roles.values() else 1.0


def _numbered_outside_quotations(layout: Layout) -> list[int]:
    numbers: list[int] = []
    number = 0
    for start, end in layout.sentences:
        inside = layout.quoted(start) and layout.quoted(max(start, end - 2))
        number += not inside
        numbers.append(number)
    return numbers


def distinct(appearances: Iterable[Appearance]) -> Iterator[Referent]:
    """Each referent once, in the order of the appearances."""
    seen: set[int] = set()
    for appearance in appearances:
        if id(appearance.referent) not in seen:
            seen.add(id(appearance.referent))
            yield appearance.referent
