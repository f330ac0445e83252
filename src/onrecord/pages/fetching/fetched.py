"""What was fetched, and what may remember it, so that a page that hasn't changed isn't sent again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, kw_only=True)
class FetchedBytes:
    """The bytes at an address, decompressed. `url` is where they were in the end, `asked` where they were sought.

    `fetched_at` is UTC in ISO 8601. `etag` and `modified` are the server's marks of this version, as it wrote them.
    """

    content: bytes
    url: str
    asked: str
    fetched_at: str
    content_type: str | None = None
    etag: str | None = None
    modified: str | None = None


class PageMemory(Protocol):
    """Remembers pages by their address. Where it does, the server is asked only whether the page has changed."""

    def recall(self, url: str) -> FetchedBytes | None: ...

    def keep(self, fetched: FetchedBytes) -> None: ...
