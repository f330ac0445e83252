"""Stories in papers, for tests of reprints: own words enough to tell a copy by."""

from __future__ import annotations

import random

from onrecord.articles.compose import Metadata, Piece, compose_article
from onrecord.evaluation.reprints import find_stories, link_all, reading_of
from onrecord.reprints import Sketch, find_sketches, link_sketch
from onrecord.schema import Article, Group, Link

_SYLLABLES = "ba den ko mar lin tos ver ga shi ron del fa pe nu ri sol tan wel zor quin".split()  # noqa: SIM905


def sentences(count: int, seed: int) -> list[str]:
    """Return sentences of sixteen words that no other seed gives."""
    chance = random.Random(seed)
    word = lambda: "".join(chance.choices(_SYLLABLES, k=3))  # noqa: E731
    return [" ".join(word() for _ in range(16)) + "." for _ in range(count)]


def paper(
    *paragraphs: str, publisher: str | None = "The Herald", published: str | None = "2024-05-06",
    agency: str | None = None, headline: str = "A headline",
) -> Article:  # fmt: skip
    """Return an article as a paper prints it."""
    pieces = [Piece("paragraph", text) for text in paragraphs]
    return compose_article(
        pieces, Metadata(headline=headline, published=published, publisher=publisher, agency=agency), []
    )  # fmt: skip


def sketch(article: Article) -> Sketch:
    return find_sketches(reading_of(article))[0]


def links(*articles: Article) -> list[Link]:
    """Link articles that share a key, as reconciling does."""
    return list(link_all([sketch(article) for article in articles]))


def linked(one: Article, other: Article) -> bool:
    """Are two articles one text, asked from either side?"""
    first, second = sketch(one), sketch(other)
    answers = {tuple(link_sketch(first, [second])), tuple(link_sketch(second, [first]))}
    assert len(answers) == 1, "the answer hangs on which of them is new"
    return bool(answers.pop()) and bool(set(first.keys) & set(second.keys))


def stories(*articles: Article) -> list[Group]:
    return find_stories(articles)
