"""Linking in SQLite costs what is new, not what is there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

from synthetic.linked import CLAIMS, add_story
from synthetic.stories import Said, Story

from onrecord.pipeline.linking import Linking, link_in_steps
from onrecord.schema import Reading
from onrecord.store import open_store
from onrecord.store.sqlite.linking import SqliteLinks
from onrecord.store.sqlite.opening import connect

_OPERATIONS = 10  # of SQLite's virtual machine, between two counts


class Meter:
    """Counts what SQLite does, but for the list of what is new, which looks at every article once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.counted = 0
        self.links = SqliteLinks(connection, nullcontext, self._each)

    def _each(self, select: Callable[[sqlite3.Connection], Iterator[Reading]]) -> Iterator[Reading]:
        self.connection.set_progress_handler(None, 0)
        found = list(select(self.connection))
        self.connection.set_progress_handler(self._count, _OPERATIONS)
        return iter(found)

    def _count(self) -> int:
        self.counted += 1
        return 0

    def link(self) -> int:
        """Link what is new; return what that took."""
        self.counted = 0
        for _ in link_in_steps(self.links, CLAIMS, Linking()):
            pass
        return self.counted


def story(number: int) -> Story:
    """Every second story says what the one before it says."""
    content = f"subject{number // 2} outcome{number // 2} held"
    name = f"Person {number}"
    return Story(
        headline=f"Story {number}", paragraphs=(f"{name} said {content}.",), path=f"{number}.html",
        said=(Said(content=(content,), source=name, name=name),),
    )  # fmt: skip


def test_what_a_new_article_costs_does_not_grow_with_the_record(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    costs: list[int] = []
    with open_store(path, create=True) as store:
        meter = Meter(connect(path, create=False))
        number = 0
        for size in (31, 331):
            while number < size:
                add_story(store, story(number))
                number += 1
            meter.link()
            add_story(store, story(number))
            number += 1
            costs.append(meter.link())
        meter.connection.close()
    # Ten times the record: a scan of any table would show as ten times the cost.
    assert costs[0] > 10
    assert costs[1] < 1.5 * costs[0]


def test_a_run_with_nothing_new_costs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with open_store(path, create=True) as store:
        for number in range(40):
            add_story(store, story(number))
        meter = Meter(connect(path, create=False))
        assert meter.link() > 1000
        assert meter.link() < 10
        meter.connection.close()
