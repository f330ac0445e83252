"""`onrecord review`, `corrections`, `letters` and `people`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from synthetic.stories import KURSK, OSLO, page_of, reading_of
from typer.testing import CliRunner, Result

from onrecord.faces.cli.application import app
from onrecord.store import open_store

FIRST = reading_of(KURSK).attributions[0].id
LOSSES = reading_of(KURSK).attributions[2].id
WHY = ("--because", "read the page")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with open_store(tmp_path / "record.db", create=True) as record:
        for story in (KURSK, OSLO):
            record.add(page_of(story), reading_of(story))
    return tmp_path / "record.db"


def run(path: Path, *arguments: str, typed: str | None = None) -> Result:
    runner = CliRunner(env={"COLUMNS": "260", "NO_COLOR": "1", "ONRECORD_STORE": str(path), "ONRECORD_WHO": "Ada Holm"})
    return runner.invoke(app, list(arguments), input=typed)


def done(path: Path, *arguments: str) -> str:
    result = run(path, *arguments)
    assert result.exit_code == 0, result.output
    return result.stderr


def listed(path: Path, *arguments: str) -> list[dict[str, object]]:
    result = run(path, *arguments, "--json")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_review_says_how_to_take_it_back_and_stands_at_the_statement(path: Path) -> None:
    assert "onrecord corrections undo 1" in done(path, "review", "accept", FIRST[:12], *WHY)
    shown = run(path, "show", FIRST).stdout
    assert "accepted by Ada Holm" in shown
    assert "read the page" in shown
    assert "accepted" in run(path, "statements", "--by", "Peskov").stdout
    (statement,) = listed(path, "statements", "--reviewed", "yes")
    assert statement["review"] == {
        "verdict": "accepted", "who": "Ada Holm", "because": "read the page", "correction": 1,
        "at": listed(path, "corrections")[0]["at"],
    }  # fmt: skip
    done(path, "corrections", "undo", "1", "--because", "too soon")
    assert listed(path, "statements", "--reviewed", "yes") == []
    assert {one["review"] for one in listed(path, "statements")} == {None}


def test_a_rejected_statement_leaves_lists_and_exports_but_not_who_asks(path: Path) -> None:
    done(path, "review", "reject", FIRST, *WHY)
    assert len(listed(path, "statements")) == 6
    assert [one["id"] for one in listed(path, "statements", "--rejected")] == [FIRST]
    assert FIRST not in run(path, "export", "--format", "jsonl").stdout
    assert FIRST in run(path, "export", "--format", "jsonl", "--rejected").stdout
    assert run(path, "statements", "--rejected", "--reviewed", "yes").exit_code == 2
    assert run(path, "statements", "--reviewed", "perhaps").exit_code == 2


def test_spans_are_given_as_words_or_places_and_the_rest_stays(path: Path) -> None:
    done(path, "review", "respan", LOSSES, "--content", "denied any losses", "--source", "", *WHY)
    (statement,) = listed(path, "statements", "--reviewed", "yes")
    assert [span["text"] for span in statement["content"]] == ["denied any losses"]  # type: ignore[index, union-attr]
    assert statement["source"] == []
    assert statement["cue"][0]["text"] == "denied"  # type: ignore[index]
    done(path, "review", "respan", LOSSES, "--content", "0:7", *WHY)
    (statement,) = listed(path, "statements", "--reviewed", "yes")
    assert statement["content"][0]["text"] == "Leaders"  # type: ignore[index]


def test_of_words_that_stand_twice_the_nearest_are_meant(path: Path) -> None:
    done(path, "review", "respan", reading_of(KURSK).attributions[3].id, "--cue", "said", *WHY)
    (statement,) = listed(path, "statements", "--reviewed", "yes")
    text = reading_of(KURSK).article.text
    assert statement["cue"][0]["start"] == text.index("said the talks")  # type: ignore[index]


def test_a_statement_is_reassigned_by_name(path: Path) -> None:
    assert "is said by Andrii Sybiha now" in done(path, "review", "reassign", LOSSES, "Andrii Sybiha", *WHY)
    assert [one["id"] for one in listed(path, "statements", "--by", "Sybiha")] == [LOSSES]
    assert "nobody whom the page names" in done(path, "review", "reassign", LOSSES, "", *WHY)


def test_who_looked_before_another_spoke_is_told(path: Path) -> None:
    done(path, "review", "accept", FIRST, *WHY)
    result = run(path, "review", "reject", FIRST, "--seen", "0", *WHY)
    assert result.exit_code == 2
    assert "Ada Holm accepted this statement" in result.stderr


def test_what_others_had_said_is_told_to_who_says_otherwise(path: Path) -> None:
    done(path, "review", "accept", FIRST, *WHY, "--who", "Bo Lind")
    assert "before, Bo Lind: accept (correction 1: read the page)" in done(path, "review", "reject", FIRST, *WHY)
    assert "before, Ada Holm" not in done(path, "review", "accept", FIRST, *WHY)


def test_the_queue_has_what_nobody_judged(path: Path) -> None:
    done(path, "review", "accept", FIRST, *WHY)
    assert FIRST not in {one["id"] for one in listed(path, "review", "queue")}
    assert len(listed(path, "review", "queue", "--limit", "2")) == 2
    assert "2 statements" in run(path, "review", "queue", "--limit", "2").stderr


def test_all_kinds_are_listed_in_words(path: Path) -> None:
    done(path, "review", "accept", FIRST, *WHY)
    done(path, "review", "respan", FIRST, "--content", "that the call went well", *WHY)
    done(path, "review", "reassign", FIRST, "Zelenskyy", *WHY)
    done(path, "review", "together", FIRST, LOSSES, *WHY)
    done(path, "review", "origin", reading_of(KURSK).article.id, *WHY)
    done(path, "review", "no-copy", reading_of(KURSK).article.id, *WHY)
    done(path, "corrections", "undo", "2", *WHY)
    table = run(path, "corrections").stdout
    for told in (
        f"accept {FIRST[:10]} “the call went well”", "→ “that the call went well” (undone by 7)",
        "→ Volodymyr Zelenskyy", "together", "origin a-", "no copy a-", "undo 2",
    ):  # fmt: skip
        assert told in table
    assert len(listed(path, "corrections", "--of", LOSSES)) == 1
    assert run(path, "speakers", "corrections").stdout == table


def test_a_log_goes_to_another_record(path: Path, tmp_path: Path) -> None:
    done(path, "review", "reject", FIRST, *WHY)
    done(path, "review", "reassign", LOSSES, "Andrii Sybiha", *WHY)
    log = tmp_path / "log.jsonl"
    log.write_text(run(path, "corrections", "--json").stdout, encoding="utf-8")
    other = tmp_path / "other.db"
    open_store(other, create=True).close()
    assert "2 taken over, 0 known; 2 of them wait for their pages" in done(other, "corrections", "import", str(log))
    with open_store(other) as record:
        record.add(page_of(KURSK), reading_of(KURSK))
    assert [one["id"] for one in listed(other, "statements", "--by", "Sybiha")] == [LOSSES]
    assert "0 taken over, 2 known" in done(other, "corrections", "import", str(log))


@pytest.mark.parametrize("text", ["{", '{"number": 1}', "[]", "\xff"])
def test_a_line_that_is_no_correction_is_named(path: Path, tmp_path: Path, text: str) -> None:
    log = tmp_path / "log.jsonl"
    log.write_text(f"\n{text}\n", encoding="latin-1")
    result = run(path, "corrections", "import", str(log))
    assert result.exit_code == 2
    assert "line 2 of" in result.stderr


def test_letters_are_written_answered_and_listed(path: Path) -> None:
    done(path, "letters", "write", FIRST, "He never said that.", "--sender", "A reader")
    done(path, "review", "reject", FIRST, *WHY)
    assert "letter 1 is corrected" in done(path, "letters", "answer", "1", "You are right.", "--correction", "1")
    shown = run(path, "letters").stdout
    for told in (
        "A reader",
        "He never said that.",
        "“the call went well”",
        "Ada Holm",
        "You are right.",
        "correction 1",
    ):
        assert told in shown
    assert listed(path, "letters", "--state", "open") == []
    assert run(path, "letters", "--state", "lost").exit_code == 2
    assert run(path, "letters", "answer", "2", "Hello").exit_code == 2


def test_people_are_let_in_with_a_password_that_is_kept_nowhere(path: Path) -> None:
    password = "four plain old words"
    assert run(path, "people", "add", "Ada Holm", "--role", "editor", typed=f"{password}\n{password}\n").exit_code == 0
    (person,) = listed(path, "people", "list")
    assert (person["name"], person["role"]) == ("Ada Holm", "editor")
    assert set(person) == {"name", "role", "created_at"}
    with open_store(path) as record:
        found = record.people.person("ada holm")
    assert found is not None
    assert found.password_hash.startswith("$argon2id$")
    assert password.encode() not in path.read_bytes()
    done(path, "people", "role", "Ada Holm", "reader")
    assert listed(path, "people", "list")[0]["role"] == "reader"
    assert run(path, "people", "password", "Ada Holm", typed="another few words\nanother few words\n").exit_code == 0
    done(path, "people", "remove", "Ada Holm")
    assert listed(path, "people", "list") == []


@pytest.mark.parametrize(
    ("arguments", "typed"),
    [
        (("add", "Ada", "--role", "owner"), "long enough words\n" * 2), (("add", "Ada"), "short\nshort\n"),
        (("add", " "), "long enough words\n" * 2), (("password", "Bo"), "long enough words\n" * 2),
        (("remove", "Bo"), None), (("role", "Bo", "editor"), None),
    ],
)  # fmt: skip
def test_wrong_people_are_told(path: Path, arguments: tuple[str, ...], typed: str | None) -> None:
    assert run(path, "people", *arguments, typed=typed).exit_code == 2
    assert listed(path, "people", "list") == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("accept", "s-ffffffffff"), "nothing on the record has the id"),
        (("accept", reading_of(KURSK).article.id), "is not a statement"),
        (("respan", FIRST, "--content", "words that are not there"), "does not stand in the article"),
        (("respan", FIRST, "--content", ""), "at least one span of content"),
        (("respan", FIRST, "--content", "7:99999"), "is no place in the article"),
        (("together", FIRST, FIRST), "these are one statement"),
        (("no-contest", FIRST), "is not a claim"),
    ],
)
def test_a_wrong_wish_is_explained_and_changes_nothing(path: Path, arguments: tuple[str, ...], told: str) -> None:
    result = run(path, "review", *arguments, *WHY)
    assert result.exit_code == 2
    assert told in result.stderr
    assert listed(path, "corrections") == []
