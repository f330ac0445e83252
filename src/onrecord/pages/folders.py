"""The files in a folder and below, in a stable order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator

from onrecord.pages.parts import reject, why_failed
from onrecord.pages.saved_pages import is_folder_of_page
from onrecord.schema import Origin, RejectedPage


def walk_folder(folder: str, above: frozenset[tuple[int, int]] = frozenset()) -> Iterator[str | RejectedPage]:
    """Yield paths of files in and below `folder`, sorted; `above` are the folders that a link may lead back to.

    Hidden ones are left out, and the folders of pictures and scripts that browsers save beside a page.
    """
    try:
        status = os.stat(folder)
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    except OSError as error:
        detail = f"the folder can't be listed: {why_failed(error)}"
        yield reject(Origin(path=shown_path(folder)), "unreadable", detail)
        return
    inside = above | {(status.st_dev, status.st_ino)}
    beside = frozenset(names)
    for name in names:
        path = os.path.join(folder, name)
        if not is_folder(path):
            yield path
        elif not _leads_back(path, inside) and not is_folder_of_page(name, beside):
            yield from walk_folder(path, inside)


def _leads_back(folder: str, above: frozenset[tuple[int, int]]) -> bool:
    try:
        status = os.stat(folder)
    except OSError:
        return False  # walk_folder says why it can't be listed
    return (status.st_dev, status.st_ino) in above


def is_folder(path: str) -> bool:
    """Is there a folder at `path`? False also where that can't be known."""
    try:
        return stat.S_ISDIR(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def shown_path(path: str) -> str:
    """A path as JSON can carry it: file names are bytes, and those that are no UTF-8 show as U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")
