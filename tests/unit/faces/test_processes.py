"""What only a whole process shows: pipes that close, interrupts, locales, and how fast help comes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.store import open_store
from tests.unit.faces.readings import PAGE, READING

COMMAND = [sys.executable, "-m", "onrecord.faces.cli.main"]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    with open_store(path, create=True) as record:
        record.add(PAGE, READING)
    return path


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], env={**os.environ, **environment}, capture_output=True, text=True, timeout=60
    )


EARLY = (["statements"], ["statements", "--json"], ["export"], ["show", READING.article.id], ["speakers"])


@pytest.mark.parametrize("command", EARLY)
def test_reader_who_stops_early_is_no_failure(store: Path, command: list[str]) -> None:
    process = subprocess.Popen(
        [*COMMAND, *command, "--store", str(store)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()  # before a word is written, as `| head -0` does
    errors = process.stderr.read().decode()
    assert process.wait(60) == 0
    assert "Traceback" not in errors
    assert "Broken pipe" not in errors


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", EARLY)
def test_full_disk_is_said_in_a_sentence(store: Path, command: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        result = subprocess.run(
            [*COMMAND, *command, "--store", str(store)], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60
        )
    assert result.returncode == 3
    assert "can't be written" in result.stderr
    assert "Traceback" not in result.stderr


def test_locale_without_the_signs_gets_ascii(store: Path) -> None:
    result = run("show", READING.article.id, "--store", store, PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert result.returncode == 0
    assert "<Mayor Ada Holm>" in result.stdout


def test_json_is_utf8_in_any_locale(store: Path) -> None:
    result = subprocess.run(
        [*COMMAND, "statements", "--json", "--store", str(store)],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}, capture_output=True, timeout=60, check=True,
    )  # fmt: skip
    assert "“The ferry stays,”".encode() in result.stdout


def test_help_comes_at_once() -> None:
    begin = time.perf_counter()
    run("--help")
    assert time.perf_counter() - begin < 2  # a quarter of a second on an idle machine


def test_module_runs_as_onrecord() -> None:
    assert run("--version").stdout.startswith("onrecord ")
