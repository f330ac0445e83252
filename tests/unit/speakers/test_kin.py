"""The narrator's family, and couples of one surname."""

from __future__ import annotations

import pytest

from tests.unit.speakers.stories import names_in, said, story, who


def test_my_parents_by_name_tell_who_my_father_is_all_through_a_story():
    article = story(
        "My father often said that ferries sink.",
        "My parents, James and Olive Merrin, never took one. My mom told me to swim.",
    )
    attributions = [
        said(article, "My father", "ferries sink"),
        said(article, "My mom", "to swim"),
    ]
    names = names_in(article, person=["Olive Merrin", "James"])
    assert who(article, attributions, names) == [["James Merrin"], ["Olive Merrin"]]


def test_a_father_inside_a_quotation_is_somebody_elses():
    article = story("My father, James Merrin, left early.", '"My father said no," the clerk told me.')
    attributions = [said(article, "My father", "no", after="early")]
    assert who(article, attributions, names_in(article, person=["James Merrin"])) != [["James Merrin"]]


@pytest.mark.parametrize(
    ("text", "names", "speaker"),
    [
        ("James and Olive Merrin came. James said no.", ["James", "Olive Merrin"], "James Merrin"),
        ("Lane and Olive Merrin came. Lane said no.", ["Lane", "Olive Merrin"], "Lane"),
    ],
)
def test_a_first_name_before_a_full_one_shares_its_surname(text: str, names: list[str], speaker: str):
    article = story(text)
    attributions = [said(article, text.split()[0], "no", after="came.")]
    assert who(article, attributions, names_in(article, person=names)) == [[speaker]]


def test_his_lawyer_is_not_the_lawyer_of_somebody_else():
    article = story(
        "Clinton’s lawyer Ada Merrin arrived. Hillary Clinton left with Ada Merrin.",
        "Mr. Tom Holm stayed away. His lawyer said he was ill.",
    )
    names = names_in(article, person=["Ada Merrin", "Hillary Clinton", "Tom Holm", "Clinton"])
    assert who(article, [said(article, "His lawyer", "he was ill")], names) == [["His lawyer"]]
