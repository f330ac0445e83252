"""From what stands on the command line to outcomes: find the pages, read them, lose none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from onrecord.engines import FoundPage, read_pages
from onrecord.pages import PageSettings, find_sources
from onrecord.pages.fetching import FetchSettings
from onrecord.schema import Outcome


def read_sources(
    sources: Sequence[str], settings: PageSettings, *, jobs: int, model: str
) -> Iterator[tuple[FoundPage, Outcome]]:
    """Give every page with what became of it, in order."""
    return read_pages(find_sources(sources, settings), jobs=jobs, model=model)


def find_new_pages(
    sources: Sequence[str], settings: PageSettings, is_known: Callable[[FoundPage], bool]
) -> Iterator[FoundPage]:
    """Give every page that the sources hold; those that are known are passed over."""
    return (page for page in find_sources(sources, settings) if not is_known(page))


def page_settings(*, plain: bool = False, contact: str | None = None, allow_private: bool = False) -> PageSettings:
    """Make settings of what stands on the command line."""
    return PageSettings(plain=plain, fetch=FetchSettings(contact=contact, allow_private=allow_private))
