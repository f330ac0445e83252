"""A wire file with several stories becomes several files with one each, as far as possible in its own bytes.

Of XML the other stories' bytes are cut out, and all around them stays: the declaration, the namespaces, the envelope,
and the pictures that a story refers to. Of a JSON list or JSON lines each item is its own slice. Only JSON-LD's @graph
is written anew, because an article there refers to its author by name of a node.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, cast
from xml.parsers import expat

from onrecord.schema import TextForm

MOST_BYTES = 400_000_000
"""Bytes of all the pieces together, each of which repeats what they share; a file beyond stays whole."""

_ITEMS = {"newsml_g2": "newsitem", "newsml": "newsitem"}
_PICTURED = ("picture", "graphic", "photo", "illustration", "audio", "video")
_ARTICLES = re.compile(r"(?:Article|BlogPosting|SocialMediaPosting|Report)$")
_LINKS = ("residref", "idrefs", "idref", "newsitem")
_SPACE = re.compile(r"[ \t\n\r]*")


def split_wire(content: bytes, form: TextForm) -> list[bytes]:
    """Part a wire file into one piece for each story, in their order; a file with one is left as it is.

    Never raises: what can't be parted stays whole, and whoever reads it says what is wrong with it.
    """
    if form in _ITEMS:
        return _split_xml(content, _ITEMS[form]) or [content]
    if form in ("ninjs", "json_ld"):
        return _split_json(content, form) or [content]
    return [content]


# --- XML


@dataclass
class _Item:
    """An item's place in the bytes, what it is, and what it points to."""

    start: int
    end: int = 0
    name: str = ""
    pictured: bool = False
    links: set[str] = field(default_factory=set[str])


class _Refused(Exception):
    """The XML declares entities: nobody here reads it."""


def _split_xml(content: bytes, wanted: str) -> list[bytes]:
    try:
        items = _find_items(content, wanted)
    except (expat.ExpatError, _Refused, ValueError, LookupError, RecursionError):
        return []
    stories = [item for item in items if not item.pictured]
    if len(stories) < 2:
        return []
    # The order of items means nothing; what stands between them, such as the package that lists them, goes below.
    above, below = content[: items[0].start], content[items[-1].end :]
    between = [content[one.end : other.start] for one, other in pairwise(items)]
    below = b"".join(gap for gap in between if gap.strip(b" \t\r\n\x00")) + below
    if len(stories) * len(above + below) > MOST_BYTES:
        return []
    with_pictures = _pictures_of(stories, [item for item in items if item.pictured])
    return [b"".join((above, *(content[item.start : item.end] for item in each), below)) for each in with_pictures]


def _pictures_of(stories: list[_Item], pictures: list[_Item]) -> list[list[_Item]]:
    """Each story with the pictures that go with it: one points to the other, by the name that it has in the message."""
    named = {picture.name: picture for picture in pictures if picture.name}
    pointing: dict[str, list[_Item]] = {}
    for picture in pictures:
        for link in picture.links:
            pointing.setdefault(link, []).append(picture)
    together: list[list[_Item]] = []
    for story in stories:
        found = [named[link] for link in sorted(story.links) if link in named] + pointing.get(story.name, [])
        together.append([story, *{picture.start: picture for picture in found}.values()])
    return together


def _find_items(content: bytes, wanted: str) -> list[_Item]:
    """Find the items by one pass of expat, which tells bytes; it opens nothing, and declarations of entities end it."""
    finder = _Finder(content, wanted)
    finder.parser.Parse(content, True)
    return finder.items


