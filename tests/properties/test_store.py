"""Whatever a reading holds and whatever people type, the store gives back what it was given and never stumbles."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from synthetic.stories import KURSK, OSLO, PRODUCER, page_of, reading_of

from onrecord.articles.compose import Metadata, Piece, compose_article
from onrecord.errors import SourceNotFound, UsageError
from onrecord.schema import (
    AttributedSpeaker,
    Attribution,
    Entity,
    Furniture,
    Mention,
    Origin,
    Page,
    Reading,
    Span,
    attribution_id,
    encode_outcome,
)
from onrecord.store import RecordStore, StatementFilter, open_store
from onrecord.store.exports.csv_table import guarded, unguarded
from onrecord.store.filters import first_day, last_day
from onrecord.store.folding import fold

# What news has and programs trip over: quotes of every kind, right-to-left text, emoji, combining accents, SQL's signs.
CHARACTERS = st.one_of(st.sampled_from("\"'“”„«»`%_*();-\\\x00\t😀é\u0301א漢 aZ"), st.characters(codec="utf-8"))
WORDS = st.text(CHARACTERS, min_size=1, max_size=40)
MAYBE = st.none() | WORDS
KINDS = st.sampled_from(("person", "organisation", "group", "unnamed"))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RecordStore]:
    with open_store(tmp_path_factory.mktemp("store") / "record.db", create=True) as store:
        for story in (KURSK, OSLO):
            store.add(page_of(story), reading_of(story))
        yield store


@st.composite
def readings(draw: st.DrawFn) -> tuple[Page, Reading]:
    """A page with a reading whose every span is a slice of its article's text."""
    published = draw(st.none() | st.sampled_from(("2025-03-19", "2025-03-19T23:30:00-05:00")))
    metadata = Metadata(headline=draw(MAYBE), published=published, publisher=draw(MAYBE), url=draw(MAYBE))
    pieces = [
        Piece(draw(st.sampled_from(("paragraph", "caption"))), text) for text in draw(st.lists(WORDS, max_size=4))
    ]
    article = compose_article(
        pieces, metadata, [Furniture(text, "other") for text in draw(st.lists(WORDS, max_size=2))]
    )
    assume(article.text)
    span = spans_of(article.text)
    entities = draw(st.lists(entities_of(span), max_size=3, unique_by=lambda entity: entity.id))
    attributions = draw(st.lists(attributions_of(article.id, span, entities), max_size=4, unique_by=lambda one: one.id))
    origin = Origin(path=draw(MAYBE))
    empty = Page(content=b"", origin=origin)
    reading = Reading(
        page=empty.reference, article=article, attributions=tuple(attributions), entities=tuple(entities),
        producer=PRODUCER,
    )  # fmt: skip
    page = Page(content=encode_outcome(reading), origin=origin)
    return page, msgspec.structs.replace(reading, page=page.reference)


def spans_of(text: str) -> st.SearchStrategy[Span]:
    places = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(
        lambda place: place[0] < place[1]
    )
    return places.map(lambda place: Span.of(text, *place))


def entities_of(span: st.SearchStrategy[Span]) -> st.SearchStrategy[Entity]:
    form = st.sampled_from(("name", "nominal", "pronoun"))
    mention = st.builds(lambda span, form: Mention(span.start, span.end, span.text, form), span, form)
    return st.builds(
        Entity, id=WORDS, name=WORDS, kind=KINDS, roles=st.lists(WORDS, max_size=2).map(tuple),
        mentions=st.lists(mention, max_size=2).map(tuple),
    )  # fmt: skip


@st.composite
def attributions_of(
    draw: st.DrawFn, article: str, span: st.SearchStrategy[Span], entities: list[Entity]
) -> Attribution:
    content = tuple(draw(st.lists(span, min_size=1, max_size=2)))
    cue = tuple(draw(st.lists(span, max_size=1)))
    speaker = st.builds(AttributedSpeaker, entity=WORDS, name=WORDS, kind=KINDS, role=MAYBE)
    if entities:
        speaker |= st.sampled_from(entities).map(
            lambda entity: AttributedSpeaker(entity=entity.id, name=entity.name, kind=entity.kind)
        )
    return Attribution(
        id=attribution_id(article, content, cue), form="mixed", stance="denies", negated=draw(st.booleans()),
        score=draw(st.floats(0, 1)), source=tuple(draw(st.lists(span, max_size=2))), cue=cue, content=content,
        speakers=tuple(draw(st.lists(speaker, max_size=2))), addressee=draw(st.none() | span),
        medium=draw(st.none() | span), said_on=draw(st.none() | st.dates().map(date.isoformat)),
    )  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(made=readings())
def test_what_goes_in_comes_out_equal(store: RecordStore, made: tuple[Page, Reading]) -> None:
    page, reading = made
    store.add(page, reading)
    assert store.reading(page.id) == reading
    assert store.page_content(page.id) == page.content
    assert store.add(page, reading) == "known"
    shown = store.reading(reading.article.id)
    statements = list(store.statements(StatementFilter(article=reading.article.id)))
    by_id = {statement.id: statement for statement in statements}
    assert {id: statement.attribution for id, statement in by_id.items()} == {one.id: one for one in shown.attributions}
    for statement in statements:
        assert store.show(statement.id) == statement
        for id, speaker in zip(statement.speaker_ids, statement.attribution.speakers, strict=True):
            if fold(speaker.name):  # a name of signs alone can't be looked for
                assert id in {found.id for found in store.speakers(by=speaker.name, kinds=(speaker.kind,))}


@settings(max_examples=200, deadline=None)
@given(words=st.text(CHARACTERS, max_size=30))
def test_nothing_that_anybody_types_is_an_error_of_sql(store: RecordStore, words: str) -> None:
    list(store.statements(StatementFilter(about=words)))
    list(store.statements(StatementFilter(by=words, about="foo AND (")))
    list(store.speakers(by=words))
    with pytest.raises((SourceNotFound, UsageError)):
        store.show(words)


@given(text=st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(text=st.text())
def test_a_guarded_cell_is_had_back_by_dropping_one_apostrophe(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@"))


@given(day=st.dates(), length=st.sampled_from((4, 7, 10)))
def test_a_day_lies_between_the_first_and_the_last_of_its_year_and_month(day: date, length: int) -> None:
    partial = day.isoformat()[:length]
    assert first_day(partial) <= day.isoformat() <= last_day(partial)


@given(text=st.text(max_size=12) | st.from_regex(r"\d{4}-\d{2}(-\d{2})?", fullmatch=True))
def test_any_text_is_a_date_or_told_not_to_be_one(text: str) -> None:
    for day in (first_day, last_day):
        with suppress(UsageError):
            assert date.fromisoformat(day(text))
