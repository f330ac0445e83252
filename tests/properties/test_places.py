"""A corrected statement is found where its words stand now, whatever came before, between or after them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.schema import Span
from onrecord.store.sqlite.places import find_spans

WORDS = st.lists(st.text("abcdé’“", min_size=1, max_size=6), min_size=1, max_size=8).map(" ".join)
OTHER_WORDS = st.lists(st.text("xyz", min_size=1, max_size=6), max_size=8).map(" ".join)


@given(WORDS, WORDS, OTHER_WORDS, OTHER_WORDS, OTHER_WORDS)
def test_spans_are_found_again_as_slices_of_the_new_text(
    cue: str, content: str, before: str, between: str, after: str
) -> None:
    old = f"{cue} {content}"
    spans = Span.of(old, 0, len(cue)), Span.of(old, len(cue) + 1, len(old))
    new = " ".join(part for part in (before, cue, between, content, after) if part)
    found = find_spans(spans, new)
    assert found is not None
    assert [span.text for span in found] == [cue, content]
    assert all(span.shows(new) for span in found)


@given(WORDS, OTHER_WORDS)
def test_words_that_are_not_there_are_not_found(words: str, text: str) -> None:
    assert find_spans((Span.of(words, 0, len(words)),), text) is None


@given(WORDS)
def test_kinds_of_marks_and_white_space_do_not_hide_words(words: str) -> None:
    new = "x " + words.replace("’", "'").replace("“", '"').replace(" ", "\n\n")
    found = find_spans((Span.of(words, 0, len(words)),), new)
    assert found is not None
    assert found[0].text == new[2:]
