"""About this record: what was read, by what, how well that reads, and what people corrected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from onrecord.language.cards import ModelCard
from onrecord.schema import Correction, CorrectionKind
from onrecord.store import Counts
from onrecord.store.overview import RejectionReason
from onrecord.store.profiles import ProducerCount, PublisherCount

MOST_PUBLISHERS = 50
_LATEST_CORRECTIONS = 10


class ModelUse(msgspec.Struct, frozen=True, kw_only=True):
    """A model with what it read: how many pages, from when to when (ISO, UTC), by which versions of OnRecord.
    `card` says what it is and how well it reads; null for a model that doesn't come with OnRecord."""

    model: str
    versions: tuple[str, ...]
    pages: int
    first: str
    last: str
    card: ModelCard | None


class CorrectionCount(msgspec.Struct, frozen=True, kw_only=True):
    """How often people corrected in one way, and how many of these they took back."""

    kind: CorrectionKind
    made: int
    undone: int


class Corrected(msgspec.Struct, frozen=True, kw_only=True):
    """What people corrected, by kind; and the latest of it in full, with who, when and why."""

    counts: tuple[CorrectionCount, ...]
    people: int
    latest: tuple[Correction, ...]


class AboutPage(msgspec.Struct, frozen=True, kw_only=True):
    """The record described from itself. `span` are the first and last day of publication, `more` other publishers."""

    counts: Counts
    span: tuple[str, str] | None
    publishers: tuple[PublisherCount, ...]
    more: int
    rejected: tuple[RejectionReason, ...]
    models: tuple[ModelUse, ...]
    corrected: Corrected


def about_page(
    counts: Counts, publishers: Sequence[PublisherCount], rejected: Sequence[RejectionReason],
    models: Sequence[ModelUse], corrections: Sequence[Correction],
) -> AboutPage:  # fmt: skip
    """Lay the record out."""
    days = [day for one in publishers for day in (one.first, one.last) if day]
    return AboutPage(
        counts=counts, span=(min(days), max(days)) if days else None, publishers=tuple(publishers[:MOST_PUBLISHERS]),
        more=max(len(publishers) - MOST_PUBLISHERS, 0), rejected=tuple(rejected), models=tuple(models),
        corrected=corrected(corrections),
    )  # fmt: skip


def model_use(producers: Sequence[ProducerCount], card: ModelCard | None) -> ModelUse:
    """Sum up what one model read, however it was set."""
    return ModelUse(
        model=producers[0].producer.model, versions=tuple(dict.fromkeys(one.producer.onrecord for one in producers)),
        pages=sum(one.pages for one in producers), first=min(one.first for one in producers),
        last=max(one.last for one in producers), card=card,
    )  # fmt: skip


def corrected(corrections: Sequence[Correction]) -> Corrected:
    """Count corrections by kind; an undo is told with what it takes back."""
    made = [one for one in corrections if one.kind != "undo"]
    kinds: Counter[CorrectionKind] = Counter(one.kind for one in made)
    undone: Counter[CorrectionKind] = Counter(one.kind for one in made if one.undone_by is not None)
    counts = [CorrectionCount(kind=kind, made=number, undone=undone[kind]) for kind, number in kinds.most_common()]
    return Corrected(
        counts=tuple(counts), people=len({one.who for one in made}),
        latest=tuple(reversed(made[-_LATEST_CORRECTIONS:])),
    )  # fmt: skip
