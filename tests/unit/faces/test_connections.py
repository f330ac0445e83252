"""What goes across articles, on the command line: contested claims, stories, two accounts beside each other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.faces.cli.application import app

PAGES = Path(__file__).resolve().parents[3] / "src" / "onrecord" / "demo" / "pages"
READOUT = str(PAGES / "white-house" / "2022-02-12-president-vladimir-putin-of-russia.html")
BRIEFING = str(PAGES / "kremlin" / "2022-02-12-ushakov-briefing.html")
KURSK = (
    "Putin said Ukrainian forces that remain in Kursk are surrounded — a claim echoed by Trump — even though Kyiv "
    "denied its soldiers are encircled.\n"
)


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("connections")
    (folder / "kursk.txt").write_text(KURSK, encoding="utf-8")
    store = str(folder / "record.db")
    run("add", "--plain", str(folder / "kursk.txt"), "--store", store)
    run("add", READOUT, BRIEFING, "--store", store)
    return store


def test_a_contested_claim_has_its_wording_and_who_stands_where(store: str) -> None:
    (line,) = run("contested", "--json", "--store", store).splitlines()
    claim = json.loads(line)
    assert claim["wording"] == "Ukrainian forces that remain in Kursk are surrounded"
    assert {side["stance"]: [speaker["name"] for speaker in side["speakers"]] for side in claim["sides"]} == {
        "asserts": ["Vladimir Putin"],
        "confirms": ["Donald Trump"],
        "denies": ["Ukraine"],
    }
    assert [side["origins"] for side in claim["sides"]] == [1, 1, 1]
    assert all(side["statements"] for side in claim["sides"])


def test_contests_are_found_by_what_they_are_about(store: str) -> None:
    assert "Kursk are surrounded" in run("contested", "--about", "Kursk", "--store", store)
    assert run("contested", "--about", "asylum", "--store", store) == ""


def test_a_claim_is_shown_by_its_id(store: str) -> None:
    claim = json.loads(run("contested", "--json", "--store", store))["claim"]
    shown = run("show", claim[:12], "--store", store)
    assert "− denies" in shown
    assert "Ukraine" in shown


def test_two_files_are_compared_without_a_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = json.loads(run("compare", READOUT, BRIEFING, "--json"))
    assert (found["a"], found["b"]) == (READOUT, BRIEFING)
    assert {unit["article"] for unit in found["only_b"]} == {BRIEFING}
    both = [(pair["a"]["text"], pair["b"]["text"], pair["differs"]) for pair in found["both"]]
    assert any("swift and severe costs" in a and "harsh sanctions" in b and differs for a, b, differs in both)
    assert not list(tmp_path.iterdir())


def test_accounts_are_found_by_publisher_and_day_and_by_article(store: str) -> None:
    by_publisher = json.loads(
        run("compare", "the white house @ 2022-02-12", "kremlin.ru@2022-02", "--json", "--store", store)
    )
    ids = {unit["article"] for unit in by_publisher["only_a"]}, {unit["article"] for unit in by_publisher["only_b"]}
    by_id = json.loads(run("compare", *(next(iter(one)) for one in ids), "--json", "--store", store))
    assert by_id["both"] == by_publisher["both"]
    assert by_id["a"].startswith("Readout of President Biden")


def test_a_speaker_in_a_stretch_of_time_is_an_account(store: str) -> None:
    found = json.loads(run("compare", "Biden @ 2022-02-01..2022-02-28", READOUT, "--json", "--store", store))
    assert found["a"] == "Biden @ 2022-02-01..2022-02-28"
    assert found["both"]


@pytest.mark.parametrize("account", ["Nobody @ 2022", "a-000000", "no-such-file.html"])
def test_an_account_that_is_not_there_says_how_accounts_are_named(store: str, account: str) -> None:
    result = CliRunner().invoke(app, ["compare", account, READOUT, "--store", store])
    assert result.exit_code == 2
    assert "The White House @ 2022-02-12" in result.stderr


def test_a_rejected_page_is_no_account(tmp_path: Path) -> None:
    wall = tmp_path / "wall.html"
    wall.write_text("<p>Log in", encoding="utf-8")
    result = CliRunner().invoke(app, ["compare", str(wall), READOUT])
    assert result.exit_code == 1
    assert "gives no article" in result.stderr


def test_stories_name_their_origin_and_who_carried_them(tmp_path: Path) -> None:
    store = str(tmp_path / "record.db")
    pages = sorted(str(page) for page in (PAGES / "white-house").glob("2023-02-2*"))
    run("add", *pages, "--store", store)
    (story,) = (json.loads(line) for line in run("stories", "--json", "--store", store).splitlines())
    assert [carrier["relation"] for carrier in story["carriers"]] == ["origin", "version"]
    assert story["headline"].split()[:8] == run("stories", "--store", store).split()[1:9]
