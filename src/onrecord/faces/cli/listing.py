"""Lists for people: as many rows as one looks through, and how to see the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import TypeVar

from rich.console import RenderableType

from onrecord.faces.cli.consoles import message_console, output_console
from onrecord.faces.cli.views.counts import count_of

Row = TypeVar("Row")
MOST_SHOWN = 200
"""Without --limit: a table is laid out as a whole, and nobody reads ten thousand rows in a terminal."""


def print_list(
    rows: Iterable[Row], show: Callable[[Sequence[Row], int], RenderableType], noun: str, *, limit: int | None
) -> None:
    """Print the rows to fit the terminal, and on standard error how many they are."""
    console = output_console()
    found = list(islice(rows, limit or MOST_SHOWN + 1))
    shown = found if limit else found[:MOST_SHOWN]
    if shown:
        console.print(show(shown, console.width))
    told = count_of(len(shown), noun)
    if len(found) > len(shown):
        told = f"the first {told}; --limit N shows more, --json and `onrecord export` give all"
    message_console().print(told, style="bold", markup=False)
