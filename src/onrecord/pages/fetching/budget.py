"""What one page may cost: seconds at its servers and bytes on the wire, over all redirects and attempts."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager

from onrecord.pages.fetching.failures import FetchFailed
from onrecord.pages.fetching.settings import FetchSettings

_HEADERS_BYTES = 1_000_000


class Budget:
    """Counts down while a request runs; pauses between requests are manners and cost nothing."""

    def __init__(self, settings: FetchSettings, clock: Callable[[], float]) -> None:
        self._settings = settings
        self._clock = clock
        self._seconds = settings.max_seconds
        self._ends = 0.0
        self._bytes = 0

    @contextmanager
    def running(self) -> Generator[None]:
        started = self._clock()
        self._ends = started + self._seconds
        self._bytes = self._settings.max_bytes + _HEADERS_BYTES
        try:
            yield
        finally:
            self._seconds -= self._clock() - started

    def time_left(self) -> float:
        """Seconds, more than none. Raises FetchFailed where they are used up."""
        left = self._ends - self._clock()
        if left <= 0:
            raise timed_out(self._settings)
        return left

    def take(self, received: int) -> None:
        """Count bytes as they come. Bytes that decompress to nothing count as well. Raises FetchFailed."""
        self._bytes -= received
        if self._bytes < 0:
            raise too_large(self._settings)


def timed_out(settings: FetchSettings) -> FetchFailed:
    return FetchFailed("timed_out", f"it took more than {settings.max_seconds:g} seconds to come: try again later")


def too_large(settings: FetchSettings) -> FetchFailed:
    detail = f"it has more than {settings.max_bytes:,} bytes: news pages are far smaller, is it one?"
    return FetchFailed("too_large", detail)
