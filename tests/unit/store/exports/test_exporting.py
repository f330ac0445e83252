"""Every format holds every statement, and a reader of the format gets back what the record says."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pyarrow.parquet as pq
import pytest
from synthetic.stories import KURSK, OSLO, PRODUCER, page_of, reading_of

from onrecord.errors import OutputFailed, StoreDamaged, UsageError
from onrecord.schema import Span, Statement
from onrecord.store import RecordStore, SqliteStore
from onrecord.store.exports import FORMATS, ExportFormat, export_statements, format_for
from onrecord.store.exports.csv_table import guarded, unguarded

NOW = datetime(2025, 5, 1, 12, 30, tzinfo=UTC)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[RecordStore]:
    with SqliteStore(tmp_path / "record.db", create=True, clock=lambda: NOW) as store:
        for story in (KURSK, OSLO):
            store.add(page_of(story), reading_of(story))
        yield store


def exported(record: RecordStore, format: ExportFormat) -> bytes:
    stream = io.BytesIO()
    assert export_statements(record.statements(), format, stream, record=record) == 7
    return stream.getvalue()


# JSON Lines


def test_json_lines_leave_nothing_out(record: RecordStore) -> None:
    lines = [json.loads(line) for line in exported(record, "jsonl").splitlines()]
    for line, statement in zip(lines, record.statements(), strict=True):
        ids = [speaker.pop("id") for speaker in line["speakers"]]
        rest = {name: line.pop(name) for name in ("article", "producer", "recorded_at", "review")}
        assert line == json.loads(msgspec.json.encode(statement.attribution))
        assert ids == list(statement.speaker_ids)
        assert rest["article"] == msgspec.to_builtins(statement.article)
        assert rest["producer"] == msgspec.to_builtins(PRODUCER)


# CSV


def test_csv_has_one_line_per_statement_and_says_its_encoding(record: RecordStore) -> None:
    content = exported(record, "csv")
    assert content.startswith(b"\xef\xbb\xbfid,speakers,")
    assert content.count(b"\r\n") == 8
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    (split,) = [row for row in rows if row["form"] == "direct"]
    assert split["content"] == "“The fighting in Kursk must end,” … “and it must end soon.”"
    assert split["speakers"] == "Volodymyr Zelenskyy"
    assert split["model"] == PRODUCER.model


@pytest.mark.parametrize(
    "text", ["=HYPERLINK(1)", "+1", "- Reuters", "@POTUS", "\t=1", "＝1", "'Never,' he said", "''"]
)
def test_a_cell_that_a_spreadsheet_would_run_is_guarded_and_can_be_had_back(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["No", "“No”", "", "1-2"])
def test_a_harmless_cell_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


# Parquet


def test_parquet_has_typed_columns(record: RecordStore) -> None:
    table = pq.read_table(io.BytesIO(exported(record, "parquet")))
    kinds = {field.name: str(field.type) for field in table.schema}
    assert kinds["said_on"] == "date32[day]"
    assert kinds["published_at"] == "timestamp[us, tz=UTC]"
    assert kinds["content"] == "list<element: struct<start: int32, end: int32, text: string>>"
    row = next(row for row in table.to_pylist() if row["said_on"])
    assert row["said_on"] == date(2025, 3, 18)
    assert row["speakers"][0]["role"] == "Kremlin spokesman"
    assert row["content"][0]["text"] == "the call went well"
    assert (row["published"], row["published_on"], row["published_at"]) == ("2025-03-19", date(2025, 3, 19), None)


def test_parquet_tells_a_moment_in_utc_and_a_day_as_the_page_has_it(record: RecordStore) -> None:
    table = pq.read_table(io.BytesIO(exported(record, "parquet")))
    row = next(row for row in table.to_pylist() if row["publisher"] == OSLO.publisher)
    assert row["published_on"] == date(2025, 4, 2)
    assert row["published_at"] == datetime(2025, 4, 3, 4, 30, tzinfo=UTC)
    assert row["recorded_at"] == NOW


def test_the_store_alone_never_imports_pyarrow() -> None:
    program = "import sys, onrecord.store.exports; sys.exit('pyarrow' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0


# W3C Web Annotation


def test_annotations_are_one_collection_with_an_annotation_a_line(record: RecordStore) -> None:
    content = exported(record, "annotations")
    collection = json.loads(content)
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    assert collection["total"] == 7
    page = collection["first"]
    assert (page["type"], page["partOf"], len(page["items"])) == ("AnnotationPage", collection["id"], 7)
    assert len(content.splitlines()) == 1 + 7 + 1


def test_an_annotation_says_who_how_and_by_whom_it_was_found(record: RecordStore) -> None:
    items = json.loads(exported(record, "annotations"))["first"]["items"]
    peskov = next(item for item in items if "Peskov" in item["body"][0]["value"])
    assert peskov["motivation"] == "identifying"
    assert peskov["created"] == "2025-05-01T12:30:00Z"
    assert peskov["creator"]["name"] == PRODUCER.model
    assert peskov["generator"]["name"] == "OnRecord 0.1.0"
    assert peskov["body"][0]["value"] == "Dmitry Peskov, Kremlin spokesman (asserts)"
    assert peskov["body"][1]["onrecord:speakers"][0]["type"] == "Person"


def test_selectors_find_their_spans_in_the_articles_text(record: RecordStore) -> None:
    items = json.loads(exported(record, "annotations"))["first"]["items"]
    texts = {f"urn:onrecord:article:{reading.article.id}": reading.article.text for reading in record.readings()}
    selectors = 0
    for target in (target for item in items for target in item["target"]):
        text = texts[target.get("state", {}).get("cached", target["source"])]
        quote, position = target["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.find(around) == position["start"] - len(quote["prefix"])
        selectors += 1
    assert selectors == sum(len(statement.attribution.spans) for statement in record.statements())


def test_a_page_with_an_address_is_the_target_and_its_text_the_state(record: RecordStore) -> None:
    items = json.loads(exported(record, "annotations"))["first"]["items"]
    target = next(item for item in items if "Løkke" in item["body"][0]["value"])["target"][0]
    assert target["source"] == "https://example.org/oslo"
    assert target["state"] == {"type": "TimeState", "cached": f"urn:onrecord:article:{reading_of(OSLO).article.id}"}
    assert target["onrecord:part"] == "content"


def test_positions_count_code_points_and_not_utf_16_units(tmp_path: Path) -> None:
    emoji = replace(KURSK, paragraphs=("😀 Dmitry Peskov said yes.",), said=(
        replace(KURSK.said[0], content=("yes",), source="Dmitry Peskov"),
    ))  # fmt: skip
    with SqliteStore(tmp_path / "record.db", create=True) as record:
        record.add(page_of(emoji), reading_of(emoji))
        stream = io.BytesIO()
        export_statements(record.statements(), "annotations", stream, record=record)
        text = next(record.readings()).article.text
    selector = json.loads(stream.getvalue())["first"]["items"][0]["target"][0]["selector"][1]
    assert selector["start"] == text.index("yes")


# All formats


@pytest.mark.parametrize("format", FORMATS)
def test_no_statements_are_an_empty_export(record: RecordStore, format: ExportFormat, tmp_path: Path) -> None:
    path = tmp_path / "empty"
    assert export_statements([], format, path, record=record) == 0
    assert path.exists()


@pytest.mark.parametrize("format", FORMATS)
def test_a_span_that_is_not_the_texts_is_never_exported(record: RecordStore, format: ExportFormat) -> None:
    true = next(record.statements())
    first = true.attribution.content[0]
    false = Span(first.start, first.end, "x" * len(first.text))
    wrong = Statement(
        attribution=msgspec.structs.replace(true.attribution, content=(false,)), speaker_ids=true.speaker_ids,
        article=true.article,
    )  # fmt: skip
    with pytest.raises(StoreDamaged):
        export_statements([wrong], format, io.BytesIO(), record=record)


def test_a_file_keeps_what_it_had_when_an_export_fails(record: RecordStore, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("yesterday's")

    def interrupted() -> Iterator[Statement]:
        yield next(record.statements())
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_statements(interrupted(), "jsonl", path, record=record)
    assert path.read_text() == "yesterday's"
    assert [file.name for file in tmp_path.iterdir() if "unfinished" in file.name] == []


def test_a_link_is_written_through(record: RecordStore, tmp_path: Path) -> None:
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "real.jsonl")
    export_statements(record.statements(), "jsonl", tmp_path / "link.jsonl", record=record)
    assert (tmp_path / "link.jsonl").is_symlink()
    assert len((tmp_path / "real.jsonl").read_text().splitlines()) == 7


@pytest.mark.parametrize(("name", "remedy"), [("nowhere/out.csv", "Make the folder"), (".", "name of a file")])
def test_a_place_that_can_not_be_written_is_named_with_the_remedy(
    record: RecordStore, tmp_path: Path, name: str, remedy: str
) -> None:
    with pytest.raises(OutputFailed, match=remedy):
        export_statements(record.statements(), "csv", tmp_path / name, record=record)


def test_a_device_that_is_full_is_named_with_the_remedy(record: RecordStore) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    for format in FORMATS:
        with pytest.raises(OutputFailed, match="Free some space"):
            export_statements(record.statements(), format, "/dev/full", record=record)


def test_a_reader_that_has_enough_is_no_failure_of_ours(record: RecordStore) -> None:
    class Closed(io.BytesIO):
        def write(self, *_: object) -> int:
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        export_statements(record.statements(), "jsonl", Closed(), record=record)


@pytest.mark.parametrize(
    ("name", "format"),
    [("a.jsonl", "jsonl"), ("a.CSV", "csv"), ("b/a.parquet", "parquet"), ("a.jsonld", "annotations")],
)
def test_a_files_name_tells_the_format(name: str, format: ExportFormat) -> None:
    assert format_for(name) == format


def test_a_format_that_is_none_names_those_that_are(record: RecordStore) -> None:
    with pytest.raises(UsageError, match="jsonl"):
        format_for("a.xlsx")
    with pytest.raises(UsageError, match="parquet"):
        export_statements([], "xlsx", io.BytesIO(), record=record)  # pyright: ignore[reportArgumentType]
