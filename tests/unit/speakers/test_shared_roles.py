"""Roles that stand beside several names, and those that a story gives in place of a name."""

from __future__ import annotations

import pytest

from onrecord.speakers import resolve_speakers
from tests.unit.speakers.stories import names_in, story


def roles(text: str, *people: str, bodies: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
    article = story(text)
    found = resolve_speakers(article, [], names_in(article, person=people, organisation=bodies))
    return {entity.name: entity.roles for entity in found.entities}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Sens. Ada Merrin (D-Mont.) and Tom Holm (R-La.) left.", "Sens."),
        ("Presidential candidates Ada Merrin and Tom Holm left.", "Presidential candidates"),
        ("It was told by two first-time voters, Ada Merrin and Tom Holm, who left.", "first-time voters"),
    ],
)
def test_each_of_several_has_the_role_that_stands_once(text: str, role: str):
    assert roles(text, "Ada Merrin", "Tom Holm") == {"Ada Merrin": (role,), "Tom Holm": (role,)}


@pytest.mark.parametrize(
    "text",
    [
        "Among registered voters, Ada Merrin and Tom Holm are level.",
        "He spent years with the candidates Ada Merrin.",
    ],
)
def test_a_plural_before_one_name_or_another_clause_is_nobodys_role(text: str):
    assert not any(roles(text, "Ada Merrin", "Tom Holm").values())


def test_what_a_story_calls_somebody_in_place_of_the_name_is_a_role():
    text = "Ada Merrin met Tom Holm. The Green nominee praised her opponent."
    assert roles(text, "Ada Merrin", "Tom Holm") == {"Ada Merrin": ("Green nominee",), "Tom Holm": ()}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ada Merrin is playwright-in-residence at Delta College.", "playwright-in-residence at Delta College"),
        ("Ada Merrin — port surgeon and daytime TV star — said no.", "port surgeon and daytime TV star"),
        ("I will vote for the Green nominee, Ada Merrin, he wrote.", "Green nominee"),
        ("She met the Rev. Ada Merrin, of Delta Church, on Monday.", "Rev."),
    ],
)
def test_a_role_after_a_verb_of_being_a_dash_or_within_a_clause(text: str, role: str):
    assert roles(text, "Ada Merrin", bodies=("Delta Church",))["Ada Merrin"][:1] == (role,)


@pytest.mark.parametrize("text", ["Ada Merrin is not a candidate.", "If Ada Merrin is elected president, he leaves."])
def test_what_somebody_is_not_or_not_yet_is_no_role(text: str):
    assert roles(text, "Ada Merrin") == {"Ada Merrin": ()}


def test_a_body_is_what_its_apposition_says_and_no_adjective():
    text = "The Delta Times, a regional paper with a long memory, and the Ferry Forum, a conservative, met."
    found = roles(text, bodies=("Delta Times", "Ferry Forum"))
    assert found == {"Delta Times": ("regional paper with a long memory",), "Ferry Forum": ()}
