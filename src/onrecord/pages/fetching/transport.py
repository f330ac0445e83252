"""Connections that lead where they were checked to lead.

The name is resolved here, at connecting, and the connection is made to the very address that was judged: a name that
answers otherwise the second time ("rebinding") gains nothing. TLS still asks for the certificate of the name.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

import httpcore2
import httpx2

from onrecord.pages.fetching.addresses import is_public, private_address
from onrecord.pages.fetching.budget import Budget
from onrecord.pages.fetching.failures import FetchFailed, TryAgain
from onrecord.pages.fetching.settings import FetchSettings
from onrecord.pages.fetching.surroundings import Surroundings

_LONGEST_CONNECTING = 10.0
"""Seconds for one of a host's addresses, so that the next has its turn."""
_KEPT_OPEN = 5.0


class PinnedTransport(httpx2.BaseTransport):
    """Sends requests over connections of its own; proxies that the environment names are not asked."""

    def __init__(self, settings: FetchSettings, surroundings: Surroundings) -> None:
        self._backend = _PinnedBackend(settings, surroundings)
        self._pool = httpcore2.ConnectionPool(
            ssl_context=surroundings.tls(), keepalive_expiry=_KEPT_OPEN, network_backend=self._backend
        )

    def spend_from(self, budget: Budget) -> None:
        """From now on, connecting, sending and receiving are paid from this budget."""
        self._backend.budget = budget

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        url = request.url
        sent = httpcore2.Request(
            method=request.method,
            url=httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=cast(httpx2.SyncByteStream, request.stream),
        )
        received = self._pool.handle_request(sent)
        body = _Body(cast("Iterable[bytes]", received.stream))
        return httpx2.Response(received.status, headers=received.headers, stream=body)

    def close(self) -> None:
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, stream: Iterable[bytes]) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._stream)

    def close(self) -> None:
        close: Callable[[], None] | None = getattr(self._stream, "close", None)
        if close:
            close()


class _PinnedBackend(httpcore2.NetworkBackend):
    def __init__(self, settings: FetchSettings, surroundings: Surroundings) -> None:
        self.budget = Budget(settings, surroundings.clock)
        self._settings = settings
        self._surroundings = surroundings
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first of the host's public addresses that answers. Raises FetchFailed, httpcore2's errors."""
        failure: Exception | None = None
        for address in self._addresses(host, port):
            try:
                seconds = min(self.budget.time_left(), _LONGEST_CONNECTING)
                stream = self._sockets.connect_tcp(address, port, timeout=seconds, socket_options=socket_options)
                return _PaidStream(stream, lambda: self.budget)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = failure or error
        raise failure or private_address(host)

    def _addresses(self, host: str, port: int) -> list[str]:
        found = _resolve_in_time(self._surroundings.resolve, host, port, self.budget.time_left())
        if self._settings.allow_private:
            return found
        public = [address for address in found if is_public(ipaddress.ip_address(address))]
        if found and not public:
            raise private_address(host)
        return public


class _PaidStream(httpcore2.NetworkStream):
    """A connection whose time and bytes are paid from whatever budget is the present page's."""

    def __init__(self, stream: httpcore2.NetworkStream, budget: Callable[[], Budget]) -> None:
        self._stream = stream
        self._budget = budget

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        received = self._stream.read(max_bytes, self._budget().time_left())
        self._budget().take(len(received))
        return received

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._budget().time_left())

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._budget().time_left())
        return _PaidStream(secured, self._budget)

    def close(self) -> None:
        self._stream.close()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _resolve_in_time(resolve: Callable[[str, int], list[str]], host: str, port: int, seconds: float) -> list[str]:
    """The system's name service knows no time limit, so it is asked in a thread that may be left waiting."""
    answers: list[list[str]] = []
    failures: list[Exception] = []

    def ask() -> None:
        try:
            answers.append(resolve(host, port))
        except (OSError, UnicodeError) as error:  # UnicodeError: a label that the name service can't take
            failures.append(error)

    thread = threading.Thread(target=ask, daemon=True, name="onrecord-name-service")
    thread.start()
    thread.join(seconds)
    if answers:
        return answers[0]
    raise _unresolved(host, failures[0] if failures else None)


def _unresolved(host: str, error: Exception | None) -> FetchFailed:
    if isinstance(error, socket.gaierror) and error.errno != socket.EAI_AGAIN:
        return FetchFailed("name_not_resolved", f"no server has the name {host}: check its spelling")
    return TryAgain("name_not_resolved", f"the name {host} could not be looked up: is this machine online?")
