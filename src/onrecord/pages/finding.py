"""Arguments of the command line become pages, one at a time and in a stable order."""

from __future__ import annotations

import errno
import io
import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from onrecord.pages.fetching import fetch_pages
from onrecord.pages.folders import is_folder, shown_path, walk_folder
from onrecord.pages.following import fetch_all, name_links
from onrecord.pages.opening import open_part
from onrecord.pages.parts import Part, reject, why_failed
from onrecord.pages.settings import PageSettings
from onrecord.schema import Origin, Page, RejectedPage

_ADDRESS = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]+://")
# "onrecord read <(curl ...)" passes /dev/fd/63: a pipe that the user has opened, which may be read like standard input.
_OPEN_STREAMS = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
_NOT_FILES = {
    stat.S_IFIFO: "a named pipe", stat.S_IFSOCK: "a socket", stat.S_IFCHR: "a device", stat.S_IFBLK: "a device",
}  # fmt: skip
_Found = Iterator[Page | RejectedPage]


def find_sources(arguments: Sequence[str], settings: PageSettings | None = None) -> Iterator[Page | RejectedPage]:
    """Yield a page, or the reason why there is none, for every page that `arguments` name or hold, lazily.

    An argument is a file, a folder (all files in it and below, sorted, hidden ones left out), `-` for standard
    input, or an http(s) address. Each may be one page or hold many: docs/sources.md lists the formats. What can't be
    read is yielded as a RejectedPage and never stops the rest.
    """
    settings = settings or PageSettings()
    for argument in arguments:
        if argument == "-":
            yield from _open(sys.stdin.buffer, Origin(), settings)
        else:
            yield from _find_in(argument, settings)


def load_page(source: str | Path | bytes, settings: PageSettings | None = None) -> Page | RejectedPage:
    """Load one page: a path (str or Path), or the bytes themselves. Never raises for what the page is."""
    settings = settings or PageSettings()
    if isinstance(source, bytes):
        origin, found = Origin(), _open(io.BytesIO(source), Origin(), settings, len(source))
    else:
        path = os.fspath(source)
        origin = Origin(path=shown_path(path))
        if is_folder(path):
            return reject(origin, "not_supported", "it is a folder: load its files one by one, or use find_sources")
        found = _find_in(path, settings)
    first, *more = [*islice(found, 2)] or [reject(origin, "no_pages", "it holds no page")]
    return reject(origin, "several_pages", "it holds several pages: use find_sources") if more else first


def _find_in(argument: str, settings: PageSettings) -> _Found:
    if _ADDRESS.match(argument):
        yield from _find_at_address(argument, settings)
    elif argument.startswith(_OPEN_STREAMS):
        yield from _read_open_stream(argument, settings)
    elif is_folder(argument):
        yield from _find_in_folder(argument, settings)
    else:
        yield from _read_file(argument, settings)


def _find_at_address(address: str, settings: PageSettings) -> _Found:
    if not address.lower().startswith(("http://", "https://")):
        detail = "only http and https addresses are fetched: save the page as an HTML file and read that"
        yield reject(Origin(url=address), "not_supported", detail)
        return
    yield from fetch_all(address, lambda url: fetch_pages(url, settings.fetch, settings.memory), settings)


def _find_in_folder(folder: str, settings: PageSettings) -> _Found:
    empty = True
    for found in walk_folder(folder):
        empty = False
        if isinstance(found, RejectedPage):
            yield found
        else:
            yield from _read_file(found, settings)
    if empty:
        yield _reject(folder, "empty_folder", "the folder has no files (hidden ones are left out)")


def _read_file(path: str, settings: PageSettings) -> _Found:
    try:
        # Without O_NONBLOCK, opening a named pipe would wait for somebody to write into it.
        mode = os.stat(path).st_mode
        if not stat.S_ISREG(mode):
            kind = _NOT_FILES.get(stat.S_IFMT(mode), "not a regular file")
            yield _reject(path, "unreadable", f"it is {kind}: pass its content through standard input ('-')")
            return
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        yield _reject_failure(path, error)
        return
    with os.fdopen(handle, "rb") as file:
        yield from _open(file, Origin(path=shown_path(path)), settings, os.fstat(handle).st_size)


def _read_open_stream(path: str, settings: PageSettings) -> _Found:
    try:
        stream = open(path, "rb")  # noqa: SIM115
    except OSError as error:
        yield _reject_failure(path, error)
        return
    with stream:
        yield from _open(stream, Origin(path=path), settings)


def _open(stream: BinaryIO, origin: Origin, settings: PageSettings, size: int | None = None) -> _Found:
    return name_links(open_part(Part(stream=stream, origin=origin, size=size), settings), settings)


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
    return _reject(path, "unreadable", f"it can't be read: {why_failed(error)}")


def _reject(path: str, reason: str, detail: str) -> RejectedPage:
    return reject(Origin(path=shown_path(path)), reason, detail)
