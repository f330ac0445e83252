"""Which finding meets which annotation, and when it is right."""

from onrecord.evaluation.linked import are_right, share
from onrecord.evaluation.polnear import GoldAttribution

TEXT = 'Tom Reed said the bridge will open. "Soon," Ann Lee added.'


def attribution(*parts: str) -> GoldAttribution:
    """Source, cue and content by their words; an empty one isn't there."""
    return GoldAttribution(*(((TEXT.index(part), TEXT.index(part) + len(part)),) if part else () for part in parts))


GOLD = [attribution("Tom Reed", "said", "the bridge will open"), attribution("Ann Lee", "added", "Soon")]


def test_half_of_the_content_and_a_touch_of_cue_and_source_are_close():
    assert are_right(TEXT, [attribution("Reed", "said", "bridge will open.")], GOLD) == [True]


def test_less_than_half_of_the_content_is_wrong():
    assert are_right(TEXT, [attribution("Tom Reed", "said", "the")], GOLD) == [False]


def test_another_source_or_none_is_wrong():
    found = [attribution("", "said", "the bridge will open"), attribution("Tom Reed", "added", "Soon")]
    assert are_right(TEXT, found, GOLD) == [False, False]


def test_no_source_is_right_where_the_annotation_has_none():
    gold = [attribution("", "said", "the bridge will open")]
    assert are_right(TEXT, [attribution("", "said", "the bridge will open")], gold) == [True]


def test_an_annotation_meets_one_finding_only_the_best():
    poor, good = attribution("Tom Reed", "said", "bridge will open"), GOLD[0]
    assert are_right(TEXT, [poor, good], GOLD) == [False, True]


def test_annotations_without_content_are_nothing_to_meet():
    assert are_right(TEXT, [GOLD[0]], [attribution("Tom Reed", "said", "")]) == [False]


def test_quotation_marks_and_stops_at_the_ends_count_for_nothing():
    assert are_right(TEXT, [attribution("Ann Lee", "added", '"Soon,"')], GOLD) == [True]


def test_the_share_is_of_all_characters_of_both():
    assert share({1, 2, 3}, {2, 3, 4}) == 0.5
    assert share(set(), set()) == 0
