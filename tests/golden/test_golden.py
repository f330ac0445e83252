"""Every folder beside this file is a case: a page, and what its article must be; one test per field."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.golden.fields import read_fields

CASES = Path(__file__).resolve().parent


def _cases() -> list[tuple[str, str]]:
    """Return (case, field) for every field that a case's reading names."""
    readings = sorted(CASES.glob("*/reading.json"))
    return [
        (path.parent.name, field) for path in readings for field in json.loads(path.read_bytes()).get("article", {})
    ]


@cache
def _read(case: str) -> dict[str, Any]:
    return read_fields(CASES / case)


@pytest.mark.parametrize(("case", "field"), _cases())
def test_article_is_as_the_case_says(case: str, field: str) -> None:
    """`blocks` are [kind, text], `captions` [text, credit] and `furniture` [text, reason]; all others as in JSON."""
    expected = json.loads((CASES / case / "reading.json").read_bytes())["article"][field]
    assert _read(case)[field] == expected
