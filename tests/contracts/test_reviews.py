"""What people say of statements: shown at once, kept for ever, found again whatever model reads the page next."""

from __future__ import annotations

import dataclasses
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest
from synthetic.stories import KURSK, NEWER_PRODUCER, OSLO, Story, page_of, reading_of

from onrecord.errors import ChangedMeanwhile, SourceNotFound, UsageError
from onrecord.pipeline.reconciling import reconcile
from onrecord.schema import (
    Producer,
    Reading,
    Span,
    Spans,
    Statement,
    speaker_id,
)
from onrecord.store import RecordStore, StatementFilter, open_store

ADA = {"who": "Ada Holm", "because": "read the page"}
BO = {"who": "Bo Lind", "because": "heard the call"}
WELL = "the call went well"
LOSSES = "any losses"
THIRD_PRODUCER = Producer(onrecord="0.3.0", model="onrecord-en 2.0", settings="default")


@pytest.fixture
def filled(store: RecordStore) -> RecordStore:
    for story in (KURSK, OSLO):
        store.add(page_of(story), reading_of(story))
    return store


def contents(store: RecordStore, wanted: StatementFilter = StatementFilter()) -> list[str]:  # noqa: B008, it is frozen
    return [one.attribution.content[0].text for one in store.statements(wanted)]


def found(store: RecordStore, words: str) -> Statement:
    (one,) = (one for one in store.statements(StatementFilter(reviewed="all")) if words in _said(one))
    return one


def _said(statement: Statement) -> str:
    return " … ".join(span.text for span in statement.attribution.content)


def verdict(store: RecordStore, words: str) -> str | None:
    review = found(store, words).review
    return review and review.verdict


def spans(store: RecordStore, statement: Statement, **words: str) -> Spans:
    """The statement's spans with these words in their place."""
    text, now = store.reading(statement.article.id).article.text, statement.attribution
    parts = {"source": now.source, "cue": now.cue, "content": now.content}
    for part, wanted in words.items():
        start = text.index(wanted)
        parts[part] = (Span.of(text, start, start + len(wanted)),)
    return Spans(**parts)


def read_again(
    store: RecordStore,
    story: Story,
    *,
    without: str = "",
    producer: Producer = NEWER_PRODUCER,
    page: Story | None = None,
) -> Reading:
    """Another model reads the page: it finds what the story says, but nothing with these words."""
    reading = reading_of(story, page_of(page or story), producer)
    kept = tuple(one for one in reading.attributions if not without or without not in one.content[0].text)
    reading = msgspec.structs.replace(reading, attributions=kept)
    store.add(page_of(page or story), reading)
    return reading


# Judging


def test_nothing_that_a_machine_proposed_is_shown_as_reviewed(filled: RecordStore) -> None:
    assert {one.review for one in filled.statements()} == {None}
    assert contents(filled, StatementFilter(reviewed="yes")) == []
    assert len(contents(filled, StatementFilter(reviewed="no"))) == 7


def test_an_accepted_statement_says_who_when_and_why(filled: RecordStore) -> None:
    made = filled.reviews.accept(found(filled, WELL).id, **ADA)
    review = found(filled, WELL).review
    assert review is not None
    assert (review.verdict, review.who, review.because) == ("accepted", "Ada Holm", "read the page")
    assert (review.at, review.correction) == (made.at, made.number)
    assert contents(filled, StatementFilter(reviewed="yes")) == [WELL]
    assert found(filled, WELL).attribution == reading_of(KURSK).attributions[0]


