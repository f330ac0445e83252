"""`onrecord reconcile` and `onrecord speakers merge | split | rename | undo | corrections | evidence`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from onrecord.faces.cli.application import app
from onrecord.store import open_store
from tests.unit.pipeline.test_reconciling import BIDEN, HUNTER, LEGAL, add


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with open_store(tmp_path / "record.db", create=True) as record:
        add(record, BIDEN, LEGAL, HUNTER)
    return tmp_path / "record.db"


def run(path: Path, *arguments: str) -> Result:
    runner = CliRunner(env={"COLUMNS": "140", "NO_COLOR": "1", "ONRECORD_STORE": str(path), "ONRECORD_WHO": "Ada Holm"})
    return runner.invoke(app, list(arguments))


def listed(path: Path, *arguments: str) -> list[dict[str, object]]:
    result = run(path, "speakers", *arguments, "--json")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_reconcile_joins_what_the_listing_shows(path: Path) -> None:
    assert len(listed(path)) == 3
    result = run(path, "reconcile")
    assert result.exit_code == 0
    assert "3 new articles" in result.stderr
    assert len(listed(path)) == 2
    assert "0 new articles" in run(path, "reconcile").stderr


def test_a_merge_says_how_to_take_it_back_and_is_listed_with_who_and_why(path: Path) -> None:
    run(path, "reconcile")
    result = run(path, "speakers", "merge", "Joe Biden", "Hunter Biden", "--because", "one voice")
    assert result.exit_code == 0
    assert "onrecord speakers undo 1" in result.stderr
    assert len(listed(path)) == 1
    (correction,) = listed(path, "corrections")
    assert (correction["who"], correction["because"]) == ("Ada Holm", "one voice")
    assert "merge Joe Biden and Hunter Biden" in run(path, "speakers", "corrections").stdout
    assert run(path, "speakers", "undo", "1", "--because", "two voices").exit_code == 0
    assert len(listed(path)) == 2
    assert "(undone by 2)" in run(path, "speakers", "corrections").stdout


def test_evidence_tells_names_and_rules(path: Path) -> None:
    run(path, "reconcile")
    shown = run(path, "speakers", "evidence", "Joe Biden").stdout
    assert "Joseph R. Biden, Jr." in shown
    assert "full name" in shown
    assert {one["name"] for one in listed(path, "evidence", "Joe Biden")} == {"Joe Biden", "Joseph R. Biden, Jr."}


def test_split_and_rename_through_the_command_line(path: Path) -> None:
    run(path, "reconcile")
    assert run(path, "speakers", "split", "Joe Biden", "--name", "Joe Biden", "--because", "a test").exit_code == 0
    assert len(listed(path)) == 3
    assert run(path, "speakers", "rename", "Hunter Biden", "R. Hunter Biden", "--because", "in full").exit_code == 0
    assert "R. Hunter Biden" in {one["name"] for one in listed(path)}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("merge", "Joe Biden", "Nobody Here", "--because", "x"), "nobody on the record goes by"),
        (("merge", "Joe Biden", "Joe Biden", "--because", "x"), "one speaker already"),
        (("merge", "Biden", "Joe Biden", "--because", "x"), "may be any of"),
        (("undo", "7", "--because", "x"), "there is no correction 7"),
    ],
)
def test_a_correction_that_cannot_be_made_says_why(path: Path, arguments: tuple[str, ...], told: str) -> None:
    run(path, "reconcile")
    result = run(path, "speakers", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_correction_without_a_reason_is_wrong_usage(path: Path) -> None:
    assert run(path, "speakers", "merge", "Joe Biden", "Hunter Biden").exit_code == 2
