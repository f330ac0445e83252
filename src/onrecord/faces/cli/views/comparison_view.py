"""Two accounts in a terminal: in three bands what both say, what only one says; first of all where they conflict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.faces.cli.views.screen import printable
from onrecord.schema import AccountUnit, Alignment, Comparison, Conflict


def show_comparison(found: Comparison, width: int) -> RenderableType:
    """Lay the bands one below the other; a sign before each line says which it is, without colour."""
    return Group(*_bands(found))


def _bands(found: Comparison) -> Iterator[RenderableType]:
    for sign, name in (("A", found.a), ("B", found.b)):
        yield Text().append(f"{sign}  ", "bold").append(printable(name))
    yield Text()
    if found.conflict:
        yield _pairs("in conflict", "≠", found.conflict)
    if found.both:
        yield _pairs("in both (≈: in other words)", "=", found.both)
    for sign, units in (("A", found.only_a), ("B", found.only_b)):
        if units:
            yield _alone(f"only in {sign}", sign, units)
    if not (found.both or found.conflict):
        yield Text("the two accounts have nothing in common", "dim")


def _pairs(title: str, sign: str, pairs: Sequence[Alignment | Conflict]) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, title=title, title_justify="left", title_style="bold", leading=1)
    table.add_column("", no_wrap=True)
    table.add_column("A", ratio=1, overflow="fold")
    table.add_column("B", ratio=1, overflow="fold")
    for pair in pairs:
        same = isinstance(pair, Alignment) and pair.differs
        table.add_row("≈" if same else sign, _words(pair.a), _words(pair.b))
    return table


def _alone(title: str, sign: str, units: Sequence[AccountUnit]) -> RenderableType:
    table = Table(box=None, pad_edge=False, title=title, title_justify="left", title_style="bold", show_header=False)
    table.add_column("", no_wrap=True)
    table.add_column("", overflow="fold")
    for unit in units:
        table.add_row(sign, _words(unit))
    return Group(table, Text())


def _words(unit: AccountUnit) -> Text:
    return Text(printable(" ".join(unit.text.split())))
