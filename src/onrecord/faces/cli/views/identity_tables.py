"""Who is who as a table: why a name is a speaker's."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.faces.cli.views.dates import show_date
from onrecord.faces.cli.views.screen import printable
from onrecord.schema import Evidence

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
