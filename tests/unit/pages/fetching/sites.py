"""Sites on this machine that misbehave on request, and a world without sleep for those who fetch from them."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from onrecord.pages.fetching import FetchSettings
from onrecord.pages.fetching.fetcher import Fetcher
from onrecord.pages.fetching.surroundings import Surroundings

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
STORY = b"<html><body><h1>Bridge opens</h1><p>The mayor said on Monday that the bridge would open.</p></body></html>"


@dataclass
class Reply:
    """What a site answers with. `pieces` are sent one by one, without saying how many there will be."""

    status: int = 200
    body: bytes = STORY
    headers: dict[str, str] = field(default_factory=dict[str, str])
    pieces: Iterator[bytes] | None = None


@dataclass(frozen=True)
class Request:
    """What a site was asked. (A handler lives as long as its connection, and is asked many times.)"""

    path: str
    headers: Message


Answering = Reply | list[Reply] | Callable[["Handler"], Reply]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: Site

    def do_GET(self) -> None:
        self.site.requests.append(Request(self.path, self.headers))
        reply = self.site.reply_to(self)
        self.send_response(reply.status)
        headers = {"Content-Type": "text/html; charset=utf-8", **reply.headers}
        if reply.pieces is None:
            headers.setdefault("Content-Length", str(len(reply.body)))
        else:
            headers["Connection"] = "close"
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            for piece in reply.pieces or (reply.body,):
                self.wfile.write(piece)
        except OSError:
            self.close_connection = True  # the reader has had enough

    def log_message(self, format: str, *args: object) -> None: ...


class Site:
    """A server on loopback. `pages` maps paths to replies, or to replies given one after the other."""

    def __init__(self, pages: dict[str, Answering], robots: Answering | None, context: ssl.SSLContext | None) -> None:
        handler = type("SiteHandler", (Handler,), {"site": self})
        self.pages = {"/robots.txt": robots or Reply(404), **pages}
        self.requests: list[Request] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        if context is not None:
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def reply_to(self, handler: Handler) -> Reply:
        answering = self.pages.get(handler.path, Reply(404))
        if isinstance(answering, list):
            return answering.pop(0) if len(answering) > 1 else answering[0]
        return answering if isinstance(answering, Reply) else answering(handler)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def url(self, path: str = "/", host: str = "news.example", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    @property
    def asked(self) -> list[str]:
        return [request.path for request in self.requests]

    @property
    def pages_asked(self) -> list[str]:
        return [path for path in self.asked if path != "/robots.txt"]


@contextmanager
def site(
    pages: dict[str, Answering] | None = None, robots: Answering | None = None, context: ssl.SSLContext | None = None
) -> Generator[Site]:
    opened = Site({"/": Reply()} if pages is None else pages, robots, context)
    try:
        yield opened
    finally:
        opened.close()


class World:
    """Surroundings in which every name but "lost.example" is this machine, sleeping takes no time, chance is even."""

    def __init__(self) -> None:
        self.slept: list[float] = []
        self.time = 0.0
        self.names: dict[str, list[list[str]]] = {}
        self.looked_up: list[str] = []
        self.authorities: ssl.SSLContext | None = None

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.time += seconds

    def resolve(self, host: str, port: int) -> list[str]:
        self.looked_up.append(host)
        if host == "lost.example":
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        answers = self.names.get(host, [["127.0.0.1"]])
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def tls(self) -> ssl.SSLContext:
        return self.authorities or ssl.create_default_context()

    @property
    def surroundings(self) -> Surroundings:
        return Surroundings(
            clock=lambda: self.time, sleep=self.sleep, now=lambda: NOON + timedelta(seconds=self.time),
            chance=lambda: 0.5, resolve=self.resolve, tls=self.tls,
        )  # fmt: skip

    def fetcher(self, memory: object = None, **settings: object) -> Fetcher:
        allowed = FetchSettings(**{"allow_private": True, **settings})  # type: ignore[arg-type]
        return Fetcher(allowed, memory, self.surroundings)  # type: ignore[arg-type]
