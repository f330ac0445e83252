"""Stories: who carries a text, and where it began."""

from __future__ import annotations

from unit.reprints.papers import paper, sentences, sketch, stories

from onrecord.evaluation.reprints import PairScore, score_pairs, story_pairs
from onrecord.reprints import group_stories
from onrecord.schema import Link
from onrecord.schema.pieces import pieces

TEXT = sentences(12, seed=1)
AGENCY = paper(*TEXT, publisher="AP News", agency="Associated Press", published="2024-05-06T09:00:00-04:00")
EARLY = paper(*TEXT[:6], publisher="The Courier", agency="Associated Press", published="2024-05-06T08:00:00-04:00")
LATE = paper(*TEXT[:9], publisher="The Herald", published="2024-05-07")


def test_agencys_own_page_is_the_origin_even_where_a_paper_seems_earlier() -> None:
    (story,) = stories(LATE, EARLY, AGENCY)
    assert [(member.item, member.role) for member in story.members] == [
        (AGENCY.id, "origin"), (EARLY.id, "copy"), (LATE.id, "copy"),
    ]  # fmt: skip
    assert story.about == "Associated Press"
    assert [member.score for member in story.members] == [1.0, 1.0, 1.0]


def test_without_an_agency_the_earliest_is_the_origin() -> None:
    (story,) = stories(LATE, paper(*TEXT, publisher="The Ledger", published="2024-05-05"))
    assert story.members[1].item == LATE.id
    assert story.about == ""


def test_share_of_a_carrier_is_of_its_own_length() -> None:
    half = paper(*TEXT[:6], *sentences(6, seed=2), publisher="The Ledger", published="2024-05-08")
    (story,) = stories(AGENCY, half)
    assert 0.45 < story.members[1].score < 0.6


def test_story_keeps_its_id_when_another_paper_carries_it() -> None:
    (before,) = stories(AGENCY, EARLY)
    (after,) = stories(AGENCY, EARLY, LATE)
    assert before.id == after.id


def test_article_alone_is_no_story() -> None:
    assert stories(AGENCY, paper(*sentences(12, seed=3))) == []


def test_a_persons_word_outranks_the_machines() -> None:
    sketches = [sketch(article) for article in (AGENCY, LATE)]
    copy = Link(LATE.id, AGENCY.id, "copy", 1.0)
    assert group_stories(sketches, [copy, Link(AGENCY.id, LATE.id, "apart", 1.0)]) == []
    assert len(group_stories(sketches, [Link(AGENCY.id, LATE.id, "together", 1.0)])) == 1


def test_chain_around_two_articles_set_apart_breaks_at_its_weakest_link() -> None:
    sketches = [sketch(article) for article in (AGENCY, EARLY, LATE)]
    chain = [Link(EARLY.id, AGENCY.id, "copy", 0.9), Link(LATE.id, EARLY.id, "copy", 0.6)]
    (story,) = group_stories(sketches, [*chain, Link(AGENCY.id, LATE.id, "apart", 1.0)])
    assert {member.item for member in story.members} == {AGENCY.id, EARLY.id}


def test_two_stories_that_one_look_alike_leads_to_stay_two() -> None:
    whole = [Link(a, b, "copy", 1.0) for group in ("abcd", "wxyz") for a in group for b in group if a < b]
    bridge = [Link("m", "a", "copy", 0.7), Link("w", "m", "copy", 0.6)]
    assert pieces(list("abcdmwxyz"), [*whole, *bridge], support=0.2) == [list("abcdm"), list("wxyz")]
    assert len(pieces(list("abcdmwxyz"), [*whole, *bridge])) == 1


def test_score_counts_pairs_of_articles() -> None:
    (story,) = stories(AGENCY, EARLY, LATE)
    pairs = story_pairs([story])
    assert len(pairs) == 3
    score = score_pairs(pairs, {tuple(sorted((AGENCY.id, EARLY.id))), ("a-0", "a-1")})  # type: ignore[arg-type]
    assert score == PairScore(found=3, true=2, right=1)
    assert (round(score.precision, 3), score.recall) == (0.333, 0.5)
