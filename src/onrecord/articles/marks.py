"""What the visible page marks as its author or its date: `rel=author`, class names, `<time>`; looked for on demand.

Most news pages declare both, so that these queries never run there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

_AUTHOR_SELECTOR = (
    'h1, [rel~="author" i], [class*="author" i], [class*="byline" i], [class*="autor" i], [class*="writer" i], '
    '[class*="auteur" i], [class*="contributor" i], [class*="vcard"] .fn, a[href*="/author/"], a[href*="/authors/"], '
    'a[href*="/autor"], a[href*="/contributor"], [itemprop~="author"], [id*="author" i], [data-testid*="author" i]'
)
_DATE_SELECTOR = (
    'h1, time, [class*="date" i], [class*="publi" i], [class*="posted" i], [class*="time" i], [class*="datum" i], '
    '[class*="fecha" i], [itemprop^="date"], [id*="date" i]'
)
# Where other stories, readers and the site itself speak: an author or a date there is not this story's.
_ASIDE = re.compile(
    r"(?<![a-z])(?:comments?|kommentare?|respond|disqus|replies|related|relacionad\w*|teasers?|recommend\w*|popular"
    r"|trending|most[-_]?read|latest|sidebar|widgets?|newsletter|promos?|promotions?|menu|nav|navigation|navbar"
    r"|more[-_]?(?:news|stories|posts|from)"
    r"|read[-_]?(?:more|next)|also[-_]?like|carousel|slider|swiper|ticker|cookie\w*|modal|popup|testimonials?"
    r"|reviews?[-_]list"
    r"|gallery|figcaption|caption|credits?|copyright|breadcrumbs?|tags?[-_]?list|search|events?|prev|next|pager"
    r"|pagination"
    r"|archive|listing|cards?|grid[-_]?item|feed|mini)(?![a-z])"
)
_ASIDE_TAGS = frozenset(("nav", "figcaption", "figure", "form", "footer"))
_FOOTER_REACH = 4
# An author's portrait, biography, accounts and job stand in elements that are named for the author too.
_NOT_NAME = re.compile(
    r"(?<![a-z])(?:bio|biography|avatar|image|img|photo|picture|portrait|social|links?[-_]list|follow|share"
    r"|role|position"
    r"|title|job|email|mail|website|desc|description|about|info[-_]text|content|text|more|date|time|intro|count|label"
    r"|prefix|icon|button|twitter|headline|excerpt|summary|article|body|page|post|posts|wrapper[-_]outer)(?![a-z])"
)
_NAME = re.compile(r"(?<![a-z])(?:name|fn|author[-_]?link|byline[-_]?link|url)(?![a-z])")
_CHANGED = re.compile(
    r"updat|modif|chang|aktuali[sz]|zuletzt|geändert|stand:|mis[-_ ]?à[-_ ]?jour|actuali[sz]|aggiorn|bijgewerkt"
    r"|opdater|oppdater"
    r"|uppdater|atualiz|обновл|оновл|güncelle|更新|수정|revis|edited|reviewed|last[-_ ]checked|expir",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"publi(?!c)|posted|entry[-_]date|post[-_]date|created|erstellt|veröffentlicht|opublikowano|gepubliceerd"
    r"|diterbitkan|発表|公開",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NAMING = ("class", "id", "itemprop", "rel", "data-testid")
_MOST = 60
_LONGEST_NAME_LINE = 140
_LONGEST_DATE_LINE = 120
_CLIMB = 14
_TOGETHER = 3
"""Levels up which two authors of one byline meet: `ul > li > span > a`."""


@dataclass(frozen=True, slots=True)
class AuthorMark:
    """A text that the page marks as an author's name, and how plainly: 3 rel=author or a name's element, 1 a link."""

    text: str
    rank: int
    names: str
    around: frozenset[int]
    after_headline: bool


@dataclass(frozen=True, slots=True)
class DateMark:
    """A text or a machine-readable value that the page marks as a date, and of what."""

    text: str
    machine: str | None
    kind: Literal["published", "modified", "unnamed"]
    after_headline: bool


class Marks:
    """The marks of one page. Without a tree there are none."""

    def __init__(self, tree: LexborHTMLParser | None = None) -> None:
        self._tree = tree

    def authors(self, is_headline: HeadlineTest) -> Sequence[AuthorMark]:
        """Author marks in page order, innermost elements only, without those of other stories and of readers."""
        found = _Candidates(self._css(_AUTHOR_SELECTOR), is_headline)
        marks: list[tuple[LexborNode, AuthorMark]] = []
        for node, names, place in found.outside_asides():
            mark = _author_mark(node, names, place > found.headline_at)
            if mark is not None:
                marks.append((node, mark))
        outer = {parent.mem_id for node, _ in marks for parent in _parents(node)}
        return [mark for node, mark in marks if node.mem_id not in outer]

    def dates(self, is_headline: HeadlineTest) -> Sequence[DateMark]:
        """Date marks in page order, without those of other stories and of readers."""
        found = _Candidates(self._css(_DATE_SELECTOR), is_headline)
        return [
            mark
            for node, names, place in found.outside_asides()
            if (mark := _date_mark(node, names, place > found.headline_at)) is not None
        ]

    def _css(self, selector: str) -> list[LexborNode]:
        return [] if self._tree is None else self._tree.css(selector)


class HeadlineTest:
    """Does a text say the headline? Made by who knows the headline; a page's first `<h1>` is often its logo."""

    def __init__(self, squeezed: str) -> None:
        self.squeezed = squeezed

    def __call__(self, text: str) -> bool:
        shown = "".join(filter(str.isalnum, text.lower()))
        return bool(shown) and bool(self.squeezed) and (shown in self.squeezed or self.squeezed in shown)


