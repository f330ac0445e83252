"""Statements as a table that fits the terminal: five columns where there is room, three where there is not."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.faces.cli.views import wording
from onrecord.schema import Attribution, Statement

_WIDE = 100


def show_attributions(attributions: Sequence[Attribution], width: int) -> RenderableType:
    """One article's statements, numbered as its text is marked."""
    table = _empty_table("#", width)
    for number, attribution in enumerate(attributions, 1):
        table.add_row(Text(str(number), "bold"), *_cells(attribution, width))
    return table


def show_statements(statements: Sequence[Statement], width: int) -> RenderableType:
    """Statements from many articles: each with its id, and below its words where they stand."""
    table = _empty_table("id", width)
    for statement in statements:
        identity = Text(statement.id, "dim", overflow="fold")
        table.add_row(identity, *_cells(statement.attribution, width, place=_place(statement)))
    return table


def _empty_table(first: str, width: int) -> Table:
    table = Table(box=box.SIMPLE_HEAD, leading=1, pad_edge=False, header_style="bold", expand=width < _WIDE)
    table.add_column(first, justify="right" if first == "#" else "left", min_width=2, max_width=10)
    if width >= _WIDE:
        table.add_column("who", max_width=30, overflow="fold")
        table.add_column("how", no_wrap=True)
        table.add_column("words", overflow="fold")
        table.add_column("to · in · on", max_width=22, overflow="fold")
    else:
        table.add_column("who, how", ratio=2, overflow="fold")
        table.add_column("words", ratio=3, overflow="fold")
    return table


def _cells(attribution: Attribution, width: int, *, place: Text | None = None) -> list[Text]:
    who, how, around = wording.who(attribution), wording.how(attribution), wording.around(attribution)
    words = wording.words(attribution)
    if place:
        words = words.append("\n").append_text(place)
    if width >= _WIDE:
        return [who, how, words, around]
    how_on_one_line = Text(" · ").join(how.split("\n"))
    below = Text("\n").append_text(around) if around else Text()
    return [who.append("\n").append_text(how_on_one_line), words.append_text(below)]


def _place(statement: Statement) -> Text:
    article = statement.article
    parts = (article.headline, article.publisher, article.published and article.published[:10])
    return Text(wording.shorten(" · ".join(wording.printable(part) for part in parts if part), 120), "dim italic")
