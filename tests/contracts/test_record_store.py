"""What every store of the record does. To hold another one to it, add it to `STORES` (conftest.py)."""

from __future__ import annotations

import dataclasses

import msgspec
import pytest
from synthetic.stories import KURSK, NEWER_PRODUCER, OSLO, PRODUCER, page_of, reading_of, rejected_of

from onrecord.errors import SourceNotFound, UsageError
from onrecord.schema import (
    FetchedBytes,
    Origin,
    Page,
    PageReference,
    Reading,
    RejectedPage,
    Rejection,
    Speaker,
    Statement,
    speaker_id,
)
from onrecord.store import Counts, RecordStore, StatementFilter


@pytest.fixture
def filled(store: RecordStore) -> RecordStore:
    for story in (KURSK, OSLO):
        store.add(page_of(story), reading_of(story))
    return store


def contents(store: RecordStore, wanted: StatementFilter) -> list[str]:
    return [statement.attribution.content[0].text for statement in store.statements(wanted)]


# Adding


def test_what_goes_in_comes_out_equal(filled: RecordStore) -> None:
    reading = reading_of(KURSK)
    assert filled.reading(reading.article.id) == reading
    assert filled.page_content(page_of(KURSK).id) == page_of(KURSK).content


def test_a_page_read_again_by_the_same_producer_changes_nothing(filled: RecordStore) -> None:
    before = (filled.counts(), list(filled.statements()), list(filled.readings()))
    assert filled.add(page_of(KURSK), reading_of(KURSK)) == "known"
    assert (filled.counts(), list(filled.statements()), list(filled.readings())) == before


def test_a_page_is_known_to_the_producer_that_read_it_only(filled: RecordStore) -> None:
    assert filled.has(page_of(KURSK).id, PRODUCER)
    assert not filled.has(page_of(KURSK).id, NEWER_PRODUCER)
    assert not filled.has("sha256:0", PRODUCER)


def test_a_newer_producer_replaces_what_the_machine_said_and_the_older_is_still_named(filled: RecordStore) -> None:
    page = page_of(KURSK)
    fewer = msgspec.structs.replace(reading_of(KURSK, producer=NEWER_PRODUCER), attributions=())
    assert filled.add(page, fewer) == "replaced"
    assert filled.reading(page.id) == fewer
    assert filled.counts().statements == len(OSLO.said)
    assert filled.producers(page.id) == (PRODUCER, NEWER_PRODUCER)


def test_statements_keep_their_ids_over_a_new_reading(filled: RecordStore) -> None:
    before = {statement.id for statement in filled.statements()}
    filled.add(page_of(KURSK), reading_of(KURSK, producer=NEWER_PRODUCER))
    assert {statement.id for statement in filled.statements()} == before


def test_an_article_reached_by_two_pages_is_one_article(filled: RecordStore) -> None:
    mobile = page_of(KURSK, edition="mobile")
    assert filled.add(mobile, reading_of(KURSK, mobile)) == "added"
    assert filled.counts() == Counts(pages=3, articles=2, statements=7, speakers=4, rejected=0)
    assert filled.reading(mobile.id).page.id == mobile.id
    assert filled.reading(reading_of(KURSK).article.id).page.id == page_of(KURSK).id


def test_an_article_survives_as_long_as_one_of_its_pages_has_it(filled: RecordStore) -> None:
    first, mobile = page_of(KURSK), page_of(KURSK, edition="mobile")
    article = reading_of(KURSK).article.id
    filled.add(mobile, reading_of(KURSK, mobile))
    filled.add(first, rejected_of(first))
    assert filled.reading(article).page.id == mobile.id
    filled.add(mobile, rejected_of(mobile))
    with pytest.raises(SourceNotFound):
        filled.reading(article)
    assert filled.counts() == Counts(pages=3, articles=1, statements=3, speakers=2, rejected=2)


def test_a_page_whose_article_changed_leaves_no_old_article_behind(filled: RecordStore) -> None:
    page = page_of(KURSK)
    shorter = dataclasses.replace(KURSK, paragraphs=KURSK.paragraphs[:1], said=KURSK.said[:1])
    filled.add(page, reading_of(shorter, page, NEWER_PRODUCER))
    assert filled.counts().articles == 2
    assert contents(filled, StatementFilter(by="Peskov")) == ["the call went well"]


def test_a_rejected_page_keeps_its_bytes_and_its_reason(store: RecordStore) -> None:
    page = Page(content=b"<title>404</title>", origin=Origin(path="404.html"))
    assert store.add(page, rejected_of(page)) == "added"
    assert store.add(page, rejected_of(page)) == "known"
    assert list(store.rejections()) == [rejected_of(page)]
    assert store.page_content(page.id) == page.content
    assert store.show(page.id) == rejected_of(page)


