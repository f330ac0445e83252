"""Sitemaps and news sitemaps: lists of addresses, and indexes of such lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from onrecord.pages.parts import Damaged, Link, Part, Piece, explained, inside, reject
from onrecord.pages.settings import PageSettings


def read_sitemap(part: Part, settings: PageSettings) -> Iterator[Piece]:
    """Yield a link for each page, or each sitemap of an index, with what Google's news extension says of it.

    No DTD, no entities, no network. Raises Damaged where it lists nothing; one that is cut off gives what it lists
    before, and a rejection.
    """
    from lxml import etree

    number = 0
    try:
        with explained():
            events: Any = etree.iterparse(
                _Capped(part, settings.max_saved_bytes), events=("end",), resolve_entities=False, no_network=True,
                load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
            )  # fmt: skip
            for _, element in events:
                if _name(element) in ("url", "sitemap"):
                    link = _link_of(element, part, number + 1)
                    number += link is not None
                    element.clear()
                    if link is not None:
                        yield link
    except etree.XMLSyntaxError as error:
        yield _broken(part, number, error)
        return
    if not number:
        raise Damaged("no_pages", "the sitemap lists no addresses")


class _Capped:
    """A stream that ends with Damaged where it gives more than `limit` bytes."""

    def __init__(self, part: Part, limit: int) -> None:
        self._stream = part.stream
        self._left = limit

    def read(self, size: int = -1) -> bytes:
        content = self._stream.read(min(size, 65_536) if size > 0 else 65_536)
        self._left -= len(content)
        if self._left < 0:
            raise Damaged("too_large", "it goes on beyond what a sitemap may have: take those that its index names")
        return content


def _broken(part: Part, number: int, error: Exception) -> Piece:
    told = f"the sitemap can't be read after its first {number:,} addresses: {error}"
    return reject(inside(part.origin, f"#{number + 1}"), "damaged", told)


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _link_of(element: Any, part: Part, number: int) -> Link | None:
    """`<url><loc>…</loc><news:news><news:publication_date>…, <news:title>…` as a link."""
    told = {_name(child): (child.text or "").strip() for child in element.iter() if isinstance(child.tag, str)}
    address = told.get("loc", "")
    if part.origin.url:
        address = urljoin(part.origin.url, address)
    if not address.startswith(("http://", "https://")):
        return None
    where = inside(part.origin, f"#{number}", address)
    return Link(address, where, told.get("title") or None, told.get("publication_date") or None)
