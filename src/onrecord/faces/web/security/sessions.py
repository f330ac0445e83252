"""Nobody sees a page whom no doorkeeper knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import URL
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.faces.web.security.people import Doorkeeper, Person, let_in
from onrecord.faces.web.security.tokens import PARAMETER, TokenDoorkeeper

Refuse = Callable[[Request], Response]


class Sessions:
    """ASGI middleware: exchanges the start-up token for a cookie, notes who is asking, refuses strangers.

    Where `tokens` is null there is no start-up token: others than this machine reach the server.

    `open_paths` are beginnings of addresses that strangers may see: style sheets, and where one signs in.
    """

    def __init__(
        self, app: ASGIApp, *, tokens: TokenDoorkeeper | None, others: Sequence[Doorkeeper] = (),
        open_paths: tuple[str, ...], refuse: Refuse,
    ) -> None:  # fmt: skip
        self._app = app
        self._tokens = tokens
        self._doorkeepers: tuple[Doorkeeper, ...] = (*([tokens] if tokens else []), *others)
        self._open_paths = open_paths
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        # Whoever signed in is looked up in the record, which takes a moment that others need not wait for.
        answer = await run_in_threadpool(self._answer, Request(scope))
        return await answer(scope, receive, send)

    def _answer(self, request: Request) -> ASGIApp:
        """Return what answers this request: the pages, or a response in their place."""
        token = request.query_params.get(PARAMETER)
        if self._tokens and token is not None and request.method == "GET" and self._tokens.accepts(token):
            return self._sign_in(request, self._tokens)
        if request.url.path.startswith(self._open_paths):
            return self._app
        person = self._recognise(request)
        if person is None:
            return self._refuse(request)
        let_in(request, person)
        return self._app

    def _recognise(self, connection: HTTPConnection) -> Person | None:
        found = (doorkeeper.recognise(connection) for doorkeeper in self._doorkeepers)
        return next((person for person in found if person is not None), None)

    def _sign_in(self, request: Request, tokens: TokenDoorkeeper) -> Response:
        """Set the cookie and lead to the same address without the token, which would stay in the browser's history."""
        response = RedirectResponse(_local(request.url.remove_query_params(PARAMETER)), status_code=303)
        response.set_cookie(
            tokens.cookie_name, tokens.cookie,
            httponly=True, samesite="strict", secure=request.url.scheme == "https",
        )  # fmt: skip
        return response


def _local(url: URL) -> str:
    # "//elsewhere.example/" as a path would lead to another site.
    path = "/" + url.path.lstrip("/\\")
    return f"{path}?{url.query}" if url.query else path
