"""Days as people write them."""

from __future__ import annotations

from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_in_words(day: str | None) -> str:
    """Return `19 March 2025` for an ISO date or date-time; what is no date as it stands, and nothing for null."""
    if not day:
        return ""
    try:
        parsed = date.fromisoformat(day[:10])
    except ValueError:
        return day
    return f"{parsed.day} {_MONTHS[parsed.month - 1]} {parsed.year}"


def moment_in_words(moment: str) -> str:
    """Return `19 March 2025, 10:41` for an ISO date-time as the record keeps it, in UTC."""
    return f"{day_in_words(moment)}, {moment[11:16]}" if len(moment) >= 16 else day_in_words(moment)


def month_in_words(month: str) -> str:
    """Return `March 2025` for `2025-03`."""
    year, number = month.split("-")[:2]
    return f"{_MONTHS[int(number) - 1]} {year}"


def month_in_short(month: str) -> str:
    """Return `Mar 2025` for `2025-03`: on an axis, and in a narrow column."""
    name, year = month_in_words(month).split()
    return f"{name[:3]} {year}"