def test_a_rejection_gives_way_when_the_page_can_be_read(store: RecordStore) -> None:
    page = page_of(KURSK)
    store.add(page, rejected_of(page))
    assert store.add(page, reading_of(KURSK)) == "replaced"
    assert store.counts().rejected == 0


def test_a_page_without_bytes_is_a_rejection_until_it_is_there(store: RecordStore) -> None:
    reference = PageReference(id=None, origin=Origin(path="story.html"))
    missing = RejectedPage(page=reference, rejection=Rejection("pages", "unreadable", "Permission denied."))
    assert store.add(None, missing) == "added"
    assert store.add(None, missing) == "known"
    assert list(store.rejections()) == [missing]
    store.add(page_of(KURSK), reading_of(KURSK))
    assert list(store.rejections()) == []


def test_an_outcome_of_another_page_is_refused(store: RecordStore) -> None:
    with pytest.raises(ValueError, match="not of the page"):
        store.add(page_of(OSLO), reading_of(KURSK))
    assert store.counts().pages == 0


def test_a_path_that_is_not_unicode_is_shown_escaped(store: RecordStore) -> None:
    page = Page(content=b"", origin=Origin(path="caf\udce9.html"))
    store.add(page, rejected_of(page))
    assert [rejected.page.origin.path for rejected in store.rejections()] == ["caf\\udce9.html"]


# Asking for statements


def test_without_a_filter_the_newest_come_first(filled: RecordStore) -> None:
    days = [
        statement.attribution.said_on or (statement.article.published or "")[:10] for statement in filled.statements()
    ]
    assert days == ["2025-04-02"] * 3 + ["2025-03-19"] * 3 + ["2025-03-18"]


@pytest.mark.parametrize(
    "by", ["Volodymyr Zelenskyy", "zelenskyy", "ZELENSKYY", "Zelensk", "V. Zelenskyy", " Zelénskyy! "]
)
def test_a_speaker_is_found_by_any_form_of_the_name(filled: RecordStore, by: str) -> None:
    assert contents(filled, StatementFilter(by=by)) == ["the invitation", "“The fighting in Kursk must end,”"]


def test_letters_without_an_accent_of_their_own_are_found_too(filled: RecordStore) -> None:
    assert len(contents(filled, StatementFilter(by="lokke"))) == 1


@pytest.mark.parametrize("by", ["he", "Trump", "", "?", '"', "elenskyy"])
def test_nobody_is_found_by_what_is_not_their_name(filled: RecordStore, by: str) -> None:
    assert contents(filled, StatementFilter(by=by)) == []


def test_a_whole_word_wins_over_the_beginning_of_another(store: RecordStore) -> None:
    for number, name in enumerate(("Mike Lee", "Jane Leeson")):
        said = (dataclasses.replace(KURSK.said[0], name=name),)
        story = dataclasses.replace(KURSK, said=said, headline=f"Story {number}")
        store.add(page_of(story), reading_of(story))
    assert [speaker.name for speaker in store.speakers(by="lee")] == ["Mike Lee"]
    assert [speaker.name for speaker in store.speakers(by="lees")] == ["Jane Leeson"]


@pytest.mark.parametrize(
    ("about", "found"),
    [
        ("kursk fighting", ["“The fighting in Kursk must end,”"]),
        ("negotiate", ["negotiations on a prisoner exchange in Oslo were possible"]),  # English stems
        ('"prisoner exchange"', ["negotiations on a prisoner exchange in Oslo were possible"]),
        ("“prisoner exchange” oslo", ["negotiations on a prisoner exchange in Oslo were possible"]),
        ('"exchange prisoner"', []),
        ("spokesman", ["the call went well"]),
        ("must soon", ["“The fighting in Kursk must end,”"]),  # over both spans of a split quotation
    ],
)
def test_full_text_search_looks_into_contents_headline_and_speakers(
    filled: RecordStore, about: str, found: list[str]
) -> None:
    assert contents(filled, StatementFilter(about=about)) == found


def test_a_word_in_a_statement_outranks_one_in_the_headline_only(filled: RecordStore) -> None:
    story = dataclasses.replace(
        KURSK, headline="Ceasefire", paragraphs=("Dmitry Peskov said the ceasefire holds.", "Kyiv denied that."),
        said=(
            dataclasses.replace(KURSK.said[0], content=("the ceasefire holds",), source="Dmitry Peskov"),
            dataclasses.replace(KURSK.said[2], content=("that",)),
        ),
    )  # fmt: skip
    filled.add(page_of(story), reading_of(story))
    assert contents(filled, StatementFilter(about="ceasefire"))[0] == "the ceasefire holds"


