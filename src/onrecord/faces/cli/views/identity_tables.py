"""Who is who as tables: why a name is a speaker's, and what people said against the machine."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.faces.cli.views.dates import show_date
from onrecord.faces.cli.views.screen import printable
from onrecord.schema import Correction, Evidence

_SHOWN_ARTICLES = 3
_SHOWN_ID = 10


def show_evidence(found: Sequence[Evidence]) -> RenderableType:
    """One row for each form of the name and each rule."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    table.add_column("name", overflow="fold")
    table.add_column("why", overflow="fold")
    table.add_column("score", justify="right")
    table.add_column("articles", overflow="fold")
    table.add_column("when", overflow="fold")
    for one in found:
        articles = ", ".join(article[:_SHOWN_ID] for article in one.articles[:_SHOWN_ARTICLES])
        more = f"{len(one.articles):,}: {articles}" + (", …" if len(one.articles) > _SHOWN_ARTICLES else "")
        days = " – ".join(dict.fromkeys(day for day in (show_date(one.first), show_date(one.last)) if day))
        table.add_row(
            Text(printable(one.name), "bold cyan"), Text(printable(one.rule)), Text(f"{one.score:.2f}"), Text(more),
            Text(days, "dim"),
        )  # fmt: skip
    return table


def show_corrections(made: Sequence[Correction]) -> RenderableType:
    """One row for each, the earliest first; those undone say by which."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for column in ("#", "what", "who", "when", "why"):
        table.add_column(column, overflow="fold", justify="right" if column == "#" else "left")
    for one in made:
        table.add_row(
            Text(str(one.number), "bold"), Text(printable(_what(one))), Text(printable(one.who)),
            Text(show_date(one.at) or one.at, "dim"), Text(printable(one.because)),
        )  # fmt: skip
    return table


def _what(correction: Correction) -> str:
    undone = f" (undone by {correction.undone_by})" if correction.undone_by else ""
    if correction.kind == "undo":
        return f"undo {correction.undoes}{undone}"
    named = [anchors[0].name for anchors in correction.subjects if anchors]
    match correction.kind:
        case "merge":
            told = " and ".join(named)
        case "rename":
            told = f"{named[0]} → {correction.names[0]}"
        case _:
            told = f"{named[0]}: " + ", ".join(correction.names or [f"{len(correction.subjects[1])} articles"])
    return f"{correction.kind} {told}{undone}"
