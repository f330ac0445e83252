"""`onrecord demo`: what a newcomer sees first, with the real model on the bundled pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from onrecord.faces.cli.application import app
from onrecord.faces.cli.commands.demo import bundled_pages
from onrecord.schema import Reading
from onrecord.store import RecordStore, StatementFilter, open_store

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "demo.db"


@pytest.fixture(scope="module")
def demo(store: Path) -> tuple[Result, Result]:
    """The demo's first run and its second, on the same store."""
    runner = CliRunner(env={"COLUMNS": "120", "NO_COLOR": "1"})
    first = runner.invoke(app, ["demo", "--store", str(store)])
    return first, runner.invoke(app, ["demo", "--store", str(store)])


@pytest.fixture(scope="module")
def record(demo: tuple[Result, Result], store: Path) -> Iterator[RecordStore]:
    assert demo[0].exit_code == 0
    with open_store(store) as opened:
        yield opened


def test_demo_prints_one_record_with_who_said_what(demo: tuple[Result, Result]) -> None:
    shown = demo[0].stdout
    assert demo[0].exit_code == 0
    assert "Sensitive Canadian document found on rainy streets" in shown
    assert "15 August 2008" in shown
    assert re.search(r"John Baird,\s+direct", shown)
    assert "Environment Minister" in shown


def test_demo_counts_what_is_on_the_record(demo: tuple[Result, Result]) -> None:
    assert re.search(r"on the record in .*demo\.db: 69 articles, \d+ statements, \d+ speakers, 4 rejected pages",
                     " ".join(demo[0].stdout.split()))  # fmt: skip


def test_demo_names_the_rejected_pages_with_their_reasons(demo: tuple[Result, Result]) -> None:
    assert demo[0].stderr.count("rejected ") >= 4
    for name in ("empty.html: empty file", "front-page.html", "page-not-found.html", "subscribers-only.html"):
        assert name in demo[0].stderr


def test_demo_says_what_to_type_next(demo: tuple[Result, Result]) -> None:
    assert "What to type next" in demo[0].stdout
    assert "statements --about" in demo[0].stdout
    store = re.search(r"serve (--store \S+)", demo[0].stdout)
    assert store is not None
    assert f"contested {store[1]}" in demo[0].stdout


def test_demo_names_both_accounts_of_one_call(demo: tuple[Result, Result], record: RecordStore) -> None:
    named = re.search(r"compare (\S+) (\S+)", demo[0].stdout)
    assert named is not None
    accounts = [record.show(id) for id in named.groups()]
    assert [account.article.publisher for account in accounts if isinstance(account, Reading)] == [
        "The White House",
        "President of Russia",
    ]


def test_demo_tells_across_its_pages_who_is_who(record: RecordStore) -> None:
    biden = next(record.speakers(by="Biden"))
    said = list(record.statements(StatementFilter(speaker=biden.id)))
    assert {one.article.publisher for one in said} >= {"The White House", "President of Russia"}


def test_demo_has_a_contest_to_find(record: RecordStore) -> None:
    (claim,) = record.connections.contested(about="Scientology")
    sides = {side.stance: [one.name for one in side.speakers] for side in claim.sides}
    assert "Valeska Paris" in sides["asserts"]
    assert sides["denies"] == ["Church"]


def test_demo_has_a_story_in_two_versions(record: RecordStore) -> None:
    headlines = [story.headline or "" for story in record.connections.stories()]
    assert any("Medication Abortion" in headline for headline in headlines)


def test_demo_holds_denials_and_several_months(record: RecordStore) -> None:
    denied = {name for one in record.statements(StatementFilter(stance="denies"))
              for name in [speaker.name for speaker in one.attribution.speakers]}  # fmt: skip
    assert {"Vladimir Putin", "Church"} <= denied
    months = {(one.article.published or "")[:7] for one in record.statements(StatementFilter(by="Putin"))}
    assert len(months) >= 6


def test_demo_again_reads_nothing_anew(demo: tuple[Result, Result]) -> None:
    assert demo[1].exit_code == 0
    assert "0 pages added with 0 statements, 69 already known" in demo[1].stderr


def test_notice_names_every_folder_of_pages() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert {f"{folder.name}/" in notice for folder in bundled_pages().resolve().iterdir()} == {True}


def test_every_page_from_elsewhere_names_its_address() -> None:
    addresses = {"white-house": r"https://[\w.]*(whitehouse\.gov|archives\.gov)/", "kremlin": r"http://en\.kremlin\.ru/",
                 "wikinews": r"https?://en\.wikinews\.org/wiki/"}  # fmt: skip
    nameless = [
        page.name
        for folder, address in addresses.items()
        for page in (bundled_pages().resolve() / folder).iterdir()
        if page.suffix != ".txt" and re.search(address, page.read_text(encoding="utf-8")) is None
    ]
    assert nameless == []


def test_pages_that_ask_for_attribution_name_their_licence() -> None:
    pages = [page for name in ("kremlin", "wikinews") for page in (bundled_pages().resolve() / name).glob("*.html")]
    assert [page.name for page in pages if "creativecommons.org/licenses/by/" not in page.read_text("utf-8")] == []


def test_bundled_pages_stay_small() -> None:
    assert sum(page.stat().st_size for page in bundled_pages().rglob("*") if page.is_file()) < 1_000_000
