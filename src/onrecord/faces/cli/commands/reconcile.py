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
    """Tell across articles who is who, which stories are copies, and which statements claim the same.

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
    with console.status("reconciling …") as status:
        for part in reconcile_in_steps(record, done):
            looked_at = done.linked[part].items if part in done.linked else done.blocks
            status.update(f"reconciling {part} … {looked_at:,} looked at")
    return done


def print_reconciliation(done: Reconciliation, store: Path) -> None:
    """Say in one line what came of it."""
    from onrecord.faces.cli.views.counts import count_of

    told = [count_of(done.articles, "new article"), f"{count_of(done.blocks, 'name')} looked at"]
    told += [f"{part}: {linking.changed:,} changed" for part, linking in done.linked.items()]
    message_console().print(f"{store}: {', '.join(told)}", style="bold", soft_wrap=True, markup=False)
