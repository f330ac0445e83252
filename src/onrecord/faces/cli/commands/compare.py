"""`onrecord compare`: two accounts of one event, proposition by proposition."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import PageRejected
from onrecord.faces.cli.options import DEFAULT_MODEL, DEFAULT_STORE, Model, Plain, Store
from onrecord.schema import Reading, RejectedPage

if TYPE_CHECKING:
    from onrecord.pipeline.comparing import Account
    from onrecord.store import RecordStore

_HELP = (
    "A file or address; an article's id; a publisher on a day (“White House @ 2022-02-12”); "
    "a speaker in a stretch of time (“Vladimir Putin @ 2022-02-01..2022-02-15”)."
)
AccountName = Annotated[str, typer.Argument(metavar="ACCOUNT", help=_HELP, show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="One JSON object.")]


def compare(
    a: AccountName, b: AccountName, plain: Plain = False, model: Model = DEFAULT_MODEL, json: Json = False,
    store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """Compare two accounts: what both say, what only one says, and where they conflict."""
    import msgspec

    from onrecord.faces.cli.consoles import output_console, write_lines
    from onrecord.faces.cli.views.comparison_view import show_comparison
    from onrecord.pipeline.comparing import compare as compare_accounts

    with ExitStack() as stack:
        record = _open(stack, store, (a, b))
        found = compare_accounts(*(_account(record, asked, plain=plain, model=model) for asked in (a, b)))
    if json:
        write_lines([msgspec.json.encode(found)])
    else:
        console = output_console()
        console.print(show_comparison(found, console.width))


def _open(stack: ExitStack, store: Path, asked: tuple[str, str]) -> RecordStore | None:
    """Open the record where an account is to be found there; two files need none."""
    from onrecord.store import open_store

    if all(_is_source(one) for one in asked):
        return None
    return stack.enter_context(open_store(store))


def _is_source(asked: str) -> bool:
    return asked == "-" or "://" in asked or Path(asked).exists()


def _account(record: RecordStore | None, asked: str, *, plain: bool, model: str) -> Account:
    from onrecord.pipeline.comparing import account_of, find_account

    if record is not None and not _is_source(asked):
        return find_account(record, asked)
    return account_of(asked, _read(asked, plain=plain, model=model), article=asked)


def _read(source: str, *, plain: bool, model: str) -> list[Reading]:
    """Read all pages of a source. Raises PageRejected at the first one that gives no article."""
    from onrecord.faces.cli.reading import page_settings, read_sources

    readings: list[Reading] = []
    for _, outcome in read_sources([source], page_settings(plain=plain), jobs=1, model=model):
        if isinstance(outcome, RejectedPage):
            raise PageRejected(outcome.rejection.reason, outcome.rejection.detail, str(outcome.page.origin))
        readings.append(outcome)
    return readings
