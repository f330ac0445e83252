"""Only the reading room's own pages change the record: no other site can send its reader's browser to do so."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class OriginGuard:
    """ASGI middleware against cross-site requests: a change must come from the same origin, or from a program."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or is_own(Request(scope)):
            return await self._app(scope, receive, send)
        answer = PlainTextResponse("A change must come from a page of this server.\n", status_code=403)
        return await answer(scope, receive, send)


def is_own(request: Request) -> bool:
    """Does this request change nothing, or come from a page of this very server?"""
    if request.method in SAFE_METHODS:
        return True
    fetched_from = request.headers.get("sec-fetch-site")
    if fetched_from is not None:
        return fetched_from == "same-origin"
    origin = request.headers.get("origin")
    if origin is not None:
        return origin == f"{request.url.scheme}://{request.headers.get('host', '')}"
    # Every browser sends one of the two with a form. A program sends neither, and no cookie it didn't mean to send.
    return "cookie" not in request.headers
