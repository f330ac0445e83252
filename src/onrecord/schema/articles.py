"""What a page publishes: canonical text, the blocks that cover it, and what was left out."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import Literal

import msgspec

BlockKind = Literal[
    "headline", "byline", "dateline", "paragraph", "subheading", "caption", "list_item", "quote", "note",
]  # fmt: skip
"""`note` is the newsroom's word on its own story: what was corrected in it, that it was updated."""
FurnitureReason = Literal[
    "navigation", "advertisement", "promotion", "related", "comments", "legal", "share",
    "newsletter", "paywall", "duplicate", "metadata", "correction_notice", "other",
]  # fmt: skip
BLOCK_BREAK = "\n\n"


class Block(msgspec.Struct, frozen=True):
    """A stretch of `Article.text` of one kind."""

    kind: BlockKind
    start: int
    end: int


class Caption(msgspec.Struct, frozen=True):
    """A picture's caption: the slice `[start, end)` of its caption block, and who is credited for the picture."""

    start: int
    end: int
    text: str
    credit: str | None = None


class Furniture(msgspec.Struct, frozen=True):
    """Text of the page that is not the article's, and why it was left out."""

    text: str
    reason: FurnitureReason


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """Canonical text (NFC, blocks joined by one empty line) and what the page says of it.

    `published` and `modified` are ISO 8601: a date, or a date-time with its offset where the page gives one.
    `paywalled` is null where the page doesn't say whether reading costs; `live` marks a live blog.
    Raises ValueError where the blocks don't cover the text or a caption isn't the slice that it names.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
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
    captions: tuple[Caption, ...] = ()
    furniture: tuple[Furniture, ...] = ()

    def __post_init__(self) -> None:
        check_blocks(self.text, self.blocks)
        for caption in self.captions:
            if self.text[caption.start : caption.end] != caption.text:
                raise ValueError(f"caption [{caption.start}, {caption.end}) is not the slice that it names")


def check_blocks(text: str, blocks: tuple[Block, ...]) -> None:
    """Raise ValueError unless `text` is canonical and `blocks` cover it, one empty line between them."""
    if not unicodedata.is_normalized("NFC", text):
        raise ValueError("the article's text is not in NFC")
    at = 0
    for number, block in enumerate(blocks):
        gap = BLOCK_BREAK if number else ""
        if block.start != at + len(gap) or text[at : block.start] != gap or block.end <= block.start:
            raise ValueError(f"block {number} [{block.start}, {block.end}) leaves a hole before it")
        if text[block.start].isspace() or text[block.end - 1].isspace():
            raise ValueError(f"block {number} begins or ends with white space")
        at = block.end
    if at != len(text):
        raise ValueError("the blocks end before the text does")


def article_id(text: str, publisher: str | None, published: str | None) -> str:
    """Hash what makes an article this one: canonical text, publisher and day, so that a page read twice is one."""
    day = (published or "")[:10]
    digest = hashlib.sha256("\x00".join((text, publisher or "", day)).encode("utf-8", "surrogatepass"))
    return "a-" + digest.hexdigest()[:24]
