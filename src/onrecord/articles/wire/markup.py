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
    **dict.fromkeys((
        "html", "body", "body.content", "block", "content", "datacontent", "article", "main", "section", "div", "p",
        "header", "footer", "hgroup", "aside", "address", "details", "summary", "center", "form", "abstract", "credit",
        "ul", "ol", "dl", "pre", "hr", "caption", "thead", "tbody", "tfoot", "tr", "td", "th",
    )),
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6", "hl2"), "subheading"),
    **dict.fromkeys(("li", "dt", "dd"), "list_item"),
    **dict.fromkeys(("blockquote", "bq"), "quote"),
    **dict.fromkeys(("table", "nitf-table", "fn", "datasource"), "paragraph"),
    **dict.fromkeys(("byline", "tagline"), "byline"),
    "h1": "headline", "hl1": "headline", "dateline": "dateline", "note": "note",
}  # fmt: skip
LONGEST_ROW = 300
"""Characters of a table's row that is one line of figures; a longer one only lays paragraphs out."""
_PICTURES = frozenset(("figure", "media"))
_SILENT = frozenset((
    "script", "style", "head", "title", "template", "noscript", "iframe", "object", "embed", "svg", "math", "audio",
    "video", "canvas", "select", "button", "input", "textarea", "nav", "nitf-table-metadata", "media-metadata",
    "classifier", "key-list", "tobject", "copyrite", "img", "map",
))  # fmt: skip
_CREDITS = re.compile(r"\b(?:credit|byline|copyright|source|photographer)\b", re.IGNORECASE)
_BY_CLASS: dict[tuple[str, str], BlockKind] = {
    ("p", "byline"): "byline", ("div", "byline"): "byline", ("p", "author"): "byline",
    ("p", "note"): "note", ("p", "correction"): "note", ("div", "correction"): "note",
    ("p", "dateline"): "dateline", ("div", "dateline"): "dateline",
}  # fmt: skip
_KNOWN = frozenset((None, "http://www.w3.org/1999/xhtml", "http://iptc.org/std/NITF/2006-10-18/"))
_INLINE = frozenset((
    "a", "b", "i", "em", "strong", "span", "link", "q", "sub", "sup", "u", "small", "mark", "br",
    "alt-code", "frac-sep",
))  # fmt: skip
_MARKED_UP = re.compile(
    r"</?(?:p|br|div|h[1-6]|li|ul|ol|blockquote|section|article|html|body|a|em|strong|b|i)\b[^<>]*>", re.IGNORECASE
)
_TAG = re.compile(r"<[^<>]{0,400}>")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»“)\]]*\s*$")
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_BREAK = "\x1e"
"""A forced line break inside a text that is being collected; canonical text has no such sign."""


def is_marked_up(text: str) -> bool:
    """Does a text that may be either hold HTML? "AT&T <T.N> rose" doesn't."""
    return bool(_MARKED_UP.search(text))


def plain_words(text: str) -> str:
    """A line as people read it: content systems write "&amp;quot;" and "<em>" even into headlines."""
    shown = _TAG.sub(" ", text) if is_marked_up(text) else text
    return html.unescape(html.unescape(shown))


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


def shown_text(root: Element) -> str | None:
    """Return what an element shows in one line: paragraphs that touch in the file don't touch in it."""
    return " ".join(piece.text for piece in read_markup(root)) or None


def read_picture(element: Element) -> list[Piece]:
    """Read the caption of a figure or of NITF's media with its credit; a picture without both gives nothing."""
    credits = [text_of(found) or "" for found in element.iterdescendants() if _is_credit(found)]
    credit = max(credits, key=bool, default=None)
    captions = (_without_credits(found) for found in below(element, "figcaption", "media-caption"))
    words = next((words for words in captions if words), None)
    if words:
        return [caption_piece(words, credit)]
    return [Piece("caption", "", credit)] if credit else []


def caption_piece(words: str, credit: str | None) -> Piece:
    """A caption's piece, with the credit given apart, else (where it is null) the one that the caption ends in."""
    if credit is not None:
        return Piece("caption", words, canonical(credit) or None)
    caption, credit = split_credit(canonical(words))
    return Piece("caption", caption or words, credit)


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
        self.names: list[str] = []
        self.collected: list[str] = []
        self.pending: list[Piece] = []

    def read(self, root: Element) -> Iterator[Piece]:
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            name = local_name(element)
            if event == "end":
                yield from self._close(element, name)
                self.collected.append((element.tail or "") if element is not root else "")
            elif self._is_whole(element, name):
                yield from self._take(element, name)
                walk.skip_subtree()
            else:
                yield from self._open(element, name)
        yield from self._flush()

    def _is_whole(self, element: Element, name: str) -> bool:
        """Is it read, or passed over, as a whole: what shows no text, a picture, a table's row of figures?"""
        return name in _SILENT or name in _PICTURES or (name == "tr" and _is_row(element))

    def _take(self, element: Element, name: str) -> Iterator[Piece]:
        if name in _PICTURES and "p" in self.names:
            self.pending += read_picture(element)  # a picture in mid-sentence doesn't part its paragraph
        elif name in _PICTURES:
            yield from self._flush()
            yield from read_picture(element)
        elif name == "tr":
            yield from self._flush()
            cells = [text_of(cell) for cell in element]
            yield Piece("list_item", " ".join(cell for cell in cells if cell))

    def _open(self, element: Element, name: str) -> Iterator[Piece]:
        if _is_block(element, name):
            yield from self._flush()
            self.kinds.append(_own_kind(element, name))
            self.names.append(name)
        elif name == "br":
            yield from self._break()
        self.collected.append(element.text or "")

    def _close(self, element: Element, name: str) -> Iterator[Piece]:
        if not self._is_whole(element, name) and _is_block(element, name):
            yield from self._flush()
            self.kinds.pop()
            self.names.pop()

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
        for paragraph in _EMPTY_LINE.split(text) if "pre" in self.names else (text,):
            shown = canonical(paragraph.replace(_BREAK, " "))
            if shown:
                yield Piece(kind, shown)
        yield from self.pending
        self.pending = []


def _own_kind(element: Element, name: str) -> BlockKind | None:
    named = (attribute(element, "class") or "").lower()
    if name in ("p", "div"):
        return _BY_CLASS.get((name, named)) or _BLOCKS.get(name)
    return _BLOCKS.get(name)


def _is_block(element: Element, name: str) -> bool:
    """A name that nobody knows is a block of its own: `<ntb-box>`, or an element of the sender's own namespace."""
    return name in _BLOCKS or (name not in _INLINE and ("-" in name or namespace(element) not in _KNOWN))


def _is_row(element: Element) -> bool:
    """Only as much is looked at as it takes: tables nest in tables."""
    length = 0
    for number, part in enumerate(element.itertext()):
        length += len(str(part).strip())
        if length > LONGEST_ROW or number > LONGEST_ROW:
            return False
    return True
