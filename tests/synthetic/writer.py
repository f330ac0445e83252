"""Add numbered pages to a store, for tests that kill the process meanwhile.

`python -m synthetic.writer record.db 500 1.0` adds 500 pages read by model 1.0, but for those that are there already;
it prints `adding` before the first that isn't.
"""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from onrecord.schema import Reading
from onrecord.store import open_store
from synthetic.numbered import numbered_outcome, numbered_page
from synthetic.stories import PRODUCER


def write(path: Path, count: int, model: str) -> None:
    producer = msgspec.structs.replace(PRODUCER, model=model)
    told = False
    with open_store(path, create=True) as store:
        for number in range(count):
            page = numbered_page(number)
            if page is not None and store.has(page.id, producer):
                continue
            outcome = numbered_outcome(number, page, producer)
            if isinstance(outcome, Reading) and not told:
                told = True
                print("adding", flush=True)
            store.add(page, outcome)


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
