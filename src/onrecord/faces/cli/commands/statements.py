"""`onrecord statements`: ask the record who said what."""

from __future__ import annotations

import sys

from onrecord.faces.cli.listing import print_list
from onrecord.faces.cli.options import (
    DEFAULT_STORE,
    About,
    By,
    Form,
    Json,
    Limit,
    MinScore,
    Rejected,
    Reviewed,
    Since,
    Stance,
    Store,
    Until,
)


def statements(
    by: By = None, about: About = None, since: Since = None, until: Until = None, form: Form = None,
    stance: Stance = None, min_score: MinScore = None, reviewed: Reviewed = None, rejected: Rejected = False,
    limit: Limit = None, json: Json = False,
    store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """List statements: who said what, how, and where.

    The most relevant come first with --about, else the newest.
    """
    from onrecord.faces.cli.filters import make_filter, which_reviews
    from onrecord.faces.cli.views.statement_table import show_statements
    from onrecord.store import open_store
    from onrecord.store.exports import export_statements

    wanted = make_filter(
        by=by, about=about, since=since, until=until, form=form, stance=stance, min_score=min_score, limit=limit,
        reviewed=which_reviews(reviewed, rejected=rejected),
    )  # fmt: skip
    with open_store(store) as record:
        found = record.statements(wanted)
        if json:
            export_statements(found, "jsonl", sys.stdout.buffer, record=record)
        else:
            print_list(found, show_statements, "statement", limit=limit)
