"""What people say of statements and claims counts in claims, and outlives every reading and reconciling."""

from __future__ import annotations

import dataclasses

import pytest
from synthetic.linked import add_story, link_all
from synthetic.stories import NEWER_PRODUCER, Said, Story, page_of, reading_of

from onrecord.errors import UsageError
from onrecord.schema import Claim, Span, Spans
from onrecord.store import RecordStore, StatementFilter

ADA = {"who": "Ada Holm", "because": "read both"}


def told(name: str, cue: str, content: str) -> Story:
    """One paragraph in which somebody says something; `denied` is a denial."""
    said = Said(content=(content,), cue=cue, source=name, name=name, stance="denies" if cue == "denied" else "asserts")
    return Story(headline=name, paragraphs=(f"{name} {cue} {content} again.",), path=f"{name}.html", said=(said,))


PUTIN = told("Vladimir Putin", "said", "forces around Sudzha remain surrounded")
KYIV = told("Oleksandr Syrskyi", "denied", "forces around Sudzha were surrounded")
OTHER = told("Ann Lee", "said", "bridges and schools need paint")
MOVED = dataclasses.replace(KYIV, paragraphs=("A line above.", *KYIV.paragraphs))
"""The same page as a later extraction has it: statement and article have other ids."""


@pytest.fixture
def filled(store: RecordStore) -> RecordStore:
    for story in (PUTIN, KYIV, OTHER):
        add_story(store, story)
    link_all(store)
    return store


def statement(story: Story) -> str:
    return reading_of(story).attributions[0].id


def contested(store: RecordStore) -> list[Claim]:
    return list(store.connections.contested())


def names(claim: Claim) -> list[list[str]]:
    return [[speaker.name for speaker in side.speakers] for side in claim.sides]


def test_a_rejected_statement_contests_nothing_until_that_is_undone(filled: RecordStore) -> None:
    before = contested(filled)
    assert [names(claim) for claim in before] == [[["Vladimir Putin"], ["Oleksandr Syrskyi"]]]
    made = filled.reviews.reject(statement(KYIV), **ADA)
    link_all(filled)
    assert contested(filled) == []
    filled.identities.undo(made.number, **ADA)
    link_all(filled)
    assert contested(filled) == before


def test_a_reassigned_statement_stands_on_its_speakers_side(filled: RecordStore) -> None:
    filled.reviews.reassign(statement(KYIV), "Andrii Sybiha", **ADA)
    link_all(filled)
    assert [names(claim) for claim in contested(filled)] == [[["Vladimir Putin"], ["Andrii Sybiha"]]]
    filled.reviews.reassign(statement(KYIV), "Vladimir Putin", **ADA)
    link_all(filled)
    assert contested(filled) == []


def test_a_statement_is_linked_by_the_words_that_a_person_set(filled: RecordStore) -> None:
    text = reading_of(KYIV).article.text
    start = text.index("were")
    spans = Spans(source=(), cue=(), content=(Span.of(text, start, start + 4),))
    made = filled.reviews.respan(statement(KYIV), spans, **ADA)
    link_all(filled)
    assert contested(filled) == []
    filled.identities.undo(made.number, **ADA)
    link_all(filled)
    assert len(contested(filled)) == 1


def test_no_contest_holds_when_the_claim_gets_another_id(filled: RecordStore) -> None:
    (claim,) = contested(filled)
    made = filled.reviews.no_contest(claim.claim, **ADA)
    assert contested(filled) == []
    assert [one.kind for one in filled.reviews.history(claim.claim)] == ["no_contest"]
    filled.add(page_of(KYIV), reading_of(MOVED, page_of(KYIV), NEWER_PRODUCER))
    link_all(filled)
    (moved,) = filled.connections.claims_of(statement(MOVED))
    assert statement(MOVED) != statement(KYIV)
    assert not moved.contested
    assert contested(filled) == []
    filled.identities.undo(made.number, **ADA)
    assert len(contested(filled)) == 1


def test_what_nobody_disputes_cannot_be_no_contest(filled: RecordStore) -> None:
    filled.reviews.together(statement(PUTIN), statement(OTHER), **ADA)
    filled.reviews.reject(statement(KYIV), **ADA)
    link_all(filled)
    (claim,) = filled.connections.claims_of(statement(OTHER))
    with pytest.raises(UsageError, match="nobody disputes"):
        filled.reviews.no_contest(claim.claim, **ADA)


def test_statements_put_apart_and_together_stay_so_after_their_page_was_read_anew(filled: RecordStore) -> None:
    apart = filled.reviews.apart(statement(PUTIN), statement(KYIV), **ADA)
    filled.reviews.together(statement(KYIV), statement(OTHER), **ADA)
    link_all(filled)
    assert contested(filled) != []  # Syrskyi denies what Ann Lee says, by a person's word
    assert filled.connections.claims_of(statement(PUTIN)) == []
    filled.add(page_of(KYIV), reading_of(MOVED, page_of(KYIV), NEWER_PRODUCER))
    link_all(filled)
    assert filled.connections.claims_of(statement(PUTIN)) == []
    (claim,) = filled.connections.claims_of(statement(MOVED))
    assert {id for side in claim.sides for id in side.statements} == {statement(MOVED), statement(OTHER)}
    filled.identities.undo(apart.number, **ADA)
    link_all(filled)
    assert len(filled.connections.claims_of(statement(PUTIN))) == 1


def test_an_accepted_statement_that_the_machine_lost_keeps_its_side(filled: RecordStore) -> None:
    filled.reviews.accept(statement(KYIV), **ADA)
    empty = dataclasses.replace(KYIV, said=())
    filled.add(page_of(KYIV), reading_of(empty, page_of(KYIV), NEWER_PRODUCER))
    link_all(filled)
    assert [names(claim) for claim in contested(filled)] == [[["Vladimir Putin"], ["Oleksandr Syrskyi"]]]
    assert len(list(filled.statements(StatementFilter(by="Syrskyi")))) == 1
