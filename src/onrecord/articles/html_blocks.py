"""A web page's tree becomes text blocks in page order, each with its place and its features.

One walk, no recursion: pages with a hundred thousand nested `<div>`s exist. What a reader never sees as text
(scripts, forms' controls, players) is not entered. What the blocks mean is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from selectolax.lexbor import LexborNode

_UNSEEN = frozenset(
    (
        "script", "style", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "video", "source",
        "track", "select", "option", "button", "input", "textarea", "datalist", "head", "link", "meta", "map",
        "progress", "dialog", "frame", "frameset", "applet",
    )
)  # fmt: skip
_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
        "legend", "li", "main", "menu", "nav", "noscript", "ol", "p", "pre", "section", "summary", "table", "tbody",
        "td", "tfoot", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_PICTURE_REACH = 4
"""Levels of regions around an image that are told of it: `div > div > picture > img` beside `div > p`."""
_BOLD = frozenset(("b", "strong"))
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(r"(?:^|\s)(?:hidden|hide|d-none|is-hidden|u-hidden)(?:\s|$)")
_SHOWN_CLASS = re.compile(r":|d-[a-z]+-[a-z]+|-(?:block|flex|inline|show)")
_FOR_SCREEN_READERS = re.compile(r"(?<![a-z])(?:sr|screen[- ]?reader|visually)[-_ ]?(?:only|text|hidden)")
_APART = re.compile(
    r"(?<![a-z])(?:credits?|copyright|photographer|kicker|dachzeile|overline|eyebrow|image[-_ ]source)(?![a-z])"
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SPACES = re.compile(r"\s+")


@dataclass(slots=True, eq=False)
class Region:
    """A block-level element: its tag, the words of its class, id and role, and the region around it."""

    tag: str
    names: str
    parent: Region | None = field(repr=False)
    number: int
    hidden: bool = False
    pictured: bool = False

    def around(self) -> Iterator[Region]:
        """This region, then every one that encloses it, outwards."""
        region: Region | None = self
        while region is not None:
            yield region
            region = region.parent


@dataclass(slots=True, eq=False)
class TextBlock:
    """Text that stands together in one region, white space folded; how much of it is linked and bold, in characters."""

    text: str
    region: Region
    linked: int
    bold: int
    links: int

    @property
    def link_density(self) -> float:
        return self.linked / len(self.text)

    @property
    def tag(self) -> str:
        return self.region.tag


@dataclass(slots=True)
class PageBlocks:
    """Everything that the walk found: regions in the order in which they open, blocks in page order."""

    regions: list[Region] = field(default_factory=list[Region])
    blocks: list[TextBlock] = field(default_factory=list[TextBlock])


def read_blocks(body: LexborNode) -> PageBlocks:
    """Walk the tree under `body` once."""
    return _Walk().over(body)


class _Walk:
    def __init__(self) -> None:
        self.found = PageBlocks()
        self.region = self._open_region("body", "", None, False)
        self.runs: list[tuple[str, bool, bool]] = []
        self.apart: list[int] = []
        self.links = 0
        self.in_link = self.in_bold = 0

    def over(self, body: LexborNode) -> PageBlocks:
        self.region.names = _names(body.attributes)
        # A node is entered once and, where it was opened, left once: (node, False) then (node, True).
        waiting: list[tuple[LexborNode, bool]] = [(child, False) for child in _children_reversed(body)]
        while waiting:
            node, leaving = waiting.pop()
            if leaving:
                self._leave(node)
            elif node.is_text_node:
                self._add_text(node.text_content or "")
            elif node.is_element_node and self._enter(node):
                waiting.append((node, True))
                waiting.extend((child, False) for child in _children_reversed(node))
        self._end_block()
        return self.found

    def _enter(self, node: LexborNode) -> bool:
        tag = node.tag or ""
        if tag in _UNSEEN:
            return False
        if tag == "br":
            self.runs.append(("\n", self.in_link > 0, self.in_bold > 0))
            return False
        if tag in _BLOCKS:
            self._end_block()
            attributes = node.attributes
            self.region = self._open_region(
                tag, _names(attributes), self.region, tag == "noscript" or _is_hidden(attributes)
            )
        elif tag == "a":
            self.in_link += 1
            self.links += 1
        elif tag in _BOLD:
            self.in_bold += 1
        elif tag == "img":
            for region in islice(self.region.around(), _PICTURE_REACH):
                region.pictured = True
            return False
        else:
            return self._enter_inline(node, tag)
        return True

    def _enter_inline(self, node: LexborNode, tag: str) -> bool:
        attributes = node.attributes
        if not attributes:
            return True
        names = _names(attributes)
        if _is_hidden(attributes) or (names and _FOR_SCREEN_READERS.search(names)):
            return False
        if names and _APART.search(names):
            # A picture's credit stands in a <span> at the end of its caption, a kicker in one before the headline.
            self._end_block()
            self.region = self._open_region(tag, names, self.region, False)
            self.apart.append(node.mem_id)
        return True

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        is_apart = bool(self.apart) and self.apart[-1] == node.mem_id
        if is_apart:
            self.apart.pop()
        if is_apart or tag in _BLOCKS:
            self._end_block()
            if self.region.parent is not None:
                self.region = self.region.parent
        elif tag == "a":
            self.in_link -= 1
        elif tag in _BOLD:
            self.in_bold -= 1

    def _open_region(self, tag: str, names: str, parent: Region | None, hidden: bool) -> Region:
        region = Region(tag, names, parent, len(self.found.regions), hidden or (parent is not None and parent.hidden))
        self.found.regions.append(region)
        return region

    def _add_text(self, text: str) -> None:
        if text.isspace():
            if self.runs:
                self.runs.append((" ", False, False))
        elif text:
            self.runs.append((text.replace("\n", " "), self.in_link > 0, self.in_bold > 0))

    def _end_block(self) -> None:
        if not self.runs:
            return
        runs, self.runs = self.runs, []
        links, self.links = self.links, 0
        for part in [runs] if len(runs) < 4 else _paragraphs(runs):
            text = _SPACES.sub(" ", "".join(run[0] for run in part)).strip()
            if text:
                linked = sum(len(run) for run, in_link, _ in part if in_link)
                bold = sum(len(run) for run, _, in_bold in part if in_bold)
                self.found.blocks.append(TextBlock(text, self.region, min(linked, len(text)), bold, links))


def _paragraphs(runs: list[tuple[str, bool, bool]]) -> Iterator[list[tuple[str, bool, bool]]]:
    """Part the runs where two or more `<br>` follow each other."""
    part: list[tuple[str, bool, bool]] = []
    breaks = 0
    for run in runs:
        if run[0] == "\n":
            breaks += 1
        elif run[0] == " ":
            pass
        else:
            if breaks > 1 and part:
                yield part
                part = []
            breaks = 0
        part.append(run)
    if part:
        yield part


def _children_reversed(node: LexborNode) -> Iterator[LexborNode]:
    child = node.last_child
    while child is not None:
        yield child
        child = child.prev


def _names(attributes: dict[str, str | None]) -> str:
    """The words of class, id, role and itemprop, lower case: `ArticleBody-lead` gives "article body lead"."""
    if not attributes:
        return ""
    named = [attributes.get(name) for name in ("class", "id", "role", "itemprop", "data-testid", "data-component")]
    return _parted(" ".join(name for name in named if name))


@lru_cache(maxsize=16_384)
def _parted(names: str) -> str:
    return _CAMEL.sub(" ", names).lower()


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    if not attributes:
        return False
    if "hidden" in attributes or _HIDDEN_STYLE.search(attributes.get("style") or ""):
        return True
    # "hidden md:block" and "d-none d-lg-block" hide on small screens only.
    named = attributes.get("class") or ""
    return bool(_HIDDEN_CLASS.search(named)) and not _SHOWN_CLASS.search(named)
