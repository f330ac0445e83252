"""From what a person typed on the command line to a statement's spans."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.errors import UsageError
from onrecord.faces.typed_spans import typed_spans
from onrecord.schema import Span, Spans, Statement
from onrecord.store import RecordStore


def respanned(
    record: RecordStore, id: str, *, source: Sequence[str] | None, cue: Sequence[str] | None,
    content: Sequence[str] | None,
) -> Spans:  # fmt: skip
    """Return a statement's spans, those that were typed in place of those it has. Raises UsageError."""
    statement = record.show(id)
    if not isinstance(statement, Statement):
        raise UsageError(f"{id} is not a statement", remedy="`onrecord show` tells what an id names.")
    text = record.reading(statement.article.id).article.text
    now, near = statement.attribution, statement.attribution.content[0].start

    def chosen(typed: Sequence[str] | None, stands: tuple[Span, ...]) -> tuple[Span, ...]:
        return stands if typed is None else typed_spans(text, typed, near=near)

    return Spans(
        source=chosen(source, now.source), cue=chosen(cue, now.cue), content=chosen(content, now.content)
    )  # fmt: skip
