"""Who said what inside one article: attributions, the names and entities behind them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Literal

import msgspec

from onrecord.schema.spans import Span

Form = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "asserts", "confirms", "denies", "doubts", "accepts", "rejects",
    "demands", "conditions", "offers", "expects", "asks",
]  # fmt: skip
NameKind = Literal["person", "organisation", "place", "group"]
SpeakerKind = Literal["person", "organisation", "group", "unnamed"]
MentionForm = Literal["name", "nominal", "pronoun"]


class Name(msgspec.Struct, frozen=True, order=True):
    """A proper name in an article's text, as the language model found it."""

    start: int
    end: int
    text: str
    kind: NameKind


class AttributedSpeaker(msgspec.Struct, frozen=True, kw_only=True):
    """Who an attribution's source is, as this article lets one know. `role` is the article's own wording."""

    entity: str
    name: str
    kind: SpeakerKind
    role: str | None = None


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution (PARC, PolNeAR): source, cue and one or more content spans.

    `score` is the model's probability, 0 to 1. `speakers` is empty where the page does not say who.
    `said_on` is an ISO date.
    """

    id: str
    form: Form
    stance: Stance
    negated: bool
    score: float
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speakers: tuple[AttributedSpeaker, ...] = ()
    addressee: Span | None = None
    medium: Span | None = None
    said_on: str | None = None

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("an attribution without content attributes nothing")

    @property
    def spans(self) -> tuple[Span, ...]:
        return (*self.source, *self.cue, *self.content)


class Mention(msgspec.Struct, frozen=True):
    """One place where an article speaks of an entity."""

    start: int
    end: int
    text: str
    form: MentionForm


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or something that an article speaks of under one or more names."""

    id: str
    name: str
    kind: SpeakerKind
    roles: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


def attribution_id(article: str, content: Sequence[Span], cue: Sequence[Span]) -> str:
    """Hash the article's id with the places of content and cue: the same finding has the same id on every reading."""
    places = ";".join(f"{span.start}-{span.end}" for span in (*content, *cue))
    return "s-" + hashlib.sha256(f"{article}\x00{places}".encode()).hexdigest()[:24]
