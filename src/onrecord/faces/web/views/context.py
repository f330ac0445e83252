"""A slice of an article where it stands: its blocks, with the slice marked."""

from __future__ import annotations

from onrecord.faces.web.views.article import ShownBlock
from onrecord.faces.web.views.marking import Mark, Marker
from onrecord.schema import Article

_FEW = 4
"""Blocks at most: a slice over half an article is known by its beginning."""


def slice_context(article: Article, start: int, end: int) -> tuple[ShownBlock, ...]:
    """Return the blocks that the slice `[start, end)` of an article's text runs through, the slice marked."""
    marker = Marker(article.text, [Mark(start, end, 1, "content", "indirect")])
    touched = [block for block in article.blocks if block.start < end and start < block.end]
    return tuple(
        ShownBlock(kind=one.kind, start=one.start, end=one.end, segments=marker.segments(one.start, one.end))
        for one in touched[:_FEW]
    )
