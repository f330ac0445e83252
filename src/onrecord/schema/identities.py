"""Who is who across articles: one article's named speaker, and whose it is."""

from __future__ import annotations

import hashlib

import msgspec

from onrecord.schema.attributions import SpeakerKind


class Appearance(msgspec.Struct, frozen=True, kw_only=True):
    """A named speaker in one article, as far as that article lets one know: what identity is decided from.

    `speaker` is the id as read, a hash of kind and name. `names` are all forms of the name there, `company` the other
    names of the article, `countries` those that it speaks of, the most spoken of first. Only appearances of one
    `block` can be one speaker by the machine's own judgement.
    """

    article: str
    speaker: str
    kind: SpeakerKind
    name: str
    names: tuple[str, ...]
    block: str
    roles: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    day: str | None = None


class Membership(msgspec.Struct, frozen=True, kw_only=True):
    """Whose appearance one is: the speaker across articles, by which rule, and how surely (0 to 1)."""

    article: str
    speaker: str
    identity: str
    rule: str
    score: float


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker across articles: the id by which the record knows it, kind, and the name that it is shown under."""

    id: str
    kind: SpeakerKind
    name: str


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """Why a form of a name is a speaker's: the rule, how surely at least, in which articles, from when to when."""

    name: str
    rule: str
    score: float
    articles: tuple[str, ...]
    first: str | None = None
    last: str | None = None


def split_identity_id(identity: str, part: str) -> str:
    """Hash a second speaker of one name, told by `part`: "John Smith" of the council and "John Smith" of the police."""
    return "p-" + hashlib.sha256(f"{identity}\x00{part}".encode()).hexdigest()[:24]
