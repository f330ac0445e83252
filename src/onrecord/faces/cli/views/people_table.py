"""The people of a store as a table."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.faces.cli.views.dates import show_date
from onrecord.faces.cli.views.screen import printable
from onrecord.store import Person


def show_people(people: Sequence[Person]) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for column in ("name", "role", "since"):
        table.add_column(column, overflow="fold")
    for one in people:
        table.add_row(Text(printable(one.name), "bold"), Text(one.role), Text(show_date(one.created_at) or "", "dim"))
    return table
