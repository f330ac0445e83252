"""Two wordings of one quotation, word by word: what was left out, added or changed, and what that makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, Literal

import msgspec

from onrecord.quotations.words import Word, words_of
from onrecord.schema.stories import VariantKind

SegmentKind = Literal["same", "left_out", "added", "changed"]
_ELSEWHERE: Final = 3


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch in which two wordings agree or differ; a side that has nothing there is empty at its place.

    `whole` and `variant` are slices `[start, end)` of the two texts. `editorial` says that what differs stands in
    square brackets; `marked`, that the text shows by an ellipsis or a new passage that something is missing there.
    """

    kind: SegmentKind
    whole: str
    variant: str
    whole_start: int
    whole_end: int
    variant_start: int
    variant_end: int
    editorial: bool = False
    marked: bool = False


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """A variant beside the fullest wording, as it is shown: what it is, and its segments in order."""

    kind: VariantKind
    segments: tuple[Segment, ...]


def compare_wording(whole: str, variant: str) -> list[Segment]:
    """Align two wordings word by word; together the segments hold every word of both, in order.

    No differences are marks, dashes, hyphens, apostrophes, case, accents, British or American spelling, and small
    numbers in words or figures.
    """
    ours, theirs = words_of(whole), words_of(variant)
    matcher = SequenceMatcher(None, [word.form for word in ours], [word.form for word in theirs], autojunk=False)
    segments: list[Segment] = []
    for operation, a, b, c, d in matcher.get_opcodes():
        for kind, ours_at, theirs_at in _parts(operation, (a, b, len(ours)), (c, d, len(theirs))):
            segments.append(_segment(kind, (whole, ours, *ours_at), (variant, theirs, *theirs_at)))
    return segments


def describe_variant(whole: str, variant: str) -> Wording:
    """Say what a variant does to the fullest wording, and show where."""
    segments = compare_wording(whole, variant)
    return Wording(kind=_kind(segments), segments=tuple(segments))


_Range = tuple[int, int]


def _parts(
    operation: str, ours: tuple[int, int, int], theirs: tuple[int, int, int]
) -> Iterator[tuple[SegmentKind, _Range, _Range]]:  # fmt: skip
    (a, b, _), (c, d, _) = ours, theirs
    if operation == "replace" and _goes_on_elsewhere(ours, theirs):
        # One paper begins or ends with a sentence, another with a different one: nobody changed a word.
        yield "left_out", (a, b), (c, c)
        yield "added", (b, b), (c, d)
        return
    kinds: dict[str, SegmentKind] = {
        "equal": "same", "delete": "left_out", "insert": "added", "replace": "changed",
    }  # fmt: skip
    yield kinds[operation], (a, b), (c, d)


def _goes_on_elsewhere(ours: tuple[int, int, int], theirs: tuple[int, int, int]) -> bool:
    (a, b, length), (c, d, other_length) = ours, theirs
    at_an_end = (a == 0 and c == 0) or (b == length and d == other_length)
    return at_an_end and min(b - a, d - c) >= _ELSEWHERE


_Side = tuple[str, Sequence[Word], int, int]


def _segment(kind: SegmentKind, ours: _Side, theirs: _Side) -> Segment:
    (whole, whole_start, whole_end), (variant, variant_start, variant_end) = _slice(ours), _slice(theirs)
    return Segment(
        kind=kind, whole=whole, variant=variant, whole_start=whole_start, whole_end=whole_end,
        variant_start=variant_start, variant_end=variant_end,
        editorial=kind != "same" and (_is_editorial(ours) or _is_editorial(theirs)),
        marked=kind != "same" and (_is_marked(ours) or _is_marked(theirs)),
    )  # fmt: skip


def _slice(side: _Side) -> tuple[str, int, int]:
    text, words, first, end = side
    if first < end:
        return text[words[first].start : words[end - 1].end], words[first].start, words[end - 1].end
    at = words[first - 1].end if first else 0
    return "", at, at


def _is_editorial(side: _Side) -> bool:
    _, words, first, end = side
    return first < end and all(word.editorial for word in words[first:end])


def _is_marked(side: _Side) -> bool:
    """Does the text show a gap from before these words to after them?"""
    _, words, first, end = side
    return any(word.after_gap for word in words[first : end + 1])


def _kind(segments: Sequence[Segment]) -> VariantKind:
    differing = [segment for segment in segments if segment.kind != "same" and not segment.editorial]
    inner = [segment for segment in differing if segment is not segments[0] and segment is not segments[-1]]
    edges = {"left_out", "added"}
    inner = [one for one in inner if not (one.kind in edges and _beside_an_end(segments, one))]
    if any(one.kind == "changed" and not one.marked for one in differing):
        return "altered"
    if any(one.kind == "added" and not one.marked for one in inner):
        return "altered"
    if any(one.kind == "left_out" and not one.marked for one in inner):
        return "joined"
    return "cut" if any(one.kind in ("left_out", "changed") for one in differing) else "same"


def _beside_an_end(segments: Sequence[Segment], one: Segment) -> bool:
    """A text that begins or ends elsewhere leaves two segments at its end."""
    same = [number for number, segment in enumerate(segments) if segment.kind == "same"]
    at = next(number for number, segment in enumerate(segments) if segment is one)
    return not same or at < same[0] or at > same[-1]
