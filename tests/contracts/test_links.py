"""What every store does for linking across articles."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest
from synthetic.linked import group_of
from synthetic.stories import KURSK, NEWER_PRODUCER, OSLO, Story, page_of, reading_of

from onrecord.errors import SourceNotFound
from onrecord.schema import Group, Item, Link, Reading
from onrecord.store import ComponentAnswer, RecordStore

PART = "stories"
WAR, TALKS, WEATHER = 11, -(2**63), 2**63 - 1


def wire(number: int, published: str | None = "2025-03-19") -> Story:
    return Story(
        headline=f"Story {number}", paragraphs=(f"This is story {number}.",), said=(), published=published,
        path=f"{number}.html",
    )  # fmt: skip


def add(store: RecordStore, story: Story, *keys: int, part: str = PART) -> str:
    """Add an article that is an item itself; return its id."""
    reading = reading_of(story)
    store.add(page_of(story), reading)
    id = reading.article.id
    store.links.keep_items(part, "1", [(id, [Item(id=id, article=id, keys=keys, facts=story.headline.encode())])])
    return id


def same(first: str, second: str) -> Link:
    return Link(*sorted((first, second)), "same", 0.8)


def ids(items: Sequence[Item]) -> list[str]:
    return [item.id for item in items]


def only_stale(store: RecordStore) -> int:
    (number,) = store.links.stale_components(PART)
    return number


def answer(store: RecordStore, *groups: Group) -> int:
    """Look at the only stale component and answer it with these groups."""
    component = store.links.component(PART, only_stale(store))
    return store.links.keep_groups(PART, [ComponentAnswer(component.number, groups)])


@pytest.fixture
def three(store: RecordStore) -> tuple[RecordStore, list[str]]:
    """Three articles: the first two share a key, the last two another."""
    keys = ((WAR,), (WAR, TALKS), (TALKS, WEATHER))
    return store, [add(store, wire(number), *some) for number, some in enumerate(keys)]


# Items


def test_an_article_is_seen_once_by_a_parts_rules(store: RecordStore) -> None:
    store.add(page_of(KURSK), reading_of(KURSK))
    assert list(store.links.unseen(PART, "1")) == [reading_of(KURSK)]
    store.links.keep_items(PART, "1", [(reading_of(KURSK).article.id, [])])
    assert list(store.links.unseen(PART, "1")) == []
    assert list(store.links.unseen(PART, "2")) == [reading_of(KURSK)]
    assert list(store.links.unseen("claims", "1")) == [reading_of(KURSK)]


def test_items_wait_in_the_order_of_article_and_id_until_they_are_linked(three: tuple[RecordStore, list[str]]) -> None:
    store, articles = three
    assert store.links.unlinked(PART) == sorted(articles)
    store.links.keep_links(PART, articles[:1], [])
    assert store.links.unlinked(PART) == sorted(articles[1:])
    assert store.links.unlinked("claims") == []


def test_neighbours_share_a_key_and_come_as_they_were_put_in(three: tuple[RecordStore, list[str]]) -> None:
    store, (first, second, third) = three
    item, others = store.links.neighbours(PART, second)
    assert item == Item(id=second, article=second, keys=(WAR, TALKS), facts=b"Story 1")
    assert ids(others) == sorted([first, third])
    assert ids(store.links.neighbours(PART, first)[1]) == [second]


def test_items_of_one_article_are_neighbours(store: RecordStore) -> None:
    article = add(store, wire(1))
    items = [Item(id=f"s-{number}", article=article, keys=(WAR,), facts=b"") for number in range(2)]
    store.links.keep_items(PART, "1", [(article, items)])
    assert store.links.neighbours(PART, "s-0") == (items[0], [items[1]])


def test_a_part_knows_nothing_of_another_parts_items(store: RecordStore) -> None:
    first = add(store, wire(1), WAR)
    add(store, wire(2), WAR, part="claims")
    assert store.links.neighbours(PART, first)[1] == []


def test_an_item_that_went_has_no_neighbours(store: RecordStore) -> None:
    with pytest.raises(SourceNotFound):
        store.links.neighbours(PART, "a-gone")


def test_items_of_an_article_that_went_are_not_kept(store: RecordStore) -> None:
    gone = Item(id="a-gone", article="a-gone", keys=(WAR,), facts=b"")
    store.links.keep_items(PART, "1", [("a-gone", [gone])])
    assert store.links.unlinked(PART) == []


def test_under_a_key_of_very_many_items_one_meets_the_nearest_in_time(store: RecordStore) -> None:
    days = [
        f"{year}-{month:02}-{day:02}" for year in (2023, 2024, 2025) for month in range(1, 13) for day in (3, 9, 20)
    ]
    stories = [wire(number, days[number % len(days)]) for number in range(720)]
    readings = {day: [reading_of(story) for story in stories if story.published == day] for day in days}
    for story in reversed(stories):  # not in the order of time
        add(store, story, WAR)
    middle = readings[days[54]][0].article.id
    met = store.links.neighbours(PART, middle)[1]
    assert len(met) == 600
    near = {reading.article.id for day in days[12:97] for reading in readings[day]} - {middle}
    far = {reading.article.id for day in (*days[:8], *days[104:]) for reading in readings[day]}
    assert near <= set(ids(met))
    assert not far & set(ids(met))


def test_an_article_without_a_date_has_neighbours_too(store: RecordStore) -> None:
    dated, undated = add(store, wire(1), WAR), add(store, wire(2, None), WAR)
    assert ids(store.links.neighbours(PART, undated)[1]) == [dated]


def test_a_call_that_fails_leaves_nothing_behind(store: RecordStore) -> None:
    good, bad = reading_of(KURSK).article.id, reading_of(OSLO).article.id
    for story in (KURSK, OSLO):
        store.add(page_of(story), reading_of(story))
    items = [Item(id=id, article=id, keys=(key,), facts=b"") for id, key in ((good, WAR), (bad, 2**63))]
    with pytest.raises(OverflowError):
        store.links.keep_items(PART, "1", [(item.article, [item]) for item in items])
    assert store.links.unlinked(PART) == []
    assert len(list(store.links.unseen(PART, "1"))) == 2


# Links and components


def test_what_links_join_is_one_stale_component(three: tuple[RecordStore, list[str]]) -> None:
    store, (first, second, third) = three
    links = [same(first, second), same(second, third)]
    store.links.keep_links(PART, [first, second, third], links)
    component = store.links.component(PART, only_stale(store))
    assert ids(component.items) == sorted([first, second, third])
    assert component.links == sorted(links)


def test_an_item_without_links_is_a_component_of_its_own(three: tuple[RecordStore, list[str]]) -> None:
    store, articles = three
    store.links.keep_links(PART, articles, [])
    components = [store.links.component(PART, number) for number in store.links.stale_components(PART)]
    assert sorted(ids(component.items) for component in components) == [[id] for id in sorted(articles)]


def test_a_later_link_joins_components_that_were_answered(three: tuple[RecordStore, list[str]]) -> None:
    store, (first, second, third) = three
    store.links.keep_links(PART, [first, second], [same(first, second)])
    assert answer(store, group_of("w-000001", "One", (first, "origin"), (second, "copy"))) == 1
    assert store.links.stale_components(PART) == []
    store.links.keep_links(PART, [third], [same(second, third)])
    component = store.links.component(PART, only_stale(store))
    assert ids(component.items) == sorted([first, second, third])
    assert component.links == sorted([same(first, second), same(second, third)])


def test_a_link_to_what_is_not_linked_itself_yet_holds(three: tuple[RecordStore, list[str]]) -> None:
    store, (first, second, third) = three
    store.links.keep_links(PART, [first], [same(first, second)])
    assert store.links.unlinked(PART) == sorted([second, third])
    store.links.keep_links(PART, [second, third], [same(second, third)])
    assert len(store.links.component(PART, only_stale(store)).items) == 3


def test_a_link_to_an_item_that_went_is_dropped(three: tuple[RecordStore, list[str]]) -> None:
    store, (first, *_) = three
    store.links.keep_links(PART, [first, "a-gone"], [same(first, "a-gone")])
    assert store.links.component(PART, only_stale(store)).links == []


def test_a_link_keeps_which_way_it_goes(three: tuple[RecordStore, list[str]]) -> None:
    store, articles = three
    origin, copy, _ = sorted(articles)
    store.links.keep_links(PART, articles, [Link(copy, origin, "copy", 0.7)])
    assert Link(copy, origin, "copy", 0.7) in [
        link for number in store.links.stale_components(PART) for link in store.links.component(PART, number).links
    ]


def test_a_component_that_does_not_exist_is_empty(store: RecordStore) -> None:
    component = store.links.component(PART, 12)
    assert (list(component.items), list(component.links)) == ([], [])


# Groups


def test_the_same_answer_again_changes_nothing(three: tuple[RecordStore, list[str]]) -> None:
    store, (first, second, third) = three
    store.links.keep_links(PART, [first, second], [same(first, second)])
    group = group_of("w-000001", "One", (first, "origin"), (second, "copy"))
    answer(store, group)
    store.links.keep_links(PART, [third], [same(second, third)])
    assert answer(store, group) == 0
    assert store.links.stale_components(PART) == []


def test_groups_that_came_went_or_changed_are_counted(three: tuple[RecordStore, list[str]]) -> None:
    store, (first, second, third) = three
    store.links.keep_links(PART, [first, second], [same(first, second)])
    answer(store, group_of("w-000001", "One", (first, "origin"), (second, "copy")))
    store.links.keep_links(PART, [third], [same(second, third)])
    one = group_of("w-000001", "One", (first, "origin"), (second, "version"))
    other = group_of("w-000002", "Other", (third, "origin"), (second, "copy"))
    assert answer(store, one, other) == 2


def test_a_component_that_changed_while_it_was_looked_at_stays_stale(three: tuple[RecordStore, list[str]]) -> None:
    store, (first, second, third) = three
    store.links.keep_links(PART, [first, second], [same(first, second)])
    component = store.links.component(PART, only_stale(store))
    store.links.keep_links(PART, [third], [same(second, third)])
    group = group_of("w-000001", "One", (first, "origin"), (second, "copy"))
    store.links.keep_groups(PART, [ComponentAnswer(component.number, [group])])
    assert len(store.links.component(PART, only_stale(store)).items) == 3


def test_an_answer_to_a_component_that_was_joined_with_another_is_let_go(three: tuple[RecordStore, list[str]]) -> None:
    store, (first, second, third) = three
    store.links.keep_links(PART, [first], [])
    alone = store.links.component(PART, only_stale(store)).number
    store.links.keep_links(PART, [second, third], [same(second, third)])
    store.links.keep_links(PART, [first], [same(first, second)])
    (left,) = store.links.stale_components(PART)
    assert left != alone
    assert (
        store.links.keep_groups(PART, [ComponentAnswer(alone, [group_of("w-000001", "One", (first, "origin"))])]) == 0
    )
    assert store.links.stale_components(PART) == [left]


# Articles that go


def reread(store: RecordStore, story: Story) -> Reading:
    """Read the story's page anew: the article is the same, everything that followed from it is made again."""
    reading = msgspec.structs.replace(reading_of(story, producer=NEWER_PRODUCER), attributions=())
    store.add(page_of(story), reading)
    return reading


