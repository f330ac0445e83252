"""A page becomes an article, or is rejected with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from onrecord.articles.captions import merge_captions
from onrecord.articles.compose import Metadata, Piece, compose_article
from onrecord.articles.decoding import decode_page, read_markup
from onrecord.articles.dump import extract_dump
from onrecord.articles.headlines import squeeze
from onrecord.articles.html_blocks import TextBlock, read_blocks
from onrecord.articles.metadata import read_metadata
from onrecord.articles.notes import keep_notes
from onrecord.articles.plain import extract_plain
from onrecord.articles.rejections import why_no_article
from onrecord.articles.selection import Evidence, Judged, Selection, select_blocks
from onrecord.articles.structured import Declared, read_declared
from onrecord.articles.taming import tame
from onrecord.articles.wire import extract_wire
from onrecord.schema import Article, Furniture, FurnitureReason, Page, Rejection

LEAST_EVIDENCE = 300
"""Characters of a declared article body from which it can tell the page's blocks; a shorter one is a teaser."""
LARGEST_PAGE = 20_000_000
"""Bytes; the largest of 1,187 news pages has 2.2 million."""
LONGEST_TEXT = 2_000_000
MOST_LINES = 50_000
"""Characters and lines of a page dump or an article's text: beyond, a text is no article, and takes seconds."""
MOST_FURNITURE = 80
LONGEST_FURNITURE = 400
_BINARY_MARKS = (b"%PDF-", b"PK\x03\x04", b"{\\rtf")
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f")
_BINARY_SHARE = 0.02


def extract_article(page: Page) -> Article | Rejection:
    """Take a page as its form says: a web page, the text of a whole page, an article's clean text, or wire copy."""
    if len(page.content) > LARGEST_PAGE:
        return _too_large(f"The page has {len(page.content) // 1_000_000} MB; none with an article has over 20.")
    if page.form in ("dump", "plain"):
        return _extract_text(decode_page(page), page)
    return extract_html(read_markup(page), page) if page.form == "html" else extract_wire(page)


def _extract_text(text: str, page: Page) -> Article | Rejection:
    """A long report has half a million characters and 10,000 lines; what has far more is a log, a table, an archive."""
    if len(text) > LONGEST_TEXT:
        return _too_large(f"The text has {len(text):,} characters; at most {LONGEST_TEXT:,} are read as one article.")
    lines = text.count("\n")
    if lines > MOST_LINES:
        return _too_large(f"The text has {lines:,} lines; at most {MOST_LINES:,} are read as one article.")
    return extract_dump(text, page) if page.form == "dump" else extract_plain(text, page)


def _too_large(detail: str) -> Rejection:
    return Rejection("articles", "too_large", detail)


def extract_html(html: bytes, page: Page) -> Article | Rejection:
    """Read a web page, given as UTF-8: what it declares, its blocks, which of them are the article."""
    if not html or html.isspace():
        return Rejection("articles", "empty", "The page has no bytes but white space.")
    if _is_binary(html):
        return Rejection(
            "articles", "unparsable_html", "The bytes are no text in any encoding: an image, an archive, a PDF?"
        )
    try:
        tree = LexborHTMLParser(tame(html))
    except (SelectolaxError, RuntimeError) as error:  # whatever the markup, Lexbor stops for want of memory alone
        return Rejection("articles", "too_costly", f"Memory ran out while the page was parsed ({error}).")
    except ValueError as error:
        return Rejection("articles", "unparsable_html", str(error))
    found = read_blocks(tree.body) if tree.body is not None else None
    if found is None or not found.blocks:
        return Rejection("articles", "empty", "The page shows no text: it may need a browser to fill it.")
    declared = read_declared(tree)
    selection = select_blocks(found, evidence_of(declared))
    rejection = why_no_article(declared, selection)
    if rejection is not None:
        return rejection
    keep_notes(selection)
    captions = _settle_captions(selection)
    metadata = read_metadata(declared, selection, page.origin.url)
    return compose_article(list(_pieces(selection, captions)), metadata, _furniture(selection, metadata))


def evidence_of(declared: Declared) -> Evidence:
    """What the declared metadata tell of which blocks are the article."""
    body = squeeze(declared.body) if len(declared.body) > LEAST_EVIDENCE else ""
    return Evidence(body, tuple(declared.summaries), tuple(declared.headlines), tuple(declared.publishers))


def _is_binary(html: bytes) -> bool:
    """Controls hardly occur in text of any encoding; a ZIP or a PNG is full of them."""
    head = html[:4096]
    if head.startswith(_BINARY_MARKS):
        return True
    return len(head) - len(head.translate(None, _CONTROLS)) > _BINARY_SHARE * len(head)


def _settle_captions(selection: Selection) -> dict[TextBlock, Piece]:
    """Make the captions' pieces; what turns out to be no caption, such as a lone "Getty Images", becomes furniture."""
    captions: dict[TextBlock, Piece] = {}
    kept = {judged.block: judged for judged in selection.judged if _is_caption(judged)}
    for block, made in merge_captions(list(kept)):
        if isinstance(made, Piece):
            captions[block] = made
        else:
            kept[block].reason = made
    return captions


def _pieces(selection: Selection, captions: dict[TextBlock, Piece]) -> Iterator[Piece]:
    for i, judged in enumerate(selection.judged):
        if judged.reason is not None:
            continue
        if i == selection.headline:
            yield Piece("headline", judged.block.text)
        elif not judged.caption:
            yield Piece(judged.kind or judged.block.region.kind, judged.block.text)
        elif judged.block in captions:
            yield captions[judged.block]


def _is_caption(judged: Judged) -> bool:
    return judged.reason is None and judged.caption


def _furniture(selection: Selection, metadata: Metadata) -> list[Furniture]:
    """What was left out, each text once, long ones cut at a word; menus of hundreds of links only in part."""
    left_out: dict[str, FurnitureReason] = {}
    for judged in selection.judged:
        text = judged.block.text
        if judged.reason is None or len(text) < 3 or text == metadata.headline:
            continue
        if len(text) > LONGEST_FURNITURE:
            text = text[:LONGEST_FURNITURE].rsplit(" ", 1)[0] + " …"
        left_out.setdefault(text, judged.reason)
    return [Furniture(text, reason) for text, reason in islice(_telling(left_out), MOST_FURNITURE)]


def _telling(left_out: dict[str, FurnitureReason]) -> Iterator[tuple[str, FurnitureReason]]:
    """Where there is too much, navigation goes first."""
    is_much = len(left_out) > MOST_FURNITURE
    return ((text, reason) for text, reason in left_out.items() if not (is_much and reason == "navigation"))
