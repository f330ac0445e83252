"""The rows that people read: attributions joined with who said them and where they stand."""

from __future__ import annotations

import hashlib

import msgspec

from onrecord.schema.attributions import Attribution, SpeakerKind
from onrecord.schema.corrections import Review


class ArticleReference(msgspec.Struct, frozen=True, kw_only=True):
    """What one needs of an article to cite it."""

    id: str
    headline: str | None
    published: str | None
    publisher: str | None
    url: str | None
    path: str | None


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """An attribution, whoever said it, and the article in which it stands.

    `review` is what a person decided of it; the attribution is then as that person left it. Null where nobody has.
    """

    attribution: Attribution
    speaker_ids: tuple[str, ...]
    article: ArticleReference
    review: Review | None = None

    @property
    def id(self) -> str:
        return self.attribution.id


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who is on the record, across articles. `first` and `last` are ISO dates of what they said."""

    id: str
    name: str
    kind: SpeakerKind
    roles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    statements: int = 0
    first: str | None = None
    last: str | None = None


def speaker_id(kind: SpeakerKind, name: str) -> str:
    """Hash a speaker's kind and case-folded name."""
    folded = " ".join(name.casefold().split())
    return "p-" + hashlib.sha256(f"{kind}\x00{folded}".encode()).hexdigest()[:24]
