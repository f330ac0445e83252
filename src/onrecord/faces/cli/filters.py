"""The options of a query become the store's filter, or are held against a reading."""

from __future__ import annotations

from typing import cast

import msgspec

from onrecord.errors import UsageError
from onrecord.schema import Form, Outcome, Reading, Stance
from onrecord.store import Reviewed, StatementFilter


def make_filter(
    *, by: str | None, about: str | None, since: str | None, until: str | None, form: str | None, stance: str | None,
    min_score: float | None = None, reviewed: str | None = None, limit: int | None = None,
) -> StatementFilter:  # fmt: skip
    """Check the values and gather them. Raises UsageError, which names the choices, on a wrong one."""
    return StatementFilter(
        by=by, about=about, since=since, until=until, min_score=min_score, limit=limit,
        form=cast(Form | None, form), stance=cast(Stance | None, stance), reviewed=cast(Reviewed | None, reviewed),
    )  # fmt: skip


def which_reviews(reviewed: str | None, *, rejected: bool) -> str | None:
    """Return what `--reviewed` and `--rejected` ask for together. Raises UsageError where they ask for two things."""
    if rejected and reviewed not in (None, "rejected"):
        raise UsageError(f"--rejected and --reviewed {reviewed} ask for two things", remedy="Give one of them.")
    return "rejected" if rejected else reviewed


def without_guesses(outcome: Outcome, min_score: float | None) -> Outcome:
    """Leave out a reading's attributions that are less probable than that."""
    if min_score is None or not isinstance(outcome, Reading):
        return outcome
    kept = tuple(attribution for attribution in outcome.attributions if attribution.score >= min_score)
    return msgspec.structs.replace(outcome, attributions=kept)
