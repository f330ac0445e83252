"""What a carrier did with a story's paragraphs."""

from __future__ import annotations

from onrecord.articles.compose import Metadata, Piece, compose_article
from onrecord.faces.web.views.differing import compare_articles, runs_of
from onrecord.schema import Article

FIRST = "The minister left the hall at noon without a word to the press."
SECOND = "Talks will go on in Oslo on Friday, a spokeswoman said."
THIRD = "The opposition called the talks a farce and asked for new elections."


def article(*paragraphs: str) -> Article:
    return compose_article([Piece("paragraph", text) for text in paragraphs], Metadata(publisher="The Example Herald"))


def changes(origin: Article, carrier: Article) -> list[str]:
    return [one.change for one in compare_articles(origin, carrier)]


def test_a_paragraph_that_the_carrier_dropped_is_left_out() -> None:
    assert changes(article(FIRST, SECOND, THIRD), article(FIRST, THIRD)) == ["same", "left_out", "same"]


def test_a_paragraph_of_the_carriers_own_was_added() -> None:
    assert changes(article(FIRST, THIRD), article(FIRST, SECOND, THIRD)) == ["same", "added", "same"]


def test_a_changed_word_is_told_within_its_paragraph() -> None:
    (one,) = compare_articles(article(FIRST), article(FIRST.replace("noon", "one")))
    assert one.change == "changed"
    assert [piece.text for piece in one.origin if piece.differs] == ["noon"]
    assert [piece.text for piece in one.carrier if piece.differs] == ["one"]


def test_what_was_added_before_a_changed_paragraph_keeps_its_place() -> None:
    changed = FIRST.replace("noon", "one")
    assert changes(article(FIRST), article(SECOND, changed)) == ["added", "changed"]


def test_paragraphs_with_one_fate_are_one_run() -> None:
    runs = runs_of(compare_articles(article(FIRST), article(FIRST, SECOND, THIRD)))
    assert [(run.change, len(run.paragraphs)) for run in runs] == [("same", 1), ("added", 2)]
