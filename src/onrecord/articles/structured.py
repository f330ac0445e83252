"""What a page declares of its article in JSON-LD, OpenGraph and other `<meta>`, and microdata."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from selectolax.lexbor import LexborHTMLParser

Node = dict[str, Any]

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report|Review|SocialMediaPosting|NewsItem)$")
_PAGE_TYPES = frozenset(("WebPage", "ItemPage", "AboutPage", "MedicalWebPage"))
INDEX_TYPES = frozenset(("CollectionPage", "SearchResultsPage", "ItemList"))
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)+|(?:-->|//\s*\]\]>|\]\]>|;)+\s*$", re.DOTALL
)
_MARKUP = re.compile(r"<[^>]{0,400}>")
_DEEPEST = 12


@dataclass(slots=True)
class Declared:
    """A page's own metadata, each list in the order of trust. Nothing in it is checked against the visible page."""

    headlines: list[str] = field(default_factory=list[str])
    summaries: list[str] = field(default_factory=list[str])
    published: list[str] = field(default_factory=list[str])
    modified: list[str] = field(default_factory=list[str])
    authors: list[list[str]] = field(default_factory=list[list[str]])
    sections: list[str] = field(default_factory=list[str])
    publishers: list[str] = field(default_factory=list[str])
    languages: list[str] = field(default_factory=list[str])
    urls: list[str] = field(default_factory=list[str])
    types: set[str] = field(default_factory=set[str])
    body: str = ""


def read_declared(tree: LexborHTMLParser) -> Declared:
    """Collect what the page declares: JSON-LD first, then OpenGraph and other `<meta>`, then microdata."""
    declared = Declared()
    _add_linked_data(declared, tree)
    _add_meta(declared, tree)
    _add_microdata(declared, tree)
    return declared


# --- JSON-LD


def _add_linked_data(declared: Declared, tree: LexborHTMLParser) -> None:
    nodes = [node for script in tree.css('script[type*="ld+json" i]') for node in _nodes(_parse(script.text()))]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 2}
    for node in nodes:
        declared.types.update(_types(node))
    articles = [node for node in nodes if any(_ARTICLE_TYPES.search(name) for name in _types(node))]
    for article in sorted(articles, key=_fullness, reverse=True)[:1]:
        _add_article(declared, article, by_id)
    for page in (node for node in nodes if _PAGE_TYPES & set(_types(node))):
        declared.published += _strings(page.get("datePublished"))
        declared.modified += _strings(page.get("dateModified"))
        declared.languages += _strings(page.get("inLanguage"))


def _add_article(declared: Declared, article: Node, by_id: dict[str, Node]) -> None:
    declared.headlines += [_clean(text) for text in _strings(article.get("headline")) + _strings(article.get("name"))]
    declared.summaries += [_clean(text) for text in _strings(article.get("description"))]
    declared.published += _strings(article.get("datePublished")) or _strings(article.get("dateCreated"))
    declared.modified += _strings(article.get("dateModified"))
    authors = _named(article.get("author") or article.get("creator"), by_id)
    if authors:
        declared.authors.append(authors)
    declared.sections += _strings(article.get("articleSection"))
    declared.publishers += _named(article.get("publisher"), by_id)
    declared.languages += _strings(article.get("inLanguage"))
    declared.urls += _strings(article.get("url"))
    declared.body = max(_strings(article.get("articleBody")), key=len, default="")


def _fullness(node: Node) -> int:
    telling = ("headline", "articleBody", "datePublished", "author", "mainEntityOfPage", "publisher")
    return sum(1 for name in telling if node.get(name))


def _parse(text: str) -> Any:
    """Parse a script's JSON, mending what content systems break: comments around it, commas before a bracket."""
    shown = _WRAPPING.sub("", text.strip())
    for attempt in (shown, _TRAILING_COMMA.sub(r"\1", shown), html.unescape(shown)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any) -> Iterator[Node]:
    """Every object under a JSON value, through lists, @graph and what articles are nested in."""
    waiting: list[tuple[Any, int]] = [(value, 0)]
    while waiting:
        found, depth = waiting.pop(0)
        if depth > _DEEPEST:
            continue
        if isinstance(found, list):
            waiting += [(item, depth + 1) for item in cast("list[Any]", found)[:200]]
        elif isinstance(found, dict):
            node = cast("Node", found)
            yield node
            for name in (
                "@graph",
                "mainEntity",
                "mainEntityOfPage",
                "itemListElement",
                "item",
                "hasPart",
                "author",
                "publisher",
            ):
                if isinstance(node.get(name), (dict, list)):
                    waiting.append((node[name], depth + 1))


