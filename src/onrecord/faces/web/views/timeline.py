"""How often somebody is heard, month by month, as bars of a small drawing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from onrecord.faces.web.views.counts import count_of
from onrecord.faces.web.views.days import month_in_words
from onrecord.store.overview import MonthCount

WIDTH, HEIGHT = 120, 24
MOST_MONTHS, FEWEST_MONTHS = 60, 12
"""A page of 2009 among thousands of this year's must not squeeze this year: five years are drawn, the rest is told.
And a record of one month isn't drawn as a wall: it stands at the end of a year."""


class Bar(msgspec.Struct, frozen=True):
    """One month: its bar's place in a drawing of `WIDTH` by `HEIGHT`, and what it stands for."""

    x: float
    y: float
    width: float
    height: float
    month: str
    statements: int


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """The bars; what they show in words, for who doesn't see them; and how many statements lie before the drawing."""

    bars: tuple[Bar, ...]
    told: str
    earlier: int = 0


def span_of(months: Iterable[str]) -> tuple[str, str] | None:
    """Return the first and the last month to draw, so that several timelines compare; null where there is none."""
    known = sorted(set(months))
    if not known:
        return None
    last = month_index(known[-1])
    first = min(max(month_index(known[0]), last - MOST_MONTHS + 1), last - FEWEST_MONTHS + 1)
    return month_name(first), known[-1]


def draw_timeline(months: Sequence[MonthCount], span: tuple[str, str]) -> Timeline:
    """Draw the months of a span, the highest at full height. `months` are in order."""
    first, last = span
    drawn = [one for one in months if first <= one.month <= last]
    width = WIDTH / (month_index(last) - month_index(first) + 1)
    most = max((one.statements for one in drawn), default=1)
    return Timeline(
        bars=tuple(_bar(one, month_index(one.month) - month_index(first), width, most) for one in drawn),
        told=_told(months), earlier=sum(one.statements for one in months if one.month < first),
    )  # fmt: skip


def _bar(one: MonthCount, place: int, width: float, most: int) -> Bar:
    # One statement among hundreds is still to be seen.
    height = max(HEIGHT * one.statements / most, 2.0)
    gap = min(width * 0.15, 1.0)
    x, y = round(place * width, 2), round(HEIGHT - height, 2)
    return Bar(x, y, round(width - gap, 2), round(height, 2), one.month, one.statements)


def _told(months: Sequence[MonthCount]) -> str:
    if not months:
        return "on no known day"
    busiest = max(months, key=lambda one: one.statements)
    if len(months) == 1:
        return f"all in {month_in_words(busiest.month)}"
    return (
        f"from {month_in_words(months[0].month)} to {month_in_words(months[-1].month)}, most in "
        f"{month_in_words(busiest.month)}: {count_of(busiest.statements, 'statement')}"
    )


def month_index(month: str) -> int:
    """Count months: `2021-01` is one more than `2020-12`."""
    year, number = month.split("-")[:2]
    return int(year) * 12 + int(number) - 1


def month_name(index: int) -> str:
    """Return the month with that index."""
    return f"{index // 12:04}-{index % 12 + 1:02}"
