"""One page's record: header, marked text, table of statements, counts."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.faces.cli.views.article_header import show_header
from onrecord.faces.cli.views.counts import count_attributions, count_furniture
from onrecord.faces.cli.views.marks import in_reading_order
from onrecord.faces.cli.views.notation import choose_notation
from onrecord.faces.cli.views.statement_table import show_attributions
from onrecord.faces.cli.views.text_view import show_headline, show_text
from onrecord.schema import Reading

# Longer lines are hard to read: the eye loses its way back to the next one.
_WIDEST_TEXT = 96
_WIDEST_TABLE = 132


def show_reading(console: Console, reading: Reading) -> None:
    """Print a reading to fit the console, from 60 columns up."""
    attributions = in_reading_order(reading.attributions)
    text_width, table_width = min(console.width, _WIDEST_TEXT), min(console.width, _WIDEST_TABLE)
    notation = choose_notation(console)
    headline = show_headline(reading.article, attributions, notation)
    console.print(_padded(show_header(reading.article, reading.page, headline)), width=text_width)
    console.print(show_text(reading.article, attributions, notation), width=text_width)
    console.print()
    if attributions:
        console.print(show_attributions(attributions, table_width), width=table_width)
    console.print(_padded(_show_end(reading)), width=text_width)


def _show_end(reading: Reading) -> RenderableType:
    producer = reading.producer
    return Group(
        Text(count_attributions(reading.attributions), "bold"),
        Text(count_furniture(reading.article.furniture), "dim"),
        Text(f"read by onrecord {producer.onrecord} with {producer.model}", "dim"),
    )


def _padded(shown: RenderableType) -> Padding:
    return Padding(shown, (0, 0, 1, 0))
