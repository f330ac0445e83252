"""Addresses that a page gives, made into links only where that is safe."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

_WORDS = 6
"""How many words of a statement's beginning and end tell a browser where it stands."""


def safe_url(url: str | None) -> str | None:
    """Return an http(s) address with a host, else null: `javascript:alert(1)` on a hostile page is only text."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # "http://[" is no address
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else None


def site_of(url: str | None) -> str:
    """Return whose address it is: `https://www.example.org/a` is `example.org`'s."""
    safe = safe_url(url)
    return (urlsplit(safe).hostname or "").removeprefix("www.") if safe else ""


def text_fragment(url: str | None, text: str) -> str | None:
    """Return an address that leads a browser to these words on the live page (WICG's text fragments), or null.

    A long text is named by its first and last words, which may stand in different paragraphs.
    """
    safe = safe_url(url)
    words = text.split()
    if safe is None or not words:
        return None
    ends = [words] if len(words) <= 2 * _WORDS else [words[:_WORDS], words[-_WORDS:]]
    wanted = ",".join(map(_encoded, ends))
    base, mark, fragment = safe.partition("#")
    # A fragment that is there already stays: it may say what the page shows.
    return f"{base}#{fragment.partition(':~:')[0] if mark else ''}:~:text={wanted}"


def _encoded(words: list[str]) -> str:
    # A hyphen has a meaning of its own there, and `quote` would leave it.
    return quote(" ".join(words), safe="").replace("-", "%2D")
