"""Pages into the store, one at a time, each wholly or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from onrecord.engines import FoundPage, Readers
from onrecord.faces.cli.reading import find_new_pages
from onrecord.pages import PageSettings
from onrecord.schema import Outcome, Page, Reading, RejectedPage
from onrecord.store import RecordStore


@dataclass
class Addition:
    """What came of one `onrecord add` so far."""

    results: Counter[str] = field(default_factory=Counter[str])
    statements: int = 0
    rejected: list[RejectedPage] = field(default_factory=list[RejectedPage])

    @property
    def pages(self) -> int:
        return self.results.total()


def add_sources(
    record: RecordStore,
    sources: Sequence[str],
    settings: PageSettings,
    addition: Addition,
    *,
    jobs: int,
    model: str,
) -> Iterator[None]:
    """Read what the record doesn't know yet and keep it; yield after every page, `addition` brought up to date.

    Stopping between two pages, or the process being killed anywhere, leaves whole pages only.
    """
    with Readers(jobs, model=model) as readers:

        def is_known(page: FoundPage) -> bool:
            known = isinstance(page, Page) and record.has(page.id, readers.producers[page.form])
            addition.results["known"] += known
            return known

        remembering = replace(settings, memory=record.fetches)
        for page, outcome in readers.read(find_new_pages(sources, remembering, is_known)):
            _keep(record, page, outcome, addition)
            yield


def _keep(record: RecordStore, page: FoundPage, outcome: Outcome, addition: Addition) -> None:
    result = record.add(page if isinstance(page, Page) else None, outcome)
    if isinstance(outcome, Reading):
        addition.results[result] += 1
        addition.statements += len(outcome.attributions) if result != "known" else 0
    else:
        addition.results["rejected"] += 1
        addition.rejected.append(outcome)
