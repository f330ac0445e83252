"""How sources are taken."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.pages.fetching import FetchSettings, PageMemory


@dataclass(frozen=True, kw_only=True)
class PageSettings:
    """What of a source is taken, and how much of it.

    `plain`: text files are an article's clean text, not a page dump. `max_bytes`: the largest page that is read,
    decompressed; what holds many pages (a WARC, an archive) may be of any size. `max_links`: how many pages that a
    feed or a sitemap only links to are fetched, or named one by one where they can't be. `fetch`: how pages are
    fetched from http(s) addresses. `memory`: pages that were fetched before; where one is remembered, its server is
    asked only whether it has changed.
    """

    plain: bool = False
    max_bytes: int = 20_000_000
    max_links: int = 100
    fetch: FetchSettings = field(default_factory=FetchSettings)
    memory: PageMemory | None = field(default=None, compare=False)

    @property
    def max_saved_bytes(self) -> int:
        """The largest file that holds one page with its pictures (MHTML, webarchive), or a list of addresses."""
        return 5 * self.max_bytes
