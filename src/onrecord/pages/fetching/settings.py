"""How pages are fetched, and how much of them."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.version import VERSION

PRODUCT = "OnRecord"
"""The name that a site's robots.txt may call us by."""


@dataclass(frozen=True, kw_only=True)
class FetchSettings:
    """Limits and manners of fetching; times are in seconds.

    `contact` is an address or e-mail of who runs this, told to every site. `allow_private` reaches this machine and its
    network: for tests, and for nothing that strangers may choose the address of. `max_bytes` is of one page,
    decompressed; `max_seconds` is spent on one page's servers, over all redirects and attempts, manners not counted.
    `pause` lies between two requests to one host, and `max_pause` is the longest that a site may ask for.
    """

    contact: str | None = None
    allow_private: bool = False
    max_bytes: int = 20_000_000
    max_seconds: float = 30.0
    max_redirects: int = 10
    max_attempts: int = 3
    pause: float = 1.0
    max_pause: float = 30.0

    @property
    def user_agent(self) -> str:
        """`OnRecord/0.1.0 (+mailto:desk@example.org)`; what no header may hold is left out of the contact."""
        signs = (sign for sign in self.contact or "" if sign.isascii() and sign.isprintable() and sign not in "()")
        contact = "".join(signs).strip()
        return f"{PRODUCT}/{VERSION}" + (f" (+{contact})" if contact else "")
