"""`onrecord reconcile`: bring what goes across articles up to date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.faces.cli.consoles import message_console
from onrecord.faces.cli.options import DEFAULT_STORE, Store

if TYPE_CHECKING:
    from onrecord.pipeline.reconciling import Reconciliation
    from onrecord.store import RecordStore


def reconcile(store: Store = DEFAULT_STORE) -> None:
    """Tell across articles who is who.

    Only what is new is looked at. Running it twice changes nothing; stopping it loses nothing. `onrecord add` does it
    by itself at its end.
    """
    from onrecord.store import open_store

    with open_store(store) as record:
        print_reconciliation(reconcile_record(record), store)


def reconcile_record(record: RecordStore) -> Reconciliation:
    """Reconcile, with a sign of life where somebody is watching."""
    from onrecord.pipeline.reconciling import Reconciliation, reconcile_in_steps

    done, console = Reconciliation(), message_console()
    if not console.is_terminal:
        for _ in reconcile_in_steps(record, done):
            pass
        return done
    with console.status("who is who …") as status:
        for _ in reconcile_in_steps(record, done):
            status.update(f"who is who … {done.articles:,} articles, {done.blocks:,} names")
    return done


def print_reconciliation(done: Reconciliation, store: Path) -> None:
    """Say in one line what came of it."""
    from onrecord.faces.cli.views.counts import count_of

    told = f"{store}: {count_of(done.articles, 'new article')}, {count_of(done.blocks, 'name')} looked at"
    message_console().print(told, style="bold", soft_wrap=True, markup=False)
