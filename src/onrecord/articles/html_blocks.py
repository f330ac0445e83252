"""A web page's tree becomes text blocks in page order, each with its place and its features.

One walk, no recursion: pages with a hundred thousand nested `<div>`s exist. What a reader never sees as text
(scripts, forms' controls, players) is not entered. What the blocks mean is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
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
_NAMING = ("class", "id", "role", "itemprop", "data-testid", "data-component")
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


class _Leaving(Enum):
    """What ends where an element's last child was walked."""

    REGION = auto()
    LINK = auto()
    BOLD = auto()


class _Walk:
    def __init__(self) -> None:
        self.found = PageBlocks()
        self.region = self._open_region("body", "", None, False)
        self.runs: list[tuple[str, bool, bool]] = []
        self.waiting: list[LexborNode | _Leaving] = []
        self.links = 0
        self.in_link = self.in_bold = 0

    def over(self, body: LexborNode) -> PageBlocks:
        self.region.names = _names(body.attributes)
        self._wait_for_children(body)
        while self.waiting:
            node = self.waiting.pop()
            if isinstance(node, _Leaving):
                self._leave(node)
            elif node.is_text_node:
                self._add_text(node.text_content or "")
            elif node.is_element_node:
                self._enter(node)
        self._end_block()
        return self.found

    def _wait_for_children(self, node: LexborNode, leaving: _Leaving | None = None) -> None:
        if leaving is not None:
            self.waiting.append(leaving)
        child = node.last_child
        while child is not None:
            self.waiting.append(child)
            child = child.prev

    def _enter(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in _BLOCKS:
            self._end_block()
            attributes = node.attributes
            hidden = tag == "noscript" or _is_hidden(attributes)
            self.region = self._open_region(tag, _names(attributes), self.region, hidden)
            self._wait_for_children(node, _Leaving.REGION)
        elif tag == "a":
            self.in_link += 1
            self.links += 1
            self._wait_for_children(node, _Leaving.LINK)
        elif tag in _BOLD:
            self.in_bold += 1
            self._wait_for_children(node, _Leaving.BOLD)
        elif tag == "br":
            self.runs.append(("\n", self.in_link > 0, self.in_bold > 0))
        elif tag == "img":
            for region in islice(self.region.around(), _PICTURE_REACH):
                region.pictured = True
        elif tag not in _UNSEEN:
            self._enter_inline(node, tag)

    def _enter_inline(self, node: LexborNode, tag: str) -> None:
        attributes = node.attributes
        names = _names(attributes)
        if _is_hidden(attributes) or (names and _FOR_SCREEN_READERS.search(names)):
            return
        if names and _APART.search(names):
            # A picture's credit stands in a <span> at the end of its caption, a kicker in one before the headline.
            self._end_block()
            self.region = self._open_region(tag, names, self.region, False)
            self._wait_for_children(node, _Leaving.REGION)
        else:
            self._wait_for_children(node)

    def _leave(self, leaving: _Leaving) -> None:
        if leaving is _Leaving.LINK:
            self.in_link -= 1
        elif leaving is _Leaving.BOLD:
            self.in_bold -= 1
        else:
            self._end_block()
            if self.region.parent is not None:
                self.region = self.region.parent

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
            text = " ".join("".join([run[0] for run in part]).split())  # a third of the time of an expression
            if text:
                linked = sum([len(run) for run, in_link, _ in part if in_link])
                bold = sum([len(run) for run, _, in_bold in part if in_bold])
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


def _names(attributes: dict[str, str | None]) -> str:
    """The words of class, id, role and itemprop, lower case: `ArticleBody-lead` gives "article body lead"."""
    if not attributes:
        return ""
    named = [named for name in _NAMING if (named := attributes.get(name))]
    return _parted(" ".join(named)) if named else ""


@lru_cache(maxsize=16_384)
def _parted(names: str) -> str:
    return _CAMEL.sub(" ", names).lower()


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    if not attributes:
        return False
    style = attributes.get("style")
    if "hidden" in attributes or (style and _HIDDEN_STYLE.search(style)):
        return True
    # "hidden md:block" and "d-none d-lg-block" hide on small screens only.
    named = attributes.get("class")
    if not named or not ("hid" in named or "d-none" in named):
        return False
    return bool(_HIDDEN_CLASS.search(named)) and not _SHOWN_CLASS.search(named)
