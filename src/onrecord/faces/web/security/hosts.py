"""Only under its own names does the server answer: a page elsewhere may point its own name at this machine."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_HOST = re.compile(r"(\[[0-9a-f:]+\]|[^:\[\]]+)(?::\d+)?", re.ASCII)


class HostGuard:
    """ASGI middleware against DNS rebinding: a Host header that names another server is refused."""

    def __init__(self, app: ASGIApp, *, hosts: frozenset[str]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self._knows(Request(scope)):
            return await self._app(scope, receive, send)
        answer = PlainTextResponse("This server doesn't go by that name.\n", status_code=421)
        return await answer(scope, receive, send)

    def _knows(self, request: Request) -> bool:
        given = request.headers.getlist("host")
        name = host_name(given[0]) if len(given) == 1 else None
        return name is not None and (name in self._hosts or name == _own_address(request))


def _own_address(request: Request) -> str | None:
    """Return the address of this machine at which the request arrived: no name is pointed there, it is none."""
    server = request.scope.get("server")
    if not server:
        return None
    return f"[{server[0]}]" if ":" in server[0] else server[0]


def host_name(header: str) -> str | None:
    """Return a Host header's name without the port: `localhost:8765` is `localhost`. Null where it is none."""
    match = _HOST.fullmatch(header.lower())
    return None if match is None else match[1]