def _types(node: Node) -> list[str]:
    return [name.rsplit("/", 1)[-1] for name in _strings(node.get("@type"))]


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, list):
        return [text for item in cast("list[Any]", value) for text in _strings(item)]
    if isinstance(value, dict):
        return _strings(cast("Node", value).get("@value") or cast("Node", value).get("name"))
    return []


def _named(value: Any, by_id: dict[str, Node]) -> list[str]:
    """Names of people or organisations, given as text, as objects, or by reference into @graph."""
    values = cast("list[Any]", value) if isinstance(value, list) else [value]
    names: list[str] = []
    for item in values:
        if isinstance(item, dict):
            node = cast("Node", item)
            if not node.get("name") and node.get("@id") in by_id:
                node = by_id[node["@id"]]
            names += _strings(node.get("name"))
        else:
            names += _strings(item)
    return [_clean(name) for name in names]


def _clean(text: str) -> str:
    return " ".join(html.unescape(_MARKUP.sub(" ", html.unescape(text))).split())


# --- <meta>

_META: dict[str, tuple[str, ...]] = {
    "headlines": ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "title"),
    "summaries": ("og:description", "description", "twitter:description"),
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
        "article.published", "publish-date", "publishdate", "publish_date", "publication_date", "pubdate",
        "cxenseparse:recs:publishtime", "dcterms.created", "dc.date.issued", "dcterms.issued", "dc.date.created",
        "dc.date", "dcterms.date", "date", "rnews:datepublished", "article:published", "og:published_time",
        "originalpublicationdate", "citation_publication_date", "cdate",
    ),
    "modified": (
        "article:modified_time", "og:updated_time", "datemodified", "last-modified", "dc.date.modified", "lastmod",
        "article:modified", "dcterms.modified", "revised",
    ),
    "sections": (
        "article:section", "og:article:section", "parsely-section", "section", "cg_section", "article.section",
    ),
    "publishers": ("og:site_name", "application-name", "publisher", "dc.publisher", "article:publisher_name"),
    "languages": ("og:locale", "content-language", "language", "dc.language"),
    "urls": ("og:url", "twitter:url"),
}  # fmt: skip
_META_AUTHORS = (
    "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator", "byl",
    "article:author_name", "cxenseparse:author", "authors", "citation_author", "dcterms.creator",
)  # fmt: skip


def _add_meta(declared: Declared, tree: LexborHTMLParser) -> None:
    values: dict[str, list[str]] = {}
    for element in tree.css("meta[content]"):
        attributes = element.attributes
        name = (
            attributes.get("property")
            or attributes.get("name")
            or attributes.get("itemprop")
            or attributes.get("http-equiv")
        )
        content = attributes.get("content")
        if name and content and content.strip():
            values.setdefault(name.strip().lower(), []).append(_clean(content))
    for field_name, names in _META.items():
        getattr(declared, field_name).extend(value for name in names for value in values.get(name, ()))
    declared.types.update(f"og:{kind.lower()}" for kind in values.get("og:type", ()))
    for name in _META_AUTHORS:
        named = [value for value in values.get(name, ()) if not value.lower().startswith(("http", "www.", "@"))]
        if named:
            declared.authors.append(list(dict.fromkeys(named)))
    for link in tree.css('link[rel="canonical"][href]')[:1]:
        declared.urls.insert(0, link.attributes.get("href") or "")
    root = tree.root
    if root is not None and (language := root.attributes.get("lang") or root.attributes.get("xml:lang")):
        declared.languages.insert(0, language)
    title = tree.css_first("title")
    if title is not None:
        declared.headlines.append(_clean(title.text()))


# --- microdata


def _add_microdata(declared: Declared, tree: LexborHTMLParser) -> None:
    for element in tree.css('[itemprop~="datePublished"], [itemprop~="dateModified"], [itemprop~="headline"]')[:12]:
        attributes = element.attributes
        value = attributes.get("datetime") or attributes.get("content") or element.text()
        names = (attributes.get("itemprop") or "").split()
        if "datePublished" in names:
            declared.published.append(value)
        elif "dateModified" in names:
            declared.modified.append(value)
        elif value.strip():
            declared.headlines.insert(0, _clean(value))
    named = [_author_name(element) for element in tree.css('[itemprop~="author"]')[:6]]
    if any(named):
        declared.authors.append([name for name in dict.fromkeys(named) if name])


def _author_name(element: Any) -> str:
    name = element.css_first('[itemprop~="name"]')
    chosen = element if name is None else name
    return _clean(chosen.attributes.get("content") or chosen.text())
