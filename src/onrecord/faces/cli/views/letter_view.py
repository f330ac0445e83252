"""Readers' letters, each with what it is about and what was answered."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.faces.cli.views.dates import show_date
from onrecord.faces.cli.views.screen import printable
from onrecord.faces.cli.views.wording import join_spans, shorten
from onrecord.schema import Letter

_LONGEST_WORDS = 100
_SHOWN_ID = 10


def show_letters(letters: Sequence[Letter]) -> RenderableType:
    """One after the other, an empty line between."""
    return Group(*(part for letter in letters for part in (*_parts(letter), Text())))


def _parts(letter: Letter) -> list[RenderableType]:
    place = letter.place
    head = [f"letter {letter.number}", letter.state, printable(letter.sender or "no name"), show_date(letter.at) or ""]
    about = (place.statement or place.article)[:_SHOWN_ID]
    if place.content:
        about += f" “{printable(shorten(join_spans(place.content), _LONGEST_WORDS))}”"
    parts: list[RenderableType] = [Text(" · ".join(head), "bold"), Text(f"on {about}", "dim")]
    parts.append(Padding(Text(printable(letter.text)), (0, 0, 0, 2)))
    if letter.answer:
        led = f", correction {letter.correction}" if letter.correction else ""
        told = (
            f"{printable(letter.answered_by or '')}, {show_date(letter.answered_at)}{led}: {printable(letter.answer)}"
        )
        parts.append(Padding(Text(told, "italic"), (0, 0, 0, 2)))
    return parts
