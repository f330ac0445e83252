"""`onrecord demo`: a first look, on openly licensed pages that come with the package."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Sequence
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
# One call, 12 February 2022, as each of its two sides told it.
_TWO_ACCOUNTS = (
    Path("white-house", "2022-02-12-president-vladimir-putin-of-russia.html"),
    Path("kremlin", "2022-02-12-ushakov-briefing.html"),
)
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
        accounts = [record.reading(_page_id(pages / page)).article.id for page in _TWO_ACCOUNTS]
        counts = record.counts()
    console = output_console()
    console.rule(style="dim")
    show_reading(console, reading)
    console.rule(style="dim")
    _print_counts(console, counts, store)
    _print_next(console, [*_to_open(store, accounts), *_to_ask(store, reading), *_to_read(pages)])


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


def _to_open(store: Path, accounts: Sequence[str]) -> list[tuple[str, str]]:
    kept = _kept(store)
    ids = " ".join(account[:10] for account in accounts)
    return [
        (f"serve {kept}", "the record in the browser"),
        (f"contested {kept}", "what one side says and another denies"),
        (f"compare {ids} {kept}", "one call, as the White House and the Kremlin told it"),
    ]


def _to_ask(store: Path, reading: Reading) -> list[tuple[str, str]]:
    kept = _kept(store)
    return [
        (f'statements --about "online translation" {kept}', "who said these words"),
        (f"statements --by Biden --since 2022-02 {kept}", "what somebody said since February 2022"),
        (f"statements --stance rejects {kept}", "who turned what down"),
        (f"speakers --limit 10 {kept}", "who is on the record most"),
        (f"show {reading.article.id[:10]} {kept}", "the article above, out of the record"),
    ]


def _to_read(pages: Path) -> list[tuple[str, str]]:
    return [
        (f"read --json {shlex.quote(str(pages / _SHOWN_PAGE))}", "a page without a store, for programs"),
        ("add YOUR-PAGES", "your own record, in record.db"),
    ]


def _kept(store: Path) -> str:
    return f"--store {shlex.quote(str(store))}"


def _print_next(console: Console, steps: Sequence[tuple[str, str]]) -> None:
    program = _program()
    console.print("\nWhat to type next", style="bold")
    for command, effect in steps:
        console.print(Text(f"  # {effect}", "dim"))
        console.print(Text(f"  {program} {command}"), soft_wrap=True)


def _program() -> str:
    """The name under which this user reaches this `onrecord`: after `make demo` it is no command yet, but a path."""
    invoked = Path(sys.argv[0])
    on_path = shutil.which("onrecord")
    if on_path and invoked.exists() and os.path.samefile(on_path, invoked):
        return "onrecord"
    return shlex.quote(str(invoked)) if invoked.name == "onrecord" else "onrecord"
