"""Every folder beside this file is a wire file, and what its article must be; one test per field.

All texts were written for these tests; the shapes follow the standards' documents that docs/wire.md names.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.golden.fields import read_fields

CASES = Path(__file__).resolve().parent


def _cases() -> list[tuple[str, str]]:
    readings = sorted(CASES.glob("*/reading.json"))
    return [(path.parent.name, field) for path in readings for field in json.loads(path.read_bytes())]


@cache
def _read(case: str) -> dict[str, Any]:
    return read_fields(CASES / case)


@pytest.mark.parametrize(("case", "field"), _cases())
def test_wire_file_is_read_as_the_case_says(case: str, field: str) -> None:
    """`form` is the page's; `blocks` are [kind, text], `captions` [text, credit], `furniture` [text, reason]."""
    assert _read(case)[field] == json.loads((CASES / case / "reading.json").read_bytes())[field]


def test_every_case_has_its_reading() -> None:
    assert {path.parent for path in CASES.glob("*/page.*")} == {path.parent for path in CASES.glob("*/reading.json")}
