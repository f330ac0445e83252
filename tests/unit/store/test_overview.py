"""The overview of a record, and search as one types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from synthetic.stories import KURSK, OSLO, page_of, reading_of, rejected_of

from onrecord.pipeline.reconciling import reconcile
from onrecord.schema import Origin, Page
from onrecord.store import RecordStore, open_store
from onrecord.store.overview import Fragment, MonthCount
from onrecord.store.sqlite.searching import fragments_of, typed_query


@pytest.fixture
def record(tmp_path: Path) -> Iterator[RecordStore]:
    with open_store(tmp_path / "record.db", create=True) as opened:
        for story in (KURSK, OSLO):
            page = page_of(story)
            opened.add(page, reading_of(story, page))
        yield opened


def found(record: RecordStore, words: str) -> list[str]:
    statements = record.overview.search(words, limit=10).statements
    return ["".join(fragment.text for fragment in one.fragments) for one in statements]


def test_the_article_that_came_last_is_first(record: RecordStore) -> None:
    latest = record.overview.latest_articles(limit=10)
    assert [(one.article.headline, one.statements) for one in latest] == [
        ("Norway weighs in", 3), ("Leaders talk about a ceasefire", 4),
    ]  # fmt: skip
    assert len(record.overview.latest_articles(limit=1)) == 1


def test_an_article_read_anew_counts_once_and_as_the_latest(record: RecordStore) -> None:
    page = page_of(KURSK, edition="second")
    record.add(page, reading_of(KURSK, page))
    headlines = [one.article.headline for one in record.overview.latest_articles(limit=10)]
    assert sorted(headlines) == ["Leaders talk about a ceasefire", "Norway weighs in"]


@pytest.mark.parametrize("reconciled", [False, True])
def test_who_is_heard_most_with_the_months(record: RecordStore, reconciled: bool) -> None:
    if reconciled:
        reconcile(record)
    most = record.overview.most_heard(limit=2)[0]
    assert (most.name, most.role, most.statements) == ("Volodymyr Zelenskyy", "president of Ukraine", 2)
    assert most.months == (MonthCount("2025-03", 1), MonthCount("2025-04", 1))


def test_nobody_in_particular_is_not_among_the_most_heard(record: RecordStore) -> None:
    assert "a senior official" not in [one.name for one in record.overview.most_heard(limit=50)]


def test_reasons_of_rejections_are_counted_with_the_latest_as_example(record: RecordStore) -> None:
    for number, reason in enumerate(("not_an_article", "not_an_article", "empty_file")):
        page = Page(content=b"%d" % number, origin=Origin(path=f"{number}.html"))
        record.add(page, rejected_of(page, reason))
    first, second = record.overview.rejection_reasons()
    assert (first.reason, first.pages, first.example.path) == ("not_an_article", 2, "1.html")
    assert (second.reason, second.pages) == ("empty_file", 1)


def test_the_last_word_may_be_only_begun(record: RecordStore) -> None:
    assert found(record, "prisoner exch") == ["negotiations on a prisoner exchange in Oslo were possible"]
    assert found(record, "exch prisoner") == []


def test_a_word_that_is_typed_to_its_end_is_found_by_its_stem(record: RecordStore) -> None:
    assert found(record, "negotiation") == found(record, "negotiated ") != []


def test_two_letters_are_not_yet_a_beginning(record: RecordStore) -> None:
    assert found(record, "ex") == []


def test_what_was_found_is_marked_in_the_contents(record: RecordStore) -> None:
    (one,) = record.overview.search("prisoner", limit=10).statements
    assert one.fragments == (
        Fragment("negotiations on a ", False), Fragment("prisoner", True),
        Fragment(" exchange in Oslo were possible", False),
    )  # fmt: skip


def test_headlines_and_names_are_found_beside_statements(record: RecordStore) -> None:
    assert [one.article.headline for one in record.overview.search("ceasef", limit=10).articles] == [
        "Leaders talk about a ceasefire"
    ]
    assert [one.name for one in record.overview.search("lokk", limit=10).speakers] == ["Lars Løkke"]


def test_a_statement_that_a_person_rejected_is_not_found(record: RecordStore) -> None:
    (one,) = record.overview.search("prisoner", limit=10).statements
    record.reviews.reject(one.statement.id, who="Ada", because="nobody said so")
    assert found(record, "prisoner") == []


@pytest.mark.parametrize(
    "words", ["", " ", '"', "?!", "*", "AND OR", "NEAR(", "content:x", "'); DROP TABLE", "\x00", "a" * 9000]
)
def test_nothing_that_one_types_is_query_syntax(record: RecordStore, words: str) -> None:
    assert found(record, words) == []


def test_a_phrase_in_quotation_marks_is_never_only_begun() -> None:
    assert typed_query('"prisoner exch"') == '"prisoner exch"'
    assert typed_query("exch") == '("exch"* OR "exch")'


def test_stray_marks_of_a_hostile_page_go() -> None:
    assert fragments_of("a\x03b\x02\x02c\x03\x02") == (Fragment("ab", False), Fragment("c", True))


def test_an_id_s_beginning_names_what_it_may_be(record: RecordStore) -> None:
    article = record.overview.latest_articles(limit=1)[0].article
    (one,) = record.overview.candidates(article.id[:10], limit=5)
    assert (one.kind, one.title, one.id) == ("article", "Norway weighs in", article.id)
    statement = next(record.statements())
    assert record.overview.candidates(statement.id[:12], limit=5)[0].kind == "statement"
    speaker = record.overview.most_heard(limit=1)[0]
    assert record.overview.candidates(speaker.id[:12], limit=5)[0].title == "Volodymyr Zelenskyy"
    assert record.overview.candidates("a-000000", limit=5) == []


def test_many_fitting_statements_are_given_newest_first(record: RecordStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.store.sqlite.searching._WEIGHED", 1)
    page = page_of(replace(OSLO, publisher="A third"), edition="third")
    record.add(page, reading_of(replace(OSLO, publisher="A third"), page))
    answer = record.overview.search("prisoner", limit=10)
    assert answer.many
    assert [one.statement.article.publisher for one in answer.statements] == ["A third", "Another Example"]
