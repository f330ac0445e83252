"""How sources are taken."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class PageSettings:
    """`plain`: text files are an article's clean text, not a page dump. `max_bytes`: the largest page that is read."""

    plain: bool = False
    max_bytes: int = 20_000_000
