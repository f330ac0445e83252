"""`onrecord demo`: what a newcomer sees first, with the real model on the bundled pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from onrecord.faces.cli.application import app
from onrecord.faces.cli.commands.demo import bundled_pages

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Result, Result]:
    """The demo's first run and its second, on the same store."""
    store = tmp_path_factory.mktemp("demo") / "demo.db"
    runner = CliRunner(env={"COLUMNS": "120", "NO_COLOR": "1"})
    first = runner.invoke(app, ["demo", "--store", str(store)])
    return first, runner.invoke(app, ["demo", "--store", str(store)])


def test_demo_prints_one_record_with_who_said_what(demo: tuple[Result, Result]) -> None:
    shown = demo[0].stdout
    assert demo[0].exit_code == 0
    assert "Sensitive Canadian document found on rainy streets" in shown
    assert "15 August 2008" in shown
    assert re.search(r"John Baird,\s+direct", shown)
    assert "Environment Minister" in shown


def test_demo_counts_what_is_on_the_record(demo: tuple[Result, Result]) -> None:
    assert re.search(r"on the record in .*demo\.db: 27 articles, \d+ statements, \d+ speakers, 4 rejected pages",
                     " ".join(demo[0].stdout.split()))  # fmt: skip


def test_demo_names_the_rejected_pages_with_their_reasons(demo: tuple[Result, Result]) -> None:
    assert demo[0].stderr.count("rejected ") >= 4
    for name in ("empty.html: empty file", "front-page.html", "page-not-found.html", "subscribers-only.html"):
        assert name in demo[0].stderr


def test_demo_says_what_to_type_next(demo: tuple[Result, Result]) -> None:
    assert "What to type next" in demo[0].stdout
    assert "statements --about" in demo[0].stdout


def test_demo_again_reads_nothing_anew(demo: tuple[Result, Result]) -> None:
    assert demo[1].exit_code == 0
    assert "0 pages added with 0 statements, 27 already known" in demo[1].stderr


def test_notice_names_every_bundled_story_and_folder() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    pages = bundled_pages().resolve()
    assert {f"{folder.name}/" in notice for folder in pages.iterdir()} == {True}
    assert [page.name for page in (pages / "wikinews").iterdir() if page.name not in notice] == []


def test_bundled_pages_stay_small() -> None:
    assert sum(page.stat().st_size for page in bundled_pages().rglob("*") if page.is_file()) < 1_000_000
