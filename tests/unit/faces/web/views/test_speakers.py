"""Speakers laid out: what they are, before whom they are of."""

from __future__ import annotations

import pytest

from onrecord.faces.web.views.days import month_in_short
from onrecord.faces.web.views.speakers import offices_first
from onrecord.schema import Speaker


def speaker(*roles: str) -> Speaker:
    return Speaker(
        id="p-1", name="Ada Merrin", kind="person", roles=roles, aliases=(), statements=1, first=None, last=None
    )


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("of the Russian Federation", "President"), ("President", "of the Russian Federation")),
        (("of Delta College", "from Leeds", "official"), ("official", "of Delta College", "from Leeds")),
        (("President", "President of Russia"), ("President", "President of Russia")),
        (("of Delta College",), ("of Delta College",)),
    ],
)
def test_an_office_is_told_before_whom_one_is_of(given: tuple[str, ...], told: tuple[str, ...]) -> None:
    assert offices_first(speaker(*given)).roles == told


def test_a_month_on_an_axis_is_short() -> None:
    assert month_in_short("2022-02") == "Feb 2022"
