"""Copied text in a terminal: a story with its carriers, a quotation with its wordings."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.faces.cli.views.screen import printable
from onrecord.faces.cli.views.statement_table import SHOWN_ID
from onrecord.schema import ArticleReference, QuotationFamily, Story


def show_stories(stories: Sequence[Story], width: int) -> RenderableType:
    """Stories one below the other."""
    return Group(*(Group(show_story(story), Text()) for story in stories))


def show_story(story: Story) -> RenderableType:
    """One line per article: what it is to the story, how much of its words are the origin's, who published it when."""
    head = Text().append(f"{story.id[:SHOWN_ID]}  ", "dim").append(printable(story.headline or "no headline"), "bold")
    if story.agency:
        head.append(f"  {printable(story.agency)}", "dim")
    rows = Table.grid(padding=(0, 2))
    for carrier in story.carriers:
        shared = "" if carrier.relation == "origin" else f"{carrier.shared:.0%}"
        rows.add_row(f"  {carrier.relation}", Text(shared, justify="right"), *_cited(carrier.article))
    return Group(head, rows)


def show_quotation(family: QuotationFamily) -> RenderableType:
    """One line per wording: what became of it there, where it stands, the words."""
    head = Text().append(f"{family.id[:SHOWN_ID]}  ", "dim").append(printable(family.text), "bold")
    rows = Table.grid(padding=(0, 2))
    for variant in family.variants:
        style = "red" if variant.kind == "altered" else ""
        rows.add_row(Text(f"  {variant.kind}", style), *_cited(variant.article), Text(printable(variant.text)))
    return Group(head, rows)


def _cited(article: ArticleReference) -> tuple[Text, Text, Text]:
    publisher = printable(article.publisher or article.url or article.path or "")
    return Text((article.published or "")[:10], "dim"), Text(publisher), Text(article.id[:SHOWN_ID], "dim")
