"""Streams as the WARC reader needs them: they never raise under it, and tell afterwards where they broke off."""

from __future__ import annotations

import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, cast

from onrecord.pages.parts import Damaged, explained

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_CHUNK = 65_536


class FileEnds(Damaged):
    """The file ends in the middle of a record: nothing can be read after it."""

    def __init__(self) -> None:
        super().__init__("truncated", "the file ends in the middle of a record: get the whole file again")


class SteadyStream:
    """A stream that ends where reading it fails, keeping the error: fastwarc's reader may panic on an exception."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._position = 0
        self._error: Exception | None = None

    def read(self, size: int = -1) -> bytes:
        if self._error is not None:
            return b""
        try:
            content = self._stream.read(size)
        except Exception as error:  # whatever a decompressor raises: `followed` raises it again
            self._error = error
            return b""
        self._position += len(content)
        return content

    def tell(self) -> int:
        return self._position

    @contextmanager
    def followed(self) -> Generator[Iterator[WarcRecord]]:
        """Give the records. What goes wrong while they are followed is raised as Damaged: the file ends there."""
        from fastwarc.warc import ArchiveIterator

        try:
            yield iter(ArchiveIterator(cast("BinaryIO", self), parse_http=False))
        except Exception as error:
            self._raise_own()
            if not isinstance(error, OSError):
                raise
            if "incomplete" in str(error) or "unexpected end" in str(error):
                raise Damaged(
                    "truncated", "the file ends in the middle of a record: get the whole file again"
                ) from error
            raise Damaged("damaged", f"the file is broken here ({error}): get it again") from error
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # what fastwarc's Rust raises where it gives up
                raise
            raise Damaged("damaged", "the file is broken here: get it again") from error
        self._raise_own()

    def _raise_own(self) -> None:
        if self._error is not None:
            with explained():
                raise self._error


def ends_amid_member(stream: BinaryIO, position: int) -> bool:
    """Is a gzip-compressed WARC cut off after its record at `position`, so early in the next that none shows?

    Only a file that can be read again tells; the reader takes a member that ends early for the end of the file.
    """
    try:
        stream.seek(position)
        content = stream.read(_CHUNK)
        return content.startswith(b"\x1f\x8b") and not _has_whole_members(content, stream)
    except (OSError, ValueError, AttributeError, EOFError):
        return False


def _has_whole_members(content: bytes, stream: BinaryIO) -> bool:
    """Does `content`, with the rest of the stream, end where a gzip member does? Zeros after the last are padding."""
    inflater = zlib.decompressobj(zlib.MAX_WBITS + 16)
    while content:
        try:
            inflater.decompress(content)
        except zlib.error:
            return True  # the reader has said so already, or takes it for the end
        content = inflater.unused_data or stream.read(_CHUNK)
        if inflater.eof:
            if not content.strip(b"\x00"):
                return True
            inflater = zlib.decompressobj(zlib.MAX_WBITS + 16)
    return inflater.eof