class _Candidates:
    """A query's elements in page order, and where the headline stands among them."""

    def __init__(self, nodes: list[LexborNode], is_headline: HeadlineTest) -> None:
        headings = [(place, node) for place, node in enumerate(nodes) if node.tag == "h1"]
        chosen = next(((p, n) for p, n in headings if is_headline(n.text())), headings[0] if headings else None)
        self.headline_at = -1 if chosen is None else chosen[0]
        self._around = set[int]() if chosen is None else {parent.mem_id for parent in _parents(chosen[1])}
        self._nodes = nodes

    def outside_asides(self) -> Iterator[tuple[LexborNode, str, int]]:
        kept = 0
        for place, node in enumerate(self._nodes):
            if node.tag in ("h1", "body", "html", "script", "meta", "link", "article", "main") or kept >= _MOST:
                continue
            if not self._is_aside(node):
                kept += 1
                yield node, _names(node), place

    def _is_aside(self, node: LexborNode) -> bool:
        """An element's own names and those around it, up to what encloses the headline too."""
        for level, element in enumerate((node, *_parents(node))):
            tag = element.tag
            if element.mem_id in self._around or tag in ("body", "html", "main") or level > _CLIMB:
                return False
            if tag in _ASIDE_TAGS and (tag != "footer" or level > _FOOTER_REACH):
                return True
            if _ASIDE.search(_names(element)):
                return True
        return False


def _parents(node: LexborNode) -> Iterator[LexborNode]:
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def _names(node: LexborNode) -> str:
    attributes = node.attributes
    if not attributes:
        return ""
    return _CAMEL.sub(" ", " ".join(named for name in _NAMING if (named := attributes.get(name)))).lower()


def _author_mark(node: LexborNode, names: str, after_headline: bool) -> AuthorMark | None:
    own = names.replace("article-author", "author").replace("post-author", "author").replace("entry-author", "author")
    is_rel = "author" in (node.attributes.get("rel") or "").lower().split()
    is_named = bool(_NAME.search(own))
    if not is_rel and not is_named and _NOT_NAME.search(own.replace("byline", "")):
        return None
    text = " ".join(node.text(separator=" ").split())
    if not text or len(text) > _LONGEST_NAME_LINE:
        return None
    rank = 3 if is_rel or is_named else 2 if "author" in own or "byline" in own or "autor" in own else 1
    around = frozenset(parent.mem_id for parent in islice(_parents(node), _TOGETHER))
    return AuthorMark(text, rank, names, around, after_headline)


def _date_mark(node: LexborNode, names: str, after_headline: bool) -> DateMark | None:
    attributes = node.attributes
    machine = attributes.get("datetime") or attributes.get("content")
    text = " ".join(node.text(separator=" ").split())
    if len(text) > _LONGEST_DATE_LINE or not (text or machine):
        return None
    before = node.prev
    label = before.text()[-40:] if before is not None and not before.is_element_node else ""
    said = f"{names} {text} {label}"
    kind = "published" if _PUBLISHED.search(said) else "modified" if _CHANGED.search(said) else "unnamed"
    return DateMark(text, machine, kind, after_headline)
