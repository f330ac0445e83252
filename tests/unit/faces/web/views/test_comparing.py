"""Two accounts laid out in bands."""

from __future__ import annotations

import pytest
from synthetic.stories import KURSK, OSLO, reading_of

from onrecord.faces.web.views.comparing import bands_of, suggest_pairs, with_days
from onrecord.schema import AccountUnit, Alignment, Article, ArticleReference, Comparison
from onrecord.store.overview import ArticleSummary

HERE, THERE = reading_of(KURSK).article, reading_of(OSLO).article


def unit(article: Article, words: str) -> AccountUnit:
    start = article.text.index(words)
    return AccountUnit(article.id, start, start + len(words), words)


def bands_of_pair(a: str, b: str):
    pair = Alignment(unit(HERE, a), unit(THERE, b), differs=True)
    comparison = Comparison(a="A", b="B", both=(pair,), only_a=(unit(HERE, a),), only_b=(), conflict=())
    return bands_of(comparison, {HERE.id: HERE, THERE.id: THERE})


def test_a_line_opens_with_the_words_around_it() -> None:
    (line,) = bands_of_pair("A senior official said the talks would go on", "A senior official said nothing").only_a
    assert line.context is not None
    assert line.context.before == "Mr. Zelenskyy will travel to Oslo. "
    assert line.context.words == "A senior official said the talks would go on"


def test_words_that_the_other_side_lacks_are_told_apart() -> None:
    (pair,) = bands_of_pair("A senior official said the talks", "A senior official said nothing").both
    assert [one.text for one in pair.a.wording if one.differs] == ["the talks"]
    assert not pair.reworded


def test_where_hardly_a_word_is_the_same_none_is_marked() -> None:
    (pair,) = bands_of_pair("the call went well", "nothing was agreed").both
    assert pair.reworded
    assert not any(one.differs for one in (*pair.a.wording, *pair.b.wording))


@pytest.mark.parametrize(
    ("asked", "since", "until", "account"),
    [
        ("Vladimir Putin", "2022-02-01", "2022-02-15", "Vladimir Putin @ 2022-02-01..2022-02-15"),
        ("The Herald", "2022-02-12", "", "The Herald @ 2022-02-12"),
        ("The Herald", "", "2022-02-12", "The Herald @ 2022-02-12"),
        ("The Herald @ 2022", "2021", "", "The Herald @ 2022"),
        ("a-123456", "", "", "a-123456"),
        ("", "2022", "2023", ""),
    ],
)
def test_days_of_their_own_fields_become_part_of_the_account(asked: str, since: str, until: str, account: str) -> None:
    assert with_days(asked, since, until) == account


def summary(id: str, headline: str, publisher: str, day: str = "2022-02-12") -> ArticleSummary:
    article = ArticleReference(id=id, headline=headline, published=day, publisher=publisher, url=None, path=None)
    return ArticleSummary(article=article, section=None, agency=None, statements=1, recorded_at="2026-01-01T00:00:00Z")


def test_articles_of_one_day_with_words_in_common_are_suggested() -> None:
    told = [
        summary("a-1", "Readout of the President’s call with Vladimir Holm", "Here"),
        summary("a-2", "Telephone call with the President: what Holm said", "There"),
        summary("a-3", "Football results", "There"),
        summary("a-4", "Another call with the President of Norway", "Here"),
        summary("a-5", "Telephone call with the President: what Holm said", "There", "2022-02-13"),
    ]
    (pair,) = suggest_pairs(told, limit=5)
    assert {pair.a.id, pair.b.id} == {"a-1", "a-2"}


def test_two_calls_to_a_president_are_not_told_twice_only_for_being_calls_to_a_president() -> None:
    told = [
        summary("a-1", "Readout of the call with President Holm", "Here"),
        summary("a-2", "Telephone conversation with President Lind", "There"),
        *(summary(f"a-9{day}", "Meeting with President Berg", "Here", f"2022-03-0{day}") for day in range(1, 9)),
    ]
    assert suggest_pairs(told, limit=5) == ()


def test_the_pair_with_the_rarer_words_in_common_is_suggested_first() -> None:
    told = [
        summary("a-1", "Telephone conversation with the President of Delta", "Here"),
        summary("a-2", "Readout of the conversation with the President of Delta", "There"),
        summary("b-1", "Briefing on the talks between Ada Merrin and Vladimir Holm", "Here"),
        summary("b-2", "Vladimir Holm’s call to Merrin", "There"),
        *(
            summary(f"a-9{day}", "Conversation with the President of Delta", "Here", f"2022-03-0{day}")
            for day in range(1, 5)
        ),
    ]
    assert [{one.a.id, one.b.id} for one in suggest_pairs(told, limit=5)][:1] == [{"b-1", "b-2"}]
