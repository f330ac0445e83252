"""The options of a query become the store's filter."""

from __future__ import annotations

from typing import cast

from onrecord.schema import Form, Stance
from onrecord.store import StatementFilter


def make_filter(
    *, by: str | None, about: str | None, since: str | None, until: str | None, form: str | None, stance: str | None,
    limit: int | None = None,
) -> StatementFilter:  # fmt: skip
    """Check the values and gather them. Raises UsageError, which names the choices, on a wrong one."""
    return StatementFilter(
        by=by, about=about, since=since, until=until, limit=limit,
        form=cast(Form | None, form), stance=cast(Stance | None, stance),
    )  # fmt: skip
