"""What a source is taken apart into: stretches of bytes, addresses that it only names, and what can't be read."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from onrecord.schema import Origin, PageReference, RejectedPage, Rejection


@dataclass(frozen=True)
class Part:
    """Bytes that are a page or hold several, and what their container says of them.

    `content_type` is HTTP's header with its charset; `size` counts bytes where it is known before reading. The stream
    holds good until the next part of the same container is asked for.
    """

    stream: BinaryIO
    origin: Origin
    size: int | None = None
    content_type: str | None = None
    fetched_at: str | None = None


@dataclass(frozen=True)
class Link:
    """A page that a feed or a sitemap names by its address alone. `origin` is the place where it is named."""

    url: str
    origin: Origin
    title: str | None = None
    published: str | None = None


Piece = Part | Link | RejectedPage


class Damaged(Exception):
    """Bytes that can't be had: `reason` is a rejection's code, `detail` its sentence. Caught where parts are opened."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


def reject(origin: Origin, reason: str, detail: str, fetched_at: str | None = None) -> RejectedPage:
    """A page without its bytes, and why."""
    page = PageReference(id=None, origin=origin, fetched_at=fetched_at)
    return RejectedPage(page=page, rejection=Rejection("pages", reason, detail))


def inside(origin: Origin, member: str, url: str | None = None) -> Origin:
    """The origin of what stands at `member` in the file of `origin`, which may itself stand in another."""
    outer = origin.member or (origin.url if origin.path is None else None)
    if outer is not None:
        member = outer + ("" if member.startswith("#") else "/") + member
    return Origin(url=url, path=origin.path, member=member)


def read_whole(part: Part, limit: int) -> bytes:
    """Return the part's bytes. Raises Damaged where they are more than `limit` or can't be decompressed."""
    if part.size is not None and part.size > limit:
        raise Damaged("too_large", too_large(part.size, limit))
    with explained():
        content = part.stream.read(limit + 1)
    if len(content) > limit:
        raise Damaged("too_large", too_large(None, limit))
    return content


def too_large(size: int | None, limit: int) -> str:
    """The sentence for more bytes than a page may have; without `size` they were too many to count."""
    measured = f"it has {size:,} bytes" if size is not None else "it goes on"
    return f"{measured} and a page may have {limit:,}: news pages are far smaller, is it one?"


@contextmanager
def explained() -> Generator[None]:
    """Turn what decompressors raise, each in its own way, into Damaged."""
    try:
        yield
    except EOFError as error:
        raise Damaged("truncated", "it is cut off in the middle: get the whole file again") from error
    # zipfile's own errors are for what it has foreseen: tables that point outside of the file raise the others.
    except (
        zlib.error,
        lzma.LZMAError,
        zipfile.BadZipFile,
        ValueError,
        LookupError,
        OverflowError,
        struct.error,
    ) as error:
        raise Damaged("damaged", f"it can't be decompressed ({error}): get the file again") from error
    except NotImplementedError as error:
        raise Damaged("not_supported", f"its kind of compression isn't supported ({error}): unpack it first") from error
    except RuntimeError as error:  # zipfile's way to ask for a password
        raise Damaged("encrypted", "it is locked with a password: unpack it first") from error
    except OSError as error:
        raise Damaged(*_why_unreadable(error)) from error


def _why_unreadable(error: OSError) -> tuple[str, str]:
    if error.errno is None:  # gzip's, bz2's and fastwarc's errors of content have no number of the system's
        if "incomplete" in str(error):
            return "truncated", "it is cut off in the middle: get the whole file again"
        return "damaged", f"it can't be decompressed ({error}): get the file again"
    return "unreadable", f"it can't be read: {why_failed(error)}"


def why_failed(error: OSError) -> str:
    """The system's error in a person's words."""
    if isinstance(error, PermissionError):
        return "permission denied; ask its owner, or copy it to where you may read it"
    return (error.strerror or str(error)).lower()
