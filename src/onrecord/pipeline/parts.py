"""What is linked across articles: stories, claims, quotations; each a part of reconciling."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onrecord import claims, quotations, reprints
from onrecord.language.embedder import load_embedder
from onrecord.pipeline.linking import Part
from onrecord.schema import Reading


def _find_sketches(readings: Sequence[Reading]) -> list[list[reprints.Sketch]]:
    return [reprints.find_sketches(reading) for reading in readings]


def _find_propositions(readings: Sequence[Reading]) -> list[list[claims.Proposition]]:
    return claims.find_propositions(readings, load_embedder())


def _find_quotations(readings: Sequence[Reading]) -> list[list[quotations.Quotation]]:
    return [quotations.find_quotations(reading) for reading in readings]


STORIES = Part("stories", reprints.RULES, reprints.Sketch, _find_sketches, reprints.link_sketch, reprints.group_stories)
CLAIMS = Part(
    "claims", claims.RULES, claims.Proposition, _find_propositions, claims.link_proposition, claims.group_claims
)
QUOTATIONS = Part(
    "quotations", quotations.RULES, quotations.Quotation, _find_quotations,
    quotations.link_quotation, quotations.group_quotations,
)  # fmt: skip
# Stories come first: a claim's origins are counted by them.
PARTS: tuple[Part[Any], ...] = (STORIES, CLAIMS, QUOTATIONS)
