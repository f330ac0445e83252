"""Pages that were fetched before: where one is remembered, the server is asked only whether it has changed."""

from __future__ import annotations

from collections import OrderedDict
from typing import Protocol

from onrecord.schema import FetchedBytes


class PageMemory(Protocol):
    """Remembers pages by their address, with the server's marks of the version."""

    def recall(self, url: str) -> FetchedBytes | None: ...

    def keep(self, fetched: FetchedBytes) -> None: ...


class RecentPages:
    """The pages fetched last, up to `max_bytes` together, for as long as the process lives.

    For what asks for the same addresses again and again, as a program does that follows a feed.
    """

    def __init__(self, max_bytes: int = 50_000_000) -> None:
        self._left = max_bytes
        self._pages: OrderedDict[str, FetchedBytes] = OrderedDict()

    def recall(self, url: str) -> FetchedBytes | None:
        if url in self._pages:
            self._pages.move_to_end(url)
        return self._pages.get(url)

    def keep(self, fetched: FetchedBytes) -> None:
        """Keep a page in place of an earlier version; one without a mark can't be asked after, and isn't kept."""
        before = self._pages.pop(fetched.url, None)
        self._left += len(before.content) if before else 0
        if fetched.etag is None and fetched.modified is None:
            return
        self._pages[fetched.url] = fetched
        self._left -= len(fetched.content)
        while self._left < 0:
            _, oldest = self._pages.popitem(last=False)
            self._left += len(oldest.content)
