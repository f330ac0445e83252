"""From typed words to spans."""

from __future__ import annotations

import pytest

from onrecord.errors import UsageError
from onrecord.faces.typed_spans import line_of, typed_spans
from onrecord.schema import Span

TEXT = "“We said no,” he said.\n\n“We said it\ntwice 😀,” he said again."
NOW = Span.of(TEXT, TEXT.index("said it"), TEXT.index("said it") + 4)


def places(*typed: str, near: int = 0, now: tuple[Span, ...] = ()) -> list[tuple[int, str]]:
    return [(span.start, span.text) for span in typed_spans(TEXT, typed, near=near, now=now)]


def test_words_are_found_nearest_to_the_statement() -> None:
    assert places("said") == [(TEXT.index("said"), "said")]
    assert places("said", near=len(TEXT)) == [(TEXT.rindex("said"), "said")]


def test_a_span_that_the_statement_has_already_stays_where_it_is() -> None:
    assert places("said", now=(NOW,)) == [(NOW.start, "said")]


def test_words_with_a_place_mean_that_one() -> None:
    assert places(f"said @{NOW.start}") == [(NOW.start, "said")]
    assert places(f"{NOW.start}:{NOW.end}") == [(NOW.start, "said")]


def test_white_space_is_as_one_likes_and_other_letters_count_as_one() -> None:
    (found,) = typed_spans(TEXT, ["he said.  “We"], near=0)
    assert found.text == "he said.\n\n“We"
    assert line_of(found) == "he said. “We"
    assert places("😀,”")[0][0] == TEXT.index("😀")


def test_empty_lines_are_none() -> None:
    assert places("", "  ") == []


@pytest.mark.parametrize(
    "typed", ["nowhere", "said @0", "said @99999999999999999999", "7:7", "9:3", "0:999", "said .*"]
)
def test_what_does_not_stand_there_is_told(typed: str) -> None:
    with pytest.raises(UsageError):
        places(typed)


def test_what_was_said_may_end_like_a_place() -> None:
    text = "Write to us @12 today"
    (found,) = typed_spans(text, ["to us @12"], near=0)
    assert found.text == "to us @12"
