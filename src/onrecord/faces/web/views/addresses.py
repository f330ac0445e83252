"""Addresses of our own that a form or a link brings along."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

# "//elsewhere.example" and "/\elsewhere.example" are other sites to a browser, and it drops tabs and line breaks.
_LOCAL = re.compile(r"/(?![/\\])[!-\[\]-~]*", re.ASCII)
_SAYS_WHAT_WAS_DONE = ("/articles/", "/queue")
"""Pages from which what was corrected may be gone afterwards: they show it once more, to be taken back."""


def local_path(given: str, otherwise: str) -> str:
    """Return an address given by a form if it is a path of this server, else the other one."""
    return given if _LOCAL.fullmatch(given) else otherwise


def with_notice(address: str, correction: int | None) -> str:
    """Return a page's address with the correction that it shall tell about: `/queue?did=12#s-1f0a77`."""
    parts = urlsplit(address)
    asked = [(name, value) for name, value in parse_qsl(parts.query) if name != "did"]
    if correction is not None and parts.path.startswith(_SAYS_WHAT_WAS_DONE):
        asked.append(("did", str(correction)))
    return urlunsplit(parts._replace(query=urlencode(asked)))
