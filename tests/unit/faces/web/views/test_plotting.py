"""When somebody was heard, drawn."""

from __future__ import annotations

from onrecord.faces.web.views.plotting import PLOT_HEIGHT, PLOT_WIDTH, draw_plot


def test_the_busiest_month_has_the_full_height_and_is_told() -> None:
    plot = draw_plot([("2022-01", 3), ("2022-02", 12)])
    assert [(bar.height, bar.told) for bar in plot.bars] == [(30.0, "January 2022: 3"), (120.0, "February 2022: 12")]
    assert plot.told == "from January 2022 to February 2022, most in February 2022: 12"


def test_one_statement_among_thousands_is_still_to_be_seen() -> None:
    assert draw_plot([("2022-01", 1), ("2022-02", 5_000)]).bars[0].height == 3.0


def test_a_single_month_is_no_wall() -> None:
    plot = draw_plot([("2022-02", 4)])
    assert plot.bars[0].width < PLOT_WIDTH / 10
    assert plot.told == "all in February 2022"


def test_twenty_years_share_bars_and_stay_within_the_drawing() -> None:
    plot = draw_plot([(f"{year}-07", 1) for year in range(2005, 2025)])
    assert len(plot.bars) == 20
    assert plot.bars[0].told == "July 2005 to August 2005: 1"
    assert max(bar.x + bar.width for bar in plot.bars) <= PLOT_WIDTH
    assert all(0 <= bar.y <= PLOT_HEIGHT for bar in plot.bars)


def test_the_scale_begins_with_the_first_month_and_ends_with_the_last() -> None:
    labels = draw_plot([("2021-04", 1), ("2023-05", 1)]).labels
    assert (labels[0], labels[-1], len(labels)) == ("2021-04", "2023-05", 4)


def test_a_short_stretch_has_no_months_that_are_yet_to_come() -> None:
    assert draw_plot([("2022-02", 1), ("2022-05", 1)]).labels == ("2022-02", "", "", "")
    assert draw_plot([("2022-02", 1), ("2022-07", 1)]).labels == ("2022-02", "2022-06", "", "")


def test_nobody_heard_on_a_known_day_has_no_bars() -> None:
    assert draw_plot([]).bars == ()