class _Finder:
    def __init__(self, content: bytes, wanted: str) -> None:
        self.items: list[_Item] = []
        self.content = content
        self.wanted = wanted
        self.depth = 0
        self.inside = 0
        self.parser = expat.ParserCreate()
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self.parser.StartElementHandler = self._open
        self.parser.EndElementHandler = self._close
        self.parser.EntityDeclHandler = self._refuse

    def _refuse(self, *_: object) -> None:
        raise _Refused

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        name = tag.rpartition(":")[2].lower()
        told = {key.lower(): value for key, value in attributes.items()}
        if not self.inside and name == self.wanted:
            self.inside = self.depth
            self.items.append(_Item(self.parser.CurrentByteIndex, name=told.get("guid") or told.get("duid", "")))
        elif self.inside:
            self._note(self.items[-1], name, told)

    def _note(self, item: _Item, name: str, told: dict[str, str]) -> None:
        if name == "itemclass":
            kind = (told.get("qcode") or told.get("uri", "")).replace("/", ":").rpartition(":")[2]
            item.pictured = kind.lower() in _PICTURED
        item.links.update(value for key in _LINKS for value in told.get(key, "").split())

    def _close(self, tag: str) -> None:
        if self.inside == self.depth:
            self.inside = 0
            self.items[-1].end = self._end_of_tag(self.parser.CurrentByteIndex)
        self.depth -= 1

    def _end_of_tag(self, at: int) -> int:
        """The byte after a tag's ">"; in UTF-16 a sign has two bytes."""
        sign, step = (b">", 1) if b"\x00" not in self.content[:4] else (b">\x00", 2)
        if self.content[:2] == b"\xfe\xff" or self.content[:1] == b"\x00":
            sign = b"\x00>"
        found = self.content.find(sign, at)
        while found >= 0 and (found - at) % step:
            found = self.content.find(sign, found + 1)
        return found + step if found >= 0 else len(self.content)


# --- JSON


def _split_json(content: bytes, form: TextForm) -> list[bytes]:
    try:
        text = content.decode(json.detect_encoding(content))
    except (UnicodeDecodeError, LookupError):
        return []
    text = text.removeprefix("\ufeff")
    opened = _SPACE.match(text)
    start = opened.end() if opened else 0
    if text.startswith("[", start):
        return _split_list(text, start + 1, form)
    lines = [line for line in text[start:].split("\n") if line.strip()]
    if len(lines) > 1 and any(isinstance(_parsed(line), dict) for line in lines[:2]):
        return [_bytes(line) for line in lines]
    return _split_graph(_parsed(text[start:])) if form == "json_ld" else []


def _split_list(text: str, at: int, form: TextForm) -> list[bytes]:
    """A list's items as their own slices; linked data that belongs together is told from a list of articles."""
    decoder = json.JSONDecoder(strict=False)
    found: list[tuple[Any, str]] = []
    while True:
        at = _skip(text, at)
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return []
        found.append((value, text[at:end]))
        at = _skip(text, end)
        if not text.startswith(",", at):
            break
        at += 1
    if form == "json_ld":
        return _split_graph([value for value, _ in found])
    return [_bytes(shown) for _, shown in found] if len(found) > 1 else []


def _skip(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _split_graph(value: Any) -> list[bytes]:
    """One graph for each article, with the nodes that are none: people, publishers, pictures, the site."""
    fields = cast("dict[str, Any]", value) if isinstance(value, dict) else {}
    nodes = _list(fields.get("@graph") if fields else value)
    articles = [node for node in nodes if _is_article(node)]
    others = [node for node in nodes if not _is_article(node)]
    if len(articles) < 2 or len(articles) * len(_written(others)) > MOST_BYTES:
        return []
    if not others and not fields:
        return [_written(article) for article in articles]
    context = {name: held for name, held in fields.items() if name != "@graph"}
    return [_written({**context, "@graph": [article, *others]}) for article in articles]


def _is_article(node: Any) -> bool:
    kinds = cast("dict[str, Any]", node).get("@type") if isinstance(node, dict) else None
    return any(isinstance(kind, str) and _ARTICLES.search(kind) for kind in _list(kinds) or [kinds])


def _list(value: Any) -> list[Any]:
    return cast("list[Any]", value) if isinstance(value, list) else []


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _written(value: Any) -> bytes:
    return _bytes(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode("utf-8")
