"""Arguments of the command line become pages, one at a time and in a stable order."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from onrecord.pages.settings import PageSettings
from onrecord.pages.sniffing import Unreadable, sniff, suffix_of
from onrecord.schema import Origin, Page, PageReference, RejectedPage, Rejection

_ADDRESS = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]+://")
# "onrecord read <(curl ...)" passes /dev/fd/63: a pipe that the user has opened, which may be read like standard input.
_OPEN_STREAMS = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
_NOT_FILES = {
    stat.S_IFIFO: "a named pipe", stat.S_IFSOCK: "a socket", stat.S_IFCHR: "a device", stat.S_IFBLK: "a device",
}  # fmt: skip


def find_sources(arguments: Sequence[str], settings: PageSettings | None = None) -> Iterator[Page | RejectedPage]:
    """Yield a page, or the reason why there is none, for every file that `arguments` name, lazily.

    An argument is a file, a folder (all files in it and below, sorted, hidden ones left out) or `-` for standard
    input. What can't be read is yielded as a RejectedPage and never stops the rest.
    """
    settings = settings or PageSettings()
    for argument in arguments:
        if argument == "-":
            yield _read_stream(sys.stdin.buffer, Origin(), settings)
        else:
            yield from _find_in(argument, settings)


def load_page(source: str | Path | bytes, settings: PageSettings | None = None) -> Page | RejectedPage:
    """Load one page: a path (str or Path), or the bytes themselves. Never raises for what the page is."""
    settings = settings or PageSettings()
    if isinstance(source, bytes):
        return page_from_bytes(source, Origin(), settings)
    path = os.fspath(source)
    found = next(_find_in(path, settings)) if not _is_folder(path) else None
    return found or _reject(path, "not_supported", "it is a folder: load its files one by one, or use find_sources")


def page_from_bytes(content: bytes, origin: Origin, settings: PageSettings) -> Page | RejectedPage:
    """Take bytes for a page by what they are and by the suffix of their path."""
    if len(content) > settings.max_bytes:
        return _rejected(PageReference(id=None, origin=origin), "too_large", _too_large(None, settings))
    page = Page(content=content, origin=origin)
    if not content.strip():
        return _rejected(page.reference, "empty_file", "it is empty" if not content else "it has only white space")
    kind = sniff(content, suffix_of(origin.path or ""), plain=settings.plain)
    if isinstance(kind, Unreadable):
        return _rejected(page.reference, kind.reason, kind.detail)
    return Page(content=content, origin=origin, form=kind.form, content_type=kind.content_type)


def _find_in(argument: str, settings: PageSettings) -> Iterator[Page | RejectedPage]:
    if _ADDRESS.match(argument):
        detail = "OnRecord doesn't fetch pages yet: save the page as an HTML file and read that"
        yield _rejected(PageReference(id=None, origin=Origin(url=argument)), "not_supported", detail)
    elif argument.startswith(_OPEN_STREAMS):
        yield _read_open_stream(argument, settings)
    elif _is_folder(argument):
        yield from _find_in_folder(argument, settings)
    else:
        yield _read_file(argument, settings)


def _find_in_folder(folder: str, settings: PageSettings) -> Iterator[Page | RejectedPage]:
    empty = True
    for found in _walk(folder, frozenset()):
        empty = False
        yield found if isinstance(found, RejectedPage) else _read_file(found, settings)
    if empty:
        yield _reject(folder, "empty_folder", "the folder has no files (hidden ones are left out)")


def _walk(folder: str, above: frozenset[tuple[int, int]]) -> Iterator[str | RejectedPage]:
    """Yield paths of files in and below `folder`, sorted; `above` are the folders that a link may lead back to."""
    try:
        status = os.stat(folder)
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    except OSError as error:
        yield _reject(folder, "unreadable", f"the folder can't be listed: {_why(error)}")
        return
    inside = above | {(status.st_dev, status.st_ino)}
    for path in (os.path.join(folder, name) for name in names):
        if not _is_folder(path):
            yield path
        elif not _leads_back(path, inside):
            yield from _walk(path, inside)


def _leads_back(folder: str, above: frozenset[tuple[int, int]]) -> bool:
    try:
        status = os.stat(folder)
    except OSError:
        return False  # _walk says why it can't be listed
    return (status.st_dev, status.st_ino) in above


def _is_folder(path: str) -> bool:
    try:
        return stat.S_ISDIR(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def _read_file(path: str, settings: PageSettings) -> Page | RejectedPage:
    try:
        # Without O_NONBLOCK, opening a named pipe would wait for somebody to write into it.
        mode = os.stat(path).st_mode
        if not stat.S_ISREG(mode):
            kind = _NOT_FILES.get(stat.S_IFMT(mode), "not a regular file")
            return _reject(path, "unreadable", f"it is {kind}: pass its content through standard input ('-')")
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        return _reject_failure(path, error)
    with os.fdopen(handle, "rb") as file:
        size = os.fstat(handle).st_size
        if size > settings.max_bytes:
            return _reject(path, "too_large", _too_large(size, settings))
        try:
            content = file.read(settings.max_bytes + 1)
        except OSError as error:
            return _reject_failure(path, error)
    return page_from_bytes(content, Origin(path=shown_path(path)), settings)


def _read_open_stream(path: str, settings: PageSettings) -> Page | RejectedPage:
    try:
        with open(path, "rb") as stream:
            return _read_stream(stream, Origin(path=path), settings)
    except OSError as error:
        return _reject_failure(path, error)


def _read_stream(stream: BinaryIO, origin: Origin, settings: PageSettings) -> Page | RejectedPage:
    try:
        content = stream.read(settings.max_bytes + 1)
    except OSError as error:
        return _rejected(PageReference(id=None, origin=origin), "unreadable", f"it can't be read: {_why(error)}")
    return page_from_bytes(content, origin, settings)


def _reject_failure(path: str, error: OSError | ValueError) -> RejectedPage:
    """Say why a path can't be opened: it isn't there, or it is and can't be read."""
    if isinstance(error, ValueError):
        return _reject(path, "missing", "no file can have this name")
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        if os.path.islink(path):
            return _reject(path, "missing", f"it is a link to {shown_path(os.readlink(path))}, which isn't there")
        return _reject(path, "missing", "there is no file or folder of this name: check its spelling")
    if error.errno == errno.ELOOP:
        return _reject(path, "unreadable", "it is a link that leads back to itself")
    if error.errno == errno.ENAMETOOLONG:
        return _reject(path, "missing", "the name is too long for a file: a page's text is passed through '-'")
    return _reject(path, "unreadable", f"it can't be read: {_why(error)}")


def _why(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "permission denied; ask its owner, or copy it to where you may read it"
    return (error.strerror or str(error)).lower()


def _too_large(size: int | None, settings: PageSettings) -> str:
    measured = f"it has {size:,} bytes" if size is not None else "it goes on"
    return f"{measured} and a page may have {settings.max_bytes:,}: news pages are far smaller, is it one?"


def _reject(path: str, reason: str, detail: str) -> RejectedPage:
    return _rejected(PageReference(id=None, origin=Origin(path=shown_path(path))), reason, detail)


def _rejected(page: PageReference, reason: str, detail: str) -> RejectedPage:
    return RejectedPage(page=page, rejection=Rejection("pages", reason, detail))


def shown_path(path: str) -> str:
    """A path as JSON can carry it: file names are bytes, and those that are no UTF-8 show as U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")
