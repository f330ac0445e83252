"""WARC files: every record that may be an article becomes a part, with its address, its time and its place."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin

from onrecord.pages.parts import Damaged, Part, Piece, inside, reject
from onrecord.pages.settings import PageSettings
from onrecord.pages.warc_records import (
    check_whole,
    header_of,
    holds_pages,
    kind_of,
    leads_elsewhere,
    may_be_page,
    read_body,
    read_head,
    refuse_partial,
    url_of,
)
from onrecord.pages.warc_streams import FileEnds, SteadyStream, ends_amid_member

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord


@dataclass
class PageList:
    """The addresses that a collection names as its pages; frames, advertisements and the like are not among them."""

    urls: set[str]
    found: set[str] = field(default_factory=set[str])

    def names(self, url: str) -> bool:
        """Is it a page of the collection?"""
        return urldefrag(url).url in self.urls

    def follow(self, url: str, location: str) -> None:
        """Where a page of the collection leads elsewhere, what it leads to is one."""
        self.found.add(urldefrag(url).url)
        self.urls.add(urldefrag(urljoin(url, location)).url)


def read_warc(part: Part, settings: PageSettings, pages: PageList | None = None) -> Iterator[Piece]:
    """Yield the pages of a WARC file (plain, gzip, zstd), in its order, one record in memory at a time.

    A page that can't be read, was refused by its server or cut off by the crawler is rejected under its own address;
    what is broken in the file itself is one rejection after what could be read before it. `pages` limits it to those.
    """
    return _WarcReading(part, settings, pages).read()


class _WarcReading:
    """One file on its way, and what passed by: how many records of what kind, and which pages may be revisited."""

    def __init__(self, part: Part, settings: PageSettings, pages: PageList | None) -> None:
        self._part = part
        self._settings = settings
        self._pages = pages
        self._kinds: Counter[str] = Counter()
        self._visited: set[int] = set()
        self._at = inside(part.origin, "#0")

    def read(self) -> Iterator[Piece]:
        empty = True
        stream = SteadyStream(self._part.stream)
        try:
            with stream.followed() as records:
                for record in records:
                    piece = self._take(record)
                    if piece is not None:
                        empty = False
                        yield piece
                    check_whole(record)
                    self._kinds[kind_of(record) or "unknown"] += 1
            self._check_end()
        except Damaged as error:
            yield reject(self._at, error.reason, f"{error.detail}; {self._told_before()} could be read")
        else:
            if empty and self._pages is None:
                yield reject(self._part.origin, "no_pages", self._told_kinds())

    def _told_before(self) -> str:
        before = self._kinds.total()
        return f"{before:,} record{'s' * (before != 1)} before it"

    def _told_kinds(self) -> str:
        told = ", ".join(f"{count:,} {kind}" for kind, count in self._kinds.most_common(6))
        return f"none of its {self._kinds.total():,} records is a page ({told})" if told else "it has no records"

    def _check_end(self) -> None:
        _, _, position = (self._at.member or "").rpartition("#")
        if ends_amid_member(self._part.stream, int(position)):
            raise FileEnds

    def _take(self, record: WarcRecord) -> Piece | None:
        """The record as a part or a rejection; None for what is no page."""
        url = url_of(record)
        self._at = inside(self._part.origin, f"#{record.stream_pos}", url)
        if url is None or not holds_pages(record) or (self._pages is not None and not self._pages.names(url)):
            return None
        try:
            return self._take_page(record, url)
        except FileEnds:
            raise
        except Damaged as error:
            return reject(self._at, error.reason, error.detail, record.headers.get("WARC-Date"))

    def _take_page(self, record: WarcRecord, url: str) -> Piece | None:
        message, block = read_head(record)
        if leads_elsewhere(message):
            if self._pages is not None:
                self._pages.follow(url, message.headers.get("location", url))
            return None
        is_unchanged = kind_of(record) == "revisit" and message.status == 304
        if not is_unchanged and not may_be_page(message, block, url):
            return None
        if self._pages is not None:
            self._pages.found.add(urldefrag(url).url)
        if kind_of(record) == "revisit":
            return self._take_revisit(record)
        refuse_partial(record, message)
        body = read_body(record, message, block, self._settings.max_bytes)
        self._visited.update(hash(told) for told in _identities(record))
        return Part(
            stream=io.BytesIO(body), origin=self._at, size=len(body), fetched_at=record.headers.get("WARC-Date"),
            content_type=message.headers.get("content-type"),
        )  # fmt: skip

    def _take_revisit(self, record: WarcRecord) -> Piece | None:
        """A page that hadn't changed since an earlier visit: nothing is lost where that visit is in the same file."""
        if any(hash(told) in self._visited for told in _identities(record)):
            return None
        when = header_of(record, "WARC-Refers-To-Date")
        earlier = f"its visit of {when}" if when else "an earlier visit"
        told = f"the page hadn't changed since {earlier}, which isn't in this file: read the one that has it"
        return reject(self._at, "revisit", told, record.headers.get("WARC-Date"))


def _identities(record: WarcRecord) -> list[str]:
    """By what a revisit names its page: the digest of its bytes, the earlier record, or its address and time."""
    where = header_of(record, "WARC-Refers-To-Target-URI") or url_of(record) or ""
    when = header_of(record, "WARC-Refers-To-Date") or header_of(record, "WARC-Date")
    names = [header_of(record, name) for name in ("WARC-Payload-Digest", "WARC-Record-ID", "WARC-Refers-To")]
    return [name for name in (*names, f"{where} {when}") if name]
