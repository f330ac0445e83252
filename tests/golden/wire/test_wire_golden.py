"""Every folder beside this file is a wire file, and what its article must be; one test per field.

All texts were written for these tests; the shapes follow the standards' documents that docs/wire.md names.
"""

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
    readings = sorted(CASES.glob("*/reading.json"))
    return [(path.parent.name, field) for path in readings for field in json.loads(path.read_bytes())]


@cache
def _read(case: str) -> dict[str, Any]:
    (path,) = (CASES / case).glob("page.*")
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


@pytest.mark.parametrize(("case", "field"), _cases())
def test_wire_file_is_read_as_the_case_says(case: str, field: str) -> None:
    """`form` is the page's; `blocks` are [kind, text], `captions` [text, credit], `furniture` [text, reason]."""
    assert _read(case)[field] == json.loads((CASES / case / "reading.json").read_bytes())[field]


def test_every_case_has_its_reading() -> None:
    assert {path.parent for path in CASES.glob("*/page.*")} == {path.parent for path in CASES.glob("*/reading.json")}
