"""Copied text: stories that several papers carry, and quotations that several articles give."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.schema.statements import ArticleReference

Relation = Literal["origin", "copy", "version"]
"""`version` is the same newsroom's later or earlier text of the story (a write-through); `copy` another's."""
VariantKind = Literal["whole", "same", "cut", "joined", "altered"]
"""`whole` is the fullest wording; `same` differs in typography at most; `cut` leaves words out; `joined` closes a gap
between words that don't follow each other; `altered` changes a word inside the quotation marks."""


class Carrier(msgspec.Struct, frozen=True, kw_only=True):
    """An article that carries a story, and the share of its words (0 to 1) that are the origin's."""

    article: ArticleReference
    relation: Relation
    shared: float
    agency: str | None = None


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """One text in several places: its origin first, then its versions and copies by day."""

    id: str
    headline: str | None
    agency: str | None
    carriers: tuple[Carrier, ...]


class Variant(msgspec.Struct, frozen=True, kw_only=True):
    """One article's wording of a quotation: the quoted words as they stand there, gaps shown as ` … `."""

    statement: str
    article: ArticleReference
    text: str
    kind: VariantKind


class QuotationFamily(msgspec.Struct, frozen=True, kw_only=True):
    """The same words of somebody in several articles; the fullest wording first."""

    id: str
    text: str
    variants: tuple[Variant, ...]
