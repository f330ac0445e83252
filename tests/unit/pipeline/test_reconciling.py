"""Reconciling over a store: incremental, repeatable, safe to kill; what people say against it outlives everything."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from synthetic.stories import KURSK, NEWER_PRODUCER, OSLO, Said, Story, page_of, reading_of

from onrecord.errors import SourceNotFound, UsageError
from onrecord.pipeline.reconciling import Reconciliation, reconcile, reconcile_in_steps
from onrecord.schema import Speaker
from onrecord.speakers import identify
from onrecord.store import BlockAnswer, RecordStore, StatementFilter, open_store


def story(name: str, words: str, *, role: str | None = None, published: str = "2024-03-05") -> Story:
    """One paragraph in which somebody says something."""
    return Story(
        headline=f"{name} on {words}", published=published, path=f"{words}.html",
        paragraphs=(f"{name} said that {words} matter.",),
        said=(Said(content=(f"{words} matter",), source=name, name=name, role=role),),
    )  # fmt: skip


BIDEN = story("Joe Biden", "schools", role="President")
LEGAL = story("Joseph R. Biden, Jr.", "bridges", role="President")
HUNTER = story("Hunter Biden", "paintings", role="artist")
STORIES = (BIDEN, LEGAL, HUNTER, KURSK, OSLO)


@pytest.fixture
def store(tmp_path: Path) -> RecordStore:
    return open_store(tmp_path / "record.db", create=True)


def add(store: RecordStore, *stories: Story) -> None:
    for one in stories:
        store.add(page_of(one), reading_of(one))


def names(store: RecordStore) -> list[str]:
    return sorted(speaker.name for speaker in store.speakers())


def speaker(store: RecordStore, name: str) -> Speaker:
    (found,) = (one for one in store.speakers() if one.name == name)
    return found


def said(store: RecordStore, by: str) -> list[str]:
    return sorted(one.attribution.content[0].text for one in store.statements(StatementFilter(by=by)))


def picture(store: RecordStore) -> list[object]:
    return [list(store.speakers()), list(store.statements()), store.counts(), store.identities.corrections()]


def test_until_it_is_reconciled_the_record_shows_what_the_articles_say(store: RecordStore) -> None:
    add(store, BIDEN, LEGAL)
    assert names(store) == ["Joe Biden", "Joseph R. Biden, Jr."]
    assert said(store, "Joe Biden") == ["schools matter"]


def test_one_speaker_under_two_names_is_found_by_either(store: RecordStore) -> None:
    add(store, *STORIES)
    reconcile(store)
    assert names(store).count("Joe Biden") + names(store).count("Joseph R. Biden, Jr.") == 1
    for name in ("Joe Biden", "Joseph R. Biden, Jr.", "joseph r biden"):
        assert said(store, name) == ["bridges matter", "schools matter"]
    assert said(store, "Biden") == ["bridges matter", "paintings matter", "schools matter"]


def test_a_speaker_has_the_aliases_roles_and_days_of_all_articles(store: RecordStore) -> None:
    add(store, BIDEN, dataclasses.replace(LEGAL, published="2024-04-01"))
    reconcile(store)
    (found,) = store.speakers()
    assert {found.name, *found.aliases} >= {"Joe Biden", "Joseph R. Biden, Jr."}
    assert (found.statements, found.first, found.last, found.roles) == (2, "2024-03-05", "2024-04-01", ("President",))


def test_statements_name_the_speaker_across_articles(store: RecordStore) -> None:
    add(store, BIDEN, LEGAL)
    reconcile(store)
    (found,) = store.speakers()
    assert {one.speaker_ids for one in store.statements()} == {(found.id,)}
    assert list(store.statements(StatementFilter(speaker=found.id[:12]))) == list(store.statements())


def test_an_id_as_read_leads_to_whoever_it_is_now(store: RecordStore) -> None:
    add(store, BIDEN, LEGAL)
    before = [one.id for one in store.speakers()]
    reconcile(store)
    (found,) = store.speakers()
    assert {store.show(id) for id in before} == {found}


def test_reconciling_twice_changes_nothing(store: RecordStore) -> None:
    add(store, *STORIES)
    assert reconcile(store).articles == len(STORIES)
    before = picture(store)
    assert reconcile(store) == Reconciliation()
    assert picture(store) == before


def test_only_what_is_new_is_looked_at(store: RecordStore) -> None:
    add(store, *STORIES)
    reconcile(store)
    add(store, story("Ada Holm", "ferries"))
    done = reconcile(store)
    assert (done.articles, done.blocks) == (1, 1)


def test_one_by_one_and_in_any_order_gives_what_all_at_once_gives(tmp_path: Path, store: RecordStore) -> None:
    add(store, *STORIES)
    reconcile(store)
    with open_store(tmp_path / "other.db", create=True) as other:
        for one in reversed(STORIES):
            add(other, one)
            reconcile(other)
        assert list(other.speakers()) == list(store.speakers())


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_stopped_after_any_step_it_goes_on_from_there(tmp_path: Path, store: RecordStore, steps: int) -> None:
    add(store, *STORIES)
    going = reconcile_in_steps(store, Reconciliation())
    for _ in range(steps):
        next(going, None)
    going.close()
    store.close()
    with open_store(tmp_path / "record.db") as again, open_store(tmp_path / "whole.db", create=True) as whole:
        reconcile(again)
        add(whole, *STORIES)
        reconcile(whole)
        assert list(again.speakers()) == list(whole.speakers())


def test_a_page_that_is_read_anew_without_its_speaker_leaves_no_trace(store: RecordStore) -> None:
    add(store, BIDEN, LEGAL)
    reconcile(store)
    page = page_of(LEGAL)
    silent = dataclasses.replace(LEGAL, said=())
    store.add(page, reading_of(silent, page, NEWER_PRODUCER))
    reconcile(store)
    (found,) = store.speakers()
    assert (found.name, found.statements) == ("Joe Biden", 1)
    assert "Joseph R. Biden, Jr." not in found.aliases


def test_what_another_process_adds_meanwhile_is_looked_at_by_the_next_run(tmp_path: Path, store: RecordStore) -> None:
    add(store, BIDEN)
    going = reconcile_in_steps(store, Reconciliation())
    next(going)  # the article is seen, its block not yet answered
    (block,) = store.identities.stale_blocks()
    seen = store.identities.appearances(block)
    with open_store(tmp_path / "record.db") as other:
        add(other, LEGAL)
        next(reconcile_in_steps(other, Reconciliation()))
    found = identify(seen)
    store.identities.keep_answers([BlockAnswer(block, found.identities, found.memberships)])
    assert store.identities.stale_blocks() == [block]
    reconcile(store)
    assert len(names(store)) == 1


def test_evidence_names_rule_score_and_articles(store: RecordStore) -> None:
    add(store, BIDEN, LEGAL)
    reconcile(store)
    (found,) = store.speakers()
    told = {one.name: one for one in store.identities.evidence(found.id)}
    assert set(told) == {"Joe Biden", "Joseph R. Biden, Jr."}
    assert told["Joe Biden"].articles == (reading_of(BIDEN).article.id,)
    assert told["Joe Biden"].rule == "full name"
    assert 0.9 < told["Joe Biden"].score <= 1


# Corrections


def merged(store: RecordStore) -> None:
    kept, other = store.identities.speaker("Joe Biden"), store.identities.speaker("Hunter Biden")
    store.identities.merge(kept, other, who="Ada", because="a test of merging")


def test_a_merge_by_a_person_outranks_the_machine(store: RecordStore) -> None:
    add(store, BIDEN, HUNTER)
    reconcile(store)
    merged(store)
    assert names(store) == ["Joe Biden"]
    assert said(store, "Hunter Biden") == ["paintings matter", "schools matter"]
    (correction,) = store.identities.corrections()
    assert (correction.kind, correction.who, correction.because) == ("merge", "Ada", "a test of merging")
    assert correction.at


def test_a_correction_outlives_reading_anew_and_reconciling_anew(store: RecordStore) -> None:
    add(store, BIDEN, HUNTER)
    reconcile(store)
    merged(store)
    for one in (BIDEN, HUNTER):
        store.add(page_of(one), reading_of(one, producer=NEWER_PRODUCER))
    add(store, LEGAL)
    reconcile(store)
    assert len(names(store)) == 1
    assert said(store, "Hunter Biden") == ["bridges matter", "paintings matter", "schools matter"]


def test_a_correction_that_is_undone_leaves_what_the_machine_said_and_stays_on_the_log(store: RecordStore) -> None:
    add(store, BIDEN, HUNTER)
    reconcile(store)
    before = list(store.speakers())
    merged(store)
    store.identities.undo(1, who="Bo", because="they are two")
    assert list(store.speakers()) == before
    store.identities.undo(2, who="Ada", because="they are one after all")
    assert len(names(store)) == 1
    assert [(one.kind, one.undone_by) for one in store.identities.corrections()] == [
        ("merge", None), ("undo", 3), ("undo", None),
    ]  # fmt: skip


def test_an_undone_correction_cannot_be_undone_again(store: RecordStore) -> None:
    add(store, BIDEN, HUNTER)
    reconcile(store)
    merged(store)
    store.identities.undo(1, who="Bo", because="they are two")
    with pytest.raises(UsageError, match="undone by 2"):
        store.identities.undo(1, who="Bo", because="again")


def test_a_split_by_name_takes_later_articles_too(store: RecordStore) -> None:
    add(store, BIDEN, LEGAL)
    reconcile(store)
    id = store.identities.speaker("Joe Biden")
    store.identities.split(id, names=["Joseph R. Biden, Jr."], who="Ada", because="his father")
    add(store, story("Joseph R. Biden, Jr.", "tunnels", role="President"))
    reconcile(store)
    assert said(store, "Joseph R. Biden, Jr.") == ["bridges matter", "tunnels matter"]
    assert said(store, "Joe Biden") == ["schools matter"]


def test_a_split_by_article_tells_two_people_of_one_name(store: RecordStore) -> None:
    other = story("Joe Biden", "harbours")
    add(store, BIDEN, other)
    reconcile(store)
    id = store.identities.speaker("Joe Biden")
    store.identities.split(id, articles=[reading_of(other).article.id], who="Ada", because="a namesake")
    store.add(page_of(other), reading_of(other, producer=NEWER_PRODUCER))
    reconcile(store)
    assert [(one.name, one.statements) for one in store.speakers()] == [("Joe Biden", 1), ("Joe Biden", 1)]
    with pytest.raises(SourceNotFound, match="may be any of"):
        store.identities.speaker("Joe Biden")


def test_a_split_that_takes_nothing_or_everything_is_refused(store: RecordStore) -> None:
    add(store, BIDEN, LEGAL)
    reconcile(store)
    id = store.identities.speaker("Joe Biden")
    with pytest.raises(UsageError, match="nothing"):
        store.identities.split(id, names=["Ada Holm"], who="Ada", because="a slip")
    with pytest.raises(UsageError, match="everything"):
        store.identities.split(id, names=["Joe Biden", "Joseph R. Biden, Jr."], who="Ada", because="a slip")
    assert store.identities.corrections() == []


def test_a_name_given_by_a_person_is_shown_and_found(store: RecordStore) -> None:
    add(store, BIDEN)
    reconcile(store)
    store.identities.rename(store.identities.speaker("Joe Biden"), "President Løkke", who="Ada", because="a test")
    assert names(store) == ["President Løkke"]
    assert said(store, "lokke") == ["schools matter"]
    assert speaker(store, "President Løkke").aliases[0] in {"Biden", "Joe Biden"}


def test_a_correction_needs_a_person_and_a_reason(store: RecordStore) -> None:
    add(store, BIDEN)
    reconcile(store)
    with pytest.raises(UsageError, match="a person and a reason"):
        store.identities.rename(store.identities.speaker("Joe Biden"), "Joe", who="Ada", because=" ")
