"""The labeller: what it may change, what it is told, and that its arrays are read as trees."""

import numpy as np

from onrecord.articles.features import OWN, Judgement, Words, own_features, text_words
from onrecord.articles.html_blocks import Region, TextBlock
from onrecord.articles.labeller import Trees, candidates, with_neighbours
from onrecord.schema import FurnitureReason

BODY = Region("body", "", None, 0, ())
STORY = Region("div", "article text", BODY, 1, ())
MENU = Region("div", "menu", BODY, 2, ())
SENTENCE = "The minister of water said on Monday that the dam would be finished by the spring."


def judged(
    text: str, region: Region = STORY, *, reason: FurnitureReason | None = None, linked: int = 0, caption: bool = False
) -> Judgement:
    prose = len(text) > 60
    return Judgement(TextBlock(text, region, linked, 0, linked, prose), reason, None, caption, region is STORY, False)


def test_captions_headlines_and_lists_of_links_are_not_the_labellers():
    page = [
        judged("Dam to open"),
        judged("Jane Roe / Reuters", caption=True),
        judged(SENTENCE),
        judged("Share this", reason="share"),
        judged("World news Sports", MENU, reason="navigation", linked=17),
    ]
    assert candidates(page, headline=0) == [2, 3]


def test_a_page_without_a_paragraph_leaves_nothing_to_label():
    assert candidates([judged("Home"), judged("News")], headline=None) == []


def test_rows_tell_form_and_place():
    page = [judged("Share this", reason="share", linked=10), judged(SENTENCE), judged(SENTENCE + " Soon.")]
    words = Words(names={"article": 1.5, "<div>": 0.25}, texts={"^share": -2.0})
    first, second, _ = (dict(zip(OWN, row, strict=True)) for row in own_features(page, [0, 1, 2], None, words))
    assert (first["linked"], first["kept"], first["said"]) == (1.0, False, -2.0)
    assert (second["kept"], second["from_first"], second["to_last"], second["before"]) == (True, 0, 1, 0.0)
    assert second["named"] == 1.75


def test_numbers_open_a_line_as_one_word():
    assert text_words("12 comments") == ["0", "comments", "0 comments", "^0"]


def test_neighbours_stand_beside_each_row_and_are_absent_at_the_ends():
    own = np.array([[number] * len(OWN) for number in range(3)], np.float32)
    rows = with_neighbours(own)
    before, after = rows[:, len(OWN)], rows[:, -1]
    assert before.tolist() == [-1.0, -1.0, 0.0]
    assert after.tolist() == [2.0, -1.0, -1.0]


def test_trees_add_up_their_leaves():
    # One tree asks whether feature 1 is at most 0.5, the other is a single leaf.
    trees = Trees(
        roots=np.array([0, 3]), features=np.array([1, 0, 0, 0]),
        thresholds=np.array([0.5, 0, 0, 0], np.float32), children=np.array([1, 2, 1, 1, 2, 2, 3, 3]),
        values=np.array([0, -2, 2, 1], np.float32), base=-1.0, depth=2,
    )  # fmt: skip
    story = trees.probabilities(np.array([[9, 0.25], [9, 0.75]], np.float32))
    assert np.allclose(story, [1 / (1 + np.exp(2)), 1 / (1 + np.exp(-2))])


def test_a_regions_share_counts_three_levels_down_and_no_deeper():
    deep = STORY
    for number in range(3, 7):
        deep = Region("div", f"level {number}", deep, number, ())
    page = [judged(SENTENCE, deep), judged(SENTENCE, Region("p", "", STORY, 8, ())), judged(SENTENCE)]
    words = Words(names={}, texts={})
    rows = [dict(zip(OWN, row.tolist(), strict=True)) for row in own_features(page, [1, 2], None, words)]
    # Of STORY, the first block is four levels down; of BODY, around STORY, the first two are two and more.
    assert [row["parent_blocks"] for row in rows] == [np.log1p(np.float32(2)), np.log1p(np.float32(2))]
