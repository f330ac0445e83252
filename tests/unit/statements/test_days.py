"""Time expressions in a story of Wednesday 19 March 2025."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.statements.days import day_at, resolve_day

STORY = date(2025, 3, 19)


@pytest.mark.parametrize(
    ("expression", "day"),
    [
        ("Tuesday", "2025-03-18"),
        ("on Tuesday", "2025-03-18"),
        ("Tuesday night", "2025-03-18"),
        ("Wednesday", "2025-03-19"),
        ("last Wednesday", "2025-03-12"),
        ("next Monday", "2025-03-24"),
        ("this morning", "2025-03-19"),
        ("last night", "2025-03-18"),
        ("late yesterday", "2025-03-18"),
        ("tomorrow", "2025-03-20"),
        ("the day before yesterday", "2025-03-17"),
        ("three days ago", "2025-03-16"),
        ("March 3", "2025-03-03"),
        ("3 March", "2025-03-03"),
        ("the 3rd of March", "2025-03-03"),
        ("Tuesday, March 4", "2025-03-04"),
        ("Dec. 3", "2024-12-03"),
        ("June 28", "2025-06-28"),
        ("September 11, 2001", "2001-09-11"),
        ("2024-02-29", "2024-02-29"),
        ("3/4/25", "2025-03-04"),
        ("12:00 UTC Monday", "2025-03-17"),
    ],
)
def test_an_expression_is_a_day(expression: str, day: str):
    assert str(resolve_day(expression, STORY)) == day


@pytest.mark.parametrize(
    "expression",
    ["last week", "August 2024", "in August", "2017", "Mondays", "next week", "recently", "the weekend", "February 30",
     "two weeks ago", "May", "the 1990s", "16:08 UTC", "",],
)  # fmt: skip
def test_what_is_no_single_day_is_none(expression: str):
    assert resolve_day(expression, STORY) is None


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The vote will be held on Monday.", "2025-03-24"),
        ("On Monday, they will vote.", "2025-03-24"),
        ("They voted on Monday.", "2025-03-17"),
        ("He said on Monday that they will vote.", "2025-03-17"),
        ("He said they will vote on Monday.", "2025-03-24"),
    ],
)
def test_verbs_tell_whether_a_weekday_lies_ahead(sentence: str, day: str):
    start = sentence.index("Monday")
    assert str(day_at(sentence, (start, start + 6), STORY)) == day


@pytest.mark.parametrize(
    ("expression", "day"),
    [("the next day", "2025-03-04"), ("two days earlier", "2025-03-01"), ("that day", "2025-03-03")],
)
def test_some_days_count_from_the_day_told_last(expression: str, day: str):
    assert str(resolve_day(expression, STORY, told=date(2025, 3, 3))) == day


@given(st.text(max_size=40), st.dates(), st.booleans())
def test_any_text_is_a_day_or_none(text: str, published: date, ahead: bool):
    found = resolve_day(text, published, ahead=ahead)
    assert found is None or isinstance(found, date)


@given(st.sampled_from(["Monday", "Friday", "Sunday"]), st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_a_weekday_is_within_the_week_before_or_ahead(weekday: str, published: date):
    back, ahead = resolve_day(weekday, published), resolve_day(weekday, published, ahead=True)
    assert back is not None
    assert ahead is not None
    assert 0 <= (published - back).days < 7
    assert 0 <= (ahead - published).days < 7
    assert back.strftime("%A") == ahead.strftime("%A") == weekday
