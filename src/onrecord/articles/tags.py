"""HTML's elements by what they do to a page's text."""

from __future__ import annotations

from enum import Enum

from selectolax.lexbor import LexborHTMLParser

from onrecord.schema import BlockKind

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
LISTS = frozenset(("li", "dd", "dt"))
TABLES = frozenset(("td", "th", "table", "tr", "tbody"))
CAPTIONS = frozenset(("figcaption", "caption", "figure"))
NO_CAPTIONS = frozenset(("td", "th", "pre", "blockquote", "li", "body", "article", "main", "table"))
"""What holds no part of a caption, though it may stand in a `<figure>`: a table, a quotation."""
KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(HEADINGS, "subheading"), **dict.fromkeys(LISTS, "list_item"), "blockquote": "quote",
}  # fmt: skip
"""What an element makes of the text in it, until one further in says otherwise."""


class Role(Enum):
    """What the walk does where it meets a node."""

    UNSEEN = 0
    TEXT = 1
    BLOCK = 2
    LINK = 3
    BOLD = 4
    BREAK = 5
    IMAGE = 6
    INLINE = 7


# What a reader never sees as text: scripts, forms' controls, players.
_UNSEEN = (
    "script style template svg math iframe object embed canvas audio video source track select option button input "
    "textarea datalist head link meta map progress dialog frame frameset applet -comment !doctype -document"
)
_BLOCKS = (
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hgroup hr legend li main menu nav noscript ol p pre section summary table tbody td tfoot th thead "
    "tr ul"
)
ROLES: dict[str, Role] = {
    **dict.fromkeys(_UNSEEN.split(), Role.UNSEEN), **dict.fromkeys(_BLOCKS.split(), Role.BLOCK),
    "-text": Role.TEXT, "a": Role.LINK, "b": Role.BOLD, "strong": Role.BOLD, "br": Role.BREAK, "img": Role.IMAGE,
}  # fmt: skip
"""Every other element is inline: its text flows on, unless its names say that it is hidden or stands apart."""


def _ids() -> dict[str, int]:
    """Lexbor's number of each element: reading it costs a third of reading the name."""
    tree = LexborHTMLParser("<p>text</p><!-- comment -->")
    nodes = {} if tree.root is None else {node.tag: node.tag_id for node in tree.root.traverse(include_text=True)}
    made = {tag: tree.create_node(tag).tag_id for tag in ROLES if tag[0].isalpha()}
    return {tag: number for tag in ROLES if (number := made.get(tag, nodes.get(tag))) is not None}


ID_OF = _ids()
ROLES_BY_ID = {number: ROLES[tag] for tag, number in ID_OF.items()}
TAGS_BY_ID = {number: tag for tag, number in ID_OF.items()}
