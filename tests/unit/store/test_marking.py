"""What people say of items and groups outranks what the machine found, and waits for what isn't on the record."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from synthetic.linked import add_story, group_of, keep_groups, link_all
from synthetic.stories import NEWER_PRODUCER, Said, Story, page_of, reading_of

from onrecord.schema import Reading
from onrecord.store import RecordStore, open_store
from onrecord.store.sqlite.marking import (
    ClaimMark,
    PersonLink,
    StoryMark,
    recount_statements,
    set_claim_marks,
    set_person_links,
    set_story_marks,
)
from onrecord.store.sqlite.opening import connect
from onrecord.store.sqlite.writing import transaction

Mark = Callable[[Callable[[sqlite3.Connection], None]], None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


@pytest.fixture
def store(path: Path) -> Iterator[RecordStore]:
    with open_store(path, create=True) as store:
        yield store


@pytest.fixture
def mark(path: Path, store: RecordStore) -> Iterator[Mark]:
    """Do something to the store in a transaction of another connection."""
    connection = connect(path, create=False)

    def marked(work: Callable[[sqlite3.Connection], None]) -> None:
        with transaction(connection):
            work(connection)

    yield marked
    connection.close()


def told(number: int, content: str, *, denied: str = "") -> Story:
    said = [Said(content=(content,), source=f"Person {number}", name=f"Person {number}")]
    lines = [f"Person {number} said {content} there."]
    if denied:
        lines.append(f"Other {number} denied {denied} here.")
        name = f"Other {number}"
        said.append(Said(content=(denied,), cue="denied", source=name, name=name, stance="denies"))
    return Story(headline=f"Story {number}", paragraphs=tuple(lines), said=tuple(said), path=f"{number}.html")


TROOPS = told(1, "troops remain surrounded")
SOLDIERS = told(2, "soldiers stayed encircled")
AGAIN = told(3, "surrounded troops remain")


def first_statement(store: RecordStore, story: Story) -> str:
    return add_story(store, story).attributions[0].id


def together(*ids: str, correction: int = 1) -> PersonLink:
    return PersonLink(ids[0], ids[1], "together", correction)


def apart(*ids: str, correction: int = 1) -> PersonLink:
    return PersonLink(ids[0], ids[1], "apart", correction)


def claims(store: RecordStore, statement: str) -> list[set[str]]:
    """The statements of each claim that a statement is in."""
    return [{id for side in claim.sides for id in side.statements} for claim in store.connections.claims_of(statement)]


# Together and apart


def test_statements_that_a_person_puts_together_are_one_claim(store: RecordStore, mark: Mark) -> None:
    troops, soldiers = first_statement(store, TROOPS), first_statement(store, SOLDIERS)
    link_all(store)
    assert claims(store, troops) == []
    mark(lambda connection: set_person_links(connection, "claims", [together(soldiers, troops)]))
    assert link_all(store).changed == 1
    assert claims(store, troops) == [{troops, soldiers}]
    mark(lambda connection: set_person_links(connection, "claims", []))
    assert link_all(store).changed == 1
    assert claims(store, troops) == []


def test_a_persons_word_waits_for_a_statement_that_comes_later(store: RecordStore, mark: Mark) -> None:
    troops, soldiers = first_statement(store, TROOPS), reading_of(SOLDIERS).attributions[0].id
    mark(lambda connection: set_person_links(connection, "claims", [together(troops, soldiers)]))
    link_all(store)
    assert claims(store, troops) == []
    add_story(store, SOLDIERS)
    link_all(store)
    assert claims(store, troops) == [{troops, soldiers}]


def test_a_persons_word_outlives_a_new_reading(store: RecordStore, mark: Mark) -> None:
    troops, soldiers = first_statement(store, TROOPS), first_statement(store, SOLDIERS)
    mark(lambda connection: set_person_links(connection, "claims", [together(troops, soldiers)]))
    link_all(store)
    store.add(page_of(SOLDIERS), msgspec.structs.replace(reading_of(SOLDIERS), producer=NEWER_PRODUCER))
    link_all(store)
    assert claims(store, troops) == [{troops, soldiers}]


def test_statements_that_a_person_sets_apart_are_not_one_claim(store: RecordStore, mark: Mark) -> None:
    troops, again = first_statement(store, TROOPS), first_statement(store, AGAIN)
    link_all(store)
    assert claims(store, troops) == [{troops, again}]
    mark(lambda connection: set_person_links(connection, "claims", [apart(troops, again)]))
    link_all(store)
    assert claims(store, troops) == []


def test_of_two_words_on_one_pair_the_later_holds(store: RecordStore, mark: Mark) -> None:
    troops, again = first_statement(store, TROOPS), first_statement(store, AGAIN)
    words = [together(troops, again, correction=2), apart(again, troops, correction=1)]
    mark(lambda connection: set_person_links(connection, "claims", words))
    link_all(store)
    assert claims(store, troops) == [{troops, again}]


def test_the_same_word_again_makes_nothing_stale(store: RecordStore, mark: Mark) -> None:
    troops, again = first_statement(store, TROOPS), first_statement(store, AGAIN)
    for _ in range(2):
        mark(lambda connection: set_person_links(connection, "claims", [apart(troops, again)]))
        link_all(store)
    mark(lambda connection: set_person_links(connection, "claims", [apart(troops, again)]))
    assert store.links.stale_components("claims") == []


# Marks of claims


def test_a_claim_with_a_statement_that_a_person_says_disputes_nothing_is_no_contest(
    store: RecordStore, mark: Mark
) -> None:
    statements = [one.id for one in add_story(store, told(1, "all is well", denied="anything is wrong")).attributions]
    stances = ("asserts", "denies")
    keep_groups(store, "claims", group_of("c-000001", "All is well", *zip(statements, stances, strict=True)))
    assert [claim.claim for claim in store.connections.contested()] == ["c-000001"]
    mark(lambda connection: set_claim_marks(connection, [ClaimMark(statements[1], 1)]))
    assert list(store.connections.contested()) == []
    assert not store.connections.claim("c-000001").contested
    mark(lambda connection: set_claim_marks(connection, []))
    assert store.connections.claim("c-000001").contested


# Marks of stories


@pytest.fixture
def carried(store: RecordStore) -> list[Reading]:
    """Three articles that carry one story, the first its origin, and a claim that all of them have."""
    readings = [add_story(store, told(number, "all is well", denied="anything is wrong")) for number in range(3)]
    pairs = [(one.id, stance) for reading in readings for one, stance in
             zip(reading.attributions, ("asserts", "denies"), strict=True)]  # fmt: skip
    roles = ("origin", "copy", "version")
    articles = [(reading.article.id, role) for reading, role in zip(readings, roles, strict=True)]
    keep_groups(store, "claims", group_of("c-000001", "All is well", *pairs))
    keep_groups(store, "stories", group_of("w-000001", "Story 0", *articles, open=False))
    return readings


def carriers(store: RecordStore) -> list[tuple[str, str]]:
    return [(one.article.id, one.relation) for one in store.connections.story("w-000001").carriers]


def origins(store: RecordStore) -> list[int]:
    return [side.origins for side in store.connections.claim("c-000001").sides]


def test_a_story_begins_where_a_person_says(store: RecordStore, mark: Mark, carried: list[Reading]) -> None:
    first, second, third = (reading.article.id for reading in carried)
    mark(lambda connection: set_story_marks(connection, [StoryMark(second, "origin", 1)]))
    shown = carriers(store)
    assert shown[0] == (second, "origin")
    # All three are the same paper's, so what the machine took for the origin is a version of what is.
    assert sorted(shown[1:]) == sorted([(first, "version"), (third, "version")])
    mark(lambda connection: set_story_marks(connection, []))
    assert carriers(store)[0] == (first, "origin")


def test_an_article_that_is_no_copy_is_an_origin_of_its_own(
    store: RecordStore, mark: Mark, carried: list[Reading]
) -> None:
    first, second, third = (reading.article.id for reading in carried)
    assert origins(store) == [1, 1]
    mark(lambda connection: set_story_marks(connection, [StoryMark(second, "no_copy", 1)]))
    assert origins(store) == [2, 2]
    assert store.connections.story_of(second) is None
    assert [id for id, _ in carriers(store)] == [first, third]


def test_a_story_with_one_carrier_left_is_none(store: RecordStore, mark: Mark, carried: list[Reading]) -> None:
    first, *others = (reading.article.id for reading in carried)
    marks = [StoryMark(article, "no_copy", 1) for article in others]
    mark(lambda connection: set_story_marks(connection, marks))
    assert store.connections.story_of(first) is None
    assert list(store.connections.stories()) == []
    mark(lambda connection: set_story_marks(connection, marks[:1]))
    assert [story.id for story in store.connections.stories()] == ["w-000001"]


def test_contested_claims_are_listed_by_the_origins_that_people_left(
    store: RecordStore, mark: Mark, carried: list[Reading]
) -> None:
    others = [add_story(store, told(number, "prices fell", denied="prices fell")) for number in (7, 8)]
    pairs = [(one.id, stance) for reading in others for one, stance in
             zip(reading.attributions, ("asserts", "denies"), strict=True)]  # fmt: skip
    keep_groups(store, "claims", group_of("c-000002", "Prices fell", *pairs))
    assert [claim.claim for claim in store.connections.contested()] == ["c-000002", "c-000001"]
    marks = [StoryMark(reading.article.id, "no_copy", 1) for reading in carried]
    mark(lambda connection: set_story_marks(connection, marks))
    assert [claim.claim for claim in store.connections.contested()] == ["c-000001", "c-000002"]


# Rejected statements


def reject(connection: sqlite3.Connection, statement: str) -> None:
    """What a review's migration does: the view leaves out what was rejected, and linking is told."""
    connection.execute("DROP VIEW counted_statements")
    connection.execute(
        f"CREATE VIEW counted_statements AS SELECT number, id, article, position, day FROM statements"
        f" WHERE id <> '{statement}'"
    )
    recount_statements(connection, [statement])


def test_a_rejected_statement_counts_nowhere(store: RecordStore, mark: Mark) -> None:
    troops, again = first_statement(store, TROOPS), first_statement(store, AGAIN)
    link_all(store)
    mark(lambda connection: reject(connection, again))
    assert claims(store, troops) == [{troops}]
    assert claims(store, again) == []
    link_all(store)
    assert claims(store, troops) == []


def test_a_contest_that_rested_on_a_rejected_statement_is_none(store: RecordStore, mark: Mark) -> None:
    statements = [one.id for one in add_story(store, told(1, "all is well", denied="anything is wrong")).attributions]
    stances = ("asserts", "denies")
    keep_groups(store, "claims", group_of("c-000001", "All is well", *zip(statements, stances, strict=True)))
    mark(lambda connection: reject(connection, statements[1]))
    assert list(store.connections.contested()) == []
