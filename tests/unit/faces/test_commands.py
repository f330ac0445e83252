"""The commands: what they print where, and how they end."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from typer.testing import CliRunner, Result

from onrecord.errors import ModelUnavailable
from onrecord.faces.cli import adding, listing, reading
from onrecord.faces.cli.application import app
from onrecord.schema import Origin, Outcome, Page, PageReference, RejectedPage, Rejection
from onrecord.store import open_store
from tests.unit.faces.readings import ARTICLE, HOLM, PAGE, READING, SPLIT

NOT_FOUND = RejectedPage(
    page=PageReference(id=None, origin=Origin(path="lost.html")),
    rejection=Rejection("pages", "missing", "there is no file or folder of this name"),
)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    with open_store(path, create=True) as record:
        record.add(PAGE, READING)
        record.add(None, NOT_FOUND)
    return path


@pytest.fixture
def run() -> Callable[..., Result]:
    runner = CliRunner(env={"COLUMNS": "140", "NO_COLOR": "1", "ONRECORD_STORE": None})

    def invoke(*arguments: object) -> Result:
        return runner.invoke(app, [str(argument) for argument in arguments])

    return invoke


def add_reads(monkeypatch: pytest.MonkeyPatch, outcomes: Iterable[tuple[Page | RejectedPage, Outcome]]) -> None:
    """Have `onrecord add` find these pages and make this of them, without processes and a model."""

    class Readers:
        producers: ClassVar = dict.fromkeys(("html", "dump", "plain"), READING.producer)

        def __init__(self, jobs: int, *, model: str) -> None: ...

        def __enter__(self) -> Readers:
            return self

        def __exit__(self, *_: object) -> None: ...

        def read(self, pages: Iterable[Page | RejectedPage]) -> Iterator[tuple[Page | RejectedPage, Outcome]]:
            made = dict(outcomes)
            return ((page, made[page]) for page in pages)

    def find_new_pages(_: object, __: object, is_known: Callable[[Page | RejectedPage], bool]) -> Iterator[object]:
        return (page for page, _ in outcomes if not is_known(page))

    monkeypatch.setattr(adding, "Readers", Readers)
    monkeypatch.setattr(adding, "find_new_pages", find_new_pages)


@pytest.fixture
def one_page(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Page | RejectedPage, Outcome]]:
    """Reading gives what a test puts into this list, without a model."""
    pages: list[tuple[Page | RejectedPage, Outcome]] = [(PAGE, READING)]

    monkeypatch.setattr(reading, "read_sources", lambda *_, **__: iter(pages))
    add_reads(monkeypatch, pages)
    return pages


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_read_prints_a_page_for_people(run: Callable[..., Result], one_page: object) -> None:
    result = run("read", "ferry.html")
    assert result.exit_code == 0
    assert "‹Mayor Ada Holm›" in result.stdout


def test_read_json_is_one_reading_per_line(run: Callable[..., Result], one_page: object) -> None:
    result = run("read", "--json", "ferry.html")
    assert [line["article"]["id"] for line in lines(result)] == [ARTICLE.id]  # type: ignore[index]


def test_rejected_page_is_named_with_its_reason_and_the_rest_is_read(
    run: Callable[..., Result], one_page: list[tuple[Page | RejectedPage, Outcome]]
) -> None:
    one_page.insert(0, (NOT_FOUND, NOT_FOUND))
    result = run("read", "--json", "lost.html", "ferry.html")
    assert result.exit_code == 1
    assert result.stderr == "rejected lost.html: missing: there is no file or folder of this name\n"
    assert sorted(lines(result)[0]) == ["page", "rejection"]
    assert len(lines(result)) == 2


def test_add_says_what_came_of_it_and_again_is_a_no_op(
    run: Callable[..., Result], one_page: object, tmp_path: Path
) -> None:
    store = tmp_path / "new.db"
    first, second = run("add", "ferry.html", "--store", store), run("add", "ferry.html", "--store", store)
    assert first.exit_code == second.exit_code == 0
    assert first.stderr.endswith("new.db: 1 page added with 5 statements\n")
    assert second.stderr.endswith("new.db: 0 pages added with 0 statements, 1 already known\n")
    assert first.stdout == ""


def test_add_with_a_rejected_page_ends_with_1(
    run: Callable[..., Result], one_page: list[tuple[Page | RejectedPage, Outcome]], tmp_path: Path
) -> None:
    one_page.append((NOT_FOUND, NOT_FOUND))
    result = run("add", "ferry.html", "lost.html", "--store", tmp_path / "new.db")
    assert result.exit_code == 1
    assert "rejected lost.html: missing" in result.stderr
    assert "1 page added with 5 statements, 1 rejected" in result.stderr


def test_interrupted_add_says_what_is_kept(
    run: Callable[..., Result], one_page: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> Iterator[Page]:
        yield PAGE
        raise KeyboardInterrupt

    add_reads(monkeypatch, [(PAGE, READING)])
    monkeypatch.setattr(adding, "find_new_pages", interrupted)
    store = tmp_path / "new.db"
    result = run("add", "ferry.html", "--store", store)
    assert result.exit_code == 130
    assert "stopped; what was read until then is kept" in result.stderr
    assert "1 page added with 5 statements" in result.stderr
    with open_store(store) as record:
        assert record.counts().articles == 1


def test_missing_model_ends_with_3_and_a_remedy(run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    def read_sources(*_: object, **__: object) -> Iterator[tuple[Page, Outcome]]:
        raise ModelUnavailable("the language model is missing", remedy="Install onrecord again.")

    monkeypatch.setattr(reading, "read_sources", read_sources)
    result = run("read", "ferry.html")
    assert result.exit_code == 3
    assert result.stderr == "onrecord: the language model is missing\nInstall onrecord again.\n"


def test_statements_are_listed_with_words_and_place(run: Callable[..., Result], store: Path) -> None:
    result = run("statements", "--by", "Holm", "--store", store)
    assert result.exit_code == 0
    assert "whatever the bridge" in result.stdout
    assert "Harbour Post" in result.stdout
    assert result.stderr == "2 statements\n"


def test_statements_filters_reach_the_record(run: Callable[..., Result], store: Path) -> None:
    found = lines(run("statements", "--json", "--stance", "denies", "--since", "2026-03", "--store", store))
    assert [line["stance"] for line in found] == ["denies"]
    assert lines(run("statements", "--json", "--until", "2025", "--store", store)) == []
    assert len(lines(run("statements", "--json", "--about", "bridge", "--store", store))) == 1
    assert len(lines(run("statements", "--json", "-n", "2", "--store", store))) == 2


def test_min_score_leaves_out_what_is_less_probable(run: Callable[..., Result], store: Path, one_page: object) -> None:
    assert len(lines(run("statements", "--json", "--min-score", "0.91", "--store", store))) == 5
    assert lines(run("statements", "--json", "--min-score", "0.92", "--store", store)) == []
    assert run("export", "--min-score", "0.92", "--store", store).stderr == "0 statements\n"
    (kept,) = lines(run("read", "--json", "--min-score", "0.91", "ferry.html"))
    (emptied,) = lines(run("read", "--json", "--min-score", "0.92", "ferry.html"))
    assert (len(kept["attributions"]), len(emptied["attributions"])) == (5, 0)


@pytest.mark.parametrize("command", [["read", "ferry.html"], ["statements"], ["export"]])
def test_a_least_score_that_is_no_probability_ends_with_2(
    run: Callable[..., Result], store: Path, one_page: object, command: list[str]
) -> None:
    result = run(*command, "--min-score", "90", *([] if command[0] == "read" else ["--store", store]))
    assert result.exit_code == 2
    assert "Give a score from 0 to 1" in result.stderr


def test_long_list_says_that_there_is_more(
    run: Callable[..., Result], store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MOST_SHOWN", 3)
    assert run("statements", "--store", store).stderr.startswith("the first 3 statements; --limit N shows more")
    assert run("statements", "--limit", "4", "--store", store).stderr == "4 statements\n"
    assert len(lines(run("statements", "--json", "--store", store))) == 5


def test_wrong_value_ends_with_2_and_the_choices(run: Callable[..., Result], store: Path) -> None:
    result = run("statements", "--stance", "shouts", "--store", store)
    assert result.exit_code == 2
    assert "'shouts' is not a stance" in result.stderr
    assert "denies" in result.stderr


def test_speakers_are_listed(run: Callable[..., Result], store: Path) -> None:
    assert "Ada Holm" in run("speakers", "--store", store).stdout
    assert [line["name"] for line in lines(run("speakers", "--json", "--store", store))] == ["Ada Holm"]


def test_store_that_is_not_there_ends_with_3(run: Callable[..., Result], tmp_path: Path) -> None:
    result = run("speakers", "--store", tmp_path / "nothing.db")
    assert result.exit_code == 3
    assert "nothing.db" in result.stderr
    assert "Traceback" not in result.output


def test_show_statement_in_its_place(run: Callable[..., Result], store: Path) -> None:
    result = run("show", SPLIT.id, "--store", store)
    assert "⟦¹“The ferry stays,”⟧ ‹Mayor Ada Holm›¹" in result.stdout
    assert "A long quarrel" not in result.stdout
    assert "read by onrecord 0.1.0 with by hand, score 0.91" in result.stdout
    assert lines(run("show", SPLIT.id, "--json", "--store", store))[0]["article"]


def test_show_article_is_its_reading(run: Callable[..., Result], store: Path) -> None:
    assert "A long quarrel" in run("show", ARTICLE.id, "--store", store).stdout


def test_show_speaker_with_what_they_said(run: Callable[..., Result], store: Path) -> None:
    id = lines(run("speakers", "--json", "--store", store))[0]["id"]
    shown = run("show", id, "--store", store).stdout
    assert HOLM.name in shown
    assert "2 statements" in shown


def test_show_unknown_id_ends_with_2(run: Callable[..., Result], store: Path) -> None:
    assert run("show", "s-0123456789", "--store", store).exit_code == 2


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"], ["read", "--help"]])
def test_help_is_there(run: Callable[..., Result], arguments: list[str]) -> None:
    assert "Usage: onrecord" in run(*arguments).output


def test_version(run: Callable[..., Result]) -> None:
    from onrecord.version import VERSION

    assert run("--version").stdout == f"onrecord {VERSION}\n"


@pytest.mark.parametrize("arguments", [["read"], ["add"], ["show"], ["reed", "x"], ["read", "--jobs", "0", "x"]])
def test_wrong_call_ends_with_2(run: Callable[..., Result], arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_export_csv_has_a_row_per_statement(run: Callable[..., Result], store: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("export", "--format", "csv", "--store", store).stdout)))
    assert len(rows) == 5


def test_export_into_a_file(run: Callable[..., Result], store: Path, tmp_path: Path) -> None:
    output = tmp_path / "statements.jsonl"
    assert run("export", "--output", output, "--by", "Holm", "--store", store).exit_code == 0
    assert len(output.read_text().splitlines()) == 2
