"""Dumps that hold no story: empty ones, front pages, login walls, "page not found"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onrecord.articles.dump_lines import Line
from onrecord.articles.dump_phrases import NOT_FOUND, WALL, dump_line_reason
from onrecord.articles.dump_region import Region, prose_words
from onrecord.schema import Rejection

FEWEST_WORDS = 25
"""Words of prose in the shortest story; a wire alert has a sentence or two."""
WALLED_WORDS = 120
"""Words of prose below which a wall's phrase means that the story is behind it."""
TEASER_WORDS = 32
"""Words in the longest teaser on a front page."""


def reject_dump(lines: Sequence[Line], region: Region) -> Rejection | None:
    """Return why a dump holds no story, or None where it does."""
    if not lines:
        return Rejection("articles", "empty", "the text is empty, or has only white space")
    story = lines[region.start : region.end]
    prose = sum(map(prose_words, story))
    if prose < WALLED_WORDS and any(NOT_FOUND.search(line.text) for line in lines):
        return _not_an_article("the page says that what was looked for isn't there (404)")
    if prose < WALLED_WORDS and any(WALL.search(line.text) for line in lines):
        return _not_an_article("the page asks for a login or a subscription and shows no story")
    if prose < FEWEST_WORDS:
        return _not_an_article("the text has no paragraphs: it is a list of links, or a page without a story")
    if _is_index(story):
        return _not_an_article("the text is a list of headlines and teasers: save the page of one story instead")
    return None


def _not_an_article(detail: str) -> Rejection:
    return Rejection("articles", "not_an_article", detail)


def _is_index(story: Sequence[Line]) -> bool:
    """A front page alternates headlines and teasers; a story has paragraphs in a row."""
    weights = [prose_words(line) for line in story]
    prose = [weight for weight in weights if weight]
    in_a_row = sum(bool(first and second) for first, second in pairwise(weights))
    headlines = sum(not weight and not dump_line_reason(line.text) for line, weight in zip(story, weights, strict=True))
    return (
        len(prose) >= 4 and max(prose) <= TEASER_WORDS and in_a_row < 0.34 * len(prose) and headlines > 0.8 * len(prose)
    )