@pytest.mark.parametrize(
    "about", ["foo AND (", '"', "content:x", "NEAR(a b)", "a*", "-", "^", "", "' OR 1=1 --", "\x00"]
)
def test_no_search_words_are_ever_syntax(filled: RecordStore, about: str) -> None:
    list(filled.statements(StatementFilter(about=about, by=about)))


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [
        ("2025", None, 7), ("2025-04", None, 3), ("2025-03-19", "2025-03-19", 3), (None, "2025-03", 4),
        (None, "2024", 0), ("2025-03-18", "2025-03-18", 1),
    ],
)  # fmt: skip
def test_days_are_those_of_saying_or_else_of_publishing(
    filled: RecordStore, since: str | None, until: str | None, count: int
) -> None:
    assert len(contents(filled, StatementFilter(since=since, until=until))) == count


def test_filters_hold_together(filled: RecordStore) -> None:
    article = reading_of(KURSK).article.id
    assert contents(filled, StatementFilter(form="direct")) == ["“The fighting in Kursk must end,”"]
    assert contents(filled, StatementFilter(stance="denies", by="Ukraine")) == ["any losses"]
    assert contents(filled, StatementFilter(stance="denies", by="Peskov")) == []
    assert len(contents(filled, StatementFilter(article=article))) == 4
    assert len(contents(filled, StatementFilter(article=article[:10], limit=2))) == 2


def test_only_statements_that_are_at_least_so_probable_are_given(store: RecordStore) -> None:
    reading = reading_of(KURSK)
    first, *rest = reading.attributions
    unsure = msgspec.structs.replace(first, score=0.4)
    store.add(page_of(KURSK), msgspec.structs.replace(reading, attributions=(unsure, *rest)))
    scores = [statement.attribution.score for statement in store.statements(StatementFilter(min_score=0.97))]
    assert scores == [0.97] * len(rest)
    assert len(list(store.statements(StatementFilter(min_score=0.4)))) == len(rest) + 1


def test_statements_of_one_speaker_or_page_are_had_by_id(filled: RecordStore) -> None:
    zelenskyy = speaker_id("person", "Volodymyr Zelenskyy")
    assert len(contents(filled, StatementFilter(speaker=zelenskyy))) == 2
    assert len(contents(filled, StatementFilter(speaker=zelenskyy[:9], by="Zelenskyy", stance="accepts"))) == 1
    assert len(contents(filled, StatementFilter(article=page_of(OSLO).id))) == 3


def test_an_id_of_the_wrong_kind_is_told_at_the_call(filled: RecordStore) -> None:
    article = reading_of(KURSK).article.id
    with pytest.raises(UsageError, match="not a speaker"):
        filled.statements(StatementFilter(speaker=article))
    with pytest.raises(UsageError, match="not an article"):
        filled.statements(StatementFilter(article=speaker_id("person", "Dmitry Peskov")))
    with pytest.raises(SourceNotFound):
        filled.statements(StatementFilter(article="a-ffffffffff"))


def test_a_statement_says_who_and_where(filled: RecordStore) -> None:
    (statement,) = filled.statements(StatementFilter(by="Løkke"))
    assert statement.speaker_ids == (speaker_id("person", "Lars Løkke"),)
    assert statement.article.headline == "Norway weighs in"
    assert (statement.article.url, statement.article.path) == ("https://example.org/oslo", None)
    assert statement.attribution == reading_of(OSLO).attributions[0]


def test_a_reader_sees_the_record_as_it_stood_when_it_began(filled: RecordStore) -> None:
    before = list(filled.statements())
    statements = filled.statements()
    first = next(statements)
    nothing = msgspec.structs.replace(reading_of(KURSK, producer=NEWER_PRODUCER), attributions=())
    assert filled.add(page_of(KURSK), nothing) == "replaced"
    assert [first, *statements] == before
    assert len(list(filled.statements())) == len(OSLO.said)


# Asking for speakers


def test_speakers_come_with_roles_aliases_and_days(filled: RecordStore) -> None:
    assert next(filled.speakers()) == Speaker(
        id=speaker_id("person", "Volodymyr Zelenskyy"), name="Volodymyr Zelenskyy", kind="person",
        roles=("president of Ukraine",), aliases=("Zelenskyy",), statements=2, first="2025-03-19", last="2025-04-02",
    )  # fmt: skip


