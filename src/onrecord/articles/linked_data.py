"""JSON-LD: the objects that a page declares in it, found through whatever content systems break or wrap.

Source of the vocabulary: https://schema.org/NewsArticle; what breaks was collected from pages of news and blogs.
"""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any, cast

import msgspec

Node = dict[str, Any]

ARTICLE_TYPES = re.compile(
    r"(?:Article|BlogPosting|LiveBlogPosting|Report|Review|SocialMediaPosting|NewsItem|DiscussionForumPosting)$"
)
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)+|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>|;)+\s*$", re.DOTALL
)
_CONTROLS = re.compile(r"[\x00-\x1f]")
_MARKUP = re.compile(r"<[^>]{0,400}>")
# What a script says even where its JSON is beyond repair: an unescaped quotation mark in "description" breaks it.
_PAIR = re.compile(
    r'"(headline|datePublished|dateModified|inLanguage|articleSection)"\s*:\s*"((?:[^"\\\n]|\\.){1,400})"'
)
_BROKEN_AUTHOR = re.compile(
    r'"author"\s*:\s*[\[{\s]*"@type"\s*:\s*"Person"\s*,[^{}\[\]]{0,300}?"name"\s*:\s*"((?:[^"\\\n]|\\.){1,120})"'
)
_BROKEN_TYPE = re.compile(r'"@type"\s*:\s*\[?\s*"(\w*(?:Article|Posting))"')
_INNER = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart", "author", "publisher")
_DEEPEST = 12
_MOST_ITEMS = 200


def read_nodes(scripts: Iterable[str]) -> list[Node]:
    """Every object in the pages' JSON-LD scripts, outermost first, through lists, @graph and what articles hold."""
    return [node for script in scripts for node in _walk(_parse(script))]


def _parse(text: str) -> Any:
    """Parse a script's JSON, mending what content systems break: comments around it, commas before a bracket."""
    shown = text.strip()
    try:
        return msgspec.json.decode(shown)
    except (msgspec.DecodeError, RecursionError):
        pass
    shown = _WRAPPING.sub("", shown)
    for mended in (shown, _TRAILING_COMMA.sub(r"\1", _CONTROLS.sub(" ", shown)), html.unescape(shown)):
        try:
            return json.loads(mended, strict=False)
        except (ValueError, RecursionError):
            continue
    return _salvage(shown)


def _salvage(text: str) -> Node | None:
    """What an article's broken JSON still says in plain pairs of name and value."""
    kind = _BROKEN_TYPE.search(text)
    if kind is None:
        return None
    node: Node = {"@type": kind[1]}
    for name, value in _PAIR.findall(text):
        node.setdefault(name, _unescape(value))
    author = _BROKEN_AUTHOR.search(text)
    return {**node, "author": {"@type": "Person", "name": _unescape(author[1])}} if author else node


def _unescape(value: str) -> str:
    try:
        return json.loads(f'"{value}"', strict=False)
    except ValueError:
        return value


def _walk(value: Any) -> Iterator[Node]:
    waiting: deque[tuple[Any, int]] = deque([(value, 0)])
    while waiting:
        found, depth = waiting.popleft()
        if depth > _DEEPEST:
            continue
        if isinstance(found, list):
            waiting += [(item, depth + 1) for item in cast("list[Any]", found)[:_MOST_ITEMS]]
        elif isinstance(found, dict):
            node = cast("Node", found)
            yield node
            waiting += [(node[name], depth + 1) for name in _INNER if isinstance(node.get(name), (dict, list))]


def types(node: Node) -> list[str]:
    """The names of a node's types, without the vocabulary's address: "schema.org/NewsArticle" is a NewsArticle."""
    return [name.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for name in strings(node.get("@type"))]


def strings(value: Any) -> list[str]:
    """The texts of a value: itself, of each in a list, or the `@value` or `name` of an object."""
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, list):
        return [text for item in cast("list[Any]", value) for text in strings(item)]
    if isinstance(value, dict):
        return strings(cast("Node", value).get("@value") or cast("Node", value).get("name"))
    return []


def resolved(value: Any, by_id: dict[str, Node]) -> list[Any]:
    """The items of a value, those given by reference into @graph replaced by what they refer to."""
    items = cast("list[Any]", value) if isinstance(value, list) else [value]
    found: list[Any] = []
    for item in items:
        if isinstance(item, dict):
            node = cast("Node", item)
            is_reference = not node.get("name") and isinstance(node.get("@id"), str)
            found.append(by_id.get(node["@id"], node) if is_reference else node)
        elif item:
            found.append(item)
    return found


def names(value: Any, by_id: dict[str, Node]) -> list[str]:
    """Names of people or organisations, given as text, as objects, or by reference into @graph."""
    return [clean(name) for item in resolved(value, by_id) for name in strings(item)]


def clean(text: str) -> str:
    """Text without markup, entities and runs of white space: some systems declare "Ben &amp; Jerry <b>…</b>"."""
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = _MARKUP.sub(" ", text)
    return " ".join(text.split())
