"""What every store tells about statements and articles together: claims, stories, quotations."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
import pytest
from synthetic.linked import add_story, answer_stale, group_of, keep_groups
from synthetic.stories import NEWER_PRODUCER, Said, Story, page_of, reading_of

from onrecord.errors import SourceNotFound, UsageError
from onrecord.pipeline.reconciling import reconcile
from onrecord.schema import Claim, Group, Reading, Side, SpeakerKind, SpeakerReference, speaker_id
from onrecord.store import RecordStore

SURROUNDED = "Ukrainian forces that remain in Kursk are surrounded"
ENCIRCLED = "its soldiers are encircled"
KURSK = Story(
    headline="Forces in Kursk",
    paragraphs=(
        f"Putin said {SURROUNDED} on Thursday.",
        "Trump echoed that they are all surrounded there.",
        f"Kyiv denied {ENCIRCLED} at all.",
    ),
    said=(
        Said(content=(SURROUNDED,), source="Putin", name="Vladimir Putin"),
        Said(
            content=("they are all surrounded",), cue="echoed", source="Trump", name="Donald Trump", stance="confirms",
            said_on="2025-03-18",
        ),
        Said(
            content=(ENCIRCLED,), cue="denied", source="Kyiv", name="Ukraine", kind="organisation", stance="denies",
        ),
    ),
)  # fmt: skip
WHERE_THEY_STAND = ("asserts", "confirms", "denies")


def told(
    number: int, *said: tuple[str, str], content: str = "the talks failed", kind: SpeakerKind = "person",
    published: str | None = "2025-03-20", publisher: str = "The Example Herald",
) -> Story:  # fmt: skip
    """A story in which each (name, cue) says the content, some words of its own after it."""
    lines = [f"{name} {cue} that {content}, part {part} of {number}." for part, (name, cue) in enumerate(said)]
    return Story(
        headline=f"Story {number}", paragraphs=tuple(lines), path=f"{number}.html", published=published,
        publisher=publisher,
        said=tuple(
            Said(content=(f"{content}, part {part} of {number}",), cue=cue, source=name, name=name, kind=kind)
            for part, (name, cue) in enumerate(said)
        ),
    )  # fmt: skip


def statements_of(reading: Reading) -> list[str]:
    return [one.id for one in reading.attributions]


def disputed(id: str, about: str, *readings: Reading, sides: Iterable[str] = ("asserts", "denies")) -> Group:
    """A claim in which the first statement of each reading stands on the first side, the second on the second."""
    members = [pair for one in readings for pair in zip(statements_of(one), sides, strict=True)]
    return group_of(id, about, *members)


def names(side: Side) -> list[str]:
    return [speaker.name for speaker in side.speakers]


def claims_shown(store: RecordStore, about: str | None = None, limit: int | None = None) -> list[str]:
    return [claim.claim for claim in store.connections.contested(about=about, limit=limit)]


@pytest.fixture
def kursk(store: RecordStore) -> list[str]:
    """The statements of one contested claim."""
    statements = statements_of(add_story(store, KURSK))
    keep_groups(store, "claims", group_of("c-000001", SURROUNDED, *zip(statements, WHERE_THEY_STAND, strict=True)))
    return statements


# Claims


def test_a_claim_has_its_sides_with_speakers_statements_origins_and_days(store: RecordStore, kursk: list[str]) -> None:
    putin, trump, kyiv = (
        SpeakerReference(id=speaker_id(kind, name), name=name)
        for kind, name in (("person", "Vladimir Putin"), ("person", "Donald Trump"), ("organisation", "Ukraine"))
    )
    day, before = "2025-03-19", "2025-03-18"
    claim = Claim(
        claim="c-000001",
        wording=SURROUNDED,
        contested=True,
        sides=(
            Side(stance="asserts", speakers=(putin,), statements=(kursk[0],), origins=1, first=day, last=day),
            Side(stance="confirms", speakers=(trump,), statements=(kursk[1],), origins=1, first=before, last=before),
            Side(stance="denies", speakers=(kyiv,), statements=(kursk[2],), origins=1, first=day, last=day),
        ),
    )
    assert store.connections.claim("c-000001") == claim
    assert list(store.connections.contested()) == [claim]
    assert store.connections.claims_of(kursk[1]) == [claim]


def test_a_claim_without_an_opposing_side_is_not_contested_but_is_there(store: RecordStore) -> None:
    first, second = statements_of(add_story(store, told(1, ("Ann Lee", "said"), ("Bo Kim", "agreed"))))
    keep_groups(store, "claims", group_of("c-000001", "…", (first, "asserts"), (second, "accepts"), open=False))
    assert claims_shown(store) == []
    assert not store.connections.claim("c-000001").contested


def test_who_takes_a_denial_back_disputes_nothing_with_themselves(store: RecordStore) -> None:
    reading = add_story(store, told(1, ("Ann Lee", "said"), ("Ann Lee", "denied")))
    keep_groups(store, "claims", disputed("c-000001", "…", reading))
    assert claims_shown(store) == []
    assert [names(side) for side in store.connections.claim("c-000001").sides] == [["Ann Lee"], ["Ann Lee"]]


def test_a_denial_by_nobody_known_contests_nothing(store: RecordStore) -> None:
    said = Said(content=("nothing was agreed",), cue="was denied", stance="denies")
    story = Story(
        paragraphs=("Ann Lee said all was agreed.", "It was denied that nothing was agreed."),
        said=(Said(content=("all was agreed",), source="Ann Lee", name="Ann Lee"), said),
    )
    keep_groups(store, "claims", disputed("c-000001", "…", add_story(store, story)))
    assert claims_shown(store) == []


def test_two_names_that_a_person_says_are_one_speaker_dispute_nothing(store: RecordStore) -> None:
    reading = add_story(store, told(1, ("Vladimir Putin", "said"), ("Dmitry Peskov", "denied")))
    keep_groups(store, "claims", disputed("c-000001", "…", reading))
    reconcile(store)
    assert claims_shown(store) == ["c-000001"]
    both = [store.identities.speaker(name) for name in ("Vladimir Putin", "Dmitry Peskov")]
    merged = store.identities.merge(both[0], both[1], who="desk", because="a test")
    assert claims_shown(store) == []
    assert names(store.connections.claim("c-000001").sides[1]) == ["Vladimir Putin"]
    store.identities.undo(merged.number, who="desk", because="a slip")
    assert claims_shown(store) == ["c-000001"]


def test_speakers_with_most_statements_come_first_on_their_side(store: RecordStore) -> None:
    story = told(1, ("Ann Lee", "said"), ("Zoe Fox", "said"), ("Zoe Fox", "said"), ("Bo Kim", "denied"))
    ids = statements_of(add_story(store, story))
    stances = ("asserts", "asserts", "asserts", "denies")
    keep_groups(store, "claims", group_of("c-000001", "…", *zip(ids, stances, strict=True)))
    side = store.connections.claim("c-000001").sides[0]
    assert names(side) == ["Zoe Fox", "Ann Lee"]
    assert side.statements == tuple(ids[:3])


def test_copies_of_one_story_are_one_origin(store: RecordStore) -> None:
    said = (("Ann Lee", "said"), ("Bo Kim", "denied"))
    readings = [add_story(store, told(number, *said)) for number in range(3)]
    keep_groups(store, "claims", disputed("c-000001", "…", *readings))
    assert [side.origins for side in store.connections.claim("c-000001").sides] == [3, 3]
    copies = [(reading.article.id, role) for reading, role in zip(readings, ("origin", "copy"), strict=False)]
    keep_groups(store, "stories", group_of("w-000001", "Story 0", *copies, open=False))
    assert [side.origins for side in store.connections.claim("c-000001").sides] == [2, 2]


def test_an_unnamed_official_is_one_in_all_copies_of_a_story_and_another_elsewhere(store: RecordStore) -> None:
    readings = [add_story(store, told(number, ("An official", "said"), kind="unnamed")) for number in range(3)]
    keep_groups(store, "claims", disputed("c-000001", "…", *readings, sides=("asserts",)))
    assert len(store.connections.claim("c-000001").sides[0].speakers) == 3
    copies = [(reading.article.id, role) for reading, role in zip(readings, ("origin", "copy"), strict=False)]
    keep_groups(store, "stories", group_of("w-000001", "Story 0", *copies, open=False))
    assert len(store.connections.claim("c-000001").sides[0].speakers) == 2


def test_claims_with_most_origins_on_their_smaller_side_come_first(store: RecordStore) -> None:
    said = (("Ann Lee", "said"), ("Bo Kim", "denied"))
    readings = [add_story(store, told(number, *said)) for number in range(6)]
    lone, *others = (disputed(f"c-00000{number}", "…", *some) for number, some in enumerate(
        (readings[:1], readings[1:3], readings[3:])))  # fmt: skip
    many = [add_story(store, told(number, ("Ann Lee", "said"))) for number in range(10, 15)]
    one_sided = msgspec.structs.replace(
        lone, members=lone.members + disputed("", "", *many, sides=("asserts",)).members
    )
    keep_groups(store, "claims", one_sided, *others)
    assert claims_shown(store) == ["c-000002", "c-000001", "c-000000"]
    assert claims_shown(store, limit=2) == ["c-000002", "c-000001"]


def test_stories_found_to_be_copies_change_the_order(store: RecordStore) -> None:
    said = (("Ann Lee", "said"), ("Bo Kim", "denied"))
    readings = [add_story(store, told(number, *said)) for number in range(5)]
    groups = (disputed("c-000001", "…", *readings[:3]), disputed("c-000002", "…", *readings[3:]))
    keep_groups(store, "claims", *groups)
    assert claims_shown(store) == ["c-000001", "c-000002"]
    copies = zip((reading.article.id for reading in readings[:3]), ("origin", "copy", "copy"), strict=True)
    keep_groups(store, "stories", group_of("w-000001", "Story 0", *copies, open=False))
    assert claims_shown(store) == ["c-000002", "c-000001"]


def test_contested_claims_are_found_by_words_of_any_of_their_statements(store: RecordStore, kursk: list[str]) -> None:
    other = add_story(store, told(2, ("Ann Lee", "said"), ("Bo Kim", "denied"), content="prices will fall"))
    keep_groups(store, "claims", disputed("c-000002", "…", other))
    assert claims_shown(store, about="encircle") == ["c-000001"]
    assert claims_shown(store, about='"prices will"') == ["c-000002"]
    assert claims_shown(store, about="prices encircled") == []
    assert claims_shown(store, about="?!") == []


def test_a_limit_of_none_shows_all_and_of_zero_is_refused(store: RecordStore, kursk: list[str]) -> None:
    assert claims_shown(store, limit=None) == ["c-000001"]
    with pytest.raises(UsageError):
        store.connections.contested(limit=0)


def test_a_page_read_anew_takes_its_side_out_of_a_claim(store: RecordStore) -> None:
    readings = [add_story(store, told(number, ("Ann Lee", "said"), ("Bo Kim", "denied"))) for number in range(2)]
    first, second = (statements_of(reading) for reading in readings)
    group = group_of("c-000001", "…", (first[0], "asserts"), (second[1], "denies"))
    keep_groups(store, "claims", group)
    assert claims_shown(store) == ["c-000001"]
    again = msgspec.structs.replace(readings[1], producer=NEWER_PRODUCER)
    store.add(page_of(told(1, ("Ann Lee", "said"), ("Bo Kim", "denied"))), again)
    assert claims_shown(store) == []
    assert [side.stance for side in store.connections.claim("c-000001").sides] == ["asserts"]
    answer_stale(store, "claims", [])
    with pytest.raises(SourceNotFound):
        store.connections.claim("c-000001")


def test_a_statement_without_a_claim_has_none(store: RecordStore) -> None:
    (statement,) = statements_of(add_story(store, told(1, ("Ann Lee", "said"))))
    assert store.connections.claims_of(statement) == []
    assert store.connections.claims_of("s-gone") == []


def test_the_beginning_of_an_id_names_a_claim_a_story_or_a_quotation(store: RecordStore, kursk: list[str]) -> None:
    reading = reading_of(KURSK)
    keep_groups(store, "stories", group_of("w-0000020000", "…", (reading.article.id, "origin"), open=False))
    keep_groups(store, "quotations", group_of("q-0000030000", "…", (kursk[0], "whole"), open=False))
    claim = store.connections.claim("c-0000")
    assert store.show("c-0000") == claim
    assert store.show("0000020") == store.connections.story("w-00000200")
    assert store.show("q-00000300") == store.connections.quotation("0000030")
    for wrong in ("w-0000020000", "c-999999", kursk[0]):
        with pytest.raises(SourceNotFound):
            store.connections.claim(wrong)


# Stories


def test_a_story_has_its_origin_first_and_then_who_carries_it_by_day(store: RecordStore) -> None:
    days = ("2025-03-22", "2025-03-21", None, "2025-03-20T23:00:00-05:00")
    readings = [add_story(store, told(number, ("Ann Lee", "said"), published=day)) for number, day in enumerate(days)]
    ids = [reading.article.id for reading in readings]
    roles = ("copy", "origin", "copy", "version")
    keep_groups(store, "stories", group_of("w-000001", "Story 1", *zip(ids, roles, strict=True), open=False))
    story = store.connections.story("w-000001")
    assert [carrier.article.id for carrier in story.carriers] == [ids[1], ids[3], ids[0], ids[2]]
    assert [carrier.relation for carrier in story.carriers] == ["origin", "version", "copy", "copy"]
    assert [carrier.shared for carrier in story.carriers] == [0.9] * 4
    assert (story.headline, story.agency) == ("Story 1", None)
    assert store.connections.story_of(ids[2]) == story


def test_an_article_that_nobody_else_carries_has_no_story(store: RecordStore) -> None:
    alone = add_story(store, told(1, ("Ann Lee", "said"))).article.id
    assert store.connections.story_of(alone) is None
    keep_groups(store, "stories", group_of("w-000001", "Story 1", (alone, "origin"), open=False))
    assert store.connections.story_of(alone) is None
    assert list(store.connections.stories()) == []


def test_the_most_carried_stories_come_first(store: RecordStore) -> None:
    ids = [add_story(store, told(number, ("Ann Lee", "said"))).article.id for number in range(6)]
    groups = (
        group_of("w-000001", "…", (ids[0], "origin"), (ids[1], "copy"), open=False),
        group_of("w-000002", "…", (ids[2], "origin"), (ids[3], "copy"), (ids[4], "copy"), open=False),
        group_of("w-000003", "…", (ids[5], "origin"), open=False),
    )
    keep_groups(store, "stories", *groups)
    assert [story.id for story in store.connections.stories()] == ["w-000002", "w-000001"]
    assert [story.id for story in store.connections.stories(limit=1)] == ["w-000002"]


def test_a_story_whose_origin_went_begins_with_the_earliest_left(store: RecordStore) -> None:
    stories = [told(number, ("Ann Lee", "said"), published=f"2025-03-2{number}") for number in range(3)]
    ids = [add_story(store, story).article.id for story in stories]
    roles = ("origin", "copy", "copy")
    keep_groups(store, "stories", group_of("w-000001", "…", *zip(ids, roles, strict=True), open=False))
    store.add(page_of(stories[0]), msgspec.structs.replace(reading_of(stories[0]), producer=NEWER_PRODUCER))
    carriers = store.connections.story("w-000001").carriers
    assert [carrier.article.id for carrier in carriers] == ids[1:]
    assert carriers[0].relation == "origin"


# Quotations

QUOTED = "“The fighting in Kursk must end,” he said, “and it must end soon.”"


def quoting(number: int, *content: str, name: str = "Ann Lee") -> Story:
    return Story(
        headline=f"Story {number}", paragraphs=(f"{QUOTED} That was {name} on day {number}.",), path=f"{number}.html",
        said=(Said(content=content, source=name, name=name, form="direct"),),
    )  # fmt: skip


WHOLE = quoting(1, "“The fighting in Kursk must end,”", "“and it must end soon.”")
CUT = quoting(2, "“The fighting in Kursk must end,”")


def test_a_family_shows_the_quoted_words_of_every_article_the_fullest_first(store: RecordStore) -> None:
    (cut,), (whole,) = (statements_of(add_story(store, story)) for story in (CUT, WHOLE))
    keep_groups(store, "quotations", group_of("q-000001", "The fighting …", (cut, "cut"), (whole, "whole"), open=False))
    family = store.connections.quotation("q-000001")
    assert [(variant.statement, variant.kind) for variant in family.variants] == [(whole, "whole"), (cut, "cut")]
    assert family.variants[0].text == "“The fighting in Kursk must end,” … “and it must end soon.”"
    assert family.variants[1].article.headline == "Story 2"
    assert store.connections.quotations_of(cut) == [family]
    assert store.connections.quotations_of("s-gone") == []


def test_only_words_in_quotation_marks_are_quoted(store: RecordStore) -> None:
    story = Story(
        paragraphs=("Ann Lee said the deal was “a very good deal” for “all of us” there.",),
        said=(
            Said(
                content=("the deal was “a very good deal” for “all of us”",), source="Ann Lee", name="Ann Lee",
                form="mixed",
            ),
        ),
    )  # fmt: skip
    (statement,) = statements_of(add_story(store, story))
    keep_groups(store, "quotations", group_of("q-000001", "…", (statement, "whole"), open=False))
    assert store.connections.quotation("q-000001").variants[0].text == "“a very good deal” … “all of us”"


def test_altered_quotations_come_before_cut_ones_and_whole_ones_not_at_all(store: RecordStore) -> None:
    pairs = [
        [statements_of(add_story(store, quoting(number, QUOTED[: 33 + number], name=name)))[0] for number in (n, n + 1)]
        for n, name in ((0, "Ann Lee"), (10, "Bo Kim"), (20, "Bo Kim"))
    ]
    groups = [
        group_of(f"q-00000{number}", "…", (pair[0], "whole"), (pair[1], kind), open=False)
        for number, (pair, kind) in enumerate(zip(pairs, ("cut", "altered", "same"), strict=True))
    ]
    keep_groups(store, "quotations", *groups)
    shown = [family.id for family in store.connections.changed_quotations()]
    assert shown == ["q-000001", "q-000000"]
    assert [family.id for family in store.connections.changed_quotations(limit=1)] == ["q-000001"]
    lee = store.connections.changed_quotations(speaker=speaker_id("person", "Ann Lee"))
    assert [family.id for family in lee] == ["q-000000"]
    with pytest.raises(SourceNotFound):
        store.connections.changed_quotations(speaker="p-999999")


# Statements


def test_statements_come_in_the_order_of_the_ids_asked_for(store: RecordStore, kursk: list[str]) -> None:
    asked = [kursk[2], "s-gone", kursk[0]]
    assert [statement.id for statement in store.connections.statements(asked)] == [kursk[2], kursk[0]]
