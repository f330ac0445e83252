"""An article's fields as the cases' `reading.json` write them."""

import json
from pathlib import Path
from typing import Any

import msgspec

from onrecord.articles import extract_article
from onrecord.pages import load_page
from onrecord.schema import Article, Page


def read_fields(case: Path) -> dict[str, Any]:
    """Read the case's page; `form` is the page's, `blocks` are [kind, text], `captions` [text, credit], `furniture`
    [text, reason], all others as in JSON.
    """
    (path,) = case.glob("page.*")
    page = load_page(path)
    assert isinstance(page, Page), page
    article = extract_article(page)
    assert isinstance(article, Article), article
    fields = json.loads(msgspec.json.encode(article))
    fields["form"] = page.form
    fields["blocks"] = [[block.kind, article.text[block.start : block.end]] for block in article.blocks]
    fields["captions"] = [[caption.text, caption.credit] for caption in article.captions]
    fields["furniture"] = [[furniture.text, furniture.reason] for furniture in article.furniture]
    return fields
