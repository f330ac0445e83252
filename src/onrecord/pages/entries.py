"""A feed's entry with its full text becomes a page of its own; one with less is a link to its page."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from onrecord.pages.parts import Link, Part, Piece, inside, reject
from onrecord.schema import Origin

FULL_CONTENT = 300
"""Characters from which an entry's content (`content:encoded`, Atom's `content`) is the story itself."""
FULL_SUMMARY = 1000
"""The same for a summary, which is a teaser in most feeds and the whole story in a few."""

_TAG = re.compile(r"<[^>]*>")
# "… [&#8230;]", "Read more", "Continue reading Pier closed": what stands here is the story's beginning.
_CUT = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?|(?:read (?:more|on|the (?:full|rest))|continue reading|weiterlesen|lire la suite|"
    r"seguir leyendo|leer más)\b.{0,120})\W*$",
    re.IGNORECASE | re.DOTALL,
)
_POSTSCRIPT = re.compile(r"The post .{1,300} appeared first on .{1,120}$", re.DOTALL)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry as its feed gives it; `content` and `summary` are HTML, dates ISO 8601 with the offset as given."""

    link: str | None = None
    title: str | None = None
    content: str = ""
    summary: str = ""
    published: str | None = None
    modified: str | None = None
    authors: Sequence[str] = ()
    section: str | None = None
    language: str | None = None
    publisher: str | None = None


def open_entry(entry: Entry, origin: Origin, number: int) -> Piece:
    """Make the entry a page where it carries the story, a link where it only announces one. Numbers start at 1."""
    at = inside(origin, f"#{number}", entry.link)
    body = story_of(entry)
    if body is not None:
        page = entry_page(entry, body)
        return Part(stream=io.BytesIO(page), origin=at, size=len(page), content_type="text/html; charset=utf-8")
    if entry.link:
        return Link(entry.link, at, entry.title, entry.published)
    return reject(at, "no_text", f"the entry {_named(entry)}has neither the story's text nor an address")


def _named(entry: Entry) -> str:
    return f"“{entry.title[:80]}” " if entry.title else ""


def story_of(entry: Entry) -> str | None:
    """The HTML of the whole story, or None where the entry has less than that."""
    for text, enough in ((entry.content, FULL_CONTENT), (entry.summary, FULL_SUMMARY)):
        shown = " ".join(html.unescape(_TAG.sub(" ", text)).split())
        if len(shown) >= enough and not _CUT.search(_POSTSCRIPT.sub("", shown)[-200:].rstrip()):
            return text
    return None


def entry_page(entry: Entry, body: str) -> bytes:
    """Set the story as the page that its publisher would make of it: what the feed says of it is declared in JSON-LD.

    The same entry gives the same bytes, so that a feed that is read again adds nothing.
    """
    title = html.escape(entry.title or "")
    canonical = f'<link rel="canonical" href="{html.escape(entry.link)}">\n' if entry.link else ""
    language = f' lang="{html.escape(entry.language)}"' if entry.language else ""
    page = (
        f'<!DOCTYPE html>\n<html{language}><head><meta charset="utf-8"><title>{title}</title>\n{canonical}'
        f'<script type="application/ld+json">{_declared(entry)}</script></head>\n'
        f"<body><article><h1>{title}</h1>\n{body}\n</article></body></html>\n"
    )
    return page.encode("utf-8", "replace")


def _declared(entry: Entry) -> str:
    fields = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": entry.title,
        "url": entry.link,
        "datePublished": entry.published,
        "dateModified": entry.modified,
        "author": [{"@type": "Person", "name": name} for name in entry.authors],
        "publisher": {"@type": "Organization", "name": entry.publisher} if entry.publisher else None,
        "articleSection": entry.section,
        "inLanguage": entry.language,
    }
    known = {name: value for name, value in fields.items() if value}
    # "</script>" in a headline would end the script.
    return msgspec.json.encode(known).decode("utf-8", "replace").replace("</", "<\\/")
