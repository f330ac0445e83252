"""Sources, cues and contents stay readable without colour, however they nest and cross."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from onrecord.faces.cli.views.marked_text import mark_text
from onrecord.faces.cli.views.marks import Mark, clip_marks, find_marks, in_reading_order
from onrecord.faces.cli.views.notation import ASCII, PIPE, TERMINAL, Notation
from onrecord.schema import Attribution, Block
from tests.unit.faces.readings import ARTICLE, INNER, LONG, OUTER, READING, SPLIT, TEXT


def shown(block: Block, *attributions: Attribution, notation: Notation = PIPE) -> Text:
    return mark_text(TEXT, block.start, block.end, find_marks(attributions), notation)


def test_split_quotation_shows_one_number_on_both_parts() -> None:
    assert shown(ARTICLE.blocks[1], SPLIT).plain == (
        "⟦¹“The ferry stays,”⟧ ‹Mayor Ada Holm›¹ _told_¹ the Harbour Post on Monday, ⟦¹“whatever the bridge costs.”⟧"
    )


def test_nested_content_repeats_its_number_where_it_closes() -> None:
    assert shown(ARTICLE.blocks[4], OUTER, INNER).plain == (
        "‹Her deputy›¹ _said_¹ ⟦¹‹the council›² _believed_² ⟦²Holm wanted a vote⟧², and that it would not come⟧¹."
    )


def test_quotation_over_two_paragraphs_is_marked_in_both() -> None:
    assert shown(ARTICLE.blocks[5], LONG).plain.endswith("⟦¹“Nobody asks us. We learn it⟧")
    assert shown(ARTICLE.blocks[6], LONG).plain == "⟦¹“from the newspaper.”⟧"


def test_one_source_of_two_statements_is_marked_once() -> None:
    text = "Lie said that it rains and that it pours."
    marks = [Mark("source", 0, 3, (1, 2)), Mark("content", 9, 22, (1,)), Mark("content", 27, 40, (2,))]
    assert mark_text(text, 0, len(text), marks, PIPE).plain == "‹Lie›¹˙² said ⟦¹that it rains⟧ and ⟦²that it pours⟧."


def test_terminal_underlines_the_cue_and_needs_no_sign_for_it() -> None:
    text = shown(ARTICLE.blocks[1], SPLIT, notation=TERMINAL)
    assert "_told_" not in text.plain
    assert any("underline" in str(span.style) and text.plain[span.start : span.end] == "told" for span in text.spans)


def test_ascii_locale_gets_ascii_signs() -> None:
    text = "Ada Holm said no."
    marks = [Mark("source", 0, 8, (12,)), Mark("cue", 9, 13, (12,)), Mark("content", 14, 16, (12,))]
    assert mark_text(text, 0, len(text), marks, ASCII).plain == "<Ada Holm>12 _said_12 [12no]."


def test_reading_order_is_where_a_statement_begins_on_the_page() -> None:
    assert in_reading_order(READING.attributions)[0].stance == "denies"


def test_marks_outside_a_stretch_are_cut_off() -> None:
    marks = [Mark("content", 0, 10, (1,)), Mark("cue", 20, 24, (1,))]
    assert clip_marks(marks, 5, 20) == [Mark("content", 5, 10, (1,))]


parts = st.sampled_from(["source", "cue", "content"])
spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted).filter(lambda pair: pair[0] < pair[1])
marks = st.lists(
    st.builds(lambda part, pair, number: Mark(part, *pair, (number,)), parts, spans, st.integers(1, 99)), max_size=8
)
SIGNS = re.compile(r"[⟦⟧‹›_⁰¹²³⁴⁵⁶⁷⁸⁹˙]")


@given(marks, spans)
def test_taking_the_signs_away_gives_the_text_back(marks: list[Mark], stretch: list[int]) -> None:
    text = "Ada Holm said مرحبا that 東京 is far"[:30].ljust(30, "x")
    start, end = stretch
    assert SIGNS.sub("", mark_text(text, start, end, marks, PIPE).plain) == text[start:end]


@given(marks)
def test_as_many_brackets_close_as_open(marks: list[Mark]) -> None:
    plain = mark_text("x" * 30, 0, 30, marks, PIPE).plain
    assert plain.count("⟦") == plain.count("⟧")
    assert plain.count("‹") == plain.count("›")


@pytest.mark.parametrize("width", [60, 80, 132])
def test_signs_are_never_torn_from_their_word(width: int) -> None:
    from rich.console import Console

    lines = shown(ARTICLE.blocks[4], OUTER, INNER).wrap(Console(width=width), width)
    assert not any(re.match(r"[⟧›_¹²]", line.plain) for line in lines)
