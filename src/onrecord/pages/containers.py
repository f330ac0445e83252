"""Which bytes hold pages rather than being one: archives, feeds, pages saved with all that belongs to them."""

from __future__ import annotations

import re
import zlib
from typing import Literal

from onrecord.pages.compression import MAGIC, Compression

Container = Literal["warc", "zip", "mhtml", "webarchive", "feed", "json_feed", "sitemap"] | Compression

LOOKED_AT = 8192
"""Bytes from which the container is told."""

_WARC = re.compile(rb"[\r\n]{0,8}WARC/\d\.\d")
_ZSTD_DICTIONARY = b"\x5d\x2a\x4d\x18"
"""A .warc.zst may open with the dictionary that its records share, in a frame that other readers skip."""
_BZIP2_BLOCKS = (b"1AY&SY", b"\x17rE8P\x90")
"""After "BZh" and a digit: the digits of pi, or of its root where nothing is compressed. "BZhou Enlai" is a text."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_MHTML = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}?Content-Type:\s*multipart/related", re.IGNORECASE)
# Possessive: without the last "+", a page that opens with a thousand comments would be tried in 2^1000 ways.
_PROLOG = rb"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE\b[^>\[]*(?:\[.*?\]\s*)?>)*+"
_FEED = re.compile(_PROLOG + rb"<(?:rss|(?:atom:|a:)?feed|rdf:RDF)[\s>]", re.DOTALL | re.IGNORECASE)
_SITEMAP = re.compile(_PROLOG + rb"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]", re.DOTALL | re.IGNORECASE)
_JSON_FEED = re.compile(rb"\s*\{.*?\"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version", re.DOTALL)
_XML_PLIST = re.compile(_PROLOG + rb"<plist\b.{0,400}?<key>Web\w+</key>", re.DOTALL)


def container_of(head: bytes) -> Container | None:
    """Tell from the first bytes what holds pages, or None for what is a page itself or nothing that is read."""
    if _WARC.match(head) or head.startswith(_ZSTD_DICTIONARY):
        return "warc"
    if head.startswith(_ZIP):
        return "zip"
    if head.startswith(b"bplist00"):
        return "webarchive"
    return _compression_of(head) or _text_container_of(_letters(head))


def _compression_of(head: bytes) -> Container | None:
    for magic, compression in MAGIC:
        if head.startswith(magic) and (compression != "bzip2" or head[4:10] in _BZIP2_BLOCKS):
            return "warc" if compression == "gzip" and _is_warc_inside(head) else compression
    return None


def _is_warc_inside(head: bytes) -> bool:
    """A .warc.gz is one gzip member for each record: it is read as a WARC, not as one long compressed file."""
    try:
        return bool(_WARC.match(zlib.decompressobj(zlib.MAX_WBITS + 16).decompress(head, 64)))
    except zlib.error:
        return False


def _text_container_of(head: bytes) -> Container | None:
    if _FEED.match(head):
        return "feed"
    if _SITEMAP.match(head):
        return "sitemap"
    if _JSON_FEED.match(head):
        return "json_feed"
    if _XML_PLIST.match(head):
        return "webarchive"
    return "mhtml" if _MHTML.match(head) else None


def _letters(head: bytes) -> bytes:
    """The head without its mark, and UTF-16's as ASCII."""
    return head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\x00", b"")
