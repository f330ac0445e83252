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
SHOWN_ID = 10
"""So many characters of an id are enough to name it to `onrecord show`."""


def show_attributions(attributions: Sequence[Attribution], width: int) -> RenderableType:
    """One article's statements, numbered as its text is marked."""
    table = _empty_table("#", attributions, width)
    for number, attribution in enumerate(attributions, 1):
        table.add_row(Text(str(number), "bold"), *_cells(attribution, width, place=Text()))
    return table


def show_statements(statements: Sequence[Statement], width: int) -> RenderableType:
    """Statements from many articles: each with its id, and below its words where they stand."""
    table = _empty_table("id", [statement.attribution for statement in statements], width)
    for statement in statements:
        identity = Text(statement.id[:SHOWN_ID], "dim")
        table.add_row(identity, *_cells(statement.attribution, width, place=_place(statement)))
    return table


def _empty_table(first: str, attributions: Sequence[Attribution], width: int) -> Table:
    table = Table(box=box.SIMPLE_HEAD, leading=1, pad_edge=False, header_style="bold", expand=True)
    table.add_column(first, justify="right" if first == "#" else "left", no_wrap=True)
    if width < _WIDE:
        table.add_column("who, how", ratio=2, overflow="fold")
        table.add_column("words", ratio=3, overflow="fold")
        return table
    table.add_column("who", max_width=28, overflow="fold")
    table.add_column("how", no_wrap=True)
    table.add_column("words", ratio=1, overflow="fold")
    if any(map(wording.around, attributions)):
        table.add_column("to · in · on", max_width=20, overflow="fold")
    return table


def _cells(attribution: Attribution, width: int, *, place: Text) -> list[Text]:
    """The cells behind the first; one for whom and when goes unused where no statement of the table needs it."""
    who, how, around = wording.who(attribution), wording.how(attribution), wording.around(attribution)
    words = wording.words(attribution)
    if width >= _WIDE:
        return [who, how, _below(words, place), *([around] if around else [])]
    how_on_one_line = Text(" · ").join(how.split("\n"))
    return [_below(who, how_on_one_line), _below(_below(words, around), place)]


def _below(text: Text, more: Text) -> Text:
    return text.append("\n").append_text(more) if more else text


def _place(statement: Statement) -> Text:
    article = statement.article
    parts = (article.headline, article.publisher, article.published and article.published[:10])
    return Text(wording.shorten(" · ".join(wording.printable(part) for part in parts if part), 120), "dim italic")