def test_a_page_read_anew_loses_its_items_and_is_unseen_again(three: tuple[RecordStore, list[str]]) -> None:
    store, (first, second, third) = three
    links = [same(first, second), same(second, third)]
    store.links.keep_links(PART, [first, second, third], links)
    answer(store, group_of("w-000001", "One", (first, "origin"), (second, "copy"), (third, "copy")))
    reading = reread(store, wire(1))
    component = store.links.component(PART, only_stale(store))
    assert ids(component.items) == sorted([first, third])
    assert component.links == []
    assert list(store.links.unseen(PART, "1")) == [reading]
    assert store.links.neighbours(PART, first)[1] == []


def test_a_component_goes_with_its_last_item(store: RecordStore) -> None:
    first = add(store, wire(1), WAR)
    store.links.keep_links(PART, [first], [])
    answer(store, group_of("w-000001", "One", (first, "origin")))
    reread(store, wire(1))
    assert store.links.stale_components(PART) == []
    with pytest.raises(SourceNotFound):
        store.connections.story("w-000001")


def test_new_rules_make_an_articles_items_anew(three: tuple[RecordStore, list[str]]) -> None:
    store, (first, second, third) = three
    store.links.keep_links(PART, [first, second, third], [same(first, second)])
    items = [Item(id=second, article=second, keys=(WEATHER,), facts=b"new")]
    store.links.keep_items(PART, "2", [(second, items)])
    assert store.links.unlinked(PART) == [second]
    assert store.links.neighbours(PART, first)[1] == []
    assert ids(store.links.neighbours(PART, second)[1]) == [third]


def test_items_of_statements_and_of_articles_stand_side_by_side(store: RecordStore) -> None:
    oslo = reading_of(OSLO)
    store.add(page_of(OSLO), oslo)
    statements = [Item(id=one.id, article=oslo.article.id, keys=(TALKS,), facts=b"") for one in oslo.attributions]
    store.links.keep_items("claims", "1", [(oslo.article.id, statements)])
    add(store, OSLO, TALKS)
    assert store.links.unlinked("claims") == sorted(one.id for one in oslo.attributions)
    assert store.links.unlinked(PART) == [oslo.article.id]