def test_a_rejected_statement_is_left_out_of_lists_counts_and_searches(filled: RecordStore) -> None:
    statement = found(filled, WELL)
    filled.reviews.reject(statement.id, **ADA)
    assert WELL not in contents(filled)
    assert contents(filled, StatementFilter(about="call went well")) == []
    assert contents(filled, StatementFilter(by="Peskov")) == []
    assert contents(filled, StatementFilter(speaker=statement.speaker_ids[0])) == []
    assert "Dmitry Peskov" not in {speaker.name for speaker in filled.speakers()}
    assert (filled.counts().statements, filled.counts().speakers) == (6, 3)
    assert contents(filled, StatementFilter(reviewed="rejected")) == [WELL]
    assert len(contents(filled, StatementFilter(reviewed="all"))) == 7


def test_a_rejected_statement_is_still_shown_to_who_asks_for_it_by_id(filled: RecordStore) -> None:
    statement = found(filled, WELL)
    filled.reviews.reject(statement.id, **ADA)
    shown = filled.show(statement.id)
    assert isinstance(shown, Statement)
    assert shown.review is not None
    assert shown.review.verdict == "rejected"


def test_an_article_is_shown_as_people_left_it_and_its_reading_stays_the_machines(filled: RecordStore) -> None:
    filled.reviews.reject(found(filled, WELL).id, **ADA)
    filled.reviews.reassign(found(filled, LOSSES).id, "Zelenskyy", **ADA)
    article = found(filled, LOSSES).article.id
    shown = filled.show(article)
    assert isinstance(shown, Reading)
    assert [one.content[0].text for one in shown.attributions][1:] == [LOSSES, "the talks would go on"]
    assert shown.attributions[1].speakers[0].name == "Volodymyr Zelenskyy"
    assert filled.reading(article) == reading_of(KURSK)


def test_new_spans_are_shown_searched_and_keep_the_statement_id(filled: RecordStore) -> None:
    statement = found(filled, WELL)
    wider = spans(filled, statement, content="on Tuesday that the call went well")
    filled.reviews.respan(statement.id, wider, **ADA)
    now = found(filled, "on Tuesday")
    assert (now.id, now.attribution.content, now.review and now.review.verdict) == (
        statement.id, wider.content, "corrected",
    )  # fmt: skip
    assert contents(filled, StatementFilter(about="tuesday")) == [now.attribution.content[0].text]


def test_new_spans_tell_the_form_anew(filled: RecordStore) -> None:
    statement = found(filled, "The fighting")
    filled.reviews.respan(statement.id, spans(filled, statement, content="Kyiv denied"), **ADA)
    assert found(filled, "Kyiv denied").attribution.form == "indirect"
    filled.reviews.respan(statement.id, spans(filled, statement, content="“and it must end soon.” Kyiv"), **ADA)
    assert found(filled, "Kyiv").attribution.form == "mixed"
    filled.reviews.respan(statement.id, spans(filled, statement, content="“and it must end soon.”"), **ADA)
    assert found(filled, "must end soon").attribution.form == "direct"


def test_a_span_that_is_no_slice_of_the_article_is_refused(filled: RecordStore) -> None:
    statement = found(filled, WELL)
    content = statement.attribution.content[0]
    for wrong in (
        Spans(source=(), cue=(), content=()),
        Spans(source=(), cue=(), content=(Span(0, 5, "Never"),)),
        Spans(source=(), cue=(), content=(Span(10**6, 10**6 + 5, "Never"),)),
        Spans(source=(), cue=(), content=(content, content)),
    ):
        with pytest.raises(UsageError):
            filled.reviews.respan(statement.id, wrong, **ADA)
    assert filled.reviews.history(statement.id) == []


def test_a_statement_is_given_to_a_speaker_of_the_record(filled: RecordStore) -> None:
    statement = found(filled, LOSSES)
    made = filled.reviews.reassign(statement.id, "Volodymyr Zelenskyy", **ADA)
    assert made.names == ("Volodymyr Zelenskyy",)
    assert LOSSES in contents(filled, StatementFilter(by="zelenskyy"))
    assert contents(filled, StatementFilter(by="Ukraine")) == []
    assert LOSSES in contents(filled, StatementFilter(about="losses volodymyr"))
    assert contents(filled, StatementFilter(about="losses government")) == []
    (zelenskyy,) = filled.speakers(by="zelenskyy")
    assert zelenskyy.statements == 3
    assert found(filled, LOSSES).speaker_ids == (zelenskyy.id,)
    assert found(filled, LOSSES).attribution.speakers[0].role == "president of Ukraine"
    assert filled.counts().speakers == 3


