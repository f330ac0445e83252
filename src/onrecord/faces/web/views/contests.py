"""Claims in rows, sides in columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from onrecord.faces.web.views.article import ShownBlock
from onrecord.faces.web.views.correcting import CorrectionLine
from onrecord.faces.web.views.paging import Paging
from onrecord.faces.web.views.quoting import StatementLine, statement_line
from onrecord.schema import OPPOSING, SUPPORTING, Claim, Side, SpeakerReference, Stance, Statement

MOST_STATEMENTS = 12
"""How many of a side's statements a row opens; a claim's own page has them all."""


class SideView(msgspec.Struct, frozen=True, kw_only=True):
    """Those who stand alike on a claim. `more` counts the statements that are not shown here."""

    stance: Stance
    speakers: tuple[SpeakerReference, ...]
    origins: int
    first: str | None
    last: str | None
    statements: tuple[StatementLine, ...]
    more: int


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """Where a row meets a column: the sides there, and the independent origins of all of them."""

    origins: int
    sides: tuple[SideView, ...]


class ClaimRow(msgspec.Struct, frozen=True, kw_only=True):
    """A claim, those for it, those against it, and those who take it in another way (demand, expect, ask)."""

    id: str
    wording: str
    contested: bool
    supporting: Cell
    opposing: Cell
    other: Cell


class ContestedPage(msgspec.Struct, frozen=True, kw_only=True):
    """Contested claims, those with the most origins on their smaller side first; `words` is what they are about."""

    words: str
    claims: tuple[ClaimRow, ...]
    paging: Paging

    @property
    def others(self) -> bool:
        return any(row.other.sides for row in self.claims)


class ClaimPage(msgspec.Struct, frozen=True, kw_only=True):
    """One claim, and its statements where they stand: the blocks around each, by the statement's id."""

    claim: ClaimRow
    contexts: dict[str, tuple[ShownBlock, ...]]
    history: tuple[CorrectionLine, ...]


def claim_row(claim: Claim, statements: Mapping[str, Statement], *, most: int | None = MOST_STATEMENTS) -> ClaimRow:
    """Lay a claim out; `statements` by id, of which those that are gone are left out."""
    views = [_side_view(side, statements, most) for side in claim.sides]
    return ClaimRow(
        id=claim.claim, wording=claim.wording, contested=claim.contested,
        supporting=_cell([one for one in views if one.stance in SUPPORTING]),
        opposing=_cell([one for one in views if one.stance in OPPOSING]),
        other=_cell([one for one in views if one.stance not in (*SUPPORTING, *OPPOSING)]),
    )  # fmt: skip


def shown_statements(claims: Sequence[Claim], *, most: int | None = MOST_STATEMENTS) -> list[str]:
    """Name the statements that rows of these claims show, each once."""
    return list(dict.fromkeys(id for claim in claims for side in claim.sides for id in side.statements[:most]))


def _side_view(side: Side, statements: Mapping[str, Statement], most: int | None) -> SideView:
    shown = [statement_line(statements[id]) for id in side.statements[:most] if id in statements]
    return SideView(
        stance=side.stance, speakers=side.speakers, origins=side.origins, first=side.first, last=side.last,
        statements=tuple(shown), more=len(side.statements) - len(side.statements[:most]),
    )  # fmt: skip


def _cell(sides: Sequence[SideView]) -> Cell:
    return Cell(origins=sum(one.origins for one in sides), sides=tuple(sides))
