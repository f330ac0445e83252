"""Where sentences end."""

from __future__ import annotations

import pytest

from onrecord.language.sentences import sentence_ends


def parts(text: str) -> list[str]:
    found, start = [], 0
    for end, following in sentence_ends(text, 0, len(text)):
        found.append(text[start:end])
        start = following
    return [*found, text[start:]]


@pytest.mark.parametrize(
    "text",
    [
        "He met Sen. Ada Merrin of the U.S. Senate.",
        "George W. Bush spoke on Dec. 6 in Tampa, Fla. Monday.",
        "It rose to 3.5 per cent.",
        "It began at 9 a.m. Tuesday.",
        "“Really?” she asked.",
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str):
    assert parts(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("“He left.” “She stayed.”", ["“He left.”", "“She stayed.”"]),
        ("Who left?  19 did! (She stayed.)", ["Who left?", "19 did!", "(She stayed.)"]),
    ],
)
def test_marks_belong_to_the_sentence_that_they_close_or_open(text: str, expected: list[str]):
    assert parts(text) == expected
