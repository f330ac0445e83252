"""What fetching takes from the machine: the clock, the name service, chance, and whom it trusts. Tests give others."""

from __future__ import annotations

import random
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import httpx2

Resolve = Callable[[str, int], list[str]]
"""Numeric addresses of a host, in the order in which to try them. Raises socket.gaierror where it has none."""


def look_up(host: str, port: int) -> list[str]:
    """Ask the system's name service."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def trusted_authorities() -> ssl.SSLContext:
    """The system's own certificate authorities; nothing that the environment names."""
    return httpx2.create_ssl_context(trust_env=False)


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """`clock` counts seconds from anywhere, `now` is the time of day with its zone, `chance` is from 0 up to 1."""

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    chance: Callable[[], float] = random.random
    resolve: Resolve = look_up
    tls: Callable[[], ssl.SSLContext] = trusted_authorities
