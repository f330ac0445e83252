"""Markdown as archives of official releases keep it: front matter above, wrapped paragraphs below."""

from __future__ import annotations

import html
import re

from onrecord.articles.compose import Metadata, Piece, canonical, compose_article
from onrecord.articles.credits import split_credit
from onrecord.articles.front_matter import split_front_matter
from onrecord.schema import Article, BlockKind, Furniture, Page, Rejection

_EMPTY_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_IMAGE = re.compile(r"!\[([^\]]{0,500})\]\([^)\s]{0,1000}(?:\s+\"[^\"]{0,300}\")?\)")
_LINK = re.compile(
    r"\[([^\[\]]{0,500})\]\((?:[^()\s]|\([^()]{0,200}\)){0,1000}(?:\s+\"[^\"]{0,300}\")?\)"
    r"|\[([^\[\]]{1,500})\]\[[^\]]{0,100}\]"
)
_AUTOLINK = re.compile(r"<(https?://[^<>\s]+|[\w.+-]+@[\w.-]+)>")
_STRONG = re.compile(r"(\*\*\*|\*\*|\*|___|__)(?=\S)(.{1,2000}?)(?<=\S)\1", re.DOTALL)
_UNDERLINED = re.compile(r"(?<!\w)_(?=\S)([^_]+)(?<=\S)_(?!\w)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!~>|\"'$%&,:;<=?@^/-])")
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$", re.DOTALL)
LONGEST_MARKED = 20_000
"""Characters of a paragraph in which marks are looked for; a longer one is no paragraph that a person wrote."""
_BOLD_LINE = re.compile(r"^(\*\*|__)(?!\s)[^*]+\1:?$")
_BULLET = re.compile(r"^[^\S\n]*(?:[-*+]|\d{1,3}[.)])[^\S\n]+")
_RULE = re.compile(r"^[\s*_-]{3,}$")
# Press offices close a release with "###" or "# # #" ("-30-" in older ones): it says "the end", and nothing else.
_END_MARK = re.compile(r"^[\s*\\_]*(?:(?:\\?#[\s\\]*){3}|-\s?30\s?-|(?:\\?#\s*)+(?:END|end)(?:\s*\\?#)*)[\s*\\_]*$")

_MOMENT = re.compile(
    r"(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))"
    r"(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(Z|z|[+-]\d{2}:\d{2})?)?"
)
_DATES = ("published_time", "published", "published_at", "date")
_CHANGES = ("modified_time", "modified", "updated", "lastmod")
_ADDRESSES = ("source_url", "canonical_url", "canonical", "url", "link")


def has_front_matter(text: str) -> bool:
    return bool(split_front_matter(text)[0])


def extract_markdown(text: str, page: Page) -> Article | Rejection:
    """Read front matter into fields and markdown into blocks; marks go, words stay, end marks become furniture."""
    entries, body = split_front_matter(text)
    metadata = _read_metadata(entries, page)
    pieces: list[Piece] = [Piece("headline", metadata.headline)] if metadata.headline else []
    furniture: list[Furniture] = []
    for chunk in _EMPTY_LINES.split(_COMMENT.sub("", body)):
        if _END_MARK.match(chunk):
            furniture.append(Furniture(canonical(strip_marks(chunk)), "other"))
        elif chunk.strip() and not _RULE.match(chunk):
            pieces.extend(_read_chunk(chunk))
    if not any(canonical(piece.text) for piece in pieces):
        return Rejection("articles", "empty", "the markdown has no text below its front matter")
    return compose_article(pieces, metadata, furniture)


def strip_marks(marked: str) -> str:
    """Remove emphasis, links, tags and backslash escapes; the words stay."""
    if len(marked) > LONGEST_MARKED:
        return marked
    shown = _TAG.sub("", _AUTOLINK.sub(r"\1", marked))
    shown = _LINK.sub(lambda found: found[1] or found[2] or "", _IMAGE.sub(r"\1", shown))
    escaped: list[str] = []

    def hide(found: re.Match[str]) -> str:
        escaped.append(found[1])
        return "\x00"

    shown = _ESCAPED.sub(hide, shown.replace("\x00", ""))
    for _ in range(3):  # "***Fact*** and **_fact_**" nest
        shown = _UNDERLINED.sub(r"\1", _STRONG.sub(r"\2", shown))
    # Marks that wrap only part of a wrapped line ("support for Ukraine**.**") may be left unpaired.
    shown = re.sub(
        r"\*\*+|(?<!\w)__+|__+(?!\w)|(?:^|(?<=\s))\*(?=\S)|(?<=[^\s\w])\*(?=\s|$)|(?<=\S)\*(?=\s|$)|^\s*\*\s",
        "",
        re.sub(r"\\(?=\s|$)", "", shown),
    )
    remaining = iter(escaped)
    return html.unescape(re.sub("\x00", lambda _: next(remaining), shown))


def strip_line_marks(text: str) -> str:
    """Remove the marks of a whole page's markdown line by line: headings, rules, pictures, links, emphasis."""
    lines = (_HEADING.sub(r"\1", line.strip()) for line in text.split("\n"))
    return "\n".join("" if _RULE.match(line) else strip_marks(_IMAGE.sub("", line)) for line in lines)


def _read_chunk(chunk: str) -> list[Piece]:
    picture = _IMAGE.fullmatch(chunk.strip())
    if picture:
        return [Piece("caption", picture[1], split_credit(picture[1])[1])]
    if chunk.lstrip().startswith(">"):
        return [Piece("quote", strip_marks(re.sub(r"(?m)^\s*>\s?", "", chunk)))]
    return [_read_item(item) for item in _split_items(chunk)]


def _split_items(chunk: str) -> list[str]:
    """Part a list's items and a heading from what follows; a wrapped line joins the one before it."""
    items: list[str] = []
    for line in chunk.split("\n"):
        alone = not items or _BULLET.match(line) or _HEADING.match(line) or _HEADING.match(items[-1])
        if alone:
            items.append(line)
        else:
            items[-1] += "\n" + line
    return [item for item in items if item.strip()]


def _read_item(item: str) -> Piece:
    kind: BlockKind = "paragraph"
    shown = item.strip()
    heading, bullet = _HEADING.match(shown), _BULLET.match(shown)
    if heading:
        kind, shown = "subheading", heading[1]
    elif _BOLD_LINE.match(" ".join(shown.split())):
        kind = "subheading"
    elif bullet:
        kind, shown = "list_item", shown[bullet.end() :]
    return Piece(kind, strip_marks(shown))


def _read_metadata(entries: dict[str, tuple[str, ...]], page: Page) -> Metadata:
    def first(*keys: str) -> str | None:
        values = [canonical(value) for key in keys for value in entries.get(key, ())]
        return next((value for value in values if value), None)

    authors = entries.get("authors") or entries.get("author") or entries.get("byline") or ()
    return Metadata(
        headline=first("title", "headline"),
        section=first("section", "category"),
        published=iso_moment(first(*_DATES)),
        modified=iso_moment(first(*_CHANGES)),
        authors=tuple(canonical(author) for author in authors),
        publisher=first("publisher", "site_name"),
        language=first("language", "lang"),
        url=page.origin.url or first(*_ADDRESSES),
    )


def iso_moment(shown: str | None) -> str | None:
    """Return "2022-03-14 14:26:07-04:00" as ISO 8601 has it; a time without its offset is worth its date only."""
    found = _MOMENT.fullmatch(shown or "")
    if not found:
        return None
    day, time, offset = found[1], found[2], found[3]
    if not time or not offset:
        return day
    return f"{day}T{time}{'+00:00' if offset in 'Zz' else offset}"
