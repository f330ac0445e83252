"""`/statements/ID`: one statement in its place, to be linked to and cited."""

from __future__ import annotations

from onrecord.errors import SourceNotFound
from onrecord.faces.web.pages import Pages
from onrecord.faces.web.views.statement import StatementPage, statement_page
from onrecord.faces.web.visiting import Visiting
from onrecord.schema import Statement
from onrecord.store import RecordStore, StatementFilter

pages = Pages("statements")


@pages.page("/statements/{id}", template="statement.html")
def statement(visit: Visiting, id: str) -> StatementPage:
    """Show one statement in context, with its citations."""
    with visit.open_record() as record:
        found = find_statement(record, id)
        others = list(record.statements(StatementFilter(article=found.article.id)))
        return statement_page(
            found, record.reading(found.article.id), others,
            claims=record.connections.claims_of(found.id), quotations=record.connections.quotations_of(found.id),
        )  # fmt: skip


def find_statement(record: RecordStore, id: str) -> Statement:
    """Return the statement that an id or its beginning names. Raises SourceNotFound."""
    found = record.show(id)
    if not isinstance(found, Statement):
        raise SourceNotFound(f"{id!r} is not a statement’s id", remedy="Search for what was said.")
    return found
