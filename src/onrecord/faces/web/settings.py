"""What the reading room is told at its start."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from onrecord.faces.web.security.people import Person

LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8765


@dataclass(frozen=True, kw_only=True)
class WebSettings:
    """`store` is the record's file. `token` lets in whoever opens the address printed at the start, as `person`.

    Where it is null only the record's own people get in, by name and password (security/signed_in.py).

    `hosts` are the names under which this server answers, without a port, as a browser's Host header has them.
    """

    store: Path
    token: str | None
    person: Person | None
    port: int = DEFAULT_PORT
    hosts: frozenset[str] = LOOPBACK_HOSTS
