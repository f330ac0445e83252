"""JSON Feed (jsonfeed.org, versions 1 and 1.1): each item a page or a link."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import msgspec

from onrecord.pages.entries import Entry, open_entry
from onrecord.pages.parts import Damaged, Part, Piece, read_whole
from onrecord.pages.settings import PageSettings


class _Author(msgspec.Struct):
    name: str | None = None


class _Item(msgspec.Struct):
    """What is read of an item. `author` is version 1's, `authors` 1.1's."""

    id: str | int | float | None = None
    url: str | None = None
    external_url: str | None = None
    title: str | None = None
    content_html: str | None = None
    content_text: str | None = None
    date_published: str | None = None
    date_modified: str | None = None
    author: _Author | None = None
    authors: list[_Author] | None = None
    tags: list[str] | None = None
    language: str | None = None


class _Feed(msgspec.Struct):
    title: str | None = None
    language: str | None = None
    items: list[msgspec.Raw] | None = None


def read_json_feed(part: Part, settings: PageSettings) -> Iterator[Piece]:
    """Yield a feed's items in its order; one that breaks the format is rejected alone. Raises Damaged without any."""
    content = read_whole(part, settings.max_bytes).removeprefix(b"\xef\xbb\xbf")
    try:
        feed = msgspec.json.decode(content, type=_Feed)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        reason = "truncated" if "truncated" in str(error) else "damaged"
        raise Damaged(reason, f"the JSON feed can't be decoded: {error}") from error
    if not feed.items:
        raise Damaged("no_pages", "the feed has no items")
    for number, raw in enumerate(feed.items, 1):
        yield open_entry(_entry_of(raw, feed), part.origin, number)


def _entry_of(raw: msgspec.Raw, feed: _Feed) -> Entry:
    try:
        item = msgspec.json.decode(raw, type=_Item)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return Entry()
    authors = item.authors or ([item.author] if item.author else [])
    return Entry(
        link=next((url for url in (item.url, item.external_url, f"{item.id}") if _is_address(url)), None),
        title=item.title,
        content=item.content_html or _paragraphs(item.content_text or ""),
        published=item.date_published,
        modified=item.date_modified,
        authors=[author.name for author in authors if author.name],
        section=item.tags[0] if item.tags else None,
        language=item.language or feed.language,
        publisher=feed.title,
    )


def _is_address(value: str | None) -> bool:
    return value is not None and value.startswith(("http://", "https://"))


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in re.split(r"\n\s*\n", text) if paragraph.strip())
