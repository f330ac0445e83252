"""Statements as a table that fits the terminal: three columns in a narrow one, up to five in a wide one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.faces.cli.views import wording
from onrecord.schema import ArticleReference, Attribution, Statement

_WIDE = 100
_WIDEST = 120
SHOWN_ID = 10
"""So many characters of an id are enough to name it to `onrecord show`."""


def show_attributions(attributions: Sequence[Attribution], width: int) -> RenderableType:
    """One article's statements, numbered as its text is marked."""
    layout = _Layout("#", attributions, width)
    for number, attribution in enumerate(attributions, 1):
        layout.add(Text(str(number), "bold"), attribution, place=Text())
    return layout.table


def show_statements(statements: Sequence[Statement], width: int) -> RenderableType:
    """Statements from many articles, each with its id; above the first of a run from one article, which one it is."""
    layout = _Layout("id", [statement.attribution for statement in statements], width)
    for _, run in groupby(statements, key=lambda statement: statement.article.id):
        for statement, place in _with_place(run):
            verdict = Text(statement.review.verdict, "bold") if statement.review else Text()
            id = Text(statement.id[:SHOWN_ID], "dim")
            layout.add(_below(id, verdict), statement.attribution, place=place)
    return layout.table


class _Layout:
    """The columns for a width, and the cells that go into them."""

    def __init__(self, first: str, attributions: Sequence[Attribution], width: int) -> None:
        self._wide = width >= _WIDE
        # Whom and when get a column of their own only where there is room, and somebody to tell it of.
        self._beside = width >= _WIDEST and any(map(wording.around, attributions))
        self.table = Table(box=box.SIMPLE_HEAD, leading=1, pad_edge=False, header_style="bold", expand=True)
        self.table.add_column(first, justify="right" if first == "#" else "left", no_wrap=True)
        if self._wide:
            self.table.add_column("who", max_width=28, overflow="fold")
            self.table.add_column("how", no_wrap=True)
            self.table.add_column("words", ratio=1, overflow="fold")
        else:
            self.table.add_column("who, how", ratio=2, overflow="fold")
            self.table.add_column("words", ratio=3, overflow="fold")
        if self._beside:
            self.table.add_column("to · in · on", max_width=20, overflow="fold")

    def add(self, identity: Text, attribution: Attribution, *, place: Text) -> None:
        who, how = wording.who(attribution), wording.how(attribution)
        said = [who, how] if self._wide else [_below(who, Text(" · ").join(how.split("\n")))]
        words, around = _below(place, wording.words(attribution)), wording.around(attribution)
        if self._beside:
            self.table.add_row(identity, *said, words, Text("\n".join(around), "dim"))
        else:
            self.table.add_row(identity, *said, _below(words, _in_brackets("; ".join(around), "dim")))


def _below(text: Text, more: Text) -> Text:
    return text.append("\n").append_text(more) if text and more else text or more


def _in_brackets(text: str, style: str) -> Text:
    """Brackets tell a remark from the words beside it where there is no colour."""
    return Text().append(f"({text})", style) if text else Text()


def _with_place(run: Iterator[Statement]) -> Iterator[tuple[Statement, Text]]:
    for number, statement in enumerate(run):
        yield statement, Text() if number else _place(statement.article)


def _place(article: ArticleReference) -> Text:
    parts = (article.published and article.published[:10], article.publisher, article.headline)
    return _in_brackets(
        wording.shorten(" · ".join(wording.printable(part) for part in parts if part), 120), "dim italic"
    )
