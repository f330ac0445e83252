"""Reprints: what holds for any story and whatever a paper does to it."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles.compose import Metadata, Piece, compose_article
from onrecord.evaluation.reprints import link_all, reading_of
from onrecord.reprints import Sketch, find_sketches, group_stories, link_sketch
from onrecord.schema import Article, Link
from onrecord.schema.pieces import pieces

words = st.integers(0, 400).map(lambda number: f"word{number}")
paragraphs = st.lists(
    st.lists(words, min_size=8, max_size=40).map(lambda found: " ".join(found) + "."), min_size=1, max_size=8
)  # fmt: skip
days = st.sampled_from(["2024-05-06", "2024-05-07", "2024-05-06T08:00:00+02:00", "2025-01-01", None])
papers = st.sampled_from(["Reuters", "The Herald", "herald.com", None])


def article_of(texts: list[str], published: str | None, publisher: str | None) -> Article:
    return compose_article(
        [Piece("paragraph", text) for text in texts],
        Metadata(headline="A headline", published=published, publisher=publisher, agency="Reuters"), [],
    )  # fmt: skip


articles = st.builds(article_of, paragraphs, days, papers)


@given(articles)
def test_sketch_survives_its_encoding(article: Article) -> None:
    for sketch in find_sketches(reading_of(article)):
        assert msgspec.msgpack.decode(msgspec.msgpack.encode(sketch), type=Sketch) == sketch
        assert all(-(2**63) <= key < 2**63 for key in sketch.keys)


@given(articles, articles)
def test_link_is_the_same_whichever_article_is_new(one: Article, other: Article) -> None:
    for first in find_sketches(reading_of(one)):
        for second in find_sketches(reading_of(other)):
            assert link_sketch(first, [second]) == link_sketch(second, [first])


@given(articles, st.integers(0, 8))
def test_article_is_its_own_copy_in_another_paper(article: Article, cut: int) -> None:
    texts = [article.text[block.start : block.end] for block in article.blocks]
    carried = article_of(texts, article.published, "The Courier")
    if found := find_sketches(reading_of(article)):
        (link,) = link_sketch(found[0], find_sketches(reading_of(carried)))
        assert link.score == 1.0


@settings(max_examples=40)
@given(st.lists(articles, max_size=5), st.permutations(range(5)))
def test_stories_are_the_same_in_any_order(found: list[Article], order: list[int]) -> None:
    sketches = list({one.id: one for article in found for one in find_sketches(reading_of(article))}.values())
    turned = [sketches[number] for number in order if number < len(sketches)]
    groups = group_stories(sketches, list(link_all(sketches)))
    again = group_stories(turned, list(link_all(turned)))
    assert sorted(groups, key=lambda group: group.id) == sorted(again, key=lambda group: group.id)
    members = [member.item for group in groups for member in group.members]
    assert len(members) == len(set(members))
    assert all(group.members[0].role == "origin" and len(group.members) > 1 for group in groups)


items = st.sampled_from("abcdefg")
links = st.lists(
    st.builds(Link, items, items, st.sampled_from(["copy", "same", "together", "apart", "contradicts"]),
              st.sampled_from([0.5, 0.7, 1.0]))
)  # fmt: skip


@given(links)
def test_pieces_keep_apart_what_a_person_set_apart_and_lose_nothing(found: list[Link]) -> None:
    parts = pieces(list("abcdefg"), found)
    assert sorted(item for part in parts for item in part) == list("abcdefg")
    for link in found:
        if link.kind == "apart" and link.first != link.second:
            assert not any(link.first in part and link.second in part for part in parts)
