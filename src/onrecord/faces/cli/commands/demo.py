"""`onrecord demo`: a first look, on openly licensed pages that come with the package."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from onrecord.faces.cli.commands.add import add_pages, print_addition
from onrecord.faces.cli.consoles import message_console, output_console
from onrecord.faces.cli.options import Store

if TYPE_CHECKING:
    from onrecord.schema import Reading
    from onrecord.store import Counts

_SHOWN_PAGE = Path("wikinews", "canadian-document.html")
_DEFAULT_STORE = Path("demo.db")


def demo(store: Store = _DEFAULT_STORE) -> None:
    """Show OnRecord at work on bundled pages.

    Reads them into a record, shows one page's, and says what to type next.
    """
    from onrecord.faces.cli.adding import Addition
    from onrecord.faces.cli.reading import page_settings
    from onrecord.faces.cli.views.reading_view import show_reading
    from onrecord.store import open_store

    pages = bundled_pages()
    addition = Addition()
    message_console().print(f"reading the bundled pages into {store} …", style="bold", soft_wrap=True)
    add_pages([str(pages)], store, addition, page_settings(), jobs=1)
    print_addition(addition, store)
    with open_store(store) as record:
        reading = record.reading(_page_id(pages / _SHOWN_PAGE))
        counts = record.counts()
    console = output_console()
    console.rule(style="dim")
    show_reading(console, reading)
    console.rule(style="dim")
    _print_counts(console, counts, store)
    _print_next(console, store, reading, pages)


def bundled_pages() -> Path:
    """The folder of the pages, relative to where the user stands if it lies below."""
    folder = Path(__file__).resolve().parents[3] / "demo" / "pages"
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder


def _page_id(path: Path) -> str:
    import hashlib

    return "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest()


def _print_counts(console: Console, counts: Counts, store: Path) -> None:
    from onrecord.faces.cli.views.counts import count_of

    told = (
        count_of(counts.articles, "article"),
        count_of(counts.statements, "statement"),
        count_of(counts.speakers, "speaker"),
        count_of(counts.rejected, "rejected page"),
    )
    console.print(Text(f"on the record in {store}: {', '.join(told)}", "bold"))


def _print_next(console: Console, store: Path, reading: Reading, pages: Path) -> None:
    program, kept = _program(), f"--store {shlex.quote(str(store))}"
    shown = shlex.quote(str(pages / _SHOWN_PAGE))
    steps = [
        (f'{program} statements --about "online translation" {kept}', "who said these words"),
        (f"{program} statements --by Biden --since 2022-02 {kept}", "what somebody said since February 2022"),
        (f"{program} statements --stance rejects {kept}", "who turned what down"),
        (f"{program} speakers --limit 10 {kept}", "who is on the record most"),
        (f"{program} show {reading.article.id[:10]} {kept}", "the article above, out of the record"),
        (f"{program} read --json {shown}", "a page without a store, for programs"),
        (f"{program} add YOUR-PAGES", "your own record, in record.db"),
    ]
    console.print("\nWhat to type next", style="bold")
    for command, effect in steps:
        console.print(Text(f"  # {effect}", "dim"))
        console.print(Text(f"  {command}"), soft_wrap=True)


def _program() -> str:
    """The name under which this user reaches this `onrecord`: after `make demo` it is no command yet, but a path."""
    invoked = Path(sys.argv[0])
    on_path = shutil.which("onrecord")
    if on_path and invoked.exists() and os.path.samefile(on_path, invoked):
        return "onrecord"
    return shlex.quote(str(invoked)) if invoked.name == "onrecord" else "onrecord"
