"""Marks may overlap in every way: the text in segments is the text, and every segment names what runs through it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.faces.web.views.marking import Mark, Marker, Part
from onrecord.schema import Form

TEXT = "“No,” she said, “never.” 𝔘nd der Bürgermeister sagte: nie. הוא אמר לא"
PARTS: tuple[Part, ...] = ("source", "cue", "content")
FORMS: tuple[Form, ...] = ("direct", "indirect", "mixed")


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    def mark(statement: int) -> Mark:
        start = draw(st.integers(0, len(TEXT) - 1))
        end = draw(st.integers(start + 1, len(TEXT)))
        return Mark(start, end, statement, draw(st.sampled_from(PARTS)), draw(st.sampled_from(FORMS)))

    return [mark(1 + number // 3) for number in range(draw(st.integers(0, 12)))]


bounds = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted)


@given(marks(), bounds)
def test_segments_joined_give_back_the_text(found: list[Mark], bound: list[int]) -> None:
    start, end = bound
    segments = Marker(TEXT, found).segments(start, end)
    assert "".join(one.text for one in segments) == TEXT[start:end]
    assert all(TEXT[one.start : one.start + len(one.text)] == one.text for one in segments)
    assert all(one.text for one in segments)


@given(marks(), bounds)
def test_each_letter_carries_just_the_marks_that_cover_it(found: list[Mark], bound: list[int]) -> None:
    start, end = bound
    for segment in Marker(TEXT, found).segments(start, end):
        carried = sorted((one.statement, one.part, one.form) for one in segment.marks)
        for at in range(segment.start, segment.start + len(segment.text)):
            covering = sorted((one.statement, one.part, one.form) for one in found if one.start <= at < one.end)
            assert carried == covering


@given(marks())
def test_each_statement_begins_once_where_its_first_span_does(found: list[Mark]) -> None:
    segments = Marker(TEXT, found).segments(0, len(TEXT))
    begun = {statement: segment.start for segment in segments for statement in segment.begins}
    assert sum(len(segment.begins) for segment in segments) == len(begun)
    assert begun == {one.statement: min(m.start for m in found if m.statement == one.statement) for one in found}


@given(marks())
def test_the_text_cut_at_blocks_is_the_text_cut_at_once(found: list[Mark]) -> None:
    marker, middle = Marker(TEXT, found), len(TEXT) // 2
    parts = (*marker.segments(0, middle), *marker.segments(middle, len(TEXT)))
    assert "".join(one.text for one in parts) == TEXT
    assert sorted(n for one in parts for n in one.begins) == sorted({one.statement for one in found})
