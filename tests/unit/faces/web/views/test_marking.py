"""What one sees of overlapping marks, by a worked example."""

from __future__ import annotations

from onrecord.faces.web.views.marking import Mark, Marker, SegmentMark, marks_of
from onrecord.schema import Attribution, Span

TEXT = "Her deputy said Holm believed it would not come."


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def test_a_statement_within_another_s_content_is_marked_inside_it() -> None:
    outer = Mark(*place("Holm believed it would not come"), 1, "content", "indirect")
    inner = Mark(*place("it would not come"), 2, "content", "mixed")
    source = Mark(*place("Holm"), 2, "source", "mixed")
    segments = Marker(TEXT, [inner, outer, source]).segments(0, len(TEXT))
    assert [one.text for one in segments] == ["Her deputy said ", "Holm", " believed ", "it would not come", "."]
    assert segments[1].marks == (
        SegmentMark(1, "content", "indirect", 0), SegmentMark(2, "source", "mixed", 1),
    )  # fmt: skip
    assert segments[3].marks == (
        SegmentMark(1, "content", "indirect", 0), SegmentMark(2, "content", "mixed", 1),
    )  # fmt: skip
    assert segments[1].begins == (1, 2)


def test_a_split_quotation_begins_once() -> None:
    text = "“No,” she said, “never.”"
    one = Attribution(
        id="s-1", form="direct", stance="denies", negated=False, score=0.9,
        source=(Span.of(text, 6, 9),), cue=(Span.of(text, 10, 14),),
        content=(Span.of(text, 0, 5), Span.of(text, 16, 24)),
    )  # fmt: skip
    segments = Marker(text, marks_of([one])).segments(0, len(text))
    assert [segment.begins for segment in segments if segment.begins] == [(1,)]
    assert [(segment.text, segment.marks[0].part) for segment in segments if segment.marks] == [
        ("“No,”", "content"), ("she", "source"), ("said", "cue"), ("“never.”", "content"),
    ]  # fmt: skip


def test_a_mark_that_runs_over_paragraphs_is_cut_at_each() -> None:
    text = "“We were not asked.\n\n“Nobody asks us.”"
    marker = Marker(text, [Mark(0, len(text), 1, "content", "direct")])
    first, second = marker.segments(0, 19), marker.segments(21, len(text))
    assert [one.text for one in first] == ["“We were not asked."]
    assert [one.text for one in second] == ["“Nobody asks us.”"]
    assert second[0].begins == ()


def test_a_text_without_marks_is_one_segment_and_an_empty_stretch_none() -> None:
    assert [one.text for one in Marker("Rain.", []).segments(0, 5)] == ["Rain."]
    assert Marker("Rain.", []).segments(2, 2) == ()