def test_unnamed_sources_are_shown_on_request_and_are_nobody_across_articles(filled: RecordStore) -> None:
    assert {speaker.kind for speaker in filled.speakers()} == {"person", "organisation"}
    unnamed = list(filled.speakers(kinds=("unnamed",)))
    assert [(speaker.name, speaker.statements) for speaker in unnamed] == [("a senior official", 1)] * 2
    assert len({speaker.id for speaker in unnamed}) == 2


def test_a_name_in_capitals_is_shown_as_other_stories_write_it(store: RecordStore) -> None:
    for number, name in enumerate(("DMITRY PESKOV", "Dmitry Peskov", "DMITRY PESKOV")):
        story = dataclasses.replace(
            KURSK, headline=f"Story {number}", said=(dataclasses.replace(KURSK.said[0], name=name),)
        )
        store.add(page_of(story), reading_of(story))
    assert [(speaker.name, speaker.statements) for speaker in store.speakers()] == [("Dmitry Peskov", 3)]


def test_speakers_can_be_few(filled: RecordStore) -> None:
    assert len(list(filled.speakers(limit=2))) == 2
    with pytest.raises(UsageError):
        filled.speakers(limit=0)


# Looking one thing up


def test_an_id_shows_what_it_names(filled: RecordStore) -> None:
    reading = reading_of(KURSK)
    statement = next(filled.statements())
    assert filled.show(reading.article.id) == reading
    assert filled.show(page_of(KURSK).id) == reading
    assert filled.show(statement.id) == statement
    assert isinstance(filled.show(statement.id), Statement)
    assert isinstance(filled.show(statement.speaker_ids[0]), Speaker)


def test_the_beginning_of_an_id_is_enough_with_or_without_its_kind(filled: RecordStore) -> None:
    reading = reading_of(KURSK)
    assert filled.show(reading.article.id[:8]) == reading
    assert filled.show(reading.article.id[2:10]) == reading
    assert isinstance(filled.show(page_of(OSLO).id[:15]), Reading)


def test_an_ambiguous_beginning_names_its_candidates(filled: RecordStore) -> None:
    with pytest.raises(SourceNotFound) as caught:
        filled.show("sha256:")
    assert page_of(KURSK).id in str(caught.value)
    assert page_of(OSLO).id in str(caught.value)


def test_an_id_that_names_nothing_or_is_too_short_says_so(filled: RecordStore) -> None:
    with pytest.raises(SourceNotFound):
        filled.show("a-ffffffffffff")
    with pytest.raises(UsageError, match="too short"):
        filled.show("a-1")
    with pytest.raises(SourceNotFound):
        filled.page_content("sha256:0")
    with pytest.raises(SourceNotFound):
        filled.reading(next(filled.statements()).id)


def test_a_store_closes_twice_without_harm(store: RecordStore) -> None:
    store.close()
    store.close()


# Articles by publisher


def test_articles_are_found_by_publisher_and_day_whatever_the_case(filled: RecordStore) -> None:
    article = reading_of(KURSK).article
    assert article.publisher is not None
    assert article.published is not None
    day = article.published[:10]
    found = filled.articles(publisher=article.publisher.upper(), since=day, until=day)
    assert [one.id for one in found] == [article.id]
    assert not list(filled.articles(publisher=article.publisher, until="1999"))
    assert not list(filled.articles(publisher="The Harbour Post"))


def test_a_wrong_day_is_told_at_the_call(filled: RecordStore) -> None:
    with pytest.raises(UsageError, match="2025-13"):
        filled.articles(publisher="Anybody", since="2025-13")


# What was fetched before


def fetched(url: str, content: bytes, etag: str | None) -> FetchedBytes:
    return FetchedBytes(content=content, url=url, asked=url, fetched_at="2026-03-02T12:00:00Z", etag=etag)


def test_what_was_fetched_last_is_remembered_with_its_mark(store: RecordStore) -> None:
    address = "https://example.org/feed"
    for version in (b"first", b"second"):
        store.fetches.keep(fetched(address, version, '"v"'))
    assert store.fetches.recall(address) == fetched(address, b"second", '"v"')
    store.fetches.keep(fetched(address, b"third", None))
    assert store.fetches.recall(address) is None


def test_a_page_on_the_record_is_remembered_with_its_bytes(store: RecordStore) -> None:
    page = page_of(KURSK)
    known = fetched("https://example.org/kursk", page.content, '"v"')
    store.fetches.keep(known)
    store.add(page, reading_of(KURSK))
    assert store.fetches.recall(known.url) == known
