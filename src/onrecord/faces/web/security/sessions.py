"""Nobody sees a page whom no doorkeeper knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from starlette.datastructures import URL
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.faces.web.security.people import Doorkeeper, let_in
from onrecord.faces.web.security.tokens import PARAMETER, TokenDoorkeeper

Refuse = Callable[[Request], Response]


class Sessions:
    """ASGI middleware: exchanges the start-up token for a cookie, notes who is asking, refuses strangers.

    `open_paths` are beginnings of addresses that strangers may see: style sheets, and where one signs in.
    """

    def __init__(
        self, app: ASGIApp, *, tokens: TokenDoorkeeper, others: Sequence[Doorkeeper] = (),
        open_paths: tuple[str, ...], refuse: Refuse,
    ) -> None:  # fmt: skip
        self._app = app
        self._tokens = tokens
        self._doorkeepers: tuple[Doorkeeper, ...] = (tokens, *others)
        self._open_paths = open_paths
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        return await self._answer(Request(scope))(scope, receive, send)

    def _answer(self, request: Request) -> ASGIApp:
        """Return what answers this request: the pages, or a response in their place."""
        token = request.query_params.get(PARAMETER)
        if token is not None and request.method == "GET" and self._tokens.accepts(token):
            return self._sign_in(request)
        person = self._recognise(request)
        if person is not None:
            let_in(request, person)
        elif not request.url.path.startswith(self._open_paths):
            return self._refuse(request)
        return self._app

    def _recognise(self, connection: HTTPConnection):
        found = (doorkeeper.recognise(connection) for doorkeeper in self._doorkeepers)
        return next((person for person in found if person is not None), None)

    def _sign_in(self, request: Request) -> Response:
        """Set the cookie and lead to the same address without the token, which would stay in the browser's history."""
        response = RedirectResponse(_local(request.url.remove_query_params(PARAMETER)), status_code=303)
        response.set_cookie(
            self._tokens.cookie_name, self._tokens.cookie,
            httponly=True, samesite="strict", secure=request.url.scheme == "https",
        )  # fmt: skip
        return response


def _local(url: URL) -> str:
    # "//elsewhere.example/" as a path would lead to another site.
    path = "/" + url.path.lstrip("/\\")
    return f"{path}?{url.query}" if url.query else path
