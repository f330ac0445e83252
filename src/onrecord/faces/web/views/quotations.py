"""One quotation in several articles: its wordings against the fullest one, word by word."""

from __future__ import annotations

import msgspec

from onrecord.faces.web.views.wording import Piece, compare_words
from onrecord.schema import ArticleReference, QuotationFamily, VariantKind


class VariantView(msgspec.Struct, frozen=True, kw_only=True):
    """A wording; what differs in it isn't in the fullest one. `missing` is the fullest, what differs isn't in this."""

    statement: str
    article: ArticleReference
    kind: VariantKind
    wording: tuple[Piece, ...]
    missing: tuple[Piece, ...]


class QuotationCard(msgspec.Struct, frozen=True, kw_only=True):
    """A quotation's fullest wording first, then the others."""

    id: str
    text: str
    variants: tuple[VariantView, ...]

    @property
    def kinds(self) -> tuple[VariantKind, ...]:
        """What was done to the words, each once."""
        return tuple(dict.fromkeys(one.kind for one in self.variants if one.kind not in ("whole", "same")))


class QuotationPage(msgspec.Struct, frozen=True, kw_only=True):
    """One quotation at an address of its own."""

    quotation: QuotationCard


def quotation_card(family: QuotationFamily) -> QuotationCard:
    """Lay a family out, every variant compared with the fullest wording."""
    return QuotationCard(
        id=family.id, text=family.text,
        variants=tuple(
            VariantView(statement=one.statement, article=one.article, kind=one.kind, wording=theirs, missing=fullest)
            for one in family.variants
            for fullest, theirs in [compare_words(family.text, one.text)]
        ),
    )  # fmt: skip
