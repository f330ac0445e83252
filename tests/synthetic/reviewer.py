"""Judge statements of a store and read its pages anew in between, for tests that kill the process meanwhile.

`python -m synthetic.reviewer record.db 60` goes on where the log ends until it has 60 corrections; it prints
`judging` before the first that it makes.
"""

from __future__ import annotations

import random
import sys
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from onrecord.schema import Reading, Spans
from onrecord.store import RecordStore, SqliteStore
from synthetic.numbered import numbered_outcome, numbered_page
from synthetic.stories import PRODUCER

PAGES = 12


def judge(path: Path, count: int) -> None:
    with SqliteStore(path, create=True, clock=lambda: datetime(2026, 11, 23, tzinfo=UTC)) as store:
        made = len(store.identities.corrections())
        _read(store, model=min(made, count - 1) // 10)
        if made < count:
            print("judging", flush=True)
        for number in range(made, count):
            if number % 10 == 0:
                _read(store, model=number // 10)
            _judge(store, number)


def _read(store: RecordStore, *, model: int) -> None:
    """Read the pages by a model that loses every third statement, another third each time."""
    producer = msgspec.structs.replace(PRODUCER, model=f"onrecord-en 1.{model}")
    for number in range(PAGES):
        page = numbered_page(number)
        outcome = numbered_outcome(number, page, producer)
        if page is not None and isinstance(outcome, Reading):
            kept = tuple(one for place, one in enumerate(outcome.attributions) if (place + model) % 3)
            store.add(page, msgspec.structs.replace(outcome, attributions=kept))


def _judge(store: RecordStore, number: int) -> None:
    """Do what the number asks for, the same in every process: what it is done to follows from the log alone."""
    chance = random.Random(number)
    by = {"who": "Ada Holm", "because": f"judgement {number}"}
    if number % 7 == 6:
        undone = chance.choice([one.number for one in store.identities.corrections() if one.undone_by is None])
        store.identities.undo(undone, **by)
        return
    ids = sorted(statement.id for statement in store.statements())
    statement = store.connections.statements([chance.choice(ids)])[0]
    match number % 4:
        case 0:
            store.reviews.accept(statement.id, **by)
        case 1:
            store.reviews.reassign(statement.id, chance.choice(["Ada Lind", "Dmitry Peskov", ""]), **by)
        case 2:
            content = statement.attribution.content
            store.reviews.respan(statement.id, Spans(source=(), cue=(), content=content), **by)
        case _:
            store.reviews.reject(statement.id, **by)


if __name__ == "__main__":
    judge(Path(sys.argv[1]), int(sys.argv[2]))
