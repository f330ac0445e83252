"""From what stands on the command line to outcomes: find the pages, read them, lose none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from onrecord.engines import FoundPage, read_pages
from onrecord.pages import PageSettings, find_sources
from onrecord.schema import Outcome


def read_sources(sources: Sequence[str], *, plain: bool, jobs: int) -> Iterator[tuple[FoundPage, Outcome]]:
    """Give every page with what became of it, in order."""
    return read_pages(find_pages(sources, plain=plain), jobs=jobs)


def find_pages(
    sources: Sequence[str], *, plain: bool, skip: Callable[[FoundPage], bool] = lambda page: False
) -> Iterator[FoundPage]:
    """Give every page that the sources hold; those for which `skip` is true are passed over."""
    found = find_sources(sources, PageSettings(plain=plain))
    return (page for page in found if not skip(page))
