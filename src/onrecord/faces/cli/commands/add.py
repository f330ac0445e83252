"""`onrecord add`: read pages into the record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from onrecord.faces.cli import exit_codes
from onrecord.faces.cli.consoles import message_console
from onrecord.faces.cli.options import (
    DEFAULT_MODEL,
    DEFAULT_STORE,
    AllowPrivate,
    Contact,
    Jobs,
    Model,
    Plain,
    Sources,
    Store,
)
from onrecord.faces.cli.rejections import print_rejections

if TYPE_CHECKING:
    from onrecord.faces.cli.adding import Addition
    from onrecord.pages import PageSettings


def add(
    sources: Sources,
    store: Store = DEFAULT_STORE,
    plain: Plain = False,
    jobs: Jobs = 1,
    model: Model = DEFAULT_MODEL,
    contact: Contact = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Read pages into the record.

    It is made on first use. Pages that it knows already are passed over.
    """
    from onrecord.faces.cli.adding import Addition
    from onrecord.faces.cli.reading import page_settings

    addition = Addition()
    settings = page_settings(plain=plain, contact=contact, allow_private=allow_private)
    try:
        add_pages(sources, store, addition, settings, jobs=jobs, model=model)
    except KeyboardInterrupt:
        _say("stopped; what was read until then is kept, and the same command goes on from there")
        print_addition(addition, store)
        raise
    print_addition(addition, store)
    if addition.rejected:
        raise typer.Exit(exit_codes.SOME_REJECTED)


def add_pages(
    sources: Sequence[str],
    store: Path,
    addition: Addition,
    settings: PageSettings,
    *,
    jobs: int = 1,
    model: str = DEFAULT_MODEL,
) -> None:
    """Add the sources with a progress bar, where somebody is watching."""
    from onrecord.faces.cli.adding import add_sources
    from onrecord.faces.cli.commands.reconcile import reconcile_record
    from onrecord.store import open_store

    with open_store(store, create=True) as record:
        steps = add_sources(record, sources, settings, addition, jobs=jobs, model=model)
        _watch(steps, addition, sources)
        # Whoever adds pages asks next who spoke; it costs a fraction of the reading, and only what is new is looked at.
        reconcile_record(record)


def _watch(steps: Iterable[None], addition: Addition, sources: Sequence[str]) -> None:
    from onrecord.faces.cli.progress import count_files, show_progress

    console = message_console()
    if not console.is_terminal:
        for _ in steps:
            pass
        return
    with show_progress(console, count_files(sources)) as advance_to:
        for _ in steps:
            advance_to(addition.pages)


def print_addition(addition: Addition, store: Path) -> None:
    """Say in one line what came of it, after the rejected pages with their reasons."""
    from onrecord.faces.cli.views.counts import count_of

    print_rejections(message_console(), addition.rejected)
    results = addition.results
    told = [
        f"{count_of(results['added'], 'page')} added with {count_of(addition.statements, 'statement')}",
        f"{results['replaced']:,} read anew" if results["replaced"] else "",
        f"{results['known']:,} already known" if results["known"] else "",
        f"{results['rejected']:,} rejected" if results["rejected"] else "",
    ]
    _say(f"{store}: " + ", ".join(part for part in told if part))


def _say(sentence: str) -> None:
    message_console().print(sentence, style="bold", soft_wrap=True, markup=False)
