"""Which articles are copies of one text."""

from __future__ import annotations

import pytest
from unit.reprints.papers import linked, links, paper, sentences

STORY = sentences(12, seed=1)


@pytest.mark.parametrize(
    "copy",
    [
        STORY,
        STORY[:5],
        ["Something else came first that day and was told in other words than the agency's own ones.", *STORY[1:]],
        [*STORY[:4], *sentences(3, seed=2), *STORY[4:]],
        [" ".join(STORY[at : at + 4]) for at in range(0, 12, 4)],
        [*STORY[:8], "Follow us for more stories.", "Copyright 2024 The Herald. All rights reserved."],
    ],
    ids=["whole", "cut from the bottom", "new lede", "local paragraphs", "paragraphs joined", "standing text"],
)
def test_copy_is_found_whatever_a_paper_does_to_it(copy: list[str]) -> None:
    assert linked(paper(*STORY, publisher="Reuters", agency="Reuters"), paper(*copy))


def test_stories_that_share_only_what_they_quote_are_two() -> None:
    quoted = [f"“{text}”" for text in STORY[:6]]
    reports = [
        paper(*(f"{own} {quote}" for own, quote in zip(sentences(6, seed=seed), quoted, strict=True)))
        for seed in (3, 4)
    ]  # fmt: skip
    assert not linked(*reports)


def test_message_given_in_full_is_copied_like_any_text() -> None:
    message = "“" + " ".join(STORY[:8]) + "”"
    origin = paper("The president sent greetings. The message reads:", message)
    assert linked(origin, paper("A message came from the capital on Monday, read out by the mayor.", message))


def test_standing_text_under_every_story_of_a_house_joins_nothing() -> None:
    foot = " ".join(sentences(5, seed=5))
    assert not linked(paper(*sentences(9, seed=6), foot), paper(*sentences(9, seed=7), foot))


def test_two_readouts_of_one_format_are_two_stories() -> None:
    formula = (
        "President Roe spoke today with {} about the war. They agreed to stay in close touch and to have their "
        "ministers meet before the end of the month to go over deliveries, money and shelter for those who fled. "
        "The president thanked his colleague for opening the border and for the hospitals that took in the wounded."
    )
    calls = [formula.format(whom) for whom in ("Emmanuel Macron of France", "Mario Draghi of Italy")]
    assert not linked(*(paper(call, publisher="The White House") for call in calls))


def test_roll_of_those_present_is_no_copy() -> None:
    names = " ".join(f"Minister {first.title()} {last.title()}," for first, last in zip(
        STORY[0].split(), STORY[1].split(), strict=True))  # fmt: skip
    roll = f"The meeting was attended by {names} and others."
    meetings = [paper(*sentences(2, seed=seed), roll, publisher="The Kremlin") for seed in (8, 9)]
    assert not linked(*meetings)


def test_series_weeks_apart_needs_more_in_common_than_a_copy() -> None:
    part = [*STORY[:7], *sentences(5, seed=10)]
    assert linked(paper(*STORY), paper(*part, published="2024-05-08"))
    assert not linked(paper(*STORY), paper(*part, published="2024-06-20"))


def test_later_text_of_the_same_newsroom_is_a_version_and_another_papers_a_copy() -> None:
    origin = paper(*STORY, published="2024-05-06T08:00:00+00:00", publisher="Leeds Post")
    update = paper(*STORY, *sentences(3, seed=11), published="2024-05-06T10:30:00+00:00", publisher="The Leeds Post")
    (version,) = links(origin, update)
    assert (version.first, version.second, version.kind) == (update.id, origin.id, "version")
    (copy,) = links(origin, paper(*STORY, published="2024-05-06", publisher="The Herald"))
    assert copy.kind == "copy"
    assert copy.second == origin.id


def test_score_is_the_larger_share() -> None:
    (link,) = links(paper(*STORY), paper(*STORY[:6], publisher="The Courier"))
    assert link.score == 1.0


def test_copy_that_was_cut_to_a_third_and_added_to_is_found_by_its_beginning() -> None:
    origin = paper(*STORY, publisher="Reuters", agency="Reuters")
    assert linked(origin, paper(*STORY[:4], *sentences(6, seed=8)))


def test_background_that_a_house_repeats_at_the_foot_joins_nothing() -> None:
    background = STORY[:4]
    assert not linked(
        *(paper(*sentences(6, seed=seed), *background, *sentences(1, seed=seed + 50)) for seed in (9, 10))
    )


def test_follow_up_that_quotes_a_story_sentence_by_sentence_is_a_story_of_its_own() -> None:
    story = STORY[:8]
    own = sentences(4, seed=11)
    quoting = [
        own[0],
        story[0],
        story[1],
        *(f"“{one}” it said. {mine}" for one, mine in zip(story[4:7], own[1:], strict=True)),
    ]
    assert not linked(paper(*story), paper(*quoting))


def test_copy_with_a_word_dropped_in_every_sentence_is_still_found() -> None:
    dropped = [" ".join(one.split()[:6] + one.split()[7:]) for one in STORY]
    assert linked(paper(*STORY), paper(*dropped))
