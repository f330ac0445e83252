"""A web page's tree becomes text blocks in page order, each with its place and its features.

One walk, no recursion: pages with a hundred thousand nested `<div>`s exist. What a reader never sees as text
(scripts, forms' controls, players) is not entered. What the blocks mean is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from msgspec import Struct
from selectolax.lexbor import LexborNode

from onrecord.articles.caption_names import names_credit
from onrecord.articles.furniture_names import Hint
from onrecord.articles.looks import PLAIN, Look, inline_look_of, look_of
from onrecord.articles.prose import reads_as_prose
from onrecord.articles.tags import CAPTIONS, HEADINGS, ID_OF, KINDS, NO_CAPTIONS, ROLES_BY_ID, TAGS_BY_ID, Role
from onrecord.schema import BlockKind

__all__ = ["HEADINGS", "PageBlocks", "Picture", "Region", "TextBlock", "folded", "read_blocks"]

_PICTURE_REACH = 4
"""Levels of regions around an image that are told of it: `div > div > picture > img` beside `div > p`."""
_OUTERMOST = 12
NO_FIGURE = 1_000_000
_MOST_MENUS = 200
"""Elements that are looked through for more than links: a hundred thousand nested `<nav>` would take hours."""
_MORE_THAN_LINKS = "h1, p, article, time, figure, form, script, style, template, noscript"
# Named once: reaching into an Enum costs more than the comparison.
_TEXT, _BLOCK, _LINK, _BOLD = Role.TEXT, Role.BLOCK, Role.LINK, Role.BOLD
_BREAK, _IMAGE, _INLINE, _UNSEEN = Role.BREAK, Role.IMAGE, Role.INLINE, Role.UNSEEN
_BUTTON = ID_OF["button"]
_SMALL_PRINT = frozenset(("small", "cite"))


class Picture(Struct, frozen=True, eq=False, gc=False):
    """What an image says of itself; `said` is its `alt` as `folded` has it."""

    alt: str | None
    title: str | None
    said: str


# A page has hundreds of regions and blocks: a Struct is made in a third of a dataclass's time, and, as no region leads
# back to itself, the search for circles (`gc`) may pass it over.
class Region(Struct, eq=False, gc=False):
    """A block-level element: its tag, the words of its class, id and role, and the region around it.

    `hints`: what its tag and names tell of furniture, the most telling first. `captioned`: is it a picture's caption,
    or in one? There, inline elements with names of their own stand apart. `kind`: what text in it is, if it is the
    article's. `pictures`: the images in it or close under it. `to_figure`: elements to go up to the next figure or
    caption, `NO_FIGURE` or more where there is none, or a table or a quotation stands before it.
    """

    tag: str
    names: str
    parent: Region | None
    number: int
    hints: tuple[Hint, ...]
    hidden: bool = False
    captioned: bool = False
    kind: BlockKind = "paragraph"
    pictures: list[Picture] | None = None
    to_figure: int = NO_FIGURE

    @property
    def pictured(self) -> bool:
        return self.pictures is not None

    def around(self) -> Iterator[Region]:
        """This region, then every one that encloses it, outwards."""
        region: Region | None = self
        while region is not None:
            yield region
            region = region.parent


class TextBlock(Struct, eq=False, gc=False):
    """Text that stands together in one region, white space folded; how much of it is linked and bold, in characters.

    `prose`: is it running text?
    """

    text: str
    region: Region
    linked: int
    bold: int
    links: int
    prose: bool

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


def folded(text: str) -> str:
    """Text for comparison, in one case and with single spaces."""
    return " ".join(text.casefold().split())


def read_blocks(body: LexborNode) -> PageBlocks:
    """Walk the tree under `body` once."""
    return _Walk(body).over()


class _Walk:
    """The text that is being gathered, the region that it stands in, and the elements that are still open."""

    def __init__(self, body: LexborNode) -> None:
        self.found = PageBlocks()
        look = look_of("body", body.attributes)
        self.region = Region("body", look.names, None, 0, look.hints, look.hidden)
        self.found.regions.append(self.region)
        self.body = body
        self.parts: list[str] = []
        self.linked = self.bold = self.links = self.breaks = 0
        self.in_link = self.in_bold = self.menus = 0
        self.end = _INLINE

    def over(self) -> PageBlocks:
        """Enter node after node. What texts need, half of all nodes, stands in the loop: calls would cost more."""
        open_elements: list[tuple[LexborNode, Role]] = []
        roles, parts = ROLES_BY_ID, self.parts
        node = self.body.first_child
        while node is not None:
            role = roles.get(node.tag_id, _INLINE)
            if role is _TEXT:
                text = node.text_content
                if text and not text.isspace():
                    self._add_text(text)
                elif parts:
                    parts.append(" ")
            elif self._enters(node, role):
                child = node.first_child
                if child is not None:
                    open_elements.append((node, self.end))
                    node = child
                    continue
                self._leave(self.end)
            following = node.next
            while following is None and open_elements:
                node, end = open_elements.pop()
                if end is not _INLINE:
                    self._leave(end)
                following = node.next
            node = following
        self._end_block()
        return self.found

    def _leave(self, end: Role) -> None:
        if end is _BLOCK:
            if self.parts:
                self._end_block()
            self.region = self.region.parent or self.region
        elif end is _LINK:
            self.in_link -= 1
        elif end is _BOLD:
            self.in_bold -= 1

    def _enters(self, node: LexborNode, role: Role) -> bool:
        """Take an element for what it is, and tell whether its text is read; `end` is then what its end means."""
        self.end = role
        if role is _BLOCK:
            return self._enters_block(node)
        if role is _UNSEEN:
            # A click on the picture enlarges it: `<button><img><figcaption>The dam in May</figcaption></button>`.
            self.end = _INLINE
            return node.tag_id == _BUTTON and node.css_first("figcaption") is not None
        if role is _BREAK:
            self._break_line()
            return False
        if role is _IMAGE:
            self._add_picture(node)
            return False
        if role is _LINK:
            self.in_link += 1
            self.links += 1
            return True
        if role is _BOLD and not self.region.captioned:
            self.in_bold += 1
            return True
        self.end = _INLINE
        return self._enters_line(node)

    def _enters_block(self, node: LexborNode) -> bool:
        if self.parts:
            self._end_block()
        tag = TAGS_BY_ID[node.tag_id]
        attributes = node.attributes
        look = look_of(tag, attributes) if attributes else PLAIN[tag]
        if look.is_menu and self._add_whole(node, tag, look):
            return False
        self._open_region(tag, look)
        return True

    def _add_whole(self, node: LexborNode, tag: str, look: Look) -> bool:
        """Take a menu as one block, unless it holds more than links: a third of all elements stand in menus."""
        if self.menus == _MOST_MENUS or (tag == "footer" and not self._is_outermost()):
            return False
        self.menus += 1
        if node.css_first(_MORE_THAN_LINKS) is not None:
            return False
        text = " ".join(node.text(deep=True, separator=" ").split())
        if text:
            around = self.region
            self._open_region(tag, look)
            self.found.blocks.append(TextBlock(text, self.region, len(text), 0, 1, False))
            self.region = around
        return True

    def _is_outermost(self) -> bool:
        """Is the current region no part of an article? There, `<footer>` tells authors and dates."""
        return all(region.tag not in ("article", "main") for region in islice(self.region.around(), _OUTERMOST))

    def _add_picture(self, node: LexborNode) -> None:
        attributes = node.attributes
        alt = attributes.get("alt")
        picture = Picture(alt, attributes.get("title"), folded(alt or ""))
        for region in islice(self.region.around(), _PICTURE_REACH):
            if region.pictures is None:
                region.pictures = []
            region.pictures.append(picture)

    def _enters_line(self, node: LexborNode) -> bool:
        attributes = node.attributes
        if not attributes and not self.region.captioned:
            return True
        tag = node.tag or ""
        look = inline_look_of(attributes)
        if look.unseen:
            return False
        if look.apart or (self.region.captioned and self._stands_apart(tag, look.names)):
            # A picture's credit stands in a <span> at the end of its caption, a kicker in one before the headline.
            self._end_block()
            self._open_region(tag, look_of(tag, attributes))
            self.end = _BLOCK
        return True

    def _stands_apart(self, tag: str, names: str) -> bool:
        """In a caption, `<strong class="author">Jane Roe</strong>` is no part of the sentence before it."""
        return tag in _SMALL_PRINT or bool(names and (self._in_figcaption() or names_credit(names, in_caption=True)))

    def _in_figcaption(self) -> bool:
        return any(region.tag == "figcaption" for region in islice(self.region.around(), 4))

    def _break_line(self) -> None:
        if self.region.captioned:  # `<figcaption>The Daily Planet<br>The dam in May</figcaption>`
            self._end_block()
        elif self.parts:
            self.breaks += 1
            self.parts.append(" ")

    def _open_region(self, tag: str, look: Look) -> None:
        parent, regions = self.region, self.found.regions
        self.region = Region(
            tag, look.names, parent, len(regions), look.hints,
            look.hidden or parent.hidden, look.captioned or parent.captioned, KINDS.get(tag) or parent.kind,
            None, 0 if tag in CAPTIONS else NO_FIGURE if tag in NO_CAPTIONS else parent.to_figure + 1,
        )  # fmt: skip
        regions.append(self.region)

    def _add_text(self, text: str) -> None:
        if self.breaks:
            if self.breaks > 1:  # two `<br>` in a row part paragraphs
                self._end_block()
            self.breaks = 0
        self.parts.append(text)
        if self.in_link:
            self.linked += len(text)
        if self.in_bold:
            self.bold += len(text)

    def _end_block(self) -> None:
        parts = self.parts
        text = (parts[0] if len(parts) == 1 else "".join(parts)).strip()
        if text:
            if "  " in text or not text.isprintable():  # most lines have single spaces and nothing else between words
                text = " ".join(text.split())
            linked = self.linked if self.linked < len(text) else len(text)
            prose = reads_as_prose(text, self.region.tag, linked)
            self.found.blocks.append(TextBlock(text, self.region, linked, self.bold, self.links, prose))
            self.links = 0
        self.parts.clear()
        self.linked = self.bold = self.breaks = 0
