"""A page as it was fetched, and what becomes of one that can't be read."""

from __future__ import annotations

import hashlib
from typing import Literal

import msgspec

Stage = Literal["pages", "articles", "statements", "speakers"]
TextForm = Literal["html", "dump", "plain", "ninjs", "nitf", "newsml_g2", "newsml", "json_ld"]
"""How to take a page: a web page; the text of a whole page with its furniture; an article's clean text; wire copy."""


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Where a page came from: an address, a path, or neither (standard input).

    `member` says where in the file at `path` (or in the feed at an address) it stands, if the file holds several:
    `stories/pier.html` in a ZIP archive, `#15320` for the WARC record at that byte, `#3` for a feed's third entry,
    `archive/data.warc.gz#15320` where one lies in the other.
    """

    url: str | None = None
    path: str | None = None
    member: str | None = None

    @property
    def place(self) -> str | None:
        """Path and member in one: `crawl.warc.gz#15320`, `saved.zip/pier.html`; null where neither is known."""
        if self.path is None or self.member is None:
            return self.path or self.member
        return self.path + ("" if self.member.startswith("#") else "/") + self.member

    def __str__(self) -> str:
        return self.url or self.place or "standard input"


class PageReference(msgspec.Struct, frozen=True, kw_only=True):
    """A page without its bytes. `id` is null only where no bytes could be had."""

    id: str | None
    origin: Origin
    fetched_at: str | None = None
    content_type: str | None = None


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes as fetched. `content_type` may carry a charset parameter, as HTTP's header does."""

    content: bytes
    origin: Origin
    form: TextForm = "html"
    fetched_at: str | None = None
    content_type: str | None = None

    @property
    def id(self) -> str:
        return "sha256:" + hashlib.sha256(self.content).hexdigest()

    @property
    def reference(self) -> PageReference:
        return PageReference(id=self.id, origin=self.origin, fetched_at=self.fetched_at, content_type=self.content_type)


class FetchedBytes(msgspec.Struct, frozen=True, kw_only=True):
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


class Rejection(msgspec.Struct, frozen=True):
    """Why a page yields no article. `reason` is a stable code; `detail` is a sentence for people."""

    stage: Stage
    reason: str
    detail: str


class RejectedPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page with the reason why nothing was read from it."""

    page: PageReference
    rejection: Rejection
