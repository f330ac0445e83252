"""schema.org in JSON-LD as a file of its own: NewsArticle and its kin, with the text in `articleBody`.

https://schema.org/NewsArticle. Inside a web page JSON-LD only supports what the page shows (articles/structured.py);
here it is all that there is.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from typing import Any

from onrecord.articles.bylines import tidy_authors
from onrecord.articles.compose import Piece
from onrecord.articles.wire.json_values import (
    Fields,
    fields_of,
    items_of,
    parse_json_page,
    raw_text_in,
    text_in,
    texts_in,
)
from onrecord.articles.wire.markup import caption_piece, plain_words, read_html
from onrecord.articles.wire.moments import later, wire_moment
from onrecord.articles.wire.story import Story, agency_in, withdrawn
from onrecord.schema import Page, Rejection

_ARTICLES = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report)$")
_DEEPEST = 8
_MOST_NODES = 5_000


def read_json_ld_page(page: Page) -> Story | Rejection:
    """Read the article of a page that is JSON-LD; of several the one with the longest text."""
    parsed = parse_json_page(page)
    if isinstance(parsed, Rejection):
        return parsed
    nodes = list(_nodes(parsed))
    articles = [node for node in nodes if _is_article(node)]
    if not articles:
        kinds = sorted({kind for node in nodes for kind in _types(node)})
        told = f"it describes {', '.join(kinds[:5])}" if kinds else "it describes nothing that has a @type"
        return Rejection("articles", "not_an_article", f"{told}, and no article: read the page that it belongs to")
    by_id = {identity: node for node in nodes if (identity := text_in(node.get("@id"))) and len(node) > 2}
    return _read_article(max(articles, key=_length), by_id)


def _read_article(node: Fields, by_id: dict[str, Fields]) -> Story | Rejection:
    status = " ".join(texts_in(node.get("creativeWorkStatus"), "name")).casefold()
    rejection = withdrawn("canceled" if status in ("retracted", "withdrawn", "deleted") else status)
    if rejection:
        return rejection
    story = Story(language=next(texts_in(node.get("inLanguage"), "alternateName", "name"), None))
    story.headline = next(_words(node.get("headline") or node.get("name")), None)
    story.subheadlines = list(_words(node.get("alternativeHeadline")))
    story.dateline = next(_words(node.get("dateline")), None)
    story.section = next(_words(node.get("articleSection")), None)
    story.published = wire_moment(next(texts_in(node.get("datePublished") or node.get("dateCreated"), "@value"), None))
    changed = wire_moment(next(texts_in(node.get("dateModified"), "@value"), None))
    story.modified = later(changed, than=story.published)
    story.url = _address(node)
    _read_makers(story, node, by_id)
    _read_asides(story, node)
    story.body = [*_read_body(node), *_read_updates(node)]
    story.captions = list(_captions(node, by_id))
    return story


def _read_makers(story: Story, node: Fields, by_id: dict[str, Fields]) -> None:
    makers = _named(node.get("author") or node.get("creator"), by_id)
    story.authors = tuple(name for name in tidy_authors(makers) if not agency_in([name]))
    story.publisher = next(iter(_named(node.get("publisher"), by_id)), None)
    sources = [*_named(node.get("sourceOrganization"), by_id), *_named(node.get("provider"), by_id)]
    story.agency = agency_in([*sources, story.dateline, *makers, *texts_in(node.get("creditText"))])


def _read_asides(story: Story, node: Fields) -> None:
    """What is said of the story beside it: its description is written for search engines, a correction for readers."""
    story.notes += list(_words(node.get("correction")))
    story.leave_out("metadata", *_words(node.get("description")))
    story.leave_out("legal", *_words(node.get("copyrightNotice")), *_words(node.get("usageInfo")))
    free = str(node.get("isAccessibleForFree")).casefold()
    story.paywalled = {"false": True, "true": False}.get(free)
    story.live = any(kind == "LiveBlogPosting" for kind in _types(node))


def _read_body(node: Fields) -> list[Piece]:
    bodies = [raw_text_in(fields_of(value).get("@value") or value) for value in items_of(node.get("articleBody"))]
    text = "\n\n".join(body for body in bodies if body.strip()) or raw_text_in(node.get("text"))
    return read_html(text) if text.strip() else []


def _read_updates(node: Fields) -> Iterator[Piece]:
    """A live blog's updates, in the order of the file: each one's headline is a subheading."""
    for update in map(_plain_names, items_of(node.get("liveBlogUpdate"))):
        headline = next(_words(update.get("headline")), None)
        body = _read_body(update)
        if headline and body and body[0].text != headline:
            yield Piece("subheading", headline)
        yield from body
        yield from _captions(update, {})


def _captions(node: Fields, by_id: dict[str, Fields]) -> Iterator[Piece]:
    for name in ("image", "associatedMedia"):
        for value in items_of(node.get(name)):
            picture = _plain_names(value)
            picture = by_id.get(text_in(picture.get("@id")) or "", picture) if len(picture) < 3 else picture
            words = next(_words(picture.get("caption")), None)
            made = _named(picture.get("author") or picture.get("creator"), by_id)
            credit = [*texts_in(picture.get("creditText")), *made, *_named(picture.get("copyrightHolder"), by_id)]
            if words:
                yield caption_piece(words, next(iter(credit), None))


def _words(value: Any) -> Iterator[str]:
    """Texts as people read them."""
    for text in texts_in(value, "@value", "text", "name", "description", "url", "@id"):
        yield from texts_in(plain_words(text))


def _address(node: Fields) -> str | None:
    for value in (node.get("url"), node.get("mainEntityOfPage"), node.get("@id")):
        for address in texts_in(value, "@id", "url"):
            if address.startswith(("http://", "https://")):
                return address
    return None


def _named(value: Any, by_id: dict[str, Fields]) -> list[str]:
    """Names of people or organisations: as text, as objects, or as references into @graph."""
    names: list[str] = []
    for item in items_of(value):
        node = _plain_names(item)
        if node and not node.get("name"):
            node = by_id.get(text_in(node.get("@id")) or "", node)
        names += _words(node.get("name") if node else item)
    return names


# --- nodes


def _nodes(value: Any) -> Iterator[Fields]:
    """Every object that may be the article or be referred to by it, through lists and @graph."""
    waiting: deque[tuple[Any, int]] = deque([(value, 0)])
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        found, depth = waiting.popleft()
        node = _plain_names(found)
        if node:
            yield node
        held = items_of(found) if isinstance(found, list) else node.values()
        waiting += [(item, depth + 1) for item in held if isinstance(item, (dict, list)) and depth < _DEEPEST]


def _plain_names(value: Any) -> Fields:
    """ "schema:articleBody" and "https://schema.org/articleBody" are `articleBody`."""
    node = fields_of(value)
    return {name.removeprefix("schema:").rpartition("schema.org/")[2]: held for name, held in node.items()}


def _types(node: Fields) -> list[str]:
    return [name.rpartition("/")[2].rpartition(":")[2] for name in texts_in(node.get("@type"))]


def _is_article(node: Fields) -> bool:
    return any(_ARTICLES.search(name) for name in _types(node))


def _length(node: Fields) -> int:
    """A live blog is longer than any of its updates."""
    own = len(raw_text_in(node.get("articleBody"))) + len(raw_text_in(node.get("text")))
    updates = (_plain_names(value) for value in items_of(node.get("liveBlogUpdate")))
    return own + sum(1 + len(raw_text_in(update.get("articleBody"))) for update in updates)
