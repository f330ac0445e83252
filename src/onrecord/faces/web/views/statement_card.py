"""One statement beside its text: everything that is known of it."""

from __future__ import annotations

import msgspec

from onrecord.faces.web.views.links import text_fragment
from onrecord.faces.web.views.quoting import GAP, SpeakerName, speaker_names
from onrecord.schema import Form, Review, Span, Stance, Statement


class StatementCard(msgspec.Struct, frozen=True, kw_only=True):
    """A statement with its spans. `number` is its place on the page; `live` leads to its words on the live page."""

    number: int
    id: str
    speakers: tuple[SpeakerName, ...]
    source: str
    cue: str
    content: str
    form: Form
    stance: Stance
    negated: bool
    score: float
    said_on: str | None
    addressee: str | None
    medium: str | None
    live: str | None
    review: Review | None


def statement_card(number: int, statement: Statement) -> StatementCard:
    """Lay out one statement."""
    one = statement.attribution
    return StatementCard(
        number=number, id=one.id, speakers=speaker_names(statement),
        source=_joined(one.source), cue=_joined(one.cue), content=_joined(one.content),
        form=one.form, stance=one.stance, negated=one.negated, score=one.score, said_on=one.said_on,
        addressee=one.addressee.text if one.addressee else None, medium=one.medium.text if one.medium else None,
        live=text_fragment(statement.article.url, one.content[0].text), review=statement.review,
    )  # fmt: skip


def in_order(statements: list[Statement]) -> list[Statement]:
    """Sort an article's statements as they stand in its text."""
    return sorted(statements, key=lambda one: (min(span.start for span in one.attribution.spans), one.id))


def _joined(spans: tuple[Span, ...]) -> str:
    return GAP.join(span.text for span in spans)
