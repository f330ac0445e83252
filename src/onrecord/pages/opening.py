"""Bytes from anywhere become pages: containers are taken apart, layer by layer, and what is left is a page or not."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from msgspec.structs import replace

from onrecord.pages.archives import read_zip
from onrecord.pages.compression import COMPRESSION_SUFFIXES, Compression, ForwardStream, decompressing
from onrecord.pages.containers import LOOKED_AT, Container, container_of
from onrecord.pages.feeds import read_feed
from onrecord.pages.json_feed import read_json_feed
from onrecord.pages.mhtml import read_mhtml
from onrecord.pages.parts import Damaged, Link, Part, Piece, explained, inside, read_whole, reject
from onrecord.pages.saved_pages import saved_from
from onrecord.pages.settings import PageSettings
from onrecord.pages.sitemaps import read_sitemap
from onrecord.pages.sniffing import Kind, Unreadable, sniff, suffix_of
from onrecord.pages.warc import read_warc
from onrecord.pages.webarchive import read_webarchive
from onrecord.pages.wire_splitting import split_wire
from onrecord.schema import Page, RejectedPage, Rejection

MOST_LAYERS = 4
"""A saved page in a WARC in a WACZ in a ZIP; what is packed deeper is packed to do harm."""

Opened = Page | Link | RejectedPage
_Reader = Callable[[Part, PageSettings], Iterator[Piece]]


def open_part(part: Part, settings: PageSettings, layer: int = 0) -> Iterator[Opened]:
    """Yield the pages in `part`, the links that it names, and a rejection for each that can't be read; lazily."""
    try:
        part, head = _peek(part)
        kind = container_of(head)
        if kind is None or (kind == "webarchive" and settings.plain and not head.startswith(b"bplist")):
            yield from pages_from_part(part, settings)
        elif layer == MOST_LAYERS:
            raise Damaged("too_deep", f"it is packed in more than {MOST_LAYERS} layers: unpack it first")
        else:
            for piece in _reader(kind)(part, settings):
                if isinstance(piece, Part):
                    yield from open_part(piece, settings, layer + 1)
                else:
                    yield piece
    except Damaged as error:
        yield reject(part.origin, error.reason, error.detail)


def _peek(part: Part) -> tuple[Part, bytes]:
    """Look at a part's first bytes without taking them from it."""
    stream = part.stream
    with explained():
        head = stream.read(LOOKED_AT)
        while len(head) < LOOKED_AT and (more := stream.read(LOOKED_AT - len(head))):
            head += more  # a pipe gives what it has
        if _goes_back(stream):
            stream.seek(-len(head), io.SEEK_CUR)
            return part, head
    joined = cast(BinaryIO, io.BufferedReader(ForwardStream(stream, head)))
    return Part(joined, part.origin, part.size, part.content_type, part.fetched_at), head


def _goes_back(stream: BinaryIO) -> bool:
    """A file and bytes in memory do. Others may say so, and do it by reading everything anew."""
    return isinstance(stream, (io.BytesIO, io.BufferedReader)) and stream.seekable()


def _reader(kind: Container) -> _Reader:
    if kind in ("gzip", "zstd", "bzip2", "xz"):
        return lambda part, settings: _decompress(part, kind)
    return _READERS[kind]


_READERS: dict[str, _Reader] = {
    "warc": lambda part, settings: read_warc(part, settings), "zip": read_zip, "mhtml": read_mhtml,
    "webarchive": read_webarchive, "feed": read_feed, "json_feed": read_json_feed, "sitemap": read_sitemap,
}  # fmt: skip


def _decompress(part: Part, compression: Compression) -> Iterator[Piece]:
    stream = decompressing(part.stream, compression)
    yield Part(stream, part.origin, content_type=part.content_type, fetched_at=part.fetched_at)


def pages_from_part(part: Part, settings: PageSettings) -> Iterator[Page | RejectedPage]:
    """Take a part for a page by what its bytes are, the type that came with them, and the suffix of its name.

    A wire file with several stories becomes several pages.
    """
    content = read_whole(part, settings.max_bytes)
    page = Page(content=content, origin=part.origin, fetched_at=part.fetched_at, content_type=part.content_type)
    kind = _kind_of(part, content, settings)
    if isinstance(kind, Unreadable):
        yield RejectedPage(page=page.reference, rejection=Rejection("pages", kind.reason, kind.detail))
        return
    page = replace(page, form=kind.form, content_type=part.content_type or kind.content_type)
    stories = split_wire(content, kind.form)
    if len(stories) > 1:
        for number, story in enumerate(stories, 1):
            yield replace(page, content=story, origin=inside(part.origin, f"#{number}", part.origin.url))
    else:
        yield _as_saved(page) if kind.form == "html" and part.origin.url is None else page


def _kind_of(part: Part, content: bytes, settings: PageSettings) -> Kind | Unreadable:
    if not content.strip():
        return Unreadable("empty_file", "it is empty" if not content else "it has only white space")
    return sniff(content, _suffix_of(part), plain=settings.plain)


def _as_saved(page: Page) -> Page:
    """The page with the address and the time that the browser which saved it wrote into it."""
    url, saved_at = saved_from(page.content)
    return replace(page, origin=replace(page.origin, url=url), fetched_at=page.fetched_at or saved_at)


def _suffix_of(part: Part) -> str:
    """What the name promises, past compression (`pier.html.gz`); the server's word is better than a name's."""
    media_type = (part.content_type or "").partition(";")[0].strip().lower()
    if media_type in ("text/html", "application/xhtml+xml"):
        return ".html"
    name = part.origin.member or part.origin.path or ""
    while suffix_of(name) in COMPRESSION_SUFFIXES:
        name = name[: -len(suffix_of(name))]
    return suffix_of(name)
