"""What a page declares of its article in JSON-LD, OpenGraph and other `<meta>`, and microdata: one query, one pass."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from onrecord.articles.linked_data import ARTICLE_TYPES, Node, clean, names, read_nodes, strings, types
from onrecord.articles.marks import Marks

_PAGE_TYPES = frozenset(("WebPage", "ItemPage", "AboutPage", "MedicalWebPage"))
INDEX_TYPES = frozenset(("CollectionPage", "SearchResultsPage", "ItemList"))
_WRITTEN_BY = re.compile(
    r"written by|author|geschrieben von|verfasst von|écrit par|escrito por|scritto da|geschreven door|skrive[nt] a[fv]"
    r"|napisan[eo] przez|yazan|автор|написано|ditulis|kirjoittanut|作者|作成者|執筆者",
    re.IGNORECASE,
)
_SELECTOR = (
    'meta, script[type*="ld+json" i], link[rel~="canonical" i], title, '
    '[itemprop~="datePublished"], [itemprop~="dateModified"], [itemprop~="headline"], [itemprop~="author"], '
    '[property$="datePublished"], [property$="dateCreated"], [property$="dateModified"]'
)
_MOST_MICRODATA = 24
_SCOPE_REACH = 20
_OTHERS = re.compile(r"(?<![a-z])(?:comments?|usercomments|answer|citations?|references?|bibliography)(?![a-z])", re.I)
_MOST_ELEMENTS = 500
"""Elements that are looked at: a page with a million `<meta>` declares nothing that its first hundreds don't."""


@dataclass(slots=True)
class Declared:
    """A page's own metadata, each list in the order of trust. Nothing in it is checked against the visible page.

    `houses` are authors that the page itself types as organisations; `people` those that it types as persons.
    `accessible` is what JSON-LD says of free access. `marks` finds what the visible page marks as author or date.
    """

    headlines: list[str] = field(default_factory=list[str])
    article_headline: str = ""
    open_graph_title: str = ""
    summaries: list[str] = field(default_factory=list[str])
    published: list[str] = field(default_factory=list[str])
    modified: list[str] = field(default_factory=list[str])
    authors: list[list[str]] = field(default_factory=list[list[str]])
    people: set[str] = field(default_factory=set[str])
    houses: set[str] = field(default_factory=set[str])
    sections: list[str] = field(default_factory=list[str])
    publishers: list[str] = field(default_factory=list[str])
    agencies: list[str] = field(default_factory=list[str])
    languages: list[str] = field(default_factory=list[str])
    urls: list[str] = field(default_factory=list[str])
    types: set[str] = field(default_factory=set[str])
    is_live_blog: bool = False
    accessible: list[bool] = field(default_factory=list[bool])
    tiers: list[str] = field(default_factory=list[str])
    body: str = ""
    marks: Marks = field(default_factory=Marks)


@dataclass(slots=True)
class _Elements:
    """The elements that declare something, by what they are."""

    scripts: list[str] = field(default_factory=list[str])
    meta: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    microdata: list[tuple[list[str], LexborNode]] = field(default_factory=list[tuple[list[str], LexborNode]])
    canonical: str | None = None
    title: str = ""


def read_declared(tree: LexborHTMLParser) -> Declared:
    """Collect what the page declares: JSON-LD first, then OpenGraph and other `<meta>`, then microdata."""
    declared = Declared(marks=Marks(tree))
    elements = _read_elements(tree)
    _add_linked_data(declared, read_nodes(elements.scripts))
    _add_meta(declared, elements)
    _add_microdata(declared, elements)
    root = tree.root
    if root is not None and (language := root.attributes.get("lang") or root.attributes.get("xml:lang")):
        declared.languages.insert(0, language)
    return declared


def _read_elements(tree: LexborHTMLParser) -> _Elements:
    elements = _Elements()
    for element in tree.css(_SELECTOR)[:_MOST_ELEMENTS]:
        attributes = element.attributes
        tag = element.tag
        if tag == "script":
            elements.scripts.append(element.text())
        elif tag == "link":
            elements.canonical = elements.canonical or attributes.get("href")
        elif tag == "title":
            elements.title = elements.title or clean(element.text())
        else:
            if tag == "meta":
                _add_meta_value(elements.meta, attributes)
            named = (attributes.get("itemprop") or (attributes.get("property") or "").rsplit(":", 1)[-1]).split()
            if tag != "meta" or attributes.get("itemprop"):
                elements.microdata.append((named, element))
    return elements


def _add_meta_value(values: dict[str, list[str]], attributes: dict[str, str | None]) -> None:
    name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
    name = name or attributes.get("http-equiv")
    content = attributes.get("content")
    if name and content and (key := name.strip().lower()) in _TELLING and (shown := clean(content)):
        values.setdefault(key, []).append(shown)


# --- JSON-LD


