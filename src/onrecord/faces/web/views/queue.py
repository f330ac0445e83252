"""The editors' queue."""

from __future__ import annotations

import msgspec

from onrecord.faces.web.views.article import ShownBlock
from onrecord.faces.web.views.correcting import CorrectionLine
from onrecord.faces.web.views.statement import context_of
from onrecord.faces.web.views.statement_card import StatementCard, statement_card
from onrecord.schema import ArticleReference, Letter, Reading, Statement


class QueueItem(msgspec.Struct, frozen=True, kw_only=True):
    """A statement to be judged, in its place."""

    statement: StatementCard
    article: ArticleReference
    context: tuple[ShownBlock, ...]


class QueuePage(msgspec.Struct, frozen=True, kw_only=True):
    """Statements that nobody has judged, the least sure first; open letters; and what was just done."""

    items: tuple[QueueItem, ...]
    letters: tuple[Letter, ...]
    notice: CorrectionLine | None


def queue_item(statement: Statement, reading: Reading) -> QueueItem:
    return QueueItem(
        statement=statement_card(1, statement), article=statement.article, context=context_of(statement, reading)
    )
