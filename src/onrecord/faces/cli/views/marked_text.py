"""A stretch of an article as styled text, its marks written into it. Marks may nest, touch and cross."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.style import Style
from rich.text import Text

from onrecord.faces.cli.views.marks import Mark, Part, clip_marks
from onrecord.faces.cli.views.notation import SIGN_STYLES, STYLES, Notation


def mark_text(text: str, start: int, end: int, marks: Sequence[Mark], notation: Notation) -> Text:
    """Show `text[start:end]`; every character keeps the styles of all marks that it stands in."""
    inside = clip_marks(marks, start, end)
    shown = Text()
    position = start
    for place in sorted({edge for mark in inside for edge in (mark.start, mark.end)} | {end}):
        shown.append(text[position:place], _style_between(inside, position, place))
        for sign, part in _signs_at(place, inside, notation):
            shown.append(sign, SIGN_STYLES[part])
        position = place
    return shown


def _style_between(marks: Sequence[Mark], start: int, end: int) -> Style:
    # Content first: in '⟦he believed‹Putin› wanted peace⟧' the inner source shows through the outer content.
    covering = [mark for mark in marks if mark.start <= start and mark.end >= end]
    covering.sort(key=lambda mark: ("content", "source", "cue").index(mark.part))
    return Style.combine(Style.parse(STYLES[mark.part]) for mark in covering) if covering else Style.null()


def _signs_at(place: int, marks: Sequence[Mark], notation: Notation) -> Iterator[tuple[str, Part]]:
    """Close before opening; the mark opened last closes first, the longest opens first, as brackets nest."""
    closing = [mark for mark in marks if mark.end == place]
    for mark in sorted(closing, key=lambda mark: (-mark.start, mark.part != "cue")):
        yield _closing_sign(mark, marks, notation), mark.part
    opening = [mark for mark in marks if mark.start == place]
    for mark in sorted(opening, key=lambda mark: (-mark.end, mark.part != "content")):
        sign, _ = notation.signs[mark.part]
        yield sign + (notation.number(mark.numbers) if mark.part == "content" else ""), mark.part


def _closing_sign(mark: Mark, marks: Sequence[Mark], notation: Notation) -> str:
    _, sign = notation.signs[mark.part]
    if mark.part == "content" and not _is_ambiguous(mark, marks):
        return sign
    return sign + notation.number(mark.numbers)


def _is_ambiguous(mark: Mark, marks: Sequence[Mark]) -> bool:
    """Could the closing bracket be another content's? Then it repeats its number: ⟦¹he said ⟦²yes⟧²⟧¹."""
    others = (other for other in marks if other.part == "content" and other is not mark)
    return any(other.start < mark.end and mark.start < other.end for other in others)
