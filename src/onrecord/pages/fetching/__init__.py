"""Pages from the network: politely, within limits, and from public addresses only.

Settings cost nothing to import; what speaks HTTP is loaded when something is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.pages.fetching.memory import PageMemory, RecentPages
from onrecord.pages.fetching.settings import FetchSettings
from onrecord.schema import FetchedBytes, Page, RejectedPage, Rejection

if TYPE_CHECKING:
    from onrecord.pages.fetching.fetcher import Fetcher

__all__ = [
    "FetchSettings", "FetchedBytes", "PageMemory", "RecentPages", "fetch_pages", "fetch_resource", "shared_fetcher",
]  # fmt: skip


def fetch_pages(
    url: str, settings: FetchSettings | None = None, memory: PageMemory | None = None
) -> Iterator[Page | RejectedPage]:
    """Yield the page at an address, its bytes as they came, or why there is none; it never raises for either."""
    yield shared_fetcher(settings or FetchSettings(), memory).page(url)


def fetch_resource(url: str, settings: FetchSettings | None = None) -> FetchedBytes | Rejection:
    """Fetch the bytes at an address, of whatever kind: a feed, a sitemap, an archive."""
    return shared_fetcher(settings or FetchSettings()).fetch(url)


@lru_cache(maxsize=4)
def shared_fetcher(settings: FetchSettings, memory: PageMemory | None = None) -> Fetcher:
    """One for all calls with equal settings, so that pauses, robots.txt and what is known of pages hold.

    Without a memory of the caller's it remembers the pages fetched last, for as long as the process lives.
    """
    from onrecord.pages.fetching.fetcher import Fetcher

    return Fetcher(settings, memory or RecentPages())
