"""Spans that were found become an Attribution: its form, stance and circumstances."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.schema import Article, Attribution, Span, attribution_id
from onrecord.statements.circumstances import find_addressee, find_medium
from onrecord.statements.form import form_of
from onrecord.statements.negation import with_auxiliaries
from onrecord.statements.said_on import said_on
from onrecord.statements.stance import stance_of


def describe_attribution(
    article: Article, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span], score: float
) -> Attribution:
    """Describe one attribution of `article`; its speakers are for a later stage. Raises ValueError without content."""
    text = article.text
    whole_cue = with_auxiliaries(text, cue[0].start, shown(cue)) if cue else ""
    stance, negated = stance_of(whole_cue, shown(content), shown(source))
    return Attribution(
        id=attribution_id(article.id, content, cue),
        form=form_of(text, content, cue),
        stance=stance, negated=negated, score=score,
        source=tuple(source), cue=tuple(cue), content=tuple(content),
        addressee=find_addressee(text, cue, content, source),
        medium=find_medium(text, cue, content, source),
        said_on=said_on(text, cue, content, source, article.published),
    )  # fmt: skip


def shown(spans: Sequence[Span]) -> str:
    """The words of spans that may lie apart."""
    return " ".join(span.text for span in spans)
