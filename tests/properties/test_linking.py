"""Whatever order articles come in, and wherever linking is stopped, the same groups come out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from synthetic.linked import CLAIMS, add_story, link_all
from synthetic.stories import NEWER_PRODUCER, Said, Story, page_of, reading_of

from onrecord.pipeline.linking import Linking, link_in_steps
from onrecord.store import RecordStore, open_store

WORDS = ("troops1", "border2", "prices3", "budget4", "treaty5", "strike6")
CONTENTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=2, max_size=3, unique=True), min_size=1, max_size=8)
Groups = list[tuple[str, str, tuple[tuple[str, tuple[str, ...]], ...]]]


def story(number: int, words: Sequence[str]) -> Story:
    content = " ".join(words)
    return Story(
        headline=f"Story {number}", paragraphs=(f"Person {number} said {content} is it.",), path=f"{number}.html",
        published=f"2025-03-{1 + number % 9:02}", said=(Said(content=(content,), name=f"Person {number}"),),
    )  # fmt: skip


def groups(store: RecordStore) -> Groups:
    """All claims, with their sides."""
    claims = {claim.claim: claim for one in store.statements() for claim in store.connections.claims_of(one.id)}
    return sorted(
        (claim.claim, claim.wording, tuple((side.stance, tuple(sorted(side.statements))) for side in claim.sides))
        for claim in claims.values()
    )


def at_once(folder: str, stories: Sequence[Story]) -> Groups:
    with open_store(Path(folder) / "record.db", create=True) as store:
        for one in stories:
            add_story(store, one)
        link_all(store)
        return groups(store)


@settings(max_examples=30, deadline=None)
@given(CONTENTS, st.randoms(use_true_random=False), st.integers(1, 4))
def test_groups_do_not_depend_on_the_order_or_the_portions_in_which_articles_came(
    contents: list[list[str]], chance: Random, portion: int
) -> None:
    stories = [story(number, words) for number, words in enumerate(contents)]
    shuffled = list(stories)
    chance.shuffle(shuffled)
    with TemporaryDirectory() as folder, TemporaryDirectory() as other:
        wanted = at_once(folder, stories)
        with open_store(Path(other) / "record.db", create=True) as store:
            for first in range(0, len(shuffled), portion):
                for one in shuffled[first : first + portion]:
                    add_story(store, one)
                link_all(store)
            assert groups(store) == wanted
            assert link_all(store) == Linking()


@settings(max_examples=30, deadline=None)
@given(CONTENTS, st.integers(0, 6))
def test_a_run_that_was_stopped_goes_on_to_the_same_groups(contents: list[list[str]], steps: int) -> None:
    stories = [story(number, words) for number, words in enumerate(contents)]
    with TemporaryDirectory() as folder, TemporaryDirectory() as other:
        wanted = at_once(folder, stories)
        for _ in range(2):
            with open_store(Path(other) / "record.db", create=True) as store:
                for one in stories:
                    add_story(store, one)
                run = link_in_steps(store.links, CLAIMS, Linking())
                for _ in range(steps):
                    next(run, None)
        with open_store(Path(other) / "record.db") as store:
            link_all(store)
            assert groups(store) == wanted


@settings(max_examples=30, deadline=None)
@given(CONTENTS, st.data())
def test_a_page_that_was_read_anew_leaves_what_is_left_as_if_it_had_been_so_from_the_first(
    contents: list[list[str]], data: st.DataObject
) -> None:
    stories = [story(number, words) for number, words in enumerate(contents)]
    emptied = data.draw(st.sampled_from(stories))
    with TemporaryDirectory() as folder, TemporaryDirectory() as other:
        wanted = at_once(folder, [one for one in stories if one is not emptied])
        with open_store(Path(other) / "record.db", create=True) as store:
            for one in stories:
                add_story(store, one)
            link_all(store)
            nothing = msgspec.structs.replace(reading_of(emptied, producer=NEWER_PRODUCER), attributions=())
            store.add(page_of(emptied), nothing)
            link_all(store)
            assert groups(store) == wanted
