"""Readings made by hand from texts written for these tests."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.schema import (
    Article,
    AttributedSpeaker,
    Attribution,
    Block,
    BlockKind,
    Caption,
    Entity,
    Form,
    Furniture,
    Origin,
    Page,
    Producer,
    Reading,
    Span,
    Stance,
    article_id,
    attribution_id,
)  # fmt: skip

PIECES: tuple[tuple[BlockKind, str], ...] = (
    ("headline", "Harbour mayor denies the ferry will close"),
    ("paragraph", "“The ferry stays,” Mayor Ada Holm told the Harbour Post on Monday, “whatever the bridge costs.”"),
    ("caption", "The ferry Lovise at its pier."),
    ("subheading", "A long quarrel"),
    ("paragraph", "Her deputy said the council believed Holm wanted a vote, and that it would not come."),
    ("paragraph", "“We were not asked,” a fisherman said. “Nobody asks us. We learn it"),
    ("paragraph", "“from the newspaper.”"),
)
TEXT = "\n\n".join(text for _, text in PIECES)


def span(text: str, *, after: str = "") -> Span:
    """The first occurrence of `text` in TEXT behind the first occurrence of `after`."""
    start = TEXT.index(text, TEXT.index(after) if after else 0)
    return Span.of(TEXT, start, start + len(text))


def spans(*texts: str, after: str = "") -> tuple[Span, ...]:
    return tuple(span(text, after=after) for text in texts)


def attribution(
    source: Sequence[Span],
    cue: Sequence[Span],
    content: Sequence[Span],
    *,
    form: Form = "indirect",
    stance: Stance = "asserts",
    speakers: tuple[AttributedSpeaker, ...] = (),
    **more: Span | str | bool | None,
) -> Attribution:
    return Attribution(
        id=attribution_id(ARTICLE.id, content, cue), form=form, stance=stance, negated=bool(more.pop("negated", False)),
        score=0.91, source=tuple(source), cue=tuple(cue), content=tuple(content), speakers=speakers, **more,
    )  # type: ignore[arg-type]  # fmt: skip


def _article() -> Article:
    blocks: list[Block] = []
    captions: list[Caption] = []
    at = 0
    for kind, text in PIECES:
        blocks.append(Block(kind, at, at + len(text)))
        if kind == "caption":
            captions.append(Caption(at, at + len(text), text, "Jo Lund"))
        at += len(text) + 2
    return Article(
        id=article_id(TEXT, "Harbour Post", "2026-03-02"), text=TEXT, blocks=tuple(blocks), captions=tuple(captions),
        headline=PIECES[0][1], section="Local", published="2026-03-02T09:30:00+01:00", authors=("Eva Moe",),
        publisher="Harbour Post", language="en",
        furniture=(Furniture("Sign up!", "newsletter"), Furniture("Home News Sport", "navigation")),
    )  # fmt: skip


ARTICLE = _article()
HOLM = AttributedSpeaker(entity="e1", name="Ada Holm", kind="person", role="Mayor")
FISHERMAN = AttributedSpeaker(entity="e2", name="a fisherman", kind="unnamed")

SPLIT = attribution(
    spans("Mayor Ada Holm"), spans("told"), spans("“The ferry stays,”", "“whatever the bridge costs.”"),
    form="direct", speakers=(HOLM,), addressee=span("the Harbour Post"), said_on="2026-03-02",
)  # fmt: skip
DENIAL = attribution(
    spans("Harbour mayor"), spans("denies"), spans("the ferry will close"), stance="denies", speakers=(HOLM,)
)
OUTER = attribution(
    spans("Her deputy"), spans("said"), spans("the council believed Holm wanted a vote, and that it would not come"),
    negated=True,
)  # fmt: skip
INNER = attribution(spans("the council"), spans("believed"), spans("Holm wanted a vote"))
LONG = attribution(
    spans("a fisherman"), spans("said", after="a fisherman"),
    (span("“We were not asked,”"), span("“Nobody asks us. We learn it\n\n“from the newspaper.”")),
    form="direct", speakers=(FISHERMAN,),
)  # fmt: skip

PAGE = Page(content=b"<p>the ferry</p>", origin=Origin(path="ferry.html"), content_type="text/html")
READING = Reading(
    page=PAGE.reference,
    article=ARTICLE,
    attributions=(SPLIT, DENIAL, OUTER, INNER, LONG),
    entities=(Entity(id="e1", name="Ada Holm", kind="person", roles=("Mayor",)),),
    producer=Producer(onrecord="0.1.0", model="by hand", settings="none"),
)
