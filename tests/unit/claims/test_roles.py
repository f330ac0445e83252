"""Who does what to whom, by the order of words."""

from __future__ import annotations

import pytest

from onrecord.claims.meanings import find_meaning
from onrecord.claims.quantities import quantities_in
from onrecord.claims.roles import has_verb
from onrecord.claims.words import lexicon


@pytest.mark.parametrize(
    ("text", "actor", "act", "acted"),
    [
        ("China broke the fishing accord", "china", "break", "agree"),
        ("the fishing accord was broken by China", "china", "break", "agree"),
        ("the mine dumps its waste into the river", "min", "dump", "wast"),
        ("Ukrainian forces that remain in Kursk are surrounded", "", "surround", "soldier"),
        ("the dam is safe", "dam", "", "safe"),
    ],
)
def test_active_and_passive_have_the_same_parts(text: str, actor: str, act: str, acted: str) -> None:
    roles = find_meaning(text, denied=False).roles
    assert (roles.actor[:1], roles.act, roles.acted[:1]) == ((actor,) if actor else (), act, (acted,))


def test_what_belongs_to_somebody_is_not_what_they_do() -> None:
    assert find_meaning("Maria Kos’s husband sold the house", denied=False).roles.actor == ("husband",)


def test_a_clause_is_known_by_a_verb_that_no_list_of_endings_has() -> None:
    assert has_verb(["the", "army", "controls", "the", "airport"])
    assert not has_verb(["the", "arrest", "of", "the", "banker"])


def test_shares_are_numbers() -> None:
    assert [quantity.value for quantity in quantities_in("nine in ten workers joined")] == [90]
    assert quantities_in("half an hour") == ()
    assert [quantity.unit for quantity in quantities_in("two in 2016")] != ["%"]


def test_a_word_as_it_stands_goes_before_its_ending() -> None:
    assert lexicon().forms["forced"] != lexicon().heads["forc"]
