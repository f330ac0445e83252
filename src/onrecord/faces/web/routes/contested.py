"""`/contested`: what some put forward and others deny; `/contested/ID`: one claim, contested or not."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.faces.web.pages import Pages
from onrecord.faces.web.views.contests import (
    ClaimPage,
    ClaimRow,
    ContestedPage,
    claim_row,
    shown_statements,
)
from onrecord.faces.web.views.correcting import correction_line
from onrecord.faces.web.views.paging import cut_page, rows_wanted, with_query
from onrecord.faces.web.views.statement import context_of
from onrecord.faces.web.visiting import Visiting
from onrecord.schema import Claim, Statement
from onrecord.store import RecordStore

pages = Pages("claims")
_CLAIMS = 20
_IN_CONTEXT = 30
"""Statements of a claim that are shown where they stand; the others are linked."""


@pages.page("/contested", template="contested.html")
def contested(visit: Visiting, q: str = "", page: int = 1) -> ContestedPage:
    """List contested claims, all of them or those about some words (`q`)."""
    with visit.open_record() as record:
        found = record.connections.contested(about=q.strip() or None, limit=rows_wanted(page, _CLAIMS))
        shown, paging = cut_page(found, page, _CLAIMS, with_query("/contested", q=q.strip()))
        return ContestedPage(words=q.strip(), claims=rows_of(record, shown), paging=paging)


@pages.page("/contested/{id}", template="claim.html")
def claim(visit: Visiting, id: str) -> ClaimPage:
    """Show a claim with all its statements where they stand."""
    with visit.open_record() as record:
        found = record.connections.claim(id)
        statements = _statements(record, shown_statements([found], most=None))
        return ClaimPage(
            claim=claim_row(found, statements, most=None),
            contexts={
                one.id: context_of(one, record.reading(one.article.id)) for one in _first(statements, _IN_CONTEXT)
            },
            history=tuple(map(correction_line, record.reviews.history(found.claim))),
        )


def rows_of(record: RecordStore, claims: Sequence[Claim]) -> tuple[ClaimRow, ...]:
    """Lay claims out as rows, with the statements that they show."""
    statements = _statements(record, shown_statements(claims))
    return tuple(claim_row(one, statements) for one in claims)


def _statements(record: RecordStore, ids: list[str]) -> dict[str, Statement]:
    return {one.id: one for one in record.connections.statements(ids)} if ids else {}


def _first(statements: dict[str, Statement], number: int) -> list[Statement]:
    return list(statements.values())[:number]
