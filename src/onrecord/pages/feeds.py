"""RSS, Atom and RDF feeds: each entry a page or a link."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, cast

from onrecord.pages.entries import Entry, open_entry
from onrecord.pages.parts import Damaged, Part, Piece, inside, read_whole, reject
from onrecord.pages.settings import PageSettings

_END = re.compile(rb"</(?:\w+:)?(?:rss|feed|RDF)\s*>", re.IGNORECASE)
_TAIL = 4096
"""Bytes at a feed's end in which its last tag closes; a few publishers add comments after it."""
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)?)?")
_Fields = Mapping[str, Any]


def read_feed(part: Part, settings: PageSettings) -> Iterator[Piece]:
    """Yield a feed's entries in its order. Raises Damaged where it can't be had whole or has none.

    feedparser gets bytes, never an address, and leaves the stories' HTML as it is: nothing of it is shown in a
    browser, and its own cleaning would take figures and captions out. Entities beyond XML's own aren't expanded.
    """
    content = read_whole(part, settings.max_bytes)
    feed = _parse(content, part)
    if not feed.entries:
        raise Damaged("no_pages", "the feed has no entries")
    is_cut = not _END.search(content[-_TAIL:].replace(b"\x00", b""))
    for number, fields in enumerate(feed.entries, 1):
        if is_cut and number == len(feed.entries):
            where = inside(part.origin, f"#{number}")
            yield reject(where, "truncated", "the feed is cut off in or after this entry: fetch it again")
        else:
            yield open_entry(_entry_of(fields, feed), part.origin, number)


@dataclass(frozen=True)
class _Feed:
    """What feedparser makes of a feed."""

    channel: _Fields
    entries: Sequence[_Fields]
    is_atom: bool


def _parse(content: bytes, part: Part) -> _Feed:
    import feedparser  # type: ignore[import-untyped]

    headers = {"content-type": part.content_type} if part.content_type else {}
    if part.origin.url:
        headers["content-location"] = part.origin.url  # what relative links are relative to
    try:
        parsed: Any = feedparser.parse(  # type: ignore[no-untyped-call]
            io.BytesIO(content), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except (ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError) as error:
        raise Damaged("damaged", f"the feed can't be taken apart ({type(error).__name__}: {error})") from error
    fields = cast("_Fields", parsed)
    return _Feed(fields["feed"], fields["entries"], str(fields.get("version")).startswith("atom"))


def _entry_of(fields: _Fields, feed: _Feed) -> Entry:
    """An entry's fields. `dc:date`, which feedparser calls an update, is all that many RSS feeds say of publication."""
    return Entry(
        link=_address(fields.get("link")),
        title=_plain(fields.get("title")),
        content=max((_html(content) for content in fields.get("content", ())), key=len, default=""),
        summary=_html(fields.get("summary_detail") or {"value": fields.get("summary")}),
        published=_date(fields, "published") or (None if feed.is_atom else _date(fields, "updated")),
        modified=_date(fields, "updated") if feed.is_atom or "published" in fields else None,
        authors=_authors(fields),
        section=_section(fields),
        language=_language(fields, feed.channel),
        publisher=_plain(feed.channel.get("publisher")) or _plain(feed.channel.get("title")),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _plain(value: object) -> str | None:
    """A title without the tags that some feeds put in."""
    text = " ".join(html.unescape(re.sub(r"<[^<>]{1,200}>", "", _text(value))).split())
    return text or None


def _address(value: object) -> str | None:
    address = _text(value).strip()
    return address if address.startswith(("http://", "https://")) else None


def _html(detail: _Fields) -> str:
    """A text construct as HTML: plain text becomes paragraphs."""
    value = _text(detail.get("value"))
    if detail.get("type") != "text/plain" or re.search(r"<(?:p|br|div|a|em|b)\b", value):
        return value
    return "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in re.split(r"\n\s*\n", value) if paragraph.strip())


def _date(fields: _Fields, name: str) -> str | None:
    """A date as given, in ISO 8601: "Wed, 19 Mar 2025 10:00:00 +0100" keeps its offset."""
    if name not in fields:  # feedparser gives the date of publication where none of a change is told
        return None
    given = _text(fields.get(name)).strip()
    if _ISO.fullmatch(given):
        return given.replace(" ", "T", 1).replace(" ", "")
    try:
        date = parsedate_to_datetime(given)
        return (date if date.tzinfo else date.replace(tzinfo=UTC)).isoformat()
    except (ValueError, TypeError, IndexError):
        pass
    parsed: Sequence[int] | None = fields.get(f"{name}_parsed")
    return datetime(*parsed[:6], tzinfo=UTC).isoformat() if parsed else None


def _authors(fields: _Fields) -> list[str]:
    names = [_plain(author.get("name")) for author in fields.get("authors", ())]
    names = [name for name in names if name and "@" not in name] or [_plain(fields.get("author"))]
    return list(dict.fromkeys(name for name in names if name))


def _section(fields: _Fields) -> str | None:
    terms = [_plain(tag.get("term")) for tag in fields.get("tags", ())]
    return terms[0] if terms else None


def _language(fields: _Fields, feed: _Fields) -> str | None:
    detail: _Fields = fields.get("title_detail") or {}
    return _text(feed.get("language")) or _text(detail.get("language")) or None
