"""Fetch what is at an address: redirect by redirect, each asked for politely and checked like the first."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Self

import httpx2
import msgspec

from onrecord.pages.fetching.addresses import check_address, check_url, without_secrets
from onrecord.pages.fetching.answers import Answer, refusal, refuse_other_media, take_in
from onrecord.pages.fetching.budget import Budget
from onrecord.pages.fetching.failures import FetchFailed, TryAgain
from onrecord.pages.fetching.memory import PageMemory
from onrecord.pages.fetching.pacing import Pacing, seconds_to_wait
from onrecord.pages.fetching.problems import explained
from onrecord.pages.fetching.robots import MOST_BYTES, Robots
from onrecord.pages.fetching.settings import FetchSettings
from onrecord.pages.fetching.surroundings import Surroundings
from onrecord.pages.fetching.transport import PinnedTransport
from onrecord.schema import FetchedBytes, Origin, Page, PageReference, RejectedPage, Rejection

_ACCEPTED: Final = "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5"
_ROBOTS_REDIRECTS: Final = 5


@dataclass(frozen=True)
class _Request:
    """What is asked of one server, and how much of the answer is wanted."""

    url: httpx2.URL
    remembered: FetchedBytes | None = None
    most: int | None = None
    pages_only: bool = False
    is_robots: bool = False

    @property
    def headers(self) -> dict[str, str]:
        """Ask whether it has changed, by the server's own marks (RFC 9110, 13.1)."""
        if self.remembered is None:
            return {}
        marks = {"If-None-Match": self.remembered.etag, "If-Modified-Since": self.remembered.modified}
        return {name: mark for name, mark in marks.items() if mark}


