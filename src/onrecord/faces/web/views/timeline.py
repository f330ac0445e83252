"""How often somebody is heard, month by month, as bars of a small drawing."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.faces.web.views.days import month_in_words
from onrecord.store.overview import MonthCount

WIDTH, HEIGHT = 120, 24
_MOST_BARS = 60


class Bar(msgspec.Struct, frozen=True):
    """One bar: its place in a drawing of `WIDTH` by `HEIGHT`, and what it stands for."""

    x: float
    y: float
    width: float
    height: float
    month: str
    statements: int


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """The bars, and what they show in words, for those who don't see them."""

    bars: tuple[Bar, ...]
    told: str


def draw_timeline(months: Sequence[MonthCount], first: str, last: str) -> Timeline:
    """Draw the months from `first` to `last` (`2021-01`), the highest at full height; several months share a bar
    where there are more than the drawing has room for.
    """
    start, length = _index(first), max(_index(last) - _index(first) + 1, 1)
    shared = -(-length // _MOST_BARS)  # rounded up
    sums: dict[int, int] = {}
    for one in months:
        place = (_index(one.month) - start) // shared
        sums[place] = sums.get(place, 0) + one.statements
    width = WIDTH / -(-length // shared)
    most = max(sums.values(), default=1)
    bars = tuple(_bar(place, sums[place], width, most, start + place * shared) for place in sorted(sums))
    return Timeline(bars=bars, told=_told(months))


def _bar(place: int, statements: int, width: float, most: int, month: int) -> Bar:
    # One statement among hundreds is still to be seen.
    height = max(HEIGHT * statements / most, 2.0)
    left, gap = place * width, min(width * 0.15, 1.0)
    return Bar(
        round(left, 2), round(HEIGHT - height, 2), round(width - gap, 2), round(height, 2), _name(month), statements
    )


def _told(months: Sequence[MonthCount]) -> str:
    if not months:
        return "on no known day"
    busiest = max(months, key=lambda one: one.statements)
    if len(months) == 1:
        return f"all in {month_in_words(busiest.month)}"
    return (
        f"from {month_in_words(months[0].month)} to {month_in_words(months[-1].month)}, "
        f"most in {month_in_words(busiest.month)}: {busiest.statements}"
    )


def _index(month: str) -> int:
    year, number = month.split("-")[:2]
    return int(year) * 12 + int(number) - 1


def _name(index: int) -> str:
    return f"{index // 12:04}-{index % 12 + 1:02}"
