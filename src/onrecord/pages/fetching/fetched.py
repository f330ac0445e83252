"""What was fetched."""

from __future__ import annotations

from dataclasses import dataclass


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
