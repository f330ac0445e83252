"""MHTML, "Webpage, single file": a page with its pictures as one mail message (RFC 2557)."""

from __future__ import annotations

import email
import io
from collections.abc import Iterator
from datetime import UTC
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message
from email.utils import parsedate_to_datetime

from onrecord.pages.parts import Damaged, Part, Piece, read_whole
from onrecord.pages.settings import PageSettings
from onrecord.schema import Origin

_PAGE_TYPES = ("text/html", "application/xhtml+xml")


def read_mhtml(part: Part, settings: PageSettings) -> Iterator[Piece]:
    """Yield the page itself, with the address and the time that it was saved from. Raises Damaged where it has none."""
    try:
        message = email.message_from_bytes(read_whole(part, settings.max_saved_bytes))
        root, is_last = _root_of(message)
        content = root.get_payload(decode=True)
    except (RecursionError, LookupError, ValueError, TypeError) as error:
        raise Damaged("damaged", f"it is no web archive (MHTML) that can be taken apart: {error}") from error
    if is_last and any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects):
        raise Damaged("truncated", "the web archive (MHTML) is cut off in the middle of its page: save it again")
    body = content if isinstance(content, bytes) else b""
    url = _address_of(message, root) or part.origin.url
    origin = Origin(url=url, path=part.origin.path, member=part.origin.member)
    yield Part(
        stream=io.BytesIO(body), origin=origin, size=len(body), content_type=_type_of(root),
        fetched_at=_date_of(message) or part.fetched_at,
    )  # fmt: skip


def _root_of(message: Message) -> tuple[Message, bool]:
    """The part that is the page, and whether it is the last: the one named by `start`, else the first of HTML."""
    parts = [part for part in message.walk() if not part.is_multipart()]
    start = message.get_param("start")
    named = [part for part in parts if start and part.get("Content-ID", "").strip() == start]
    pages = named or [part for part in parts if part.get_content_type() in _PAGE_TYPES]
    if not pages:
        raise Damaged("no_pages", f"none of the {len(parts)} parts of this web archive (MHTML) is a page")
    return pages[0], pages[0] is parts[-1]


def _address_of(message: Message, root: Message) -> str | None:
    snapshot = message.get("Snapshot-Content-Location")
    for told in (root.get("Content-Location"), snapshot, message.get("Content-Location")):
        address = "".join(str(told or "").split())  # long addresses are folded over lines
        if address.startswith(("http://", "https://")):
            return address
    return None


def _type_of(root: Message) -> str:
    charset = root.get_content_charset()
    return root.get_content_type() + (f"; charset={charset}" if charset else "")


def _date_of(message: Message) -> str | None:
    """When the browser saved it; "-0000" means UTC of a writer who doesn't tell where it is."""
    try:
        date = parsedate_to_datetime(message.get("Date", ""))
    except (ValueError, TypeError, IndexError):
        return None
    return (date if date.tzinfo else date.replace(tzinfo=UTC)).isoformat()
