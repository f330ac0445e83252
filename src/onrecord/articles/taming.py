"""Markup on which the parser's time would be quadratic loses what costs it: only hostile or broken pages have it."""

from __future__ import annotations

import re

MOST_LEFT_OPEN = 20_000
"""Tags left open from which only those that part text are kept."""
LONGEST_TAG = 100_000
"""Bytes without a ">" from which a tag may hold so many attributes that comparing each with each takes minutes."""
_NESTING = re.compile(rb"</?(?!(?:p|h[1-6]|br|li|title|meta|script|style)\b)[a-z][^<>]*>", re.IGNORECASE)
_CROWDED_TAG = re.compile(rb"(<[a-zA-Z][^\s<>/]{0,40})\s[^<>]{50000,}")


def tame(html: bytes) -> bytes:
    """Return the markup as it is, for all but a few pages in a million."""
    if _has_long_tag(html):
        html = _CROWDED_TAG.sub(rb"\1", html)
    tags = html.count(b"<")
    if tags > MOST_LEFT_OPEN and tags - 2 * html.count(b"</") > MOST_LEFT_OPEN:
        return _NESTING.sub(b" ", html)
    return html


def _has_long_tag(html: bytes) -> bool:
    """Is there a stretch without ">"? Looks from the end of one window to the next, so that few bytes are touched."""
    at = 0
    while len(html) - at > LONGEST_TAG:
        closed = html.rfind(b">", at, at + LONGEST_TAG)
        if closed < at:
            return True
        at = closed + 1
    return False
