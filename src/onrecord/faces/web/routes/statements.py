"""`/statements/ID`: one statement in its place, to be linked to and cited."""

from __future__ import annotations

from onrecord.errors import SourceNotFound
from onrecord.faces.web.pages import Pages
from onrecord.faces.web.views.correcting import correcting
from onrecord.faces.web.views.statement import StatementPage, statement_page
from onrecord.faces.web.visiting import Visiting
from onrecord.schema import Letter, Statement
from onrecord.store import RecordStore, StatementFilter

pages = Pages("statements")


@pages.page("/statements/{id}", template="statement.html")
def statement(visit: Visiting, id: str, letter: int = 0) -> StatementPage:
    """Show one statement in context, with its citations and what people said of it; `letter` is one to be answered."""
    with visit.open_record() as record:
        found = find_statement(record, id)
        reading = record.reading(found.article.id)
        letters = letters_on(record, found.id) if visit.person.edits else []
        others = list(record.statements(StatementFilter(article=found.article.id)))
        return statement_page(
            found, reading, others,
            said=correcting(
                found, reading, record.reviews.history(found.id), letters=letters,
                letter=next((one for one in letters if one.number == letter), None),
            ),
            claims=record.connections.claims_of(found.id), quotations=record.connections.quotations_of(found.id),
        )  # fmt: skip


def letters_on(record: RecordStore, statement: str) -> list[Letter]:
    """Return the open letters about a statement."""
    return [one for one in record.reviews.letters("open") if one.place.statement == statement]


def find_statement(record: RecordStore, id: str) -> Statement:
    """Return the statement that an id or its beginning names. Raises SourceNotFound."""
    found = record.show(id)
    if not isinstance(found, Statement):
        raise SourceNotFound(f"{id!r} is not a statement’s id", remedy="Search for what was said.")
    return found
