"""What stands above an article: headline, date, publisher, agency, section, byline, and the page it came from."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.faces.cli.views.dates import show_date
from onrecord.faces.cli.views.screen import printable
from onrecord.schema import Article, PageReference


def show_header(article: Article, page: PageReference, headline: Text) -> RenderableType:
    """Only what the page says is shown: no line stands there for a field that is null."""
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="dim", no_wrap=True)
    facts.add_column(overflow="fold")
    for label, value in _facts(article, page):
        facts.add_row(label, Text(printable(value)))
    return Group(headline, Text(), facts)


def _facts(article: Article, page: PageReference) -> list[tuple[str, str]]:
    facts = (
        ("published", show_date(article.published)),
        ("modified", show_date(article.modified)),
        ("publisher", article.publisher),
        ("agency", article.agency),
        ("section", article.section),
        ("by", ", ".join(article.authors)),
        ("language", article.language),
        ("access", "paywalled" if article.paywalled else None),
        ("form", "live blog" if article.live else None),
        ("address", article.url),
        ("page", str(page.origin)),
    )
    return [(label, value) for label, value in facts if value]
