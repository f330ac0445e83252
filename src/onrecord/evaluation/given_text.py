"""Back from an article's canonical text to the text as a corpus gives it, where its annotations have their places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Protocol

from onrecord.evaluation.polnear import GoldAttribution, Place
from onrecord.schema import Span


class Attributed(Protocol):
    """Whatever has the three parts of an attribution."""

    @property
    def source(self) -> Sequence[Span]: ...
    @property
    def cue(self) -> Sequence[Span]: ...
    @property
    def content(self) -> Sequence[Span]: ...


def in_given_text(given: str, canonical: str, found: Iterable[Attributed]) -> list[GoldAttribution]:
    """Return the attributions with the offsets of the given text."""
    back = _alignment(given, canonical)
    return [GoldAttribution(*(_places(back, part) for part in (one.source, one.cue, one.content))) for one in found]


def _alignment(given: str, canonical: str) -> dict[int, int]:
    """Where each character of the canonical text stands in the given one: white space may differ, and some marks."""
    ours = [at for at, character in enumerate(canonical) if not character.isspace()]
    theirs = [at for at, character in enumerate(given) if not character.isspace()]
    a, b = "".join(canonical[at] for at in ours), "".join(given[at] for at in theirs)
    if a == b:
        return dict(zip(ours, theirs, strict=True))
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return {ours[i + k]: theirs[j + k] for i, j, size in blocks for k in range(size)}


def _places(back: Mapping[int, int], spans: Sequence[Span]) -> tuple[Place, ...]:
    hits = ([back[at] for at in range(span.start, span.end) if at in back] for span in spans)
    return tuple((min(hit), max(hit) + 1) for hit in hits if hit)
