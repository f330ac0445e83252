"""ninjs out: what the standard's schema allows and nothing else, and an article that reads back as itself."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from synthetic.stories import KURSK, OSLO, page_of, reading_of

from onrecord.articles import extract_article
from onrecord.articles.compose import Metadata, Piece, compose_article
from onrecord.articles.wire import extract_wire
from onrecord.pages.wire_sniffing import wire_form
from onrecord.pages.wire_splitting import split_wire
from onrecord.schema import Article, Origin, Page
from onrecord.store import RecordStore, SqliteStore
from onrecord.store.exports import export_statements, format_for
from onrecord.store.exports.ninjs import article_item

# The names that ninjs 3.0 knows, as its schema of 2024 lists them; it forbids all others ("unevaluatedProperties").
ITEM = {
    "uri", "type", "representationType", "profile", "version", "firstCreated", "versionCreated", "contentCreated",
    "embargoed", "pubStatus", "urgency", "copyrightHolder", "copyrightNotice", "usageTerms", "edNote", "language",
    "descriptions", "bodies", "headlines", "people", "organisations", "places", "subjects", "events", "eventDetails",
    "plannedCoverage", "objects", "infoSources", "title", "by", "slugline", "located", "renditions", "associations",
    "altIds", "trustIndicators", "standard", "genres", "expires", "rightsInfo",
}  # fmt: skip
INSIDE = {
    "descriptions": {"role", "contentType", "value"},
    "bodies": {"role", "contentType", "charCount", "wordCount", "value"},
    "headlines": {"role", "contentType", "value"},
    "people": {"name", "rel", "uri", "literal", "contactInfo"},
    "organisations": {"name", "rel", "uri", "literal", "symbols", "contactInfo"},
    "subjects": {"name", "rel", "uri", "literal", "creator", "relevance", "confidence"},
    "infoSources": {"name", "role", "uri", "literal", "contactInfo"},
    "genres": {"name", "uri", "literal"},
}
TYPES = {"text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"}


@pytest.fixture
def record(tmp_path: Path) -> Iterator[RecordStore]:
    with SqliteStore(tmp_path / "record.db", create=True) as store:
        for story in (KURSK, OSLO):
            store.add(page_of(story), reading_of(story))
        yield store


@pytest.fixture
def exported(record: RecordStore) -> bytes:
    stream = io.BytesIO()
    assert export_statements(record.statements(), "ninjs", stream, record=record) == 7
    return stream.getvalue()


def check_item(item: dict[str, Any], more: frozenset[str] = frozenset()) -> None:
    assert set(item) <= ITEM | more
    assert ":" in item["uri"]
    assert item["type"] in TYPES
    assert item["representationType"] in {"full", "partial"}
    for name, names in INSIDE.items():
        for held in item.get(name, []):
            assert set(held) <= names, name
            assert all(isinstance(value, (str, int)) for value in held.values())
    for name in ("descriptions", "bodies", "headlines"):
        assert all("value" in held for held in item.get(name, []))
    for name in ("firstCreated", "versionCreated"):
        assert "T" in item.get(name, "T"), "the schema wants a date-time, not a date"
    assert all("name" in held for held in item.get("renditions", []))


def test_every_line_is_one_article_as_the_schema_allows(exported: bytes) -> None:
    items = [json.loads(line) for line in exported.splitlines()]
    assert len(items) == 2
    for item in items:
        check_item(item)
        assert item["standard"] == {
            "name": "ninjs", "version": "3.0", "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json",
        }  # fmt: skip
        for component in item["associations"]:
            check_item(component, frozenset({"name"}))
            assert component["name"]


def test_every_statement_is_there_with_its_words_and_its_places(record: RecordStore, exported: bytes) -> None:
    components = {
        component["uri"]: component for line in exported.splitlines() for component in json.loads(line)["associations"]
    }
    for statement in record.statements():
        component = components.pop(f"urn:onrecord:statement:{statement.id}")
        *contents, attribution = component["bodies"]
        assert [body["value"] for body in contents] == [span.text for span in statement.attribution.content]
        told = json.loads(attribution["value"])
        text = record.reading(statement.article.id).article.text
        assert [text[span["start"] : span["end"]] for span in told["content"]] == [body["value"] for body in contents]
        assert [speaker["id"] for speaker in told["speakers"]] == list(statement.speaker_ids)
    assert not components


def test_an_export_read_again_gives_the_same_articles(record: RecordStore, exported: bytes) -> None:
    assert wire_form(exported, ".ninjs") == "ninjs"
    pieces = split_wire(exported, "ninjs")
    read = {article.id: article for piece in pieces if isinstance(article := read_back(piece), Article)}
    for reading in record.readings():
        assert_same(read[reading.article.id], reading.article)


def test_every_kind_of_block_and_every_field_survives(tmp_path: Path) -> None:
    pieces = [
        Piece("headline", "Quint & Sons <deny> “it”"), Piece("subheading", "What they say"),
        Piece("byline", "By Ada Norling"), Piece("dateline", "PORT LINDEN"), Piece("paragraph", "He said &amp; left."),
        Piece("list_item", "One."), Piece("list_item", "Two."), Piece("quote", "Never."),
        Piece("caption", "Boats. (AP Photo/Lena Brandt)", None), Piece("caption", "The mayor.", "Lena Brandt"),
        Piece("paragraph", "By Ada Norling"), Piece("byline", "Piet Vos contributed."),
    ]  # fmt: skip
    metadata = Metadata(
        headline="Another headline", section="World", published="2025-03-19", modified="2025-03-20T10:00:00+02:00",
        authors=("Ada Norling", "AP"), agency="Associated Press", publisher="AP", language="en",
        url="https://harbourpost.example/x",
    )  # fmt: skip
    article = compose_article(pieces, metadata)
    assert_same(read_back(json.dumps(article_item(article)).encode()), article)


def test_an_article_without_any_field_survives() -> None:
    article = compose_article([Piece("paragraph", "He said no.")], Metadata())
    assert_same(read_back(json.dumps(article_item(article)).encode()), article)


def test_a_name_that_ends_in_ninjs_asks_for_it() -> None:
    assert format_for("today.ninjs") == "ninjs"


def read_back(content: bytes) -> Any:
    return extract_wire(Page(content=content, origin=Origin(), form="ninjs"))


def assert_same(read: Any, written: Article) -> None:
    assert isinstance(read, Article), read
    for name in written.__struct_fields__:
        if name != "furniture":
            assert getattr(read, name) == getattr(written, name), name


def test_the_pipeline_reads_what_was_exported(record: RecordStore, exported: bytes) -> None:
    page = Page(content=exported.splitlines()[0], origin=Origin(), form="ninjs")
    article = extract_article(page)
    assert isinstance(article, Article)
    assert_same(article, record.reading(article.id).article)
