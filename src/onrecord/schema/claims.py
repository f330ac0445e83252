"""What statements put forward in common, and who stands where on it. No verdict: the record keeps sides, not truth."""

from __future__ import annotations

import msgspec

from onrecord.schema.attributions import Stance

# Who demands a thing and who rejects it stand on two sides as well; who asks, or makes it depend on another, on none.
SUPPORTING: tuple[Stance, ...] = ("asserts", "confirms", "accepts", "demands", "offers", "expects")
OPPOSING: tuple[Stance, ...] = ("denies", "rejects", "doubts")


class SpeakerReference(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker as one cites it: the id across articles and the name that it is shown under."""

    id: str
    name: str


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """Those who stand alike on a claim. `stance` is towards the claim's wording, whatever words each used:
    who asserts that troops are not surrounded denies that they are.

    `origins` counts independent origins: reprints of one story are one. `first` and `last` are ISO days.
    """

    stance: Stance
    speakers: tuple[SpeakerReference, ...]
    statements: tuple[str, ...]
    origins: int
    first: str | None = None
    last: str | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A proposition that statements put forward. `wording` is one of theirs, verbatim.

    It is `contested` where different speakers stand on different sides, and no person has said that it isn't.
    """

    claim: str
    wording: str
    sides: tuple[Side, ...]
    contested: bool