class Fetcher:
    """Fetches one thing at a time, however many threads ask; keeps connections, pauses and rules between them."""

    def __init__(
        self,
        settings: FetchSettings | None = None,
        memory: PageMemory | None = None,
        surroundings: Surroundings | None = None,
    ) -> None:
        self._settings = settings or FetchSettings()
        self._memory = memory
        self._surroundings = surroundings or Surroundings()
        self._transport = PinnedTransport(self._settings, self._surroundings)
        # Redirects are followed here, hop by hop; proxies and passwords that the environment names are not used.
        headers = {"User-Agent": self._settings.user_agent, "Accept": _ACCEPTED}
        self._client = httpx2.Client(transport=self._transport, trust_env=False, headers=headers)
        self._pacing = Pacing(self._settings, self._surroundings)
        self._robots = Robots(self._ask_for_robots, self._surroundings.clock)
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._client.close()

    def page(self, url: str) -> Page | RejectedPage:
        """Fetch a page, or what holds pages; what can be neither by its media type is refused before it is sent."""
        fetched = self._explained(url, pages_only=True)
        if isinstance(fetched, Rejection):
            origin = Origin(url=without_secrets(url))
            return RejectedPage(page=PageReference(id=None, origin=origin), rejection=fetched)
        return Page(
            content=fetched.content, origin=Origin(url=fetched.url), fetched_at=fetched.fetched_at,
            content_type=fetched.content_type,
        )  # fmt: skip

    def fetch(self, url: str) -> FetchedBytes | Rejection:
        """Fetch the bytes at an address, of whatever kind."""
        return self._explained(url, pages_only=False)

    def _explained(self, url: str, *, pages_only: bool) -> FetchedBytes | Rejection:
        try:
            with self._lock:
                return self._follow(check_address(url), without_secrets(url), pages_only)
        except FetchFailed as failure:
            return Rejection("pages", failure.reason, failure.detail)

    def _follow(self, url: httpx2.URL, asked: str, pages_only: bool) -> FetchedBytes:
        budget = Budget(self._settings, self._surroundings.clock)
        self._client.cookies.clear()  # a consent page may set one and send on; it is forgotten with the page
        trail = _Trail(self._settings.max_redirects)
        while True:
            trail.visit(url, self._client.cookies)
            delay = self._robots.check(url).delay
            remembered = self._memory.recall(str(url)) if self._memory else None
            answer = self._ask(_Request(url, remembered, pages_only=pages_only), budget, delay)
            if answer.redirect is None:
                return self._fetched(answer, remembered, asked)
            url = _next_hop(url, answer.redirect)

    def _fetched(self, answer: Answer, remembered: FetchedBytes | None, asked: str) -> FetchedBytes:
        failure = refusal(answer)
        if failure is not None:
            raise failure
        if answer.status == 304:
            if remembered is None:
                raise FetchFailed("refused", f"{answer.url.host} says that nothing changed, though it wasn't asked")
            return msgspec.structs.replace(remembered, asked=asked)
        fetched = FetchedBytes(
            content=answer.content, url=str(answer.url), asked=asked, fetched_at=self._time(),
            content_type=answer.content_type, etag=answer.headers.get("etag"),
            modified=answer.headers.get("last-modified"),
        )  # fmt: skip
        if self._memory is not None:
            self._memory.keep(fetched)
        return fetched

    def _ask(self, request: _Request, budget: Budget, delay: float | None = None) -> Answer:
        """Ask up to `max_attempts` times, while it may go better the next time."""
        last = self._settings.max_attempts - 1
        for attempt in range(self._settings.max_attempts):
            try:
                answer = self._ask_once(request, budget, delay)
            except TryAgain as failure:
                if attempt == last or not self._pacing.back_off(attempt, failure.wait):
                    raise
                continue
            wish = seconds_to_wait(answer.headers.get("retry-after"), self._surroundings.now)
            if not answer.busy or attempt == last or not self._pacing.back_off(attempt, wish):
                return answer
        raise RuntimeError("max_attempts is at least 1")

    def _ask_once(self, request: _Request, budget: Budget, delay: float | None) -> Answer:
        host = request.url.host
        self._pacing.wait_for(host)
        self._transport.spend_from(budget)
        try:
            with (
                explained(request.url, self._settings),
                budget.running(),
                self._client.stream("GET", request.url, headers=request.headers) as response,
            ):
                if request.pages_only:
                    refuse_other_media(response)
                return take_in(response, self._settings, request.most)
        finally:
            if not request.is_robots:  # asking what the manners are is part of them
                self._pacing.asked(host, delay)

    def _ask_for_robots(self, url: httpx2.URL) -> Answer:
        """Get a robots.txt, over up to five redirects, to other hosts too (RFC 9309, 2.3.1.2)."""
        budget = Budget(self._settings, self._surroundings.clock)
        answer = self._ask(_Request(url, most=MOST_BYTES, is_robots=True), budget)
        for _ in range(_ROBOTS_REDIRECTS):
            if answer.redirect is None:
                break
            url = _next_hop(url, answer.redirect)
            answer = self._ask(_Request(url, most=MOST_BYTES, is_robots=True), budget)
        return answer

    def _time(self) -> str:
        return self._surroundings.now().strftime("%Y-%m-%dT%H:%M:%SZ")


class _Trail:
    """Where the redirects have led so far."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._visited: set[tuple[str, str]] = set()

    def visit(self, url: httpx2.URL, cookies: httpx2.Cookies) -> None:
        """Raise FetchFailed where it goes round in a circle; back to a page with a new cookie is none yet."""
        place = (str(url), str(sorted(f"{cookie.domain} {cookie.name}={cookie.value}" for cookie in cookies.jar)))
        if place in self._visited or len(self._visited) > self._most:
            circle = place in self._visited
            why = "goes round in a circle" if circle else f"sends on more than {self._most} times"
            raise FetchFailed("too_many_redirects", f"the address {why}: save the page from your browser")
        self._visited.add(place)


def _next_hop(url: httpx2.URL, location: str) -> httpx2.URL:
    try:
        target = url.join(location.strip())
    except (httpx2.InvalidURL, ValueError) as error:
        raise FetchFailed("invalid_url", f"{url.host} sends on to what is no address: {error}") from error
    target = check_url(target)
    if url.scheme == "https" and target.scheme == "http":
        # What comes unprotected may be anybody's, and the record would say that this publisher wrote it.
        detail = f"{url.host} sends on to an unprotected address: ask for {target} itself if you trust the network"
        raise FetchFailed("insecure_redirect", detail)
    return target