def test_a_statement_is_given_to_somebody_new_and_taken_back(filled: RecordStore) -> None:
    before = (list(filled.statements()), list(filled.speakers()), filled.counts())
    made = filled.reviews.reassign(found(filled, LOSSES).id, " Andrii  Sybiha ", **ADA)
    (new,) = filled.speakers(by="sybiha")
    assert (new.id, new.name, new.kind) == (speaker_id("person", "Andrii Sybiha"), "Andrii Sybiha", "person")
    assert contents(filled, StatementFilter(by="Sybiha")) == [LOSSES]
    assert filled.counts().speakers == 4
    filled.identities.undo(made.number, **BO)
    assert list(filled.speakers(by="sybiha")) == []
    assert (list(filled.statements()), list(filled.speakers()), filled.counts()) == before


def test_a_statement_of_nobody_knows_no_speaker(filled: RecordStore) -> None:
    filled.reviews.reassign(found(filled, LOSSES).id, "", **ADA)
    assert found(filled, LOSSES).speaker_ids == ()
    assert found(filled, LOSSES).attribution.speakers == ()


def test_a_reassigned_statement_follows_its_speaker_through_merges_and_renames(filled: RecordStore) -> None:
    reconcile(filled)
    (peskov,) = filled.speakers(by="Peskov")
    filled.reviews.reassign(found(filled, LOSSES).id, peskov.id, **ADA)
    (loekke,) = filled.speakers(by="Løkke")
    merged = filled.identities.merge(loekke.id, peskov.id, **ADA)
    assert found(filled, LOSSES).speaker_ids == (loekke.id,)
    assert len(contents(filled, StatementFilter(speaker=loekke.id))) == 3
    filled.identities.rename(loekke.id, "L. Løkke", **ADA)
    assert LOSSES in contents(filled, StatementFilter(by="L. Løkke"))
    filled.identities.undo(merged.number, **ADA)
    assert found(filled, LOSSES).speaker_ids == (peskov.id,)


def test_reassigning_to_an_id_of_nobody_or_a_name_of_several_changes_nothing(store: RecordStore) -> None:
    for number, kind in enumerate(("person", "organisation")):
        said = (dataclasses.replace(KURSK.said[0], name="Ares Holm", kind=kind),)
        story = dataclasses.replace(KURSK, said=said, headline=f"Story {number}")
        store.add(page_of(story), reading_of(story))
    statement = next(store.statements())
    with pytest.raises(SourceNotFound):
        store.reviews.reassign(statement.id, "p-ffffffffff", **ADA)
    assert store.reviews.history(statement.id) == []


def test_the_last_word_counts(filled: RecordStore) -> None:
    statement = found(filled, WELL)
    filled.reviews.reject(statement.id, **ADA)
    filled.reviews.accept(statement.id, **BO)
    assert verdict(filled, WELL) == "accepted"
    assert WELL in contents(filled)


