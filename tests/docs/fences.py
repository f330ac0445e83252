"""Code blocks of a Markdown page: what is fenced, in which language, and whether it is meant to be run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NOT_RUN = "<!-- not run"


@dataclass(frozen=True)
class Fence:
    language: str
    code: str
    runs: bool


def find_fences(page: Path) -> Iterator[Fence]:
    """Give the blocks in their order; a comment `<!-- not run: why -->` right above one says that it isn't run."""
    text = page.read_text(encoding="utf-8")
    for match in _FENCE.finditer(text):
        above = text[: match.start()].rstrip("\n").rpartition("\n")[2]
        yield Fence(match[1], match[2], runs=not above.startswith(_NOT_RUN))
