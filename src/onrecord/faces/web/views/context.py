"""A slice of an article with the words around it."""

from __future__ import annotations

import msgspec

from onrecord.schema import Article

_AROUND = 240
"""Characters on either side: a transcript's paragraph of forty lines must not stand at each of its sentences."""


class Excerpt(msgspec.Struct, frozen=True, kw_only=True):
    """A slice of a text, and the words of its paragraphs before and behind it; `…` stands where these are cut."""

    before: str
    words: str
    after: str


def excerpt(article: Article, start: int, end: int) -> Excerpt:
    """Return the slice `[start, end)` of an article's text with what stands around it."""
    touched = [block for block in article.blocks if block.start < end and start < block.end]
    first, last = min([start, *(one.start for one in touched)]), max([end, *(one.end for one in touched)])
    text = article.text
    return Excerpt(
        before=_last_words(text[first:start]), words=text[start:end], after=_first_words(text[end:last])
    )  # fmt: skip


def _last_words(text: str) -> str:
    return text if len(text) <= _AROUND else "… " + text[-_AROUND:].partition(" ")[2]


def _first_words(text: str) -> str:
    return text if len(text) <= _AROUND else text[:_AROUND].rpartition(" ")[0] + " …"
