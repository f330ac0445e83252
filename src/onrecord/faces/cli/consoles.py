"""Where output goes: standard output for what was asked for, standard error for what went on meanwhile."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from rich.console import Console


class OutputConsole(Console):
    """A console whose reader may stop early: rich would end with 1, which says here that pages were rejected."""

    def on_broken_pipe(self) -> None:
        self.quiet = True
        raise BrokenPipeError


def output_console() -> Console:
    """Standard output. An old locale's encoding shows a replacement sign where it lacks a letter, and goes on."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="replace")
    return OutputConsole(highlight=False)


def message_console() -> Console:
    return Console(stderr=True, highlight=False)


def write_lines(lines: Iterable[bytes]) -> None:
    """Write JSON lines as UTF-8 whatever the locale, each one at once: a program may be reading along."""
    for line in lines:
        sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()
