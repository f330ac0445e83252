"""Compressed bytes become bytes, never more of them than were asked for."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from typing import TYPE_CHECKING, BinaryIO, Literal, Protocol, cast

from onrecord.pages.parts import Damaged, explained, too_large

if TYPE_CHECKING:
    from typing_extensions import Buffer

Compression = Literal["gzip", "zstd", "bzip2", "xz"]

COMPRESSION_SUFFIXES = (".gz", ".zst", ".bz2", ".xz")
MAGIC: tuple[tuple[bytes, Compression], ...] = (
    (b"\x1f\x8b\x08", "gzip"), (b"(\xb5/\xfd", "zstd"), (b"BZh", "bzip2"), (b"\xfd7zXZ\x00", "xz"),
)  # fmt: skip
_HTTP_NAMES = {"x-gzip": "gzip", "": "identity", "none": "identity", "utf-8": "identity", "x-bzip2": "bzip2"}


class Readable(Protocol):
    """What gives bytes, up to as many as asked for."""

    def read(self, size: int = ..., /) -> bytes: ...


class ForwardStream(io.RawIOBase):
    """A stream that is read once from its first byte to its last; `head` are bytes that were taken from it before."""

    def __init__(self, rest: Readable, head: bytes = b"") -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        room = memoryview(buffer)
        content = self._head[: len(room)] or self._rest.read(len(room))
        self._head = self._head[len(room) :]
        room[: len(content)] = content
        return len(content)


def decompressing(stream: BinaryIO, compression: Compression) -> BinaryIO:
    """Return a stream of what `stream` holds compressed, several gzip members or zstd frames as one.

    It decompresses as it is read, so that a bomb costs what is read of it. Its errors are `parts.explained`'s.
    """
    return cast(BinaryIO, io.BufferedReader(ForwardStream(_decompressor(stream, compression))))


def _decompressor(stream: BinaryIO, compression: Compression) -> Readable:
    if compression == "gzip":
        return gzip.GzipFile(fileobj=stream)
    if compression == "bzip2":
        return bz2.BZ2File(stream)
    if compression == "xz":
        return lzma.LZMAFile(stream)
    from fastwarc.stream_io import ZstdReader

    return ZstdReader(stream)


def decode_content(content: bytes, codings: str, limit: int) -> bytes:
    """Undo HTTP's Content-Encoding, such as "gzip" or "deflate, br"; at most `limit` bytes come of each step.

    Many archives keep the header of what they have decoded already: bytes that don't look like the coding are taken
    as they are. Raises Damaged where they do and are cut off, broken or too many.
    """
    for name in reversed(codings.lower().split(",")):
        coding = _HTTP_NAMES.get(name.strip(), name.strip())
        if coding != "identity":
            content = _decode(content, coding, limit)
    return content


def _decode(content: bytes, coding: str, limit: int) -> bytes:
    if coding == "deflate":
        return _inflate(content, limit)
    if coding == "br":
        return _decode_brotli(content, limit)
    for magic, compression in MAGIC:
        if coding == compression:
            return (
                _read(decompressing(io.BytesIO(content), compression), limit) if content.startswith(magic) else content
            )
    raise Damaged("not_supported", f"its content is encoded as {coding[:40]!r}, which OnRecord can't undo")


def _read(stream: BinaryIO, limit: int) -> bytes:
    with explained():
        content = stream.read(limit + 1)
    if len(content) > limit:
        raise Damaged("too_large", too_large(None, limit))
    return content


def _inflate(content: bytes, limit: int) -> bytes:
    """HTTP's "deflate" is zlib's format by the standard and bare deflate by some servers' reading of it."""
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        inflater = zlib.decompressobj(window)
        try:
            inflated = inflater.decompress(content, limit + 1)
        except zlib.error:
            continue
        if len(inflated) > limit:
            raise Damaged("too_large", too_large(None, limit))
        if not inflater.eof:
            raise Damaged("truncated", "its compressed content is cut off in the middle")
        return inflated
    return content


def _decode_brotli(content: bytes, limit: int) -> bytes:
    """Brotli has no magic number: what is no Brotli and opens like a page was decoded before it was kept."""
    from fastwarc.stream_io import BrotliReader

    try:
        return _read(cast(BinaryIO, io.BufferedReader(ForwardStream(BrotliReader(io.BytesIO(content))))), limit)
    except Damaged as error:
        if error.reason != "too_large" and content.lstrip()[:1] == b"<":
            return content
        raise
