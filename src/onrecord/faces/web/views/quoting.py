"""Statements as lists show them: who, how, what, where."""

from __future__ import annotations

import msgspec

from onrecord.schema import ArticleReference, Form, Stance, Statement
from onrecord.store.overview import FoundStatement, Fragment

GAP = " … "


class SpeakerName(msgspec.Struct, frozen=True, kw_only=True):
    """Who said it, as one shows and links it. `id` is null for a source that is nobody in particular."""

    name: str
    role: str | None
    id: str | None


class StatementLine(msgspec.Struct, frozen=True, kw_only=True):
    """A statement in a list. `fragments` make up its contents; `said_on` is an ISO date, or null."""

    id: str
    speakers: tuple[SpeakerName, ...]
    source: str
    stance: Stance
    negated: bool
    form: Form
    fragments: tuple[Fragment, ...]
    said_on: str | None
    article: ArticleReference


def statement_line(statement: Statement, fragments: tuple[Fragment, ...] = ()) -> StatementLine:
    """Lay a statement out for a list; without fragments its contents are shown as they are."""
    attribution = statement.attribution
    contents = GAP.join(span.text for span in attribution.content)
    return StatementLine(
        id=statement.id, speakers=speaker_names(statement),
        source=GAP.join(span.text for span in attribution.source),
        stance=attribution.stance, negated=attribution.negated, form=attribution.form,
        fragments=fragments or (Fragment(contents, False),), said_on=attribution.said_on, article=statement.article,
    )  # fmt: skip


def found_line(found: FoundStatement) -> StatementLine:
    return statement_line(found.statement, found.fragments)


def speaker_names(statement: Statement) -> tuple[SpeakerName, ...]:
    """Pair the attribution's speakers with their ids across articles."""
    # Both are in the article's order; a corrected statement may name fewer than it has ids, never the other way.
    ids = dict(enumerate(statement.speaker_ids))
    return tuple(
        SpeakerName(name=one.name, role=one.role, id=None if one.kind == "unnamed" else ids.get(place))
        for place, one in enumerate(statement.attribution.speakers)
    )
