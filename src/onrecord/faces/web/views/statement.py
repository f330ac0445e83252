"""One statement in its place: the blocks that hold it, what is known of it, and how one cites it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.faces.web.views.article import ShownBlock, shown_blocks
from onrecord.faces.web.views.citing import Citations, cite
from onrecord.faces.web.views.correcting import Correcting, correcting
from onrecord.faces.web.views.statement_card import StatementCard, in_order, statement_card
from onrecord.schema import ArticleReference, Claim, Producer, QuotationFamily, Reading, Statement

_AROUND = 1
"""Blocks shown before and behind those that hold the statement."""


class StatementPage(msgspec.Struct, frozen=True, kw_only=True):
    """A statement in context. `place` counts it among the `of` statements of its article; a rejected one has none.

    `earlier` and `later` are its neighbours in the article, by id.
    """

    statement: StatementCard
    article: ArticleReference
    context: tuple[ShownBlock, ...]
    earlier: str | None
    later: str | None
    place: int | None
    of: int
    citations: Citations
    producer: Producer
    claims: tuple[Claim, ...]
    quotations: tuple[QuotationFamily, ...]
    correcting: Correcting


def statement_page(
    statement: Statement, reading: Reading, others: list[Statement],
    *, said: Correcting | None = None, claims: Sequence[Claim] = (), quotations: Sequence[QuotationFamily] = (),
) -> StatementPage:  # fmt: skip
    """Lay out a statement; `others` are all statements of its article, itself among them."""
    ordered = in_order(others)
    ids = [one.id for one in ordered]
    place = ids.index(statement.id) if statement.id in ids else None
    around = (None, *ids, None)
    return StatementPage(
        statement=statement_card(1, statement), article=statement.article,
        context=context_of(statement, reading), place=None if place is None else place + 1, of=len(ids),
        earlier=None if place is None else around[place],
        later=None if place is None else around[place + 2],
        citations=cite(statement), producer=reading.producer, claims=tuple(claims), quotations=tuple(quotations),
        correcting=said or correcting(statement, reading, ()),
    )  # fmt: skip


def context_of(statement: Statement, reading: Reading) -> tuple[ShownBlock, ...]:
    """Return the blocks that hold the statement with one more on either side, only this statement marked."""
    blocks = shown_blocks(reading.article, [statement])
    spans = statement.attribution.spans
    held = [place for place, block in enumerate(blocks)
            if any(span.start < block.end and span.end > block.start for span in spans)]  # fmt: skip
    return blocks[max(min(held) - _AROUND, 0) : max(held) + 1 + _AROUND]