def _add_linked_data(declared: Declared, nodes: list[Node]) -> None:
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 2}
    people: list[Node] = []
    pages: list[Node] = []
    articles: list[Node] = []
    for node in nodes:
        kinds = types(node)
        declared.types.update(kinds)
        if any(ARTICLE_TYPES.search(kind) for kind in kinds):
            articles.append(node)
        elif not _PAGE_TYPES.isdisjoint(kinds):
            pages.append(node)
        elif "Person" in kinds and node.get("name"):
            people.append(node)
    declared.people.update(clean(name) for node in people for name in strings(node.get("name")))
    chosen = max(articles, key=_fullness, default=None)
    if chosen is not None:
        _add_article(declared, chosen, by_id)
    declared.is_live_blog = any(_is_live_blog(node, chosen) for node in articles)
    for page in pages:
        _add_page(declared, page, by_id)
    # Older SEO plugins describe the author in @graph and name no article at all.
    if not declared.authors and len({clean(name) for node in people for name in strings(node.get("name"))}) == 1:
        declared.authors.append(names(people[0], by_id))


def _add_article(declared: Declared, article: Node, by_id: dict[str, Node]) -> None:
    headlines = [clean(text) for text in strings(article.get("headline"))]
    declared.article_headline = headlines[0] if headlines else ""
    declared.headlines += headlines + [clean(text) for text in strings(article.get("name"))]
    declared.summaries += [clean(text) for text in strings(article.get("description"))]
    declared.published += strings(article.get("datePublished")) or strings(article.get("dateCreated"))
    declared.modified += strings(article.get("dateModified"))
    _add_authors(declared, article.get("author") or article.get("creator"), by_id)
    declared.sections += strings(article.get("articleSection"))
    declared.publishers += names(article.get("publisher"), by_id)
    declared.agencies += names(article.get("sourceOrganization"), by_id) + names(article.get("isBasedOn"), by_id)
    declared.languages += strings(article.get("inLanguage"))
    declared.urls += strings(article.get("url"))
    declared.body = max(strings(article.get("articleBody")), key=len, default="")
    declared.accessible += _truths(article.get("isAccessibleForFree"))


def _add_page(declared: Declared, page: Node, by_id: dict[str, Node]) -> None:
    declared.published += strings(page.get("datePublished"))
    declared.modified += strings(page.get("dateModified"))
    declared.languages += strings(page.get("inLanguage"))
    if not declared.authors:
        _add_authors(declared, page.get("author"), by_id)


def _add_authors(declared: Declared, value: Any, by_id: dict[str, Node]) -> None:
    authors = names(value, by_id)
    if not authors:
        return
    declared.authors.append(authors)
    for item in value if isinstance(value, list) else [value]:  # pyright: ignore[reportUnknownVariableType]
        for kind, kept in (("Organization", declared.houses), ("Person", declared.people)):
            if isinstance(item, dict) and any(name.endswith(kind) for name in types(item)):  # pyright: ignore[reportUnknownArgumentType]
                kept.update(names(item, by_id))


def _is_live_blog(node: Node, chosen: Node | None) -> bool:
    """A live blog with its updates, or the page's own article; not one among the related stories."""
    is_own = node is chosen or bool(node.get("liveBlogUpdate")) or bool(node.get("coverageStartTime"))
    return is_own and "LiveBlogPosting" in types(node)


def _fullness(node: Node) -> int:
    telling = ("headline", "articleBody", "datePublished", "author", "mainEntityOfPage", "publisher")
    return sum(1 for name in telling if node.get(name))


def _truths(value: Any) -> list[bool]:
    """What content systems write for a truth: true, "True", "http://schema.org/False"."""
    if isinstance(value, bool):
        return [value]
    shown = value.rsplit("/", 1)[-1].lower() if isinstance(value, str) else ""
    return [shown in ("true", "yes", "1")] if shown in ("true", "false", "yes", "no", "1", "0") else []


# --- <meta>

