"""A reading on the screen: complete, within its width, safe to print."""

from __future__ import annotations

import io

import msgspec
import pytest
from rich.cells import cell_len
from rich.console import Console

from onrecord.faces.cli.views import wording
from onrecord.faces.cli.views.reading_view import show_reading
from onrecord.schema import Article, AttributedSpeaker, Block, Reading, article_id
from tests.unit.faces.readings import READING, SPLIT


def render(reading: Reading, *, width: int = 80, terminal: bool = False, no_color: bool = False) -> str:
    file = io.StringIO()
    colours = "truecolor" if terminal else None
    console = Console(file=file, width=width, force_terminal=terminal, no_color=no_color, color_system=colours)
    show_reading(console, reading)
    return file.getvalue()


def reading_of(text: str, **fields: str) -> Reading:
    article = Article(id=article_id(text, None, None), text=text, blocks=(Block("paragraph", 0, len(text)),), **fields)
    return msgspec.structs.replace(READING, article=article, attributions=(), entities=())


@pytest.mark.parametrize("width", [60, 72, 80, 99, 100, 132, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(cell_len(line) for line in render(READING, width=width).splitlines()) <= width


def test_header_says_what_the_page_says() -> None:
    shown = render(READING)
    for fact in ("2 March 2026, 09:30 +0100", "Harbour Post", "Local", "Eva Moe", "ferry.html"):
        assert fact in shown


def test_header_has_no_line_for_what_is_unknown() -> None:
    assert "agency" not in render(READING)


def test_headline_is_shown_once_and_with_its_marks() -> None:
    shown = render(READING)
    assert "‹Harbour mayor›¹ _denies_¹ ⟦¹the ferry will close⟧" in shown
    assert shown.count("Harbour mayor") == 1


def test_caption_is_told_from_the_story_and_names_who_is_credited() -> None:
    assert "picture The ferry Lovise at its pier.  [Jo Lund]" in render(READING)


def test_table_rows_say_who_how_and_which_words() -> None:
    shown = render(READING, width=132)
    row = next(line for line in shown.splitlines() if line.split()[:1] == ["2"])
    assert "Ada Holm" in row
    assert "direct" in row
    assert "“The ferry stays,” […] “whatever the bridge costs.”" in row
    assert "to the Harbour Post" in row


def test_column_for_whom_and_when_goes_where_nobody_needs_it() -> None:
    bare = msgspec.structs.replace(READING, attributions=READING.attributions[1:])
    assert "to · in · on" in render(READING, width=132)
    assert "to · in · on" not in render(bare, width=132)


def test_two_speakers_and_their_roles_are_told_apart_without_colour() -> None:
    mayor = AttributedSpeaker(entity="e1", name="Ada Holm", kind="person", role="Mayor")
    paper = AttributedSpeaker(entity="e2", name="Harbour Post", kind="organisation")
    both = msgspec.structs.replace(SPLIT, speakers=(mayor, paper))
    assert wording.who(both).plain == "Ada Holm,\nMayor;\nHarbour Post"


def test_negated_statement_says_so() -> None:
    assert "negated" in render(READING)


def test_source_that_nobody_knows_is_quoted_as_the_page_has_it() -> None:
    assert "“Her deputy”" in render(READING)


def test_counts_and_what_was_left_out_stand_at_the_end() -> None:
    shown = render(READING)
    assert "5 statements (3 indirect, 2 direct) by 2 speakers" in shown
    assert "left out of the page: 2 pieces (1 newsletter, 1 navigation)" in shown


def test_terminal_without_colour_still_tells_the_parts_apart() -> None:
    shown = render(READING, terminal=True, no_color=True)
    assert "\x1b[3" in shown  # italic or underlined cues
    assert "\x1b[1" in shown  # bold sources
    assert "⟦" in shown


def test_pipe_gets_no_escapes() -> None:
    assert "\x1b" not in render(READING)


def test_page_without_statements_shows_its_text_and_no_table() -> None:
    shown = render(reading_of("It rained all day."))
    assert "It rained all day." in shown
    assert "who, how" not in shown
    assert "0 statements" in shown


WIDE = "東京都知事は「水は止めない」と述べた。" * 9
RIGHT_TO_LEFT = "قال رئيس البلدية إن العبارة باقية. " * 9 + "نعم"


@pytest.mark.parametrize("text", [WIDE, RIGHT_TO_LEFT, "x" * 400])
def test_wide_letters_right_to_left_and_endless_words_stay_inside(text: str) -> None:
    lines = render(reading_of(text), width=60).splitlines()
    assert max(cell_len(line) for line in lines) <= 60


def test_escapes_in_a_headline_do_not_reach_the_terminal() -> None:
    shown = render(reading_of("A text.", headline="Ferry\x1b]0;owned\x07 stays"))
    assert "\x1b" not in shown
    assert "Ferry\ufffd]0;owned\ufffd stays" in shown


def test_square_brackets_in_a_page_are_text_and_not_markup() -> None:
    assert "[bold]loud[/bold]" in render(reading_of("He said [bold]loud[/bold]."))
