"""Two people at one statement: what the other did meanwhile, and what one was about to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from onrecord.faces.web.views.correcting import CorrectionLine, correction_line, seen_of
from onrecord.faces.web.views.statement_card import StatementCard, statement_card
from onrecord.schema import Correction, Statement

_WISHES = {
    "accept": "Accept it as it is now", "reject": "Reject it nevertheless",
    "spans": "Set the spans as I had them", "speaker": "Name the speaker as I had it",
}  # fmt: skip


class ChangedPage(msgspec.Struct, frozen=True, kw_only=True):
    """`address` and `fields` are one's own wish, to be posted again on top of what the other did."""

    problem: str
    statement: StatementCard
    history: tuple[CorrectionLine, ...]
    address: str
    fields: dict[str, str]
    go_on: str


def changed_page(
    statement: Statement, history: Sequence[Correction], *, problem: str, address: str, fields: Mapping[str, str]
) -> ChangedPage:
    """Lay out the conflict. The wish is renewed with what there is to be seen now."""
    return ChangedPage(
        problem=problem, statement=statement_card(1, statement), history=tuple(map(correction_line, history)),
        address=address, fields={**fields, "seen": str(seen_of(statement))},
        go_on=_WISHES.get(address.rsplit("/", 1)[-1], "Do it nevertheless"),
    )  # fmt: skip
