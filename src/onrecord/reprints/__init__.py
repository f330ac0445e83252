"""Reprints: which articles are copies or versions of one text, and where it began.

    reading ── find_sketches ──► Sketch ── link_sketch ──► Link ── group_stories ──► Group

`shingles` and `own_words` say what of a text counts, `overlap` and `swaps` how two compare.
"""

from __future__ import annotations

from typing import Final

from onrecord.reprints.grouping import group_stories
from onrecord.reprints.linking import link_sketch
from onrecord.reprints.sketches import Sketch, find_sketches

RULES: Final = "reprints 2"
"""Changes whenever another sketch, link or story could come of the same readings."""

__all__ = ["RULES", "Sketch", "find_sketches", "group_stories", "link_sketch"]
