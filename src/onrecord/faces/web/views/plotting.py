"""When somebody was heard, as a plot of months with its scale."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.faces.web.views.days import month_in_words

PLOT_WIDTH, PLOT_HEIGHT = 720, 120
_MOST_BARS = 120
_LABELS = 4
_GAP = 0.15
_LOWEST = 3.0


class PlotBar(msgspec.Struct, frozen=True):
    """One bar in a drawing of `PLOT_WIDTH` by `PLOT_HEIGHT`, and what it says: from which month to which, how many."""

    x: float
    y: float
    width: float
    height: float
    first: str
    last: str
    statements: int
    told: str


class Plot(msgspec.Struct, frozen=True, kw_only=True):
    """Bars over time. `labels` are months at even distances, the first at the left edge, empty after the last month of
    a short stretch; `most` is the highest bar."""

    bars: tuple[PlotBar, ...]
    labels: tuple[str, ...]
    most: int
    told: str


def draw_plot(months: Sequence[tuple[str, int]]) -> Plot:
    """Draw statements by month (`2025-03`), sorted; several months share a bar where there are more than fit."""
    if not months:
        return Plot(bars=(), labels=(), most=0, told="on no known day")
    first, last = _index(months[0][0]), _index(months[-1][0])
    shared = -(-(last - first + 1) // _MOST_BARS)  # rounded up
    places = -(-(last - first + 1) // shared)
    sums: dict[int, int] = {}
    for month, statements in months:
        place = (_index(month) - first) // shared
        sums[place] = sums.get(place, 0) + statements
    most = max(sums.values())
    bars = tuple(_bar(place, sums[place], first + place * shared, (shared, places, most)) for place in sorted(sums))
    return Plot(bars=bars, labels=_labels(first, last), most=most, told=_told(months, bars, most))


def _bar(place: int, statements: int, month: int, scale: tuple[int, int, int]) -> PlotBar:
    shared, places, most = scale
    width = PLOT_WIDTH / max(places, 12)  # one month alone is no wall
    height = max(PLOT_HEIGHT * statements / most, _LOWEST)
    first, last = _name(month), _name(month + shared - 1)
    when = month_in_words(first) if first == last else f"{month_in_words(first)} to {month_in_words(last)}"
    return PlotBar(
        round(place * width, 2), round(PLOT_HEIGHT - height, 2), round(width * (1 - _GAP), 2), round(height, 2),
        first, last, statements, f"{when}: {statements}",
    )  # fmt: skip


def _labels(first: int, last: int) -> tuple[str, ...]:
    """Choose months at even distances, as many as a phone has room for."""
    span = max(last - first, 11)
    months = (first + round(place * span / (_LABELS - 1)) for place in range(_LABELS))
    return tuple(_name(month) if month <= last else "" for month in months)  # no month that is yet to come


def _told(months: Sequence[tuple[str, int]], bars: Sequence[PlotBar], most: int) -> str:
    if len(months) == 1:
        return f"all in {month_in_words(months[0][0])}"
    busiest = next(bar for bar in bars if bar.statements == most)
    span = f"from {month_in_words(months[0][0])} to {month_in_words(months[-1][0])}"
    return f"{span}, most in {busiest.told}"


def _index(month: str) -> int:
    year, number = month.split("-")
    return int(year) * 12 + int(number) - 1


def _name(index: int) -> str:
    return f"{index // 12:04}-{index % 12 + 1:02}"