_META: dict[str, tuple[str, ...]] = {
    "headlines": ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "title"),
    "summaries": ("og:description", "description", "twitter:description"),
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
        "article.published", "publish-date", "publishdate", "publish_date", "publication_date", "pubdate",
        "cxenseparse:recs:publishtime", "dcterms.created", "dc.date.issued", "dcterms.issued", "dc.date.created",
        "dc.date", "dcterms.date", "date", "rnews:datepublished", "article:published", "og:published_time",
        "originalpublicationdate", "citation_publication_date", "citation_date", "cdate", "published_at", "pub_date",
        "publicationdate", "publish-time", "published-date", "published_date", "published", "release_date",
        "og:pubdate", "dc.created", "dc:created", "dc:date", "video:release_date", "og:regdate", "datecreated",
        "article_date_original", "firstpublished", "w-published-date", "bt:pubdate", "iso-8601-publish-date",
        "analyticsattributes.articledate", "prism.publicationdate", "vr:published_time", "date.created",
    ),
    "modified": (
        "article:modified_time", "og:updated_time", "datemodified", "last-modified", "dc.date.modified", "lastmod",
        "article:modified", "dcterms.modified", "revised", "og:article:modified_time", "modified", "updated_time",
        "dateupdate", "dc.modified", "article.updated", "bt:moddate", "iso-8601-update-date",
    ),
    "sections": (
        "article:section", "og:article:section", "parsely-section", "section", "cg_section", "article.section",
        "og:section", "sailthru.section", "cxenseparse:recs:category", "category",
    ),
    "publishers": ("og:site_name", "application-name", "publisher", "dc.publisher", "article:publisher_name",
                   "apple-mobile-web-app-title"),
    "languages": ("og:locale", "content-language", "language", "dc.language"),
    "urls": ("og:url", "twitter:url"),
    "tiers": ("article:content_tier", "og:article:content_tier", "content_tier", "cxenseparse:pageclass"),
    "agencies": ("source", "news_agency", "article:source", "cxenseparse:agency"),
}  # fmt: skip
_META_AUTHORS = (
    "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator", "byl",
    "article:author_name", "cxenseparse:author", "cxenseparse:recs:author", "authors", "citation_author",
    "dcterms.creator", "dc:creator", "article.author", "article_author", "og:author", "creator", "rbauthors",
)  # fmt: skip
_LABELS = tuple(f"twitter:{kind}{number}" for kind in ("label", "data") for number in "12")
_TELLING = frozenset((*(key for keys in _META.values() for key in keys), *_META_AUTHORS, *_LABELS, "og:type"))


def _add_meta(declared: Declared, elements: _Elements) -> None:
    values = elements.meta
    for field_name, keys in _META.items():
        kept: list[str] = getattr(declared, field_name)
        for key in keys:
            if key in values:
                kept.extend(values[key])
    declared.open_graph_title = next(iter(values.get("og:title", ())), "")
    declared.types.update(f"og:{kind.lower()}" for kind in values.get("og:type", ()))
    for key in _META_AUTHORS:
        named = [value for value in values.get(key, ()) if not value.lower().startswith(("http", "www.", "@"))]
        if named:
            declared.authors.append(list(dict.fromkeys(named)))
    # "twitter:label1" says what "twitter:data1" is: "Written by", "Geschrieben von".
    for number in "12":
        label, data = values.get(f"twitter:label{number}"), values.get(f"twitter:data{number}")
        if label and data and _WRITTEN_BY.search(label[0]):
            declared.authors.append(data[:1])
            declared.people.update(data[:1])
    if elements.canonical:
        declared.urls.insert(0, elements.canonical)
    if elements.title:
        declared.headlines.append(elements.title)


# --- microdata and RDFa


def _add_microdata(declared: Declared, elements: _Elements) -> None:
    authors: list[tuple[str, _Scope]] = []
    for properties, element in elements.microdata[:_MOST_MICRODATA]:
        attributes = element.attributes
        if "author" in properties:
            authors.append((_author_name(element), _scope_of(element)))
            continue
        value = attributes.get("datetime") or attributes.get("content") or element.text()
        if "datePublished" in properties or "dateCreated" in properties:
            declared.published.append(value)
        elif "dateModified" in properties:
            declared.modified.append(value)
        elif value.strip() and "headline" in properties:
            declared.headlines.insert(0, clean(value))
    if named := _of_one_work(authors):
        declared.authors.append(named)


@dataclass(frozen=True, slots=True)
class _Scope:
    """The item that a property is of: its element's number, its type, and how its element is called."""

    number: int = 0
    type: str = ""
    names: str = ""

    @property
    def is_others(self) -> bool:
        """Is it a comment, an answer, a work that the article cites?"""
        return bool(_OTHERS.search(self.type) or _OTHERS.search(self.names))


def _scope_of(element: LexborNode) -> _Scope:
    """The innermost item around an element; names of elements between it and the element count as the item's."""
    names: list[str] = []
    around = element.parent
    for _ in range(_SCOPE_REACH):
        if around is None or around.tag in ("body", "html"):
            break
        attributes = around.attributes
        names += [attributes.get("class") or "", attributes.get("itemprop") or ""]
        if "itemscope" in attributes:
            return _Scope(around.mem_id, attributes.get("itemtype") or "", " ".join(names))
        around = around.parent
    return _Scope(0, "", " ".join(names))


def _of_one_work(authors: list[tuple[str, _Scope]]) -> list[str]:
    """Authors of the first work that the page names, whoever commented on it or is cited in it."""
    own = [(name, scope) for name, scope in authors if name and not scope.is_others]
    first = next((scope.number for _, scope in own), 0)
    return list(dict.fromkeys(name for name, scope in own if scope.number == first))


def _author_name(element: LexborNode) -> str:
    named = element.css_first('[itemprop~="name"]')
    chosen = element if named is None else named
    return clean(chosen.attributes.get("content") or chosen.text(separator=" "))
