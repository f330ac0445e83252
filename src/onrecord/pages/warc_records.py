"""One WARC record: what it is, whether it may be an article's page, and the page's bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from onrecord.pages.containers import LOOKED_AT, container_of
from onrecord.pages.http_messages import LONGEST_HEAD, HttpMessage, decode_body, parse_response
from onrecord.pages.parts import Damaged, too_large
from onrecord.pages.warc_streams import FileEnds
from onrecord.pages.wire_sniffing import wire_form

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

# Requests, metadata and the crawler's notes are a crawl's machinery, not pages.
_PAGE_KINDS = frozenset(("response", "resource", "conversion", "revisit", "continuation"))
# What crawlers derive from a page has addresses of their own: "urn:text:https://…", "urn:thumbnail:…".
_ADDRESSES = ("http", "https", "file")
_PAGE_TYPES = frozenset(("text/html", "application/xhtml+xml", "text/plain", "text/markdown"))
_FEED_TYPES = frozenset(("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"))
_MAYBE_FEED_TYPES = frozenset(("text/xml", "application/xml", "application/json"))
_XML_WIRE = ("nitf", "newsml", "newsml_g2")
_FOR_ROBOTS = ("/robots.txt", "/ads.txt", "/app-ads.txt", "/humans.txt", "/security.txt", "/llms.txt")
# 203 is what a proxy says for 200; a redirect's page is another record, and 204, 205 and 304 have no page.
_READ, _WITHOUT_PAGE = (200, 203), (204, 205, 304)


def header_of(record: WarcRecord, name: str) -> str:
    """A field of the record, empty where it has none."""
    return (record.headers.get(name) or "").strip()


def kind_of(record: WarcRecord) -> str:
    """The record's WARC-Type, in lower case."""
    return header_of(record, "WARC-Type").lower()


def url_of(record: WarcRecord) -> str | None:
    """The address of the record's page; old versions of Wget set it in angle brackets."""
    return header_of(record, "WARC-Target-URI").removeprefix("<").removesuffix(">") or None


def holds_pages(record: WarcRecord) -> bool:
    """Is it of a kind that pages come in, from an address that pages have?"""
    try:
        scheme = urlsplit(url_of(record) or "").scheme
    except ValueError:
        return False
    return kind_of(record) in _PAGE_KINDS and scheme in _ADDRESSES


def check_whole(record: WarcRecord) -> None:
    """Go to the record's end. Raises FileEnds where the file hasn't got that far."""
    record.consume(record.content_length - record.reader.tell())
    if record.headers.get("Content-Length") is None or record.reader.tell() < record.content_length:
        raise FileEnds


def read_head(record: WarcRecord) -> tuple[HttpMessage, bytes]:
    """Return the head of the record's response, and the first bytes of its block.

    A response has HTTP's head before its page; a resource or conversion is the page, its type in the record's fields.
    """
    block = _read(record, LONGEST_HEAD)
    content_type = header_of(record, "Content-Type")
    if content_type.lower().startswith("application/http") or block.startswith(b"HTTP/"):
        return parse_response(block), block
    return HttpMessage(None, "", {"content-type": content_type} if content_type else {}, 0), block


def leads_elsewhere(message: HttpMessage) -> bool:
    """Is it a redirect? Its page, if it was fetched, is another record."""
    return message.status is not None and 300 <= message.status < 400 and message.status != 304


def may_be_page(message: HttpMessage, block: bytes, url: str) -> bool:
    """A page by its type; a picture, a script or a film is none, and text for crawlers isn't either."""
    media_type = message.media_type
    opening = block[message.body_start :]
    if message.status in _WITHOUT_PAGE:
        return False
    if not media_type:
        return opening.lstrip()[:1] == b"<"
    if media_type in _MAYBE_FEED_TYPES:
        # Data for a page's scripts comes with these types too; of JSON only feeds say for certain what they are.
        return container_of(opening[:LOOKED_AT]) in ("feed", "json_feed") or wire_form(opening, "") in _XML_WIRE
    if media_type == "text/plain" and url.partition("?")[0].endswith(_FOR_ROBOTS):
        return False
    return media_type in _PAGE_TYPES or media_type in _FEED_TYPES


def refuse_partial(record: WarcRecord, message: HttpMessage) -> None:
    """Raise Damaged for what was never a whole page: an error's page, a record in segments, one that was cut."""
    if message.status is not None and message.status not in _READ:
        answer = f"{message.status} {message.phrase}".strip()
        raise Damaged("http_status", f"the server answered {answer}, so this is no article's page")
    if kind_of(record) == "continuation" or record.headers.get("WARC-Segment-Number"):
        raise Damaged("segmented", "the page lies in several records, which OnRecord doesn't join: join them first")
    cut = header_of(record, "WARC-Truncated")
    if cut:
        raise Damaged("truncated", f"the crawler cut the page off ({cut}): fetch it again without that limit")


def read_body(record: WarcRecord, message: HttpMessage, block: bytes, limit: int) -> bytes:
    """Return the page's bytes, all encodings of HTTP undone. Raises Damaged where they can't be had or are too many."""
    length = record.content_length
    if length - message.body_start > limit:
        raise Damaged("too_large", too_large(length - message.body_start, limit))
    block += _read(record, max(0, length - len(block)))
    if len(block) < length:
        raise FileEnds
    return decode_body(message, block[message.body_start :], limit)


def _read(record: WarcRecord, size: int) -> bytes:
    """Up to `size` bytes. Asked for more than the record has, the reader looks at what follows, and may fail on it."""
    end = min(record.content_length, record.reader.tell() + size)
    pieces: list[bytes] = []
    while record.reader.tell() < end and (piece := record.reader.read(end - record.reader.tell())):
        pieces.append(piece)
    return b"".join(pieces)
