"""Pages that yielded nothing are named, each with its reason: nothing vanishes in silence."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from onrecord.faces.cli.views.screen import printable
from onrecord.schema import RejectedPage

_MOST_NAMED = 40


def print_rejection(console: Console, rejected: RejectedPage) -> None:
    reason = rejected.rejection.reason.replace("_", " ")
    line = Text.assemble(
        ("rejected ", "yellow"), (printable(str(rejected.page.origin)), "bold"), ": ", reason,
        (f": {printable(rejected.rejection.detail)}" if rejected.rejection.detail else "", "dim"),
    )  # fmt: skip
    console.print(line, soft_wrap=True)


def print_rejections(console: Console, rejected: Sequence[RejectedPage]) -> None:
    """Name the pages; after many of them only how many more there are, since the store lists them all."""
    for page in rejected[:_MOST_NAMED]:
        print_rejection(console, page)
    if len(rejected) > _MOST_NAMED:
        console.print(f"… and {len(rejected) - _MOST_NAMED:,} more, all in the record with their reasons", style="dim")
