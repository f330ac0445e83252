"""Whether a site wants to be read: its robots.txt, by RFC 9309."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import httpx2
from protego import Protego

from onrecord.pages.fetching.addresses import origin_of
from onrecord.pages.fetching.answers import Answer
from onrecord.pages.fetching.failures import FetchFailed
from onrecord.pages.fetching.settings import PRODUCT

MOST_BYTES: Final = 500 * 1024
"""What RFC 9309 wants read at least; rules behind it are not read."""
_KEPT: Final = 24 * 3600.0
_FAILURE_KEPT: Final = 60.0


@dataclass(frozen=True)
class Rules:
    """What one site allows; `rules` is None where it sets none."""

    rules: Protego | None

    def allow(self, url: httpx2.URL) -> bool:
        return self.rules is None or self.rules.can_fetch(str(url), PRODUCT)

    @property
    def delay(self) -> float | None:
        """Seconds that the site wants between two requests."""
        if self.rules is None:
            return None
        rate = self.rules.request_rate(PRODUCT)
        delays = [self.rules.crawl_delay(PRODUCT), rate.seconds / rate.requests if rate and rate.requests else None]
        return max((delay for delay in delays if delay is not None), default=None)


class Robots:
    """Every site's rules, asked for once a day. `ask` gets a file and follows its redirects."""

    def __init__(self, ask: Callable[[httpx2.URL], Answer], clock: Callable[[], float]) -> None:
        self._ask = ask
        self._clock = clock
        self._known: dict[str, tuple[float, Rules | FetchFailed]] = {}

    def check(self, url: httpx2.URL) -> Rules:
        """Return the rules of the site. Raises FetchFailed where they forbid this address, or can't be known."""
        rules = self._rules_of(url)
        if not rules.allow(url):
            detail = f"{url.host} asks programs not to read this address (robots.txt): save the page from your browser"
            raise FetchFailed("forbidden_by_robots", detail)
        return rules

    def _rules_of(self, url: httpx2.URL) -> Rules:
        origin = origin_of(url)
        until, known = self._known.get(origin, (0.0, None))
        if known is None or until < self._clock():
            kept, known = self._learn(url)
            self._known[origin] = (self._clock() + kept, known)
        if isinstance(known, FetchFailed):
            raise FetchFailed(known.reason, known.detail)
        return known

    def _learn(self, url: httpx2.URL) -> tuple[float, Rules | FetchFailed]:
        """A server that can't be reached for its rules can't be for its page either: that is what is said."""
        try:
            answer = self._ask(url.join("/robots.txt"))
        except FetchFailed as failure:
            return _FAILURE_KEPT, failure
        if 200 <= answer.status < 300:
            text = answer.content[:MOST_BYTES].decode("utf-8-sig", "replace")
            return _KEPT, Rules(Protego.parse(text))
        # 429 is among those that RFC 9309 lets pass, but it says "too much", and who hears that should not go on.
        if answer.status >= 500 or answer.status == 429:
            detail = f"{url.host} can't say what programs may read (robots.txt: {answer.status}): try again later"
            return _FAILURE_KEPT, FetchFailed("robots_unreachable", detail)
        return _KEPT, Rules(None)
