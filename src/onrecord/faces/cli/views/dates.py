"""Dates as people write them in news: 12 February 2022, 19:35 +00:00."""

from __future__ import annotations

from datetime import datetime


def show_date(value: str | None) -> str | None:
    """Spell out an ISO 8601 date or date-time; anything else is shown as it stands."""
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    day = f"{moment.day} {moment:%B %Y}"
    if len(value) <= len("2022-02-12"):
        return day
    offset = "" if moment.tzinfo is None else f" {moment:%z}"
    return f"{day}, {moment:%H:%M}{offset}"
