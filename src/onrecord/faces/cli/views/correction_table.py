"""The log of corrections as a table."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.faces.cli.views.dates import show_date
from onrecord.faces.cli.views.screen import printable
from onrecord.faces.cli.views.wording import join_spans, shorten
from onrecord.schema import Correction, Place

_LONGEST_WORDS = 80
_SHOWN_ID = 10


def show_corrections(made: Sequence[Correction]) -> RenderableType:
    """One row for each, the earliest first; those undone say by which."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for column in ("#", "what", "who", "when", "why"):
        table.add_column(column, overflow="fold", justify="right" if column == "#" else "left")
    for one in made:
        table.add_row(
            Text(str(one.number), "bold"), Text(printable(_what(one))), Text(printable(one.who)),
            Text(show_date(one.at) or one.at, "dim"), Text(printable(one.because)),
        )  # fmt: skip
    return table


def _what(correction: Correction) -> str:
    undone = f" (undone by {correction.undone_by})" if correction.undone_by else ""
    kind = correction.kind.replace("_", " ")
    return f"{kind} {_about(correction)}{undone}"


def _about(correction: Correction) -> str:
    named = [anchors[0].name for anchors in correction.subjects if anchors]
    words = " and ".join(map(_place, correction.places))
    match correction.kind:
        case "undo":
            return str(correction.undoes)
        case "merge":
            return " and ".join(named)
        case "rename":
            return f"{', '.join(named)} → {', '.join(correction.names)}"
        case "split":
            return f"{', '.join(named[:1])}: " + ", ".join(
                correction.names or [f"{len(correction.subjects[1])} articles"]
            )
        case "respan":
            spans = correction.spans.content if correction.spans else ()
            return f"{words} → “{shorten(join_spans(spans), _LONGEST_WORDS)}”"
        case "reassign":
            return f"{words} → {', '.join(correction.names) or 'nobody named'}"
        case _:
            return words


def _place(place: Place) -> str:
    id = (place.statement or place.article)[:_SHOWN_ID]
    return f"{id} “{shorten(join_spans(place.content), _LONGEST_WORDS)}”" if place.content else id
