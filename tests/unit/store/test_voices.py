"""Whose a statement is, across articles, is kept beside it; whatever changes, it is what one would find by looking."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from synthetic.reviewer import judge

from onrecord.pipeline.reconciling import reconcile
from onrecord.store import RecordStore, open_store

BY = {"who": "Ada Holm", "because": "as the paper says"}


def kept(path: Path) -> list[tuple[object, ...]]:
    return _rows(path, "SELECT speaker, day, article, statement FROM voices ORDER BY statement, speaker")


def found(path: Path) -> list[tuple[object, ...]]:
    return _rows(
        path, "SELECT DISTINCT speaker, day, article, statement FROM present_voices ORDER BY statement, speaker"
    )


def _rows(path: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return list(connection.execute(query))
    finally:
        connection.close()


@pytest.fixture
def reviewed(tmp_path: Path) -> Path:
    """A store whose pages were read by several models, with forty judgements in between, among them reassignments."""
    judge(tmp_path / "record.db", 40)
    return tmp_path / "record.db"


def speakers_by_statements(record: RecordStore) -> dict[str, int]:
    counts: dict[str, int] = {}
    for statement in record.statements():
        for id in set(statement.speaker_ids):
            counts[id] = counts.get(id, 0) + 1
    return counts


def test_voices_follow_pages_read_anew_and_judgements(reviewed: Path) -> None:
    assert kept(reviewed) == found(reviewed) != []


def test_voices_follow_who_is_who_and_its_corrections(reviewed: Path) -> None:
    with open_store(reviewed) as record:
        reconcile(record)
        assert kept(reviewed) == found(reviewed)
        first, second, *_ = [one.id for one in record.speakers() if record.identities.evidence(one.id)]
        apart = kept(reviewed)
        merged = record.identities.merge(first, second, **BY)
        assert kept(reviewed) == found(reviewed) != apart
        record.identities.undo(merged.number, **BY)
        assert kept(reviewed) == found(reviewed) == apart


def test_a_speaker_has_as_many_statements_as_their_list(reviewed: Path) -> None:
    with open_store(reviewed) as record:
        reconcile(record)
        counted = speakers_by_statements(record)
        named = {speaker.id: speaker.statements for speaker in record.speakers()}
        assert named == {id: said for id, said in counted.items() if id in named}
        assert record.counts().speakers == len(named)


def test_voices_go_with_the_articles(reviewed: Path) -> None:
    connection = sqlite3.connect(reviewed)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("DELETE FROM articles")
    assert connection.execute("SELECT count(*) FROM voices").fetchone() == (0,)
    connection.close()
