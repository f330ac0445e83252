"""What a person says of one statement: accept, reject, re-span, re-assign."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import msgspec
from starlette.responses import Response

from onrecord.errors import ChangedMeanwhile, SourceNotFound
from onrecord.faces.typed_spans import typed_spans
from onrecord.faces.web.changing import Because, Changed, change
from onrecord.faces.web.pages import Pages
from onrecord.faces.web.rendering import render
from onrecord.faces.web.routes.statements import find_statement
from onrecord.faces.web.views.changed import changed_page
from onrecord.faces.web.visiting import Visit, Visiting
from onrecord.faces.web.wishes import Number, is_json
from onrecord.schema import Correction, Letter, Spans
from onrecord.store import RecordStore

pages = Pages("corrections")
_LONGEST_ANSWER = 4_000
"""Characters that a letter's answer may have."""


class Verdict(Because, frozen=True, kw_only=True):
    """`seen` is the number of the statement's last correction that the person saw, 0 for none: if there has been
    another since, nothing is changed. `letter` is the number of the letter that this answers."""

    seen: Number | None = None
    letter: Number | None = None


class SpansWish(Verdict, frozen=True, kw_only=True):
    """Where a statement stands, a span to a line: its words, `START:END`, or words with their place, `said @120`."""

    source: str = ""
    cue: str = ""
    content: str = ""


class SpeakerWish(Verdict, frozen=True, kw_only=True):
    """Who said it: a name or an id; empty where the page does not say who."""

    speaker: str = ""


@change(pages, "/statements/{id}/accept")
def accept(visit: Visiting, id: str, wish: Verdict) -> Changed | Response:
    """Say that a statement is right as it is shown."""
    return _judge(visit, id, wish, lambda record: record.reviews.accept)


@change(pages, "/statements/{id}/reject")
def reject(visit: Visiting, id: str, wish: Verdict) -> Changed | Response:
    """Say that this is no statement."""
    return _judge(visit, id, wish, lambda record: record.reviews.reject)


@change(pages, "/statements/{id}/spans")
def respan(visit: Visiting, id: str, wish: SpansWish) -> Changed | Response:
    """Say where source, cue and content stand."""
    return _judge(
        visit, id, wish,
        lambda record: partial(_respan, record, wish),
    )  # fmt: skip


@change(pages, "/statements/{id}/speaker")
def reassign(visit: Visiting, id: str, wish: SpeakerWish) -> Changed | Response:
    """Say who said it."""
    return _judge(visit, id, wish, lambda record: partial(_reassign, record, wish))


Judge = Callable[..., Correction]


def _judge(visit: Visit, id: str, wish: Verdict, choose: Callable[[RecordStore], Judge]) -> Changed | Response:
    """Carry a judgement out, and answer the letter that led to it. Another's meanwhile is shown, not overwritten."""
    with visit.open_record() as record:
        letter = None if wish.letter is None else find_letter(record, wish.letter)
        try:
            made = choose(record)(id, who=visit.person.name, because=wish.because, seen=wish.seen)
        except ChangedMeanwhile as error:
            return _explained(visit, record, id, wish, error)
        if letter is not None:
            answer = wish.because[:_LONGEST_ANSWER]  # what was done must not fail for the length of its reason
            record.reviews.answer_letter(letter.number, answer, who=visit.person.name, correction=made.number)
        return Changed(made, to=f"/statements/{made.places[0].statement}")


def _respan(record: RecordStore, wish: SpansWish, id: str, *, who: str, because: str, seen: int | None) -> Correction:
    statement = find_statement(record, id)
    text, now = record.reading(statement.article.id).article.text, statement.attribution
    near = now.content[0].start
    spans = Spans(
        source=typed_spans(text, wish.source.splitlines(), near=near, now=now.source),
        cue=typed_spans(text, wish.cue.splitlines(), near=near, now=now.cue),
        content=typed_spans(text, wish.content.splitlines(), near=near, now=now.content),
    )
    return record.reviews.respan(id, spans, who=who, because=because, seen=seen)


def _reassign(
    record: RecordStore, wish: SpeakerWish, id: str, *, who: str, because: str, seen: int | None
) -> Correction:
    return record.reviews.reassign(id, wish.speaker, who=who, because=because, seen=seen)


def _explained(visit: Visit, record: RecordStore, id: str, wish: Verdict, error: ChangedMeanwhile) -> Response:
    """Show what somebody else did meanwhile, with the wish as it was, to be asked for again from there."""
    if is_json(visit.request):
        raise error
    statement = find_statement(record, id)
    fields = {name: str(value) for name, value in msgspec.structs.asdict(wish).items() if value not in (None, "")}
    page = changed_page(
        statement, record.reviews.history(statement.id), problem=error.problem, address=visit.request.url.path,
        fields=fields,
    )  # fmt: skip
    return render(visit.request, "changed.html", status=409, page=page)


def find_letter(record: RecordStore, number: int) -> Letter:
    """Return the letter with this number. Raises SourceNotFound."""
    found = next((one for one in record.reviews.letters() if one.number == number), None)
    if found is None:
        raise SourceNotFound(f"there is no letter {number}", remedy="The letters are listed under “Letters”.")
    return found
