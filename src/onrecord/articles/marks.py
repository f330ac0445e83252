"""What the visible page marks as its author or its date: `rel=author`, class names, `<time>`; looked for on demand.

Most news pages declare both, so that these queries never run there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

# Every part costs a look at every element: "aut" finds what is called author, autor and auteur at once.
_AUTHOR_SELECTOR = (
    'h1, [rel~="author" i], [class*="aut" i], [class*="byline" i], [class*="writer" i], [class*="contributor" i], '
    '[class*="vcard"] .fn, a[href*="/aut"], a[href*="/contributor"], [itemprop~="author"], [id*="author" i], '
    '[data-testid*="author" i]'
)
_BY_CLASS = re.compile(r"author|autor|auteur|byline|writer|contributor|(?:^|\s)fn(?:\s|$)", re.IGNORECASE)
_BY_ADDRESS = re.compile(r"/authors?/|/autor|/contributor")
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
    r"|archive|listing|top[-_]?bar|site[-_]?header|masthead|todays?|current[-_]?date|clock|cards?|grid[-_]?item"
    r"|feed|mini)(?![a-z])"
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
_LABEL = re.compile(rf"(?P<changed>{_CHANGED.pattern})|(?P<published>{_PUBLISHED.pattern})", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NAMING = ("class", "id", "itemprop", "rel", "data-testid")
_MOST = 60
_LONGEST_NAME_LINE = 140
_LONGEST_DATE_LINE = 120
_CLIMB = 14
_FAR = 99
_NEVER_MARKS = frozenset(("h1", "body", "html", "script", "meta", "link", "article", "main"))
_TOGETHER = 3
"""Levels up which two authors of one byline meet: `ul > li > span > a`."""


@dataclass(frozen=True, slots=True)
class AuthorMark:
    """A text that the page marks as an author's name, and how plainly: 3 rel=author or a name's element, 1 a link.

    `distance`: elements to go up from the headline until the mark is inside too; a teaser's is large.
    """

    text: str
    rank: int
    names: str
    around: frozenset[int]
    distance: int


@dataclass(frozen=True, slots=True)
class DateMark:
    """A text or a machine-readable value that the page marks as a date, and of what."""

    text: str
    machine: str | None
    kind: Literal["published", "modified", "unnamed"]
    names: str
    distance: int


class Marks:
    """The marks of one page. Without a tree there are none."""

    def __init__(self, tree: LexborHTMLParser | None = None) -> None:
        self._tree = tree

    def authors(self, is_headline: HeadlineTest) -> Sequence[AuthorMark]:
        """Author marks, nearest to the headline first, innermost elements only, without other stories' and readers'."""
        found = _Candidates(self._css(_AUTHOR_SELECTOR), is_headline)
        marks: list[tuple[LexborNode, AuthorMark]] = []
        for node, names, distance in found.outside_asides(_is_authors):
            mark = _author_mark(node, names, distance)
            if mark is not None:
                marks.append((node, mark))
        outer = {parent.mem_id for node, _ in marks for parent in _parents(node)}
        innermost = [mark for node, mark in marks if node.mem_id not in outer]
        return sorted(innermost, key=lambda mark: mark.distance)

    def dates(self, is_headline: HeadlineTest, *, only_times: bool = False) -> Sequence[DateMark]:
        """Date marks, nearest to the headline first, without other stories' and readers'."""
        found = _Candidates(self._css("h1, time" if only_times else _DATE_SELECTOR), is_headline)
        marks = [
            mark
            for node, names, distance in found.outside_asides()
            if (mark := _date_mark(node, names, distance)) is not None
        ]
        return sorted(marks, key=lambda mark: (mark.distance, mark.machine is None))

    def _css(self, selector: str) -> list[LexborNode]:
        return [] if self._tree is None else self._tree.css(selector)


def split_by_label(line: str) -> tuple[str, str]:
    """Part a line into what is dated as published and as changed: "3 March 2025. Updated: 7 March" gives both."""
    published, changed, is_change, at = "", "", False, 0
    for found in _LABEL.finditer(line):
        changed, published = (
            (changed + line[at : found.start()], published)
            if is_change
            else (changed, published + line[at : found.start()])
        )
        is_change, at = found.lastgroup == "changed", found.end()
    rest = line[at:]
    return (published, changed + rest) if is_change else (published + rest, changed)


def tells_of_change(line: str) -> bool:
    """Does a line or a class name speak of a change: "Updated 5 March", "Zuletzt aktualisiert", "date-modified"?"""
    return bool(_CHANGED.search(line)) and not _PUBLISHED.search(line)


class HeadlineTest:
    """Does a text say the headline? Made by who knows the headline; a page's first `<h1>` is often its logo."""

    def __init__(self, squeezed: str) -> None:
        self.squeezed = squeezed

    def __call__(self, text: str) -> bool:
        shown = "".join(filter(str.isalnum, text.lower()))
        return bool(shown) and bool(self.squeezed) and (shown in self.squeezed or self.squeezed in shown)


