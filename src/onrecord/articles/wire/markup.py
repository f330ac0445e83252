"""Marked-up bodies become pieces: NITF, XHTML, HTML and plain text, which wire formats hold inside one another."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from lxml import etree

from onrecord.articles.compose import Piece, canonical
from onrecord.articles.credits import split_credit
from onrecord.articles.plain import split_paragraphs
from onrecord.articles.wire.xml import Element, attribute, below, local_name, namespace, text_of
from onrecord.schema import BlockKind

# NITF's names beside HTML's: hl2 is a subheading, bq a quotation set apart. None: the kind of what is around it.
_BLOCKS: dict[str, BlockKind | None] = {
    "p": None, "div": None, "section": None, "article": None, "main": None, "body": None, "body.content": None,
    "block": None, "html": None, "header": None, "hgroup": None, "abstract": None, "content": None, "address": None,
    "h1": "subheading", "h2": "subheading", "h3": "subheading", "h4": "subheading", "h5": "subheading",
    "h6": "subheading", "hl1": "subheading", "hl2": "subheading",
    "ul": None, "ol": None, "dl": None, "li": "list_item", "dt": "list_item", "dd": "list_item",
    "table": "paragraph", "thead": None, "tbody": None, "tfoot": None, "tr": "list_item", "caption": None,
    "nitf-table": "paragraph", "blockquote": "quote", "bq": "quote", "credit": None, "pre": None, "fn": "paragraph",
    "note": "paragraph", "datasource": "paragraph", "byline": "byline", "dateline": "dateline", "tagline": "byline",
    "hr": None, "details": None, "summary": None, "dataContent": None, "footer": None, "center": None, "form": None,
}  # fmt: skip
_CELLS = frozenset(("td", "th"))
_PICTURES = frozenset(("figure", "media"))
_SILENT = frozenset((
    "script", "style", "head", "title", "template", "noscript", "iframe", "object", "embed", "svg", "math", "audio",
    "video", "canvas", "select", "button", "input", "textarea", "nav", "nitf-table-metadata", "media-metadata",
    "classifier", "key-list", "tobject", "copyrite", "img", "map", "aside-ad",
))  # fmt: skip
_CREDITS = re.compile(r"\b(?:credit|byline|copyright|source|photographer)\b", re.IGNORECASE)
_BYLINES = re.compile(r"^(?:byline|author|dateline)$", re.IGNORECASE)
_KNOWN = frozenset((None, "http://www.w3.org/1999/xhtml", "http://iptc.org/std/NITF/2006-10-18/"))
_INLINE = frozenset(("a", "b", "i", "em", "strong", "span", "link", "q", "sub", "sup", "u", "small", "mark", "br"))
_MARKED_UP = re.compile(
    r"</?(?:p|br|div|h[1-6]|li|ul|ol|blockquote|section|article|html|body|a|em|strong|b|i)\b[^<>]*>", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»“)\]]*\s*$")
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_BREAK = "\x1e"
"""A forced line break inside a text that is being collected; canonical text has no such sign."""


def is_marked_up(text: str) -> bool:
    """Does a text that may be either hold HTML? "AT&T <T.N> rose" doesn't."""
    return bool(_MARKED_UP.search(text))


def read_text(text: str) -> list[Piece]:
    """Read a body that is plain text: paragraphs at empty lines, else at line ends."""
    shown = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").replace("\u2028", "\n")
    return [Piece("paragraph", line) for paragraph in split_paragraphs(shown) for line in _sentences_end(paragraph)]


def _sentences_end(paragraph: str) -> list[str]:
    """Lines that all end a sentence are paragraphs; lines that were wrapped at a width break off in the middle."""
    lines = [line for line in paragraph.split("\n") if line.strip()]
    return lines if all(_SENTENCE_END.search(line) for line in lines[:-1]) else [paragraph]


def read_html(text: str) -> list[Piece]:
    """Read a body that is HTML in a string; text that turns out to have no tags is plain."""
    if not is_marked_up(text):
        return read_text(html.unescape(text))
    root = parse_html(text)
    return read_markup(root) if root is not None else []


def parse_html(text: str) -> Element | None:
    parser = etree.HTMLParser(
        recover=True, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        return etree.fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError, RecursionError, MemoryError):
        return None


