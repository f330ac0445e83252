"""Do two ways to run a model find the same? The exported network is quantised; what it finds must not drift.

Compared are the spans with their roles, and the links: every content with its likeliest cue, every cue with its
likeliest source, both as spans.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence, Set
from pathlib import Path

import msgspec

from onrecord.evaluation.polnear import Place
from onrecord.language.model import Analysis, FloatArray, ScoredSpan


class Findings(msgspec.Struct, frozen=True):
    """What was found in a text: places by role, and pairs of places that belong together."""

    sources: list[Place]
    cues: list[Place]
    contents: list[Place]
    links: list[tuple[Place, Place]]


class AgreedText(msgspec.Struct, frozen=True):
    """A text with its paragraphs, where it is from, and what was found in it."""

    origin: str
    text: str
    paragraphs: list[Place]
    findings: Findings


class Agreement(msgspec.Struct, frozen=True):
    """What one way of running a model found. `sha256` is of the exported file that must find the same."""

    model: str
    sha256: str
    texts: list[AgreedText]


def findings_of(analysis: Analysis) -> Findings:
    sources, cues, contents = (_places(spans) for spans in (analysis.sources, analysis.cues, analysis.contents))
    links = _likeliest(contents, cues, analysis.content_links.T) + _likeliest(cues, sources, analysis.source_links)
    return Findings(sources, cues, contents, links)


def spans_agree(pairs: Sequence[tuple[Findings, Findings]]) -> float:
    """F1 of one's spans against the other's, 0 to 1, over all texts: place and role are the same."""
    return _f1([(_spans(one), _spans(other)) for one, other in pairs])


def links_agree(pairs: Sequence[tuple[Findings, Findings]]) -> float:
    """F1 of one's links against the other's, 0 to 1: both ends are the same places."""
    return _f1([(set(one.links), set(other.links)) for one, other in pairs])


def read_agreement(path: Path) -> Agreement:
    return msgspec.json.decode(path.read_bytes(), type=Agreement)


def hash_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _places(spans: Sequence[ScoredSpan]) -> list[Place]:
    return [(scored.span.start, scored.span.end) for scored in spans]


def _likeliest(many: list[Place], ones: list[Place], links: FloatArray) -> list[tuple[Place, Place]]:
    """Pair each of the many with the one that its row of `links` [many, ones] rates highest."""
    return [(place, ones[int(row.argmax())]) for place, row in zip(many, links, strict=True)] if ones else []


def _spans(found: Findings) -> set[tuple[str, Place]]:
    return {(role, place) for role in ("sources", "cues", "contents") for place in getattr(found, role)}


def _f1(pairs: Sequence[tuple[Set[object], Set[object]]]) -> float:
    both = sum(len(one & other) for one, other in pairs)
    return 2 * both / max(1, sum(len(one) + len(other) for one, other in pairs))
