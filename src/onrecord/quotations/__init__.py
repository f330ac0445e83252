"""Quotations across articles: the same words of somebody, and what each article made of them.

    reading ── find_quotations ──► Quotation ── link_quotation ──► Link ── group_quotations ──► Group

`compare_wording` shows two wordings word by word, `describe_variant` says what that makes of the second.
"""

from __future__ import annotations

from typing import Final

from onrecord.quotations.finding import Quotation, Voice, find_quotations
from onrecord.quotations.grouping import group_quotations
from onrecord.quotations.linking import link_quotation
from onrecord.quotations.wording import Segment, SegmentKind, Wording, compare_wording, describe_variant

RULES: Final = "quotations 1"
"""Changes whenever another quotation, link or family could come of the same readings."""

__all__ = [
    "RULES", "Quotation", "Segment", "SegmentKind", "Voice", "Wording", "compare_wording", "describe_variant",
    "find_quotations", "group_quotations", "link_quotation",
]  # fmt: skip
