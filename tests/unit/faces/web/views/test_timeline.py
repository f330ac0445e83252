"""Small drawings of when somebody was heard."""

from __future__ import annotations

from onrecord.faces.web.views.timeline import HEIGHT, WIDTH, draw_timeline, span_of
from onrecord.store.overview import MonthCount


def test_bars_stand_in_their_months_and_the_busiest_is_highest() -> None:
    drawn = draw_timeline([MonthCount("2021-01", 2), MonthCount("2021-04", 8)], ("2021-01", "2021-04"))
    first, second = drawn.bars
    assert first.x == 0
    assert second.x == WIDTH * 3 / 4
    assert (first.height, second.height) == (HEIGHT / 4, HEIGHT)
    assert second.y == 0


def test_one_statement_among_thousands_is_still_to_be_seen() -> None:
    drawn = draw_timeline([MonthCount("2021-01", 1), MonthCount("2021-02", 5000)], ("2021-01", "2021-02"))
    assert drawn.bars[0].height >= 2


def test_what_lies_before_the_drawing_is_counted() -> None:
    drawn = draw_timeline([MonthCount("2009-06", 26), MonthCount("2021-02", 1)], ("2021-01", "2021-02"))
    assert drawn.earlier == 26
    assert [bar.month for bar in drawn.bars] == ["2021-02"]
    assert drawn.told == "from June 2009 to February 2021, most in June 2009: 26 statements"


def test_at_most_five_years_are_drawn() -> None:
    assert span_of(["2009-06", "2024-12"]) == ("2020-01", "2024-12")
    assert span_of(["2023-11", "2024-12"]) == ("2023-11", "2024-12")
    assert span_of([]) is None


def test_a_record_of_one_month_is_drawn_as_the_last_of_a_year() -> None:
    assert span_of(["2024-12"]) == ("2024-01", "2024-12")


def test_who_was_heard_in_one_month_or_on_no_known_day_is_told_so() -> None:
    assert draw_timeline([MonthCount("2021-01", 2)], ("2021-01", "2021-04")).told == "all in January 2021"
    assert draw_timeline([], ("2021-01", "2021-04")).told == "on no known day"
