"""Claims in a terminal: the wording, and under it who stands where."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.faces.cli.views.counts import count_of
from onrecord.faces.cli.views.dates import show_date
from onrecord.faces.cli.views.screen import printable
from onrecord.faces.cli.views.statement_table import SHOWN_ID
from onrecord.schema import OPPOSING, Claim, Side

_SHOWN_STATEMENTS = 4


def show_claims(claims: Sequence[Claim], width: int) -> RenderableType:
    """Claims one below the other; each side says how its speakers stand to the wording, and in which statements."""
    return Group(*(show_claim(claim) for claim in claims))


def show_claim(claim: Claim) -> RenderableType:
    """One claim with its sides, supporting ones first."""
    head = Text().append(f"{claim.claim[:SHOWN_ID]}  ", "dim").append(f"“{printable(claim.wording)}”", "bold")
    sides = sorted(claim.sides, key=lambda side: side.stance in OPPOSING)
    return Group(head, *(Padding(_side(side), (0, 0, 0, 2)) for side in sides), Text())


def _side(side: Side) -> Text:
    sign, style = ("−", "red") if side.stance in OPPOSING else ("+", "green")
    names = ", ".join(printable(speaker.name) for speaker in side.speakers) or "somebody unnamed"
    days = " – ".join(dict.fromkeys(day for day in (show_date(side.first), show_date(side.last)) if day))
    told = [count_of(side.origins, "independent origin"), *([days] if days else []), _ids(side.statements)]
    return (
        Text().append(f"{sign} {side.stance:<9}", style).append(names, "cyan").append(f"  ({'; '.join(told)})", "dim")
    )


def _ids(statements: Sequence[str]) -> str:
    shown = " ".join(id[:SHOWN_ID] for id in statements[:_SHOWN_STATEMENTS])
    return shown + (" …" if len(statements) > _SHOWN_STATEMENTS else "")
