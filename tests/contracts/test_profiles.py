"""What every store tells about speakers and about the record as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from synthetic.stories import KURSK, NEWER_PRODUCER, OSLO, PRODUCER, page_of, reading_of

from onrecord.store import RecordStore, open_store

STORES: dict[str, Callable[[Path], RecordStore]] = {
    "sqlite": lambda folder: open_store(folder / "record.db", create=True),
}


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RecordStore]:
    with STORES[request.param](tmp_path) as store:
        for story in (KURSK, OSLO):
            store.add(page_of(story), reading_of(story))
        yield store


def heard(store: RecordStore, name: str) -> list[tuple[str | None, str | None, int]]:
    speaker = next(store.speakers(by=name))
    return [(one.publisher, one.month, one.statements) for one in store.profiles.heard(speaker.id)]


def test_a_speaker_is_heard_by_publisher_and_month(store: RecordStore) -> None:
    assert heard(store, "Zelenskyy") == [("The Example Herald", "2025-03", 1), ("Another Example", "2025-04", 1)]
    assert heard(store, "Peskov") == [("The Example Herald", "2025-03", 1)]


def test_nobody_is_heard_under_an_id_that_names_nobody(store: RecordStore) -> None:
    assert store.profiles.heard("p-000000") == []
    assert store.profiles.roles("p-000000", limit=5) == []


def test_a_role_is_told_with_how_often_and_when_it_was_given(store: RecordStore) -> None:
    speaker = next(store.speakers(by="Zelenskyy"))
    (role,) = store.profiles.roles(speaker.id, limit=5)
    assert (role.role, role.articles, role.first, role.last) == ("president of Ukraine", 2, "2025-03-19", "2025-04-02")
    assert role.latest.headline == "Norway weighs in"


def test_publishers_are_counted_with_their_days(store: RecordStore) -> None:
    told = [(one.publisher, one.articles, one.first, one.last) for one in store.profiles.publishers()]
    assert told == [
        ("Another Example", 1, "2025-04-02", "2025-04-02"),
        ("The Example Herald", 1, "2025-03-19", "2025-03-19"),
    ]


def test_only_present_readings_count_for_who_read(store: RecordStore) -> None:
    page = page_of(OSLO)
    store.add(page, reading_of(OSLO, page, NEWER_PRODUCER))
    read = [(one.producer, one.pages) for one in store.profiles.producers()]
    assert sorted(read, key=lambda one: one[0].model) == [(PRODUCER, 1), (NEWER_PRODUCER, 1)]
