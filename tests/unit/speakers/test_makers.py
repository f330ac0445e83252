"""Documents speak for those who made them."""

from __future__ import annotations

from tests.unit.speakers.stories import names_in, said, story, who

BODIES = ["Harbour Fund", "Ferry League"]


def test_a_report_is_its_authors_wherever_they_are_named():
    article = story(
        "A new study by a group of researchers shows that the ferries leak.",
        "The authors of the report, which include the Harbour Fund and the Ferry League, saw all of them.",
        "The report says four sank. The researchers called for new hulls.",
    )
    attributions = [
        said(article, "A new study by a group of researchers", "the ferries leak"),
        said(article, "The report", "four sank"),
        said(article, "The researchers", "new hulls"),
    ]
    assert who(article, attributions, names_in(article, organisation=BODIES)) == [BODIES] * 3


def test_a_report_that_the_article_names_by_its_maker_speaks_for_it_later():
    article = story("He held up a report published by the Harbour Fund.", "The report says four ferries sank.")
    attributions = [said(article, "The report", "four ferries sank")]
    assert who(article, attributions, names_in(article, organisation=BODIES)) == [["Harbour Fund"]]


def test_another_report_is_not_theirs():
    article = story("A report by the Harbour Fund came out.", "A study says that the ferries float.")
    attributions = [said(article, "A study", "the ferries float")]
    assert who(article, attributions, names_in(article, organisation=BODIES)) == [["A study"]]
