"""One statement with the paragraphs of the article in which it stands."""

from __future__ import annotations

from rich.console import Console, Group
from rich.padding import Padding
from rich.text import Text

from onrecord.faces.cli.views import wording
from onrecord.faces.cli.views.dates import show_date
from onrecord.faces.cli.views.marked_text import mark_text
from onrecord.faces.cli.views.marks import find_marks
from onrecord.faces.cli.views.notation import choose_notation
from onrecord.faces.cli.views.statement_table import show_attributions
from onrecord.schema import Article, Attribution, Block, Producer, Reading, Statement

_WIDEST = 96


def show_statement(console: Console, statement: Statement, reading: Reading) -> None:
    """Print who said what and how, then its place: every paragraph that it touches, marked."""
    width = min(console.width, _WIDEST)
    attribution = statement.attribution
    console.print(show_attributions([attribution], width), width=width)
    notation = choose_notation(console)
    marks = find_marks([attribution])
    text = reading.article.text
    for block in touched_blocks(reading.article, attribution):
        shown = mark_text(text, block.start, block.end, marks, notation)
        console.print(Padding(shown, (0, 0, 1, 2)), width=width)
    told = [_citation(statement), *_review(statement), _explain(statement, reading.producer)]
    console.print(Group(*told), width=width)


def touched_blocks(article: Article, attribution: Attribution) -> list[Block]:
    return [
        block
        for block in article.blocks
        if any(span.start < block.end and block.start < span.end for span in attribution.spans)
    ]


def _explain(statement: Statement, producer: Producer) -> Text:
    made = f"read by onrecord {producer.onrecord} with {producer.model}, score {statement.attribution.score:.2f}"
    return Text(f"{made}\nstatement {statement.id}", "dim")


def _review(statement: Statement) -> list[Text]:
    review = statement.review
    if review is None:
        return []
    by = f"{review.verdict} by {review.who}, {show_date(review.at)} (correction {review.correction})"
    return [Text(wording.printable(f"{by}: {review.because}"), "bold")]


def _citation(statement: Statement) -> Text:
    article = statement.article
    told = (article.headline, article.publisher, wording.show_date(article.published), article.url or article.path)
    return Text(" · ".join(wording.printable(part) for part in told if part), "italic")
