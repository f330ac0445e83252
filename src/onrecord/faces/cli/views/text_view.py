"""An article's text, block by block, with sources, cues and contents marked and numbered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.faces.cli.views.marked_text import mark_text
from onrecord.faces.cli.views.marks import Mark, find_marks
from onrecord.faces.cli.views.notation import STYLES, Notation, legend
from onrecord.faces.cli.views.screen import printable
from onrecord.schema import Article, Attribution, Block, BlockKind

# What stands in the margin beside a block, so that a caption isn't read as a paragraph of the story.
_MARGINS: dict[BlockKind, str] = {
    "byline": "byline", "dateline": "dateline", "caption": "picture", "list_item": "•", "quote": "│",
    "note": "note",
}  # fmt: skip
_STYLES: dict[BlockKind, str] = {"subheading": "bold", "caption": "dim", "byline": "dim", "dateline": "dim"}
_MARGIN_WIDTH = 8


def show_text(article: Article, attributions: Sequence[Attribution], notation: Notation) -> RenderableType:
    """Lay the blocks below each other. `attributions` are in reading order: their numbers tie text and table."""
    marks = find_marks(attributions)
    shown = [block for block in article.blocks if block.kind != "headline"]
    blocks = [_show_block(article, block, marks, notation) for block in shown]
    return Group(*_spaced(blocks), Text(), _show_legend(notation)) if marks else Group(*_spaced(blocks))


def show_headline(article: Article, attributions: Sequence[Attribution], notation: Notation) -> Text:
    """The headline with its own marks ('Minister denies …' is a statement), or what the page's head says it is."""
    marks = find_marks(attributions)
    lines = [
        mark_text(article.text, block.start, block.end, marks, notation)
        for block in article.blocks
        if block.kind == "headline"
    ]
    shown = Text("\n").join(lines) if lines else Text(printable(article.headline or "(no headline)"))
    shown.stylize_before("bold")
    return shown


def _show_block(article: Article, block: Block, marks: Sequence[Mark], notation: Notation) -> RenderableType:
    row = Table.grid(padding=(0, 1), expand=False)
    row.add_column(width=_MARGIN_WIDTH, justify="right", style="dim", no_wrap=True)
    row.add_column(overflow="fold")
    shown = mark_text(article.text, block.start, block.end, marks, notation)
    shown.style = _STYLES.get(block.kind, "")
    margin = "▌" if block.kind == "subheading" else _MARGINS.get(block.kind, "")
    row.add_row(margin, shown + _credit(article, block))
    return row


def _credit(article: Article, block: Block) -> Text:
    """Who is credited for a picture, where its caption doesn't already say so."""
    credits = [
        caption.credit for caption in article.captions if (caption.start, caption.end) == (block.start, block.end)
    ]
    shown = [f"  [{printable(credit)}]" for credit in credits if credit]
    return Text("".join(shown), style="dim")


def _spaced(blocks: Sequence[RenderableType]) -> Iterator[RenderableType]:
    for number, block in enumerate(blocks):
        if number:
            yield Text()
        yield block


def _show_legend(notation: Notation) -> RenderableType:
    line = Text("")
    for part, sample in legend(notation):
        line.append(sample, STYLES[part]).append("   ")
    line.append("the numbers are those of the table", "dim")
    return Padding(line, (0, 0, 0, _MARGIN_WIDTH + 1))