@pytest.mark.parametrize("by", [{"who": "", "because": "x"}, {"who": "Ada", "because": " "}])
def test_a_judgement_has_a_person_and_a_reason(filled: RecordStore, by: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        filled.reviews.accept(found(filled, WELL).id, **by)


def test_only_a_statement_can_be_judged(filled: RecordStore) -> None:
    with pytest.raises(UsageError, match="not a statement"):
        filled.reviews.accept(found(filled, WELL).article.id, **ADA)
    with pytest.raises(SourceNotFound):
        filled.reviews.accept("s-ffffffffff", **ADA)


# Undoing


def test_everything_is_undone_and_put_in_force_again(filled: RecordStore) -> None:
    before = list(filled.statements())
    statement = found(filled, WELL)
    wider = spans(filled, statement, content="that the call went well")
    made = [
        filled.reviews.accept(statement.id, **ADA),
        filled.reviews.respan(statement.id, wider, **ADA),
        filled.reviews.reassign(statement.id, "Zelenskyy", **ADA),
        filled.reviews.reject(statement.id, **ADA),
    ]
    after = list(filled.statements(StatementFilter(reviewed="all")))
    undos = [filled.identities.undo(one.number, **BO) for one in reversed(made)]
    assert list(filled.statements()) == before
    for undo in reversed(undos):
        filled.identities.undo(undo.number, **BO)
    assert list(filled.statements(StatementFilter(reviewed="all"))) == after


def test_an_undone_correction_leaves_those_before_and_after_it(filled: RecordStore) -> None:
    statement = found(filled, WELL)
    wider = spans(filled, statement, content="that the call went well")
    made = filled.reviews.respan(statement.id, wider, **ADA)
    filled.reviews.reassign(statement.id, "Zelenskyy", **ADA)
    filled.identities.undo(made.number, **BO)
    now = found(filled, WELL)
    assert (now.attribution.content[0].text, now.attribution.speakers[0].name) == (WELL, "Volodymyr Zelenskyy")


# Looking before one speaks


def test_who_looked_before_somebody_spoke_is_told_what_was_said(filled: RecordStore) -> None:
    statement = found(filled, WELL)
    filled.reviews.accept(statement.id, seen=0, **ADA)
    with pytest.raises(ChangedMeanwhile, match=r"Ada Holm accepted this statement on 20.* read the page"):
        filled.reviews.reject(statement.id, seen=0, **BO)
    assert verdict(filled, WELL) == "accepted"
    filled.reviews.reject(statement.id, seen=1, **BO)
    assert verdict(filled, WELL) == "rejected"


def test_an_undo_is_a_change_too_unless_it_brought_back_what_one_saw(filled: RecordStore) -> None:
    statement = found(filled, WELL)
    made = filled.reviews.accept(statement.id, **ADA)
    undo = filled.identities.undo(made.number, **BO)
    with pytest.raises(ChangedMeanwhile, match="Bo Lind undid correction 1"):
        filled.reviews.reject(statement.id, seen=made.number, **ADA)
    filled.reviews.reject(statement.id, seen=0, **ADA)
    assert undo.number == 2


def test_of_two_connections_at_once_the_second_is_told(filled: RecordStore, tmp_path: Path) -> None:
    statement = found(filled, WELL)
    with open_store(tmp_path / "record.db") as other:
        other.reviews.reassign(statement.id, "Zelenskyy", seen=0, **BO)
        with pytest.raises(ChangedMeanwhile, match="Bo Lind reassigned"):
            filled.reviews.reject(statement.id, seen=0, **ADA)
    assert found(filled, WELL).attribution.speakers[0].name == "Volodymyr Zelenskyy"


def test_of_many_at_once_who_all_saw_the_same_one_is_heard(filled: RecordStore, tmp_path: Path) -> None:
    statement = found(filled, WELL)

    def judge(number: int) -> str:
        with open_store(tmp_path / "record.db") as own:
            try:
                own.reviews.reject(statement.id, who=f"Person {number}", because="a race", seen=0)
            except ChangedMeanwhile as told:
                return told.problem.split(" rejected")[0]
            return ""

    with ThreadPoolExecutor(4) as people:
        told = list(people.map(judge, range(8)))
    (made,) = filled.reviews.history(statement.id)
    assert sorted(told) == ["", *[made.who] * 7]


# Read again


def test_judgements_outlive_a_reading_that_finds_the_same(filled: RecordStore) -> None:
    filled.reviews.accept(found(filled, WELL).id, **ADA)
    filled.reviews.reject(found(filled, LOSSES).id, **ADA)
    filled.reviews.reassign(found(filled, "The fighting").id, "Peskov", **ADA)
    before = list(filled.statements(StatementFilter(reviewed="all")))
    read_again(filled, KURSK)
    assert list(filled.statements(StatementFilter(reviewed="all"))) == before


@pytest.mark.parametrize("again", [1, 2])
def test_an_accepted_statement_that_the_machine_no_longer_finds_is_still_shown(filled: RecordStore, again: int) -> None:
    before = found(filled, WELL)
    filled.reviews.accept(before.id, **ADA)
    for producer in (NEWER_PRODUCER, THIRD_PRODUCER)[:again]:
        read_again(filled, KURSK, without=WELL, producer=producer)
    assert found(filled, WELL) == before_with_review(before, found(filled, WELL))
    assert WELL in contents(filled, StatementFilter(by="Peskov"))
    assert filled.counts().statements == 7
    filled.identities.undo(1, **ADA)
    assert WELL not in contents(filled, StatementFilter(reviewed="all"))
    assert filled.counts().statements == 6
    assert list(filled.speakers(by="Peskov")) == []


def before_with_review(before: Statement, now: Statement) -> Statement:
    return msgspec.structs.replace(before, review=now.review)


def test_a_respanned_and_reassigned_statement_is_shown_though_the_machine_lost_it(filled: RecordStore) -> None:
    statement = found(filled, LOSSES)
    filled.reviews.respan(statement.id, spans(filled, statement, content="denied any losses"), **ADA)
    filled.reviews.reassign(statement.id, "Peskov", **ADA)
    before = found(filled, LOSSES)
    read_again(filled, KURSK, without=LOSSES)
    assert found(filled, LOSSES) == before


def test_a_rejected_statement_that_the_machine_lost_is_rejected_when_it_comes_back(
    filled: RecordStore,
) -> None:
    filled.reviews.reject(found(filled, WELL).id, **ADA)
    read_again(filled, KURSK, without=WELL)
    assert WELL not in contents(filled, StatementFilter(reviewed="all"))
    read_again(filled, KURSK, producer=THIRD_PRODUCER)
    assert verdict(filled, WELL) == "rejected"


def otherwise(story: Story, words: str, **changed: object) -> Story:
    """The story as a model reads it that takes one statement otherwise."""
    said = tuple(dataclasses.replace(one, **changed) if words in one.content[0] else one for one in story.said)
    return dataclasses.replace(story, said=said)


def test_a_statement_found_with_other_spans_is_the_same_one(filled: RecordStore) -> None:
    accepted, rejected = found(filled, WELL), found(filled, LOSSES)
    filled.reviews.accept(accepted.id, **ADA)
    filled.reviews.reject(rejected.id, **ADA)
    wider = otherwise(
        otherwise(KURSK, WELL, content=("on Tuesday that the call went well",)), LOSSES, content=("losses",)
    )
    read_again(filled, wider)
    assert verdict(filled, "losses") == "rejected"
    assert found(filled, WELL).attribution.content == accepted.attribution.content  # as it was accepted
    assert filled.counts().statements == 6


def test_a_link_to_a_statement_leads_to_it_after_its_page_was_read_otherwise(filled: RecordStore) -> None:
    before = found(filled, WELL)
    filled.reviews.accept(before.id, **ADA)
    read_again(filled, otherwise(KURSK, WELL, content=("on Tuesday that the call went well",)))
    now = found(filled, WELL)
    assert now.id != before.id
    assert filled.show(before.id) == now
    assert [one.number for one in filled.reviews.history(now.id)] == [1]
    assert filled.reviews.reject(before.id, seen=1, **BO).places[0].statement == now.id
    assert verdict(filled, WELL) == "rejected"


def test_another_statement_beside_a_rejected_one_is_not_rejected(filled: RecordStore) -> None:
    filled.reviews.reject(found(filled, "The fighting").id, **ADA)
    nested = otherwise(KURSK, "The fighting", content=("Kursk",), cue="denied")
    read_again(filled, nested)
    assert verdict(filled, "Kursk") is None


def moved(story: Story) -> Story:
    """The story as a later extraction has it: a line above it that had been left out, and straight marks."""
    text = tuple(one.replace("“", '"').replace("”", '"') for one in story.paragraphs)
    said = tuple(
        dataclasses.replace(one, content=tuple(part.replace("“", '"').replace("”", '"') for part in one.content))
        for one in story.said
    )
    return dataclasses.replace(story, paragraphs=("The leaders said they had a call.", *text), said=said)


def test_judgements_follow_the_words_when_the_article_text_has_moved(filled: RecordStore) -> None:
    quoted = found(filled, "The fighting")
    filled.reviews.accept(quoted.id, **ADA)
    filled.reviews.reject(found(filled, LOSSES).id, **ADA)
    filled.reviews.respan(
        found(filled, WELL).id, spans(filled, found(filled, WELL), content="that the call went well"), **ADA
    )
    reading = read_again(filled, moved(KURSK), page=KURSK, without="The fighting")
    assert reading.article.id != quoted.article.id
    now = found(filled, "The fighting")
    assert [span.text for span in now.attribution.content] == [
        '"The fighting in Kursk must end,"',
        '"and it must end soon."',
    ]
    assert all(span.shows(reading.article.text) for span in now.attribution.spans)
    assert reading.article.text[now.attribution.cue[0].start :].startswith("said on Tuesday")  # not "leaders said"
    assert [verdict(filled, words) for words in ("The fighting", LOSSES, WELL)] == ["accepted", "rejected", "corrected"]
    assert found(filled, WELL).attribution.content[0].text == "that the call went well"


def test_a_correction_whose_words_are_gone_waits_until_they_are_back(filled: RecordStore) -> None:
    filled.reviews.accept(found(filled, LOSSES).id, **ADA)
    without = dataclasses.replace(
        KURSK, paragraphs=(KURSK.paragraphs[0], *KURSK.paragraphs[2:]), said=(KURSK.said[0], KURSK.said[3])
    )
    read_again(filled, without, page=KURSK)
    assert LOSSES not in contents(filled)
    assert [one.number for one in filled.reviews.history(reading_of(KURSK).attributions[2].id)] == [1]
    read_again(filled, KURSK, producer=THIRD_PRODUCER)
    assert verdict(filled, LOSSES) == "accepted"


def test_what_was_accepted_in_other_words_is_not_shown_as_accepted(filled: RecordStore) -> None:
    filled.reviews.accept(found(filled, LOSSES).id, **ADA)
    paragraphs = tuple(
        text.replace("Kyiv denied any losses", "Kyiv played down any losses") for text in KURSK.paragraphs
    )
    changed = otherwise(dataclasses.replace(KURSK, paragraphs=paragraphs), LOSSES, cue="played down")
    read_again(filled, changed, page=KURSK)
    assert verdict(filled, LOSSES) is None


def test_speakers_reconciled_before_stay_so_when_a_statement_is_corrected(filled: RecordStore) -> None:
    reconcile(filled)
    before = list(filled.speakers())
    made = filled.reviews.respan(
        found(filled, WELL).id, spans(filled, found(filled, WELL), content="that the call went well"), **ADA
    )
    assert list(filled.speakers()) == before
    filled.identities.undo(made.number, **ADA)
    assert list(filled.speakers()) == before
    assert reconcile(filled).articles == 0


# Asking what was said


def test_the_history_of_a_statement_has_its_undos(filled: RecordStore) -> None:
    statement = found(filled, WELL)
    made = filled.reviews.accept(statement.id, **ADA)
    other = filled.reviews.accept(found(filled, LOSSES).id, **ADA)
    undo = filled.identities.undo(made.number, **BO)
    again = filled.identities.undo(undo.number, **BO)
    assert [one.number for one in filled.reviews.history(statement.id)] == [made.number, undo.number, again.number]
    assert [one.undone_by for one in filled.reviews.history(statement.id)] == [None, again.number, None]
    numbers = [made.number, other.number, undo.number, again.number]
    assert [one.number for one in filled.reviews.history(statement.article.id)] == numbers
    assert filled.reviews.history(found(filled, "The fighting").id) == []
    assert [one.number for one in filled.identities.corrections()] == numbers


def test_the_history_of_a_speaker_has_what_was_given_to_them(filled: RecordStore) -> None:
    reconcile(filled)
    (peskov,) = filled.speakers(by="Peskov")
    filled.identities.rename(peskov.id, "D. Peskov", **ADA)
    filled.reviews.reassign(found(filled, LOSSES).id, peskov.id, **ADA)
    filled.reviews.accept(found(filled, WELL).id, **ADA)
    assert [one.kind for one in filled.reviews.history(peskov.id)] == ["rename", "reassign"]


def test_the_queue_names_what_nobody_judged_the_least_sure_first(store: RecordStore) -> None:
    reading = reading_of(KURSK)
    scored = tuple(
        msgspec.structs.replace(one, score=score)
        for one, score in zip(reading.attributions, (0.9, 0.5, 0.7, 0.6), strict=True)
    )
    store.add(page_of(KURSK), msgspec.structs.replace(reading, attributions=scored))
    first, second, third, fourth = (one.id for one in scored)
    assert list(store.reviews.queue()) == [second, fourth, third, first]
    store.reviews.reject(fourth, **ADA)
    assert list(store.reviews.queue(limit=2)) == [second, third]
    with pytest.raises(UsageError):
        store.reviews.queue(limit=0)


# Claims and stories


def test_the_marks_of_claims_and_stories_are_in_the_log_and_can_be_undone(filled: RecordStore) -> None:
    one, other = found(filled, WELL), found(filled, LOSSES)
    made = [
        filled.reviews.together(one.id, other.id, **ADA), filled.reviews.apart(one.id, other.id, **ADA),
        filled.reviews.origin(one.article.id, **ADA), filled.reviews.no_copy(one.article.id, **ADA),
    ]  # fmt: skip
    assert [correction.kind for correction in filled.identities.corrections()] == [
        "together",
        "apart",
        "origin",
        "no_copy",
    ]
    assert [place.statement for place in made[0].places] == [one.id, other.id]
    assert made[2].places[0].statement is None
    assert verdict(filled, WELL) is None
    for correction in made:
        filled.identities.undo(correction.number, **BO)
    with pytest.raises(UsageError, match="one statement"):
        filled.reviews.together(one.id, one.id, **ADA)
    with pytest.raises(UsageError, match="not an article"):
        filled.reviews.origin(one.id, **ADA)


# Carrying corrections over


def test_a_log_is_carried_over_once_and_waits_for_pages_that_come_later(filled: RecordStore, tmp_path: Path) -> None:
    reconcile(filled)
    filled.reviews.reject(found(filled, WELL).id, **ADA)
    made = filled.reviews.reassign(found(filled, LOSSES).id, "Peskov", **ADA)
    filled.reviews.respan(
        found(filled, "any losses").id, spans(filled, found(filled, LOSSES), content="denied any losses"), **BO
    )
    undo = filled.identities.undo(made.number, **BO)
    filled.identities.undo(undo.number, **BO)
    filled.reviews.accept(found(filled, "the invitation").id, **ADA)
    log = filled.identities.corrections()
    with open_store(tmp_path / "other.db", create=True) as other:
        other.add(page_of(OSLO), reading_of(OSLO))
        other.reviews.accept(found(other, "nothing was agreed").id, **BO)
        first = other.reviews.take_over(log)
        assert (first.taken, first.known, first.waiting) == (6, 0, 3)
        second = other.reviews.take_over(log)
        assert (second.taken, second.known, second.waiting) == (0, 6, 0)
        other.add(page_of(KURSK), reading_of(KURSK))
        reconcile(other)
        for words in (WELL, LOSSES, "the invitation"):
            one, same = found(filled, words), found(other, words)
            assert (same.attribution, same.speaker_ids) == (one.attribution, one.speaker_ids)
            assert verdict(other, words) == verdict(filled, words)
        assert [one.who for one in other.identities.corrections()] == ["Bo Lind", *(one.who for one in log)]


def test_what_no_store_gives_out_is_not_taken_over(filled: RecordStore) -> None:
    accepted = filled.reviews.accept(found(filled, WELL).id, **ADA)
    wrong: list[dict[str, object]] = [
        {"who": " "}, {"at": "yesterday"}, {"places": ()}, {"kind": "undo", "places": ()}, {"kind": "respan"},
        {"kind": "rename"}, {"kind": "undo", "places": (), "undoes": 12},
    ]  # fmt: skip
    for change in wrong:
        with pytest.raises(UsageError):
            filled.reviews.take_over([accepted, msgspec.structs.replace(accepted, number=9, **change)])
    assert len(filled.identities.corrections()) == 1


# Letters


def test_a_letter_waits_is_answered_and_may_lead_to_a_correction(filled: RecordStore) -> None:
    statement = found(filled, WELL)
    first = filled.reviews.write_letter(statement.id, " He did not say that. ", sender="A reader")
    second = filled.reviews.write_letter(statement.article.id, "The headline is wrong.")
    assert (first.text, first.state, first.place.statement) == ("He did not say that.", "open", statement.id)
    assert (second.sender, second.place.statement, second.place.article) == (None, None, statement.article.id)
    assert list(filled.reviews.letters("open")) == [second, first]
    filled.reviews.answer_letter(second.number, "It is the paper's own.", who="Ada Holm")
    made = filled.reviews.reject(statement.id, **ADA)
    filled.reviews.answer_letter(first.number, "You are right.", who="Ada Holm", correction=made.number)
    answered, corrected = list(filled.reviews.letters())
    assert (answered.state, answered.answered_by, answered.answer) == ("answered", "Ada Holm", "It is the paper's own.")
    assert (corrected.state, corrected.correction) == ("corrected", made.number)
    assert list(filled.reviews.letters("open")) == []
    assert [one.number for one in filled.reviews.letters("corrected")] == [first.number]


def test_a_letter_has_words_and_not_too_many(filled: RecordStore) -> None:
    statement = found(filled, WELL)
    for text in ("", "  \n", "x" * 4001):
        with pytest.raises(UsageError):
            filled.reviews.write_letter(statement.id, text)
    with pytest.raises(SourceNotFound):
        filled.reviews.write_letter("s-ffffffff", "Hello.")
    with pytest.raises(UsageError):
        filled.reviews.write_letter(statement.id, "Hello.", sender="x" * 201)
    assert len(filled.reviews.write_letter(statement.id, "x" * 4000).text) == 4000


def test_an_answer_needs_a_letter_a_person_and_a_correction_that_is_there(filled: RecordStore) -> None:
    filled.reviews.write_letter(found(filled, WELL).id, "Hello.")
    with pytest.raises(SourceNotFound):
        filled.reviews.answer_letter(2, "Yes.", who="Ada")
    with pytest.raises(UsageError):
        filled.reviews.answer_letter(1, "Yes.", who="Ada", correction=7)
    with pytest.raises(UsageError):
        filled.reviews.answer_letter(1, "Yes.", who=" ")
    assert [letter.state for letter in filled.reviews.letters()] == ["open"]