class _Candidates:
    """A query's elements, and how far from the headline each stands."""

    def __init__(self, nodes: list[LexborNode], is_headline: HeadlineTest) -> None:
        headings = [node for node in nodes if node.tag == "h1"]
        chosen = next((node for node in headings if is_headline(node.text())), next(iter(headings), None))
        around = () if chosen is None else _parents(chosen)
        self._around = {parent.mem_id: level for level, parent in enumerate(around)}
        self._nodes = nodes

    def outside_asides(
        self, is_meant: Callable[[LexborNode], bool] | None = None
    ) -> Iterator[tuple[LexborNode, str, int]]:
        """Elements with their names and distance, without those in asides."""
        kept = 0
        for node in self._nodes:
            if node.tag in _NEVER_MARKS or kept >= _MOST or not (is_meant is None or is_meant(node)):
                continue
            distance = self._distance(node)
            if distance is not None:
                kept += 1
                yield node, _names(node), distance

    def _distance(self, node: LexborNode) -> int | None:
        """None in an aside: by an element's own names and those around it, up to what encloses the headline too."""
        for level, element in enumerate((node, *_parents(node))):
            if element.mem_id in self._around:
                return self._around[element.mem_id]
            tag = element.tag
            if tag in ("body", "html", "main") or level > _CLIMB:
                return _FAR
            if tag in _ASIDE_TAGS and (tag != "footer" or level > _FOOTER_REACH):
                return None
            if _ASIDE.search(_names(element)):
                return None
        return _FAR


def _is_authors(node: LexborNode) -> bool:
    """Did the query mean an element, or does it say "aut" as in "auto" alone?"""
    attributes = node.attributes
    if _BY_CLASS.search(attributes.get("class") or "") or _BY_ADDRESS.search(attributes.get("href") or ""):
        return True
    named = (attributes.get("id") or "", attributes.get("data-testid") or "")
    if any("author" in name.lower() for name in named):
        return True
    is_rel = "author" in (attributes.get("rel") or "").lower().split()
    return is_rel or "author" in (attributes.get("itemprop") or "").split()


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


def _author_mark(node: LexborNode, names: str, distance: int) -> AuthorMark | None:
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
    return AuthorMark(text, rank, names, around, distance)


def _date_mark(node: LexborNode, names: str, distance: int) -> DateMark | None:
    attributes = node.attributes
    machine = attributes.get("datetime") or attributes.get("content")
    text = " ".join(node.text(separator=" ").split())
    if len(text) > _LONGEST_DATE_LINE or not (text or machine):
        return None
    before = node.prev
    label = before.text()[-40:] if before is not None and not before.is_element_node else ""
    said = f"{names} {text} {label}"
    kind = "modified" if tells_of_change(said) else "published" if _PUBLISHED.search(said) else "unnamed"
    return DateMark(text, machine, kind, names, distance)
