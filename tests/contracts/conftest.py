"""The stores that are held to the contracts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.store import RecordStore, open_store

STORES: dict[str, Callable[[Path], RecordStore]] = {
    "sqlite": lambda folder: open_store(folder / "record.db", create=True),
}


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RecordStore]:
    with STORES[request.param](tmp_path) as store:
        yield store
