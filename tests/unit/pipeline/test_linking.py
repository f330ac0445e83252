"""Linking over a store, with a part that is simple enough to check by hand: statements that share a word are one."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from synthetic.stories import Said, Story, page_of, reading_of

from onrecord.pipeline.linking import Linking, Part, link_in_steps
from onrecord.schema import Group, Link, Member, Reading, attribution_id
from onrecord.store import RecordStore, open_store


class Words(msgspec.Struct, frozen=True):
    id: str
    article: str
    keys: tuple[int, ...]
    words: frozenset[str]


def find(readings: Sequence[Reading]) -> list[list[Words]]:
    return [
        [
            Words(one.id, reading.article.id, tuple(len(word) for word in sorted(words)), words)
            for one in reading.attributions
            if (words := frozenset(one.content[0].text.split()))
        ]
        for reading in readings
    ]


def link(one: Words, others: Sequence[Words]) -> list[Link]:
    pairs = [(min(one.id, other.id), max(one.id, other.id), len(one.words & other.words)) for other in others]
    return [Link(first, second, "same", 1.0) for first, second, shared in pairs if shared]


def group(items: Sequence[Words], links: Sequence[Link]) -> list[Group]:
    members = tuple(Member(item=item.id, role="asserts", score=1.0) for item in sorted(items, key=lambda item: item.id))
    return [Group(id="c-" + members[0].item[2:], about="", members=members)] if links else []


SHARED = Part("claims", "1", Words, find, link, group)


def story(number: int, words: str) -> Story:
    return Story(
        headline=f"Story {number}", path=f"{number}.html", paragraphs=(f"Ada Merrin said {words}.",),
        said=(Said(content=(words,), source="Ada Merrin", name="Ada Merrin"),),
    )  # fmt: skip


STORIES = [story(n, words) for n, words in enumerate(("red blue", "blue green", "green", "amber", "teal amber", "x"))]


@pytest.fixture
def store(tmp_path: Path) -> RecordStore:
    return open_store(tmp_path / "record.db", create=True)


def add(store: RecordStore, stories: Sequence[Story]) -> None:
    for one in stories:
        store.add(page_of(one), reading_of(one))


def run(store: RecordStore, part: Part[Words] = SHARED) -> Linking:
    done = Linking()
    for _ in link_in_steps(store.links, part, done):
        pass
    return done


def groups(store: RecordStore) -> list[set[str]]:
    """The groups as the words that their statements share a component by."""
    said = {statement.id: statement.attribution.content[0].text for statement in store.statements()}
    found = {claim.claim: claim for id in said for claim in store.connections.claims_of(id)}
    return sorted(({said[one] for side in claim.sides for one in side.statements} for claim in found.values()), key=min)


TOGETHER = [{"amber", "teal amber"}, {"red blue", "blue green", "green"}]


def test_what_shares_a_word_directly_or_over_another_is_grouped(store: RecordStore) -> None:
    add(store, STORIES)
    done = run(store)
    assert groups(store) == sorted(TOGETHER, key=min)
    assert (done.articles, done.items) == (6, 6)


def test_a_second_run_has_nothing_to_do(store: RecordStore) -> None:
    add(store, STORIES)
    run(store)
    assert run(store) == Linking()


def test_the_order_of_coming_changes_nothing(tmp_path: Path) -> None:
    for seed in range(5):
        with open_store(tmp_path / f"{seed}.db", create=True) as store:
            stories = random.Random(seed).sample(STORIES, len(STORIES))
            for one in stories:
                add(store, [one])
                run(store)
            assert groups(store) == sorted(TOGETHER, key=min), stories


def test_only_what_is_new_is_looked_at(store: RecordStore) -> None:
    add(store, STORIES[:5])
    run(store)
    looked_at: list[str] = []

    def watched(one: Words, others: Sequence[Words]) -> list[Link]:
        looked_at.append(one.id)
        return link(one, others)

    add(store, STORIES[5:])
    run(store, Part("claims", "1", Words, find, watched, group))
    reading = reading_of(STORIES[5])
    (new,) = reading.attributions
    assert new.id == attribution_id(reading.article.id, new.content, new.cue)
    assert set(looked_at) <= {new.id}


def test_stopped_after_any_step_it_goes_on_to_the_same_end(store: RecordStore) -> None:
    add(store, STORIES)
    for _ in range(10):
        for _ in link_in_steps(store.links, SHARED, Linking()):
            break
    assert groups(store) == sorted(TOGETHER, key=min)


def test_new_rules_look_at_everything_again(store: RecordStore) -> None:
    add(store, STORIES)
    run(store)
    done = run(store, Part("claims", "2", Words, find, lambda one, others: [], group))
    assert done.articles == 6
    assert groups(store) == []


def test_an_article_that_goes_meanwhile_takes_its_items_with_it(store: RecordStore) -> None:
    add(store, STORIES)
    gone = reading_of(STORIES[0]).article.id
    names: list[str] = []

    def forget_one(one: Words, others: Sequence[Words]) -> list[Link]:
        if not names:  # as an `onrecord add` beside this does with a page that it reads anew
            store.links.keep_items("claims", "1", [(gone, [])])
        names.append(one.article)
        return link(one, others)

    run(store, Part("claims", "1", Words, find, forget_one, group))
    assert {"red blue", "blue green", "green"} not in groups(store)
    assert {"amber", "teal amber"} in groups(store)
