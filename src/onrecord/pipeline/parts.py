"""What is linked across articles: stories, claims, quotations; each a part of reconciling."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onrecord import reprints
from onrecord.pipeline.linking import Part
from onrecord.schema import Reading


def _find_sketches(readings: Sequence[Reading]) -> list[list[reprints.Sketch]]:
    return [reprints.find_sketches(reading) for reading in readings]


STORIES = Part("stories", reprints.RULES, reprints.Sketch, _find_sketches, reprints.link_sketch, reprints.group_stories)
# Stories come first: a claim's origins are counted by them.
PARTS: tuple[Part[Any], ...] = (STORIES,)
