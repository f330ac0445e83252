"""Every folder beside this file is a case: a page, and what its article must be; one test per field."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from onrecord.articles import extract_article
from onrecord.pages import load_page
from onrecord.schema import Article, Page

CASES = Path(__file__).resolve().parent


def _cases() -> list[tuple[str, str]]:
    """Return (case, field) for every field that a case's reading names."""
    readings = sorted(CASES.glob("*/reading.json"))
    return [
        (path.parent.name, field) for path in readings for field in json.loads(path.read_bytes()).get("article", {})
    ]


@cache
def _read(case: str) -> dict[str, Any]:
    (path,) = (CASES / case).glob("page.*")
    page = load_page(path)
    assert isinstance(page, Page), page
    article = extract_article(page)
    assert isinstance(article, Article), article
    fields = json.loads(msgspec.json.encode(article))
    fields["blocks"] = [[block.kind, article.text[block.start : block.end]] for block in article.blocks]
    fields["captions"] = [[caption.text, caption.credit] for caption in article.captions]
    fields["furniture"] = [[furniture.text, furniture.reason] for furniture in article.furniture]
    return fields


@pytest.mark.parametrize(("case", "field"), _cases())
def test_article_is_as_the_case_says(case: str, field: str) -> None:
    """`blocks` are [kind, text], `captions` [text, credit] and `furniture` [text, reason]; all others as in JSON."""
    expected = json.loads((CASES / case / "reading.json").read_bytes())["article"][field]
    assert _read(case)[field] == expected
