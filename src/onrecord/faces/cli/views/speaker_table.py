"""Speakers as a table: name, kind, roles, how many statements, from when to when."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.faces.cli.views.counts import count_of
from onrecord.faces.cli.views.dates import show_date
from onrecord.faces.cli.views.screen import printable
from onrecord.faces.cli.views.wording import shorten
from onrecord.schema import Speaker

_WIDE = 90
_LONGEST_ROLES = 90


def show_speakers(speakers: Sequence[Speaker], width: int) -> RenderableType:
    """A narrow terminal puts kind and days below the name instead of beside it."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    table.add_column("speaker", overflow="fold")
    if width >= _WIDE:
        table.add_column("kind")
    table.add_column("roles", overflow="fold")
    table.add_column("said", justify="right")
    if width >= _WIDE:
        table.add_column("when", overflow="fold")
    for speaker in speakers:
        table.add_row(*_cells(speaker, wide=width >= _WIDE))
    return table


def _cells(speaker: Speaker, *, wide: bool) -> list[Text]:
    name = Text(printable(speaker.name), "bold cyan")
    roles = Text(printable(shorten("; ".join(speaker.roles), _LONGEST_ROLES)), "dim")
    said = Text(f"{speaker.statements:,}")
    if wide:
        return [name, Text(speaker.kind), roles, said, Text(_period(speaker), "dim")]
    return [name.append(f"\n{speaker.kind}", "not bold dim"), roles, said]


def _period(speaker: Speaker) -> str:
    days = [show_date(speaker.first), show_date(speaker.last)]
    return " – ".join(dict.fromkeys(day for day in days if day))


def show_speaker(speaker: Speaker) -> RenderableType:
    """One speaker: every name, every role, and how much there is of them."""
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="dim", no_wrap=True)
    facts.add_column(overflow="fold")
    told = (
        ("kind", speaker.kind), ("roles", "; ".join(speaker.roles)), ("also", "; ".join(speaker.aliases)),
        ("said", count_of(speaker.statements, "statement")), ("when", _period(speaker)), ("id", speaker.id),
    )  # fmt: skip
    for label, value in told:
        if value:
            facts.add_row(label, Text(printable(value)))
    return Group(Text(printable(speaker.name), "bold cyan"), Text(), facts)