def read_markup(root: Element) -> list[Piece]:
    """Read all that an element shows as pieces, in its order; pictures give their captions."""
    return list(_Walk().read(root))


def read_picture(element: Element) -> list[Piece]:
    """Read a figure's or NITF media's caption with its credit; a picture without a caption gives nothing."""
    credits = [text_of(found) for found in element.iterdescendants() if _is_credit(found)]
    credit = next((found for found in credits if found), None)
    for caption in below(element, "figcaption", "media-caption"):
        words = _without_credits(caption)
        if words:
            return [caption_piece(words, credit)]
    return []


def caption_piece(words: str, credit: str | None) -> Piece:
    """A caption's piece: the credit given apart, else the one that the caption ends in."""
    return Piece("caption", words, canonical(credit) if credit else split_credit(canonical(words))[1])


def _is_credit(element: Element) -> bool:
    return local_name(element) in ("media-producer", "cite") or bool(_CREDITS.search(attribute(element, "class") or ""))


def _without_credits(caption: Element) -> str | None:
    """A caption's own words: a credit that stands in an element of its own inside it is left out."""
    parts: list[str] = []
    depth = 0
    for event, element in etree.iterwalk(caption, events=("start", "end")):
        if event == "start":
            depth += _is_credit(element)
            parts.append((element.text or "") if not depth else "")
        else:
            depth -= _is_credit(element)
            parts.append((element.tail or "") if not depth and element is not caption else "")
        parts.append(" " if local_name(element) in ("p", "br", "div") else "")
    return canonical("".join(parts)) or None


class _Walk:
    """One walk over a tree, without recursion: senders nest as deep as they like."""

    def __init__(self) -> None:
        self.kinds: list[BlockKind | None] = []
        self.collected: list[str] = []
        self.preformatted = 0

    def read(self, root: Element) -> Iterator[Piece]:
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            name = local_name(element)
            if event == "start" and (name in _SILENT or name in _PICTURES):
                yield from self._flush() if name in _PICTURES else ()
                yield from read_picture(element) if name in _PICTURES else ()
                walk.skip_subtree()
            elif event == "start":
                yield from self._open(element, name)
            else:
                yield from self._close(element, name)
                if element is not root:
                    self.collected.append(element.tail or "")
        yield from self._flush()

    def _open(self, element: Element, name: str) -> Iterator[Piece]:
        if self._is_block(element, name):
            yield from self._flush()
            self.kinds.append(_own_kind(element, name))
            self.preformatted += name == "pre"
        elif name == "br":
            yield from self._break()
        elif name in _CELLS:
            self.collected.append(" ")
        self.collected.append(element.text or "")

    def _close(self, element: Element, name: str) -> Iterator[Piece]:
        if name in _SILENT or name in _PICTURES:
            return
        if self._is_block(element, name):
            yield from self._flush()
            self.kinds.pop()
            self.preformatted -= name == "pre"

    def _is_block(self, element: Element, name: str) -> bool:
        # In a row of a table, "<td><p>3</p></td>" is a cell and no paragraph.
        if name in _BLOCKS and not ("list_item" in self.kinds and name == "p" and _in_cell(element)):
            return True
        return namespace(element) not in _KNOWN and name not in _INLINE

    def _break(self) -> Iterator[Piece]:
        """One line break is a space; two in a row part paragraphs, as in copy that was never marked up."""
        if "".join(self.collected[-3:]).rstrip(" \t\n").endswith(_BREAK):
            yield from self._flush()
        else:
            self.collected.append(_BREAK)

    def _kind(self) -> BlockKind:
        for kind in reversed(self.kinds):
            if kind:
                return kind
        return "paragraph"

    def _flush(self) -> Iterator[Piece]:
        text = "".join(self.collected)
        self.collected.clear()
        kind = self._kind()
        for paragraph in _EMPTY_LINE.split(text) if self.preformatted else (text,):
            shown = canonical(paragraph.replace(_BREAK, " "))
            if shown:
                yield Piece(kind, shown)


def _own_kind(element: Element, name: str) -> BlockKind | None:
    named = attribute(element, "class")
    if named and name in ("p", "div") and _BYLINES.match(named):
        return "dateline" if named.lower() == "dateline" else "byline"
    return _BLOCKS.get(name)


def _in_cell(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and local_name(parent) in _CELLS
