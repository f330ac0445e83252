"""The reading view: an article's text with what was said in it marked, and a card for every statement."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.faces.web.views.correcting import CorrectionLine
from onrecord.faces.web.views.links import safe_url
from onrecord.faces.web.views.marking import Marker, Segment, marks_of
from onrecord.faces.web.views.statement_card import StatementCard, in_order, statement_card
from onrecord.schema import (
    Article,
    Block,
    BlockKind,
    FurnitureReason,
    PageReference,
    Producer,
    Reading,
    Statement,
    Story,
)


class ShownBlock(msgspec.Struct, frozen=True, kw_only=True):
    """A block of the text in segments. `credits` are a caption's: who made the picture."""

    kind: BlockKind
    start: int
    end: int
    segments: tuple[Segment, ...]
    credits: tuple[str, ...] = ()


class FurnitureGroup(msgspec.Struct, frozen=True, kw_only=True):
    """What was left out of the page for one reason."""

    reason: FurnitureReason
    texts: tuple[str, ...]


class ArticlePage(msgspec.Struct, frozen=True, kw_only=True):
    """An article as one reads it. `blocks` give back its canonical text; `link` is its address where that is safe."""

    id: str
    headline: str | None
    section: str | None
    published: str | None
    modified: str | None
    authors: tuple[str, ...]
    agency: str | None
    publisher: str | None
    language: str | None
    link: str | None
    paywalled: bool | None
    live: bool
    blocks: tuple[ShownBlock, ...]
    statements: tuple[StatementCard, ...]
    furniture: tuple[FurnitureGroup, ...]
    page: PageReference
    producer: Producer
    recorded_at: str
    story: Story | None
    rejected: tuple[StatementCard, ...]
    notice: CorrectionLine | None


def article_page(
    reading: Reading, statements: list[Statement],
    *, recorded_at: str, story: Story | None = None, rejected: Sequence[Statement] = (),
    notice: CorrectionLine | None = None,
) -> ArticlePage:  # fmt: skip
    """Lay out an article with its statements as the record has them now, people's corrections included.

    `rejected` are statements that people took away, `notice` is what was just corrected.
    """
    article, ordered = reading.article, in_order(statements)
    return ArticlePage(
        id=article.id, headline=article.headline, section=article.section, published=article.published,
        modified=article.modified, authors=article.authors, agency=article.agency, publisher=article.publisher,
        language=article.language, link=safe_url(article.url or reading.page.origin.url),
        paywalled=article.paywalled, live=article.live, blocks=shown_blocks(article, ordered),
        statements=tuple(statement_card(number, one) for number, one in enumerate(ordered, start=1)),
        furniture=furniture_groups(article), page=reading.page, producer=reading.producer,
        recorded_at=recorded_at, story=story, rejected=tuple(statement_card(0, one) for one in rejected), notice=notice,
    )  # fmt: skip


def shown_blocks(article: Article, ordered: Sequence[Statement]) -> tuple[ShownBlock, ...]:
    """Cut every block along the marks of the statements, which are numbered from 1 in this order."""
    marker = Marker(article.text, marks_of(one.attribution for one in ordered))
    return tuple(
        ShownBlock(
            kind=block.kind, start=block.start, end=block.end, segments=marker.segments(block.start, block.end),
            credits=_credits(article, block),
        )
        for block in article.blocks
    )  # fmt: skip


def _credits(article: Article, block: Block) -> tuple[str, ...]:
    inside = (one for one in article.captions if block.start <= one.start < block.end)
    return tuple(dict.fromkeys(one.credit for one in inside if one.credit))


def furniture_groups(article: Article) -> tuple[FurnitureGroup, ...]:
    """Gather what was left out by reason, in the order in which the page first gives one."""
    groups: dict[FurnitureReason, list[str]] = {}
    for piece in article.furniture:
        groups.setdefault(piece.reason, []).append(piece.text)
    return tuple(FurnitureGroup(reason=reason, texts=tuple(texts)) for reason, texts in groups.items())
