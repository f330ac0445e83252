"""A reviewer who is killed loses at most the judgement in hand, and the record says what the log says."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from synthetic.dumping import dump, is_whole
from synthetic.killing import Killing, kill_again_and_again, run_to_the_end

from onrecord.store.sqlite.laying import lay_corrections
from onrecord.store.sqlite.opening import connect

TESTS = Path(__file__).resolve().parents[2]
JUDGEMENTS = 60


def reviewer(path: Path) -> list[str]:
    return [sys.executable, "-m", "synthetic.reviewer", str(path), str(JUDGEMENTS)]


def shown(path: Path) -> list[tuple[object, ...]]:
    """Return what the record says of its statements, speakers included, whatever their rows' numbers."""
    connection = sqlite3.connect(path)
    query = """
        SELECT id, article, form, attribution, machine, verdict, statements.correction, content, texts.speakers,
          (SELECT group_concat(speaker || coalesce(reassigned, '-')) FROM statement_speakers WHERE statement = number)
        FROM statements LEFT JOIN statement_texts AS texts ON texts.rowid = number ORDER BY id, article"""
    names = "SELECT article, speaker, name, reassigned FROM speaker_names ORDER BY 1, 2, 3"
    try:
        return [*connection.execute(query), *connection.execute(names)]
    finally:
        connection.close()


def check_left_behind(path: Path) -> None:
    """Laid anew, the log changes nothing."""
    if not path.exists():
        return
    connection = connect(path, create=True)
    try:
        before = shown(path)
        for (article,) in connection.execute("SELECT id FROM articles").fetchall():
            lay_corrections(connection, article)
        assert shown(path) == before
    finally:
        connection.close()


def test_a_killed_reviewer_leaves_the_record_of_an_undisturbed_one(tmp_path: Path) -> None:
    killed, undisturbed = tmp_path / "killed.db", tmp_path / "undisturbed.db"
    kill_again_and_again(
        reviewer(killed), Killing(times=12, within_s=0.04, start_s=0.3),
        folder=TESTS, after_each=lambda: check_left_behind(killed),
    )  # fmt: skip
    run_to_the_end(reviewer(killed), folder=TESTS)
    run_to_the_end(reviewer(undisturbed), folder=TESTS)
    assert is_whole(killed)
    assert shown(killed) == shown(undisturbed)
    one, other = dump(killed), dump(undisturbed)
    for table in ("corrections", "correction_places", "laid_corrections", "speakers"):
        assert one[table] == other[table]
