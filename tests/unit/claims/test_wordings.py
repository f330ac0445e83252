"""A content as one would put it forward alone."""

from __future__ import annotations

import pytest

from onrecord.claims.meanings import find_meaning
from onrecord.claims.names import may_be_one, names_in
from onrecord.claims.quantities import compare_quantities, quantities_in
from onrecord.claims.sides import stance_towards
from onrecord.claims.wordings import Voice, put_forward, with_names, with_subject
from onrecord.schema import Stance


@pytest.mark.parametrize(
    ("content", "stance", "wording", "denied"),
    [
        ("the claim that the dam is safe", "denies", "the dam is safe", False),
        ("Congo’s claim that Rwanda backs the rebels", "denies", "Rwanda backs the rebels", False),
        ("it is not true that she resigned", "asserts", "she resigned", True),
        ("it is not true that she resigned", "denies", "she resigned", False),
        ("the allegation that he took bribes is a lie", "asserts", "he took bribes", True),
        ("there is no evidence that the vote was rigged", "asserts", "the vote was rigged", True),
        ("calls to release the activists", "rejects", "release the activists", False),
        ("it would never accept the terms", "rejects", "the terms", False),
        ("they must withdraw", "demands", "they withdraw", False),
        ("that the truce will hold", "doubts", "the truce will hold", False),
    ],
)
def test_what_frames_a_proposition_is_taken_off(content: str, stance: Stance, wording: str, denied: bool) -> None:
    found = put_forward(content, stance)
    assert (found.text, found.denied) == (wording, denied)


def test_the_accused_is_the_subject_of_the_deed() -> None:
    assert with_subject("Kyiv of shelling the plant", "asserts", "Russia") == "Kyiv shelling the plant"


def test_who_denies_a_deed_is_its_subject() -> None:
    assert with_subject("shelling the plant", "denies", "Ukraine") == "Ukraine shelling the plant"


def test_a_possessive_is_the_speakers() -> None:
    voice = Voice("Ukraine", "organisation", quoted=False)
    assert with_names("its soldiers are encircled", [], voice) == "Ukraine’s soldiers are encircled"


def test_it_is_clear_that_stands_for_nobody() -> None:
    voice = Voice("Ukraine", "organisation", quoted=False)
    assert with_names("it is clear that the truce holds", [], voice) == "it is clear that the truce holds"


def test_a_country_has_one_key_under_all_its_names() -> None:
    shown = names_in("Kyiv said Ukrainian troops left Ukraine")
    assert {key for _, _, key in shown} == {"ukraine"}


def test_a_nationality_before_a_title_is_a_name_of_its_own() -> None:
    assert [key for _, _, key in names_in("the Russian President Vladimir Putin")] == ["russia", "putin"]


def test_trump_and_his_campaign_may_be_one() -> None:
    assert may_be_one(["Donald Trump"], ["the Trump campaign"])
    assert not may_be_one(["Vladimir Putin"], ["Ukraine"])


@pytest.mark.parametrize(
    ("one", "other", "agreeing", "conflicting"),
    [
        ("212 people died", "more than 900 people died", 0, 1),
        ("at least 200 people died", "212 people died", 1, 0),
        ("about 20,000 joined the march", "some twenty thousand took part", 1, 0),
        ("growth was 4.1 percent", "growth was 2.3%", 0, 1),
        ("it will cost $3 billion", "the work takes 3 years", 0, 0),
        ("in 2014 it closed", "in 2016 it closed", 0, 0),
        ("five jets were downed", "no more than one of its jets was downed", 0, 1),
    ],
)
def test_numbers_for_one_quantity_agree_or_conflict(one: str, other: str, agreeing: int, conflicting: int) -> None:
    assert compare_quantities(quantities_in(one), quantities_in(other)) == (agreeing, conflicting)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("the dam is not safe", True),
        ("the vote was neither free nor fair", True),
        ("the hospital has run out of oxygen", True),
        ("not only the dam is safe", False),
        ("no more than 40 people came", False),
        ("the troops, who were not warned, are surrounded", False),
        ("it is not true that nobody knew", False),
    ],
)
def test_a_content_that_denies_by_itself(text: str, denied: bool) -> None:
    framed = put_forward(text, "asserts")
    assert find_meaning(framed.text, denied=framed.denied).denied is denied


@pytest.mark.parametrize(
    ("stance", "contrary"),
    [("asserts", "denies"), ("denies", "asserts"), ("demands", "rejects"), ("expects", "doubts"), ("doubts", None)],
)
def test_a_stance_turns_round_with_the_wording(stance: Stance, contrary: Stance | None) -> None:
    assert stance_towards(stance, 1) == stance
    assert stance_towards(stance, -1) == contrary
