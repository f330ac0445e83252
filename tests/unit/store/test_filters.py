"""A filter with a wrong value says what is right."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.errors import UsageError
from onrecord.store import StatementFilter
from onrecord.store.filters import first_day, last_day


@pytest.mark.parametrize(
    ("partial", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        (" 2025-03-19 ", "2025-03-19", "2025-03-19"),
    ],
)
def test_a_partial_date_is_all_of_its_days(partial: str, first: str, last: str) -> None:
    assert (first_day(partial), last_day(partial)) == (first, last)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"since": "yesterday"}, "a year, a month or a day"),
        ({"since": "19.03.2025"}, "a year, a month or a day"),
        ({"until": "2025-13"}, "'2025-13' is not a date"),
        ({"until": "2025-02-30"}, "'2025-02-30' is not a date"),
        ({"until": "0000"}, "'0000' is not a date"),
        ({"since": "２０２５"}, "a year, a month or a day"),
        ({"since": "2025-04", "until": "2025-03"}, "Swap the two dates"),
        ({"form": "quoted"}, "direct, indirect, mixed"),
        ({"stance": "says"}, "asserts, confirms, denies"),
        ({"limit": 0}, "1 or more"),
        ({"min_score": 1.01}, "from 0 to 1"),
        ({"min_score": -0.1}, "from 0 to 1"),
        ({"min_score": float("nan")}, "from 0 to 1"),
    ],
)
def test_a_wrong_value_is_told_with_the_remedy(values: dict[str, Any], told: str) -> None:
    with pytest.raises(UsageError) as caught:
        StatementFilter(**values)
    assert told in str(caught.value)
