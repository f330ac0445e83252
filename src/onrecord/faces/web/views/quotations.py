"""One quotation in several articles: its wordings against the fullest one, word by word."""

from __future__ import annotations

import msgspec

from onrecord.quotations import Segment, compare_wording
from onrecord.schema import ArticleReference, QuotationFamily, VariantKind


class VariantView(msgspec.Struct, frozen=True, kw_only=True):
    """An article's wording as it stands there, and its segments against the fullest one."""

    statement: str
    article: ArticleReference
    kind: VariantKind
    text: str
    segments: tuple[Segment, ...]


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
            VariantView(
                statement=one.statement, article=one.article, kind=one.kind, text=one.text,
                segments=tuple(compare_wording(family.text, one.text)),
            )
            for one in family.variants
        ),
    )  # fmt: skip
