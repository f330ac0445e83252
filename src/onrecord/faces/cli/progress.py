"""A progress bar on standard error, for a person who waits."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn


def count_files(sources: Sequence[str]) -> int | None:
    """Count the files that the sources name, as the bar's total; None where that can't be known (`-`, an address)."""
    total = 0
    for source in sources:
        if os.path.isdir(source):
            total += sum(len(files) for _, _, files in os.walk(source))
        elif os.path.isfile(source):
            total += 1
        else:
            return None
    return total


@contextmanager
def show_progress(console: Console, total: int | None) -> Generator[Callable[[int], None]]:
    """Draw a bar until the block ends; call what it gives with the number of pages done."""
    columns = (SpinnerColumn(), TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("reading", total=total)

        def advance_to(done: int) -> None:
            progress.update(task, completed=done)

        yield advance_to
