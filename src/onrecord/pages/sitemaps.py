"""Sitemaps and news sitemaps: lists of addresses, and indexes of such lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO
from urllib.parse import urljoin

from onrecord.pages.parts import Damaged, Link, Part, Piece, explained, inside, reject
from onrecord.pages.settings import PageSettings

_ENTRIES = ("url", "sitemap")
_END = re.compile(rb"</(?:\w+:)?(?:urlset|sitemapindex)\s*>", re.IGNORECASE)
_CHUNK, _TAIL = 65_536, 4096


def read_sitemap(part: Part, settings: PageSettings) -> Iterator[Piece]:
    """Yield a link for each page, or each sitemap of an index, with what Google's news extension says of it.

    No DTD, no entities, no network. Raises Damaged where it lists nothing; one that is cut off or broken gives what it
    lists before, and a rejection.
    """
    from lxml import etree

    stream = _SitemapStream(part.stream, settings.max_saved_bytes)
    number = 0
    try:
        with explained():
            events: Any = etree.iterparse(
                stream, events=("end",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
                remove_comments=True, remove_pis=True,
            )  # fmt: skip
            for _, element in events:
                if _name(element) in _ENTRIES:
                    link = _link_of(element, part, number + 1)
                    number += link is not None
                    element.clear()
                    if link is not None:
                        yield link
    except etree.XMLSyntaxError as error:
        reason = "damaged" if stream.ends_whole() else "truncated"
        told = f"the sitemap can't be read after its first {number:,} addresses: {error}"
        yield reject(inside(part.origin, f"#{number + 1}"), reason, told)
        return
    if not number:
        raise Damaged("no_pages", "the sitemap lists no addresses")


class _SitemapStream:
    """A stream that raises Damaged where it gives more than `limit` bytes, and knows how it ended."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self._stream = stream
        self._left = limit
        self._tail = b""

    def read(self, size: int = -1) -> bytes:
        content = self._stream.read(min(size, _CHUNK) if size > 0 else _CHUNK)
        self._left -= len(content)
        if self._left < 0:
            raise Damaged("too_large", "it goes on beyond what a sitemap may have: take those that its index names")
        self._tail = (self._tail + content)[-_TAIL:]
        return content

    def ends_whole(self) -> bool:
        """Read what is left; does the list's last tag stand at the end?"""
        while self.read():
            pass
        return _END.search(self._tail.replace(b"\x00", b"")) is not None


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _link_of(element: Any, part: Part, number: int) -> Link | None:
    """`<url><loc>…</loc><news:news><news:publication_date>…, <news:title>…` as a link."""
    # Pictures and films of a page have a "loc" and a "title" too: only what stands right below counts.
    news = [child for group in element if _name(group) == "news" for child in group]
    told = {_name(child): (child.text or "").strip() for child in (*news, *element)}
    address = told.get("loc", "")
    if part.origin.url:
        address = urljoin(part.origin.url, address)
    if not address.startswith(("http://", "https://")):
        return None
    where = inside(part.origin, f"#{number}", address)
    return Link(address, where, told.get("title") or None, told.get("publication_date") or None)
