"""Blocks of text become an Article with canonical text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.schema import BLOCK_BREAK, Article, Block, BlockKind, Caption, Furniture, article_id

# C0 and C1 controls, zero-width marks, soft hyphens and byte-order marks show nothing and break every comparison.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff]")


@dataclass(frozen=True)
class Piece:
    """A block before it has a place: its kind and text; for a caption also who is credited."""

    kind: BlockKind
    text: str
    credit: str | None = None


@dataclass(frozen=True, kw_only=True)
class Metadata:
    """What a page says of its article, each field null where the page doesn't say."""

    headline: str | None = None
    section: str | None = None
    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
    agency: str | None = None
    publisher: str | None = None
    language: str | None = None
    url: str | None = None
    paywalled: bool | None = None
    live: bool = False


def canonical(text: str) -> str:
    """NFC, every run of white space one space, nothing invisible, no space at either end."""
    if text.isprintable():  # nearly all lines: nothing invisible in them, no lone surrogates
        composed = text if text.isascii() else unicodedata.normalize("NFC", text)
        return " ".join(composed.split()) if "  " in composed else composed.strip(" ")
    shown = text.encode("utf-8", "replace").decode("utf-8")  # lone surrogates have no place in a text
    # Invisible ones first: "e", zero-width space, accent compose only once nothing stands between them.
    return " ".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", shown)).split())


def compose_article(pieces: Sequence[Piece], metadata: Metadata, furniture: Sequence[Furniture] = ()) -> Article:
    """Lay out the pieces in their order, one empty line between them; empty ones vanish."""
    text = ""
    blocks: list[Block] = []
    captions: list[Caption] = []
    for piece in pieces:
        shown = canonical(piece.text)
        if not shown:
            if piece.credit:  # a picture without a caption is credited where it stands
                captions.append(Caption(len(text), len(text), "", piece.credit))
            continue
        start = len(text) + (len(BLOCK_BREAK) if text else 0)
        text += (BLOCK_BREAK if text else "") + shown
        blocks.append(Block(piece.kind, start, len(text)))
        if piece.kind == "caption":
            captions.append(Caption(start, len(text), shown, piece.credit))
    return Article(
        id=article_id(text, metadata.publisher, metadata.published),
        text=text, blocks=tuple(blocks), captions=tuple(captions), furniture=tuple(furniture),
        headline=metadata.headline, section=metadata.section, published=metadata.published,
        modified=metadata.modified, authors=metadata.authors, agency=metadata.agency,
        publisher=metadata.publisher, language=metadata.language, url=metadata.url,
        paywalled=metadata.paywalled, live=metadata.live,
    )  # fmt: skip
