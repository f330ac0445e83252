"""Manners: a pause between two requests to one host, and longer ones where a server is in trouble."""

from __future__ import annotations

import email.utils
from collections.abc import Callable
from datetime import datetime

from onrecord.pages.fetching.settings import FetchSettings
from onrecord.pages.fetching.surroundings import Surroundings


class Pacing:
    """Remembers when each host may be asked again."""

    def __init__(self, settings: FetchSettings, surroundings: Surroundings) -> None:
        self._settings = settings
        self._surroundings = surroundings
        self._free_at: dict[str, float] = {}

    def wait_for(self, host: str) -> None:
        """Sleep until the host may be asked again."""
        wait = self._free_at.get(host, 0.0) - self._surroundings.clock()
        if wait > 0:
            self._surroundings.sleep(wait)

    def asked(self, host: str, delay: float | None) -> None:
        """Note that the host was asked just now; `delay` is what its robots.txt wishes."""
        pause = self._settings.pause if delay is None else max(self._settings.pause, delay)
        self._free_at[host] = self._surroundings.clock() + min(pause, self._settings.max_pause)

    def back_off(self, attempt: int, wish: float | None) -> bool:
        """Sleep before another attempt (they count from 0), or say that the server wishes for more than we wait.

        Twice as long each time, and by chance up to half of it less, so that not everybody comes back at once.
        """
        longest = self._settings.max_pause
        if wish is not None and wish > longest:
            return False
        doubled = min(2.0**attempt, longest) * (1 - self._surroundings.chance() / 2)
        self._surroundings.sleep(max(doubled, wish or 0.0))
        return True


def seconds_to_wait(header: str | None, now: Callable[[], datetime]) -> float | None:
    """Read `Retry-After`: seconds, or a date (RFC 9110, 10.2.3); None where it says nothing."""
    if header is None:
        return None
    written = header.strip()
    if written.isascii() and written.isdigit():
        return float(written[:9])
    try:
        date = email.utils.parsedate_to_datetime(written)
    except (ValueError, IndexError, OverflowError):
        return None
    return max((date - now()).total_seconds(), 0.0) if date.tzinfo else None
