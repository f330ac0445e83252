"""When a speaker and a role count as right."""

from __future__ import annotations

import pytest

from onrecord.evaluation.polnear import GoldAttribution
from onrecord.evaluation.roles import GoldSpeaker, Tally, same_name, same_role
from onrecord.schema import AttributedSpeaker


@pytest.mark.parametrize(
    ("one", "other", "kind", "same"),
    [
        ("Ada Merrin", "Ada J. Merrin", "person", True),
        ("Ada Merrin", "Merrin", "person", False),
        ("Ada Merrin", "Ada Holm", "person", False),
        ("the Harbour Fund", "Harbour Fund", "organisation", True),
        ("Delta Harbour Fund", "Harbour Fund", "organisation", True),
        ("Delta Harbour Fund", "Fund", "organisation", False),
        ("", "Ada", "person", False),
    ],
)
def test_names_are_one_by_their_words(one: str, other: str, kind: str, same: bool):
    assert same_name(one, other, kind) is same


@pytest.mark.parametrize(
    ("gold", "role", "same"),
    [
        ("Kremlin spokesman", "spokesman", True),
        ("Sens.", "Sens.", True),
        ("Sen.", "Senate leader", False),
        ("spokesman", None, False),
    ],
)
def test_a_role_is_right_if_one_holds_the_other_in_whole_words(gold: str, role: str | None, same: bool):
    assert same_role(gold, role) is same


def test_a_role_counts_only_where_the_speaker_is_right():
    gold = GoldSpeaker(GoldAttribution((), ((0, 4),), ((5, 9),)), ("Ada Merrin",), "person", "mayor")
    tally = Tally()
    for name, role in (("Ada Merrin", "mayor"), ("Ada Merrin", None), ("Tom Holm", "mayor")):
        tally.count(gold, [AttributedSpeaker(entity="e1", name=name, kind="person", role=role)])
    tally.count(gold, None)
    assert (tally.named, tally.found, tally.right, tally.roles, tally.right_roles) == (4, 3, 2, 2, 1)
