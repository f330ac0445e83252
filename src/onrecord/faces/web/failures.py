"""What went wrong, as a page that says what to do; for programs, as JSON."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.errors import ChangedMeanwhile, OnRecordError, SourceNotFound, UsageError
from onrecord.faces.web.pages import JSON_ADDRESS
from onrecord.faces.web.rendering import render
from onrecord.faces.web.settings import WebSettings
from onrecord.faces.web.views.addresses import local_path
from onrecord.faces.web.views.signing_in import SignInPage
from onrecord.faces.web.wishes import is_json
from onrecord.store import open_store
from onrecord.store.overview import Candidate

_CANDIDATES = 8
_logger = logging.getLogger("onrecord.web")


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong and what to do about it. `candidates` are things whose ids begin like one that is none."""

    status: int
    problem: str
    remedy: str
    candidates: tuple[Candidate, ...] = ()


NOT_HERE = Failure(
    status=404, problem="There is no page at this address.",
    remedy="Search the record, or follow one of the links above.",
)  # fmt: skip
READERS_ONLY = Failure(
    status=403, problem="Only editors correct the record.",
    remedy="Write to them: every statement and every article has a place for it.",
)  # fmt: skip
STRANGER = Failure(
    status=401, problem="This reading room is open only to whoever started it.",
    remedy="Open the address that `onrecord serve` printed in its terminal; it ends in a token. "
    "A record that is served to others has people, who sign in.",
)  # fmt: skip
BROKEN = Failure(
    status=500, problem="Something in OnRecord broke while it made this page.",
    remedy="The terminal in which `onrecord serve` runs shows what: please report it with this address.",
)  # fmt: skip


_KNOWN = {404: NOT_HERE, 403: READERS_ONLY}


def handle_failures(application: FastAPI) -> None:
    """Make every error an answer of ours."""
    application.add_exception_handler(OnRecordError, _on_record_error)
    application.add_exception_handler(HTTPException, _http_error)
    application.add_exception_handler(RequestValidationError, _wrong_request)


def answer_failure(request: Request, failure: Failure) -> Response:
    """Answer with a failure, in the form that was asked for."""
    if asks_for_json(request):
        content = msgspec.json.encode(failure)
        return Response(content, status_code=failure.status, media_type="application/json")
    return render(request, "failure.html", status=failure.status, page=failure)


def asks_for_json(request: Request) -> bool:
    """Is it a program that asks? Its address ends in `.json`, or it sends JSON."""
    return request.url.path.endswith(JSON_ADDRESS) or is_json(request)


def refuse_stranger(request: Request) -> Response:
    """Tell a stranger how one gets in: where the record has people, by name and password."""
    settings: WebSettings = request.app.state.settings
    if asks_for_json(request) or not has_people(settings):
        return answer_failure(request, STRANGER)
    wanted = f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
    back = local_path(wanted, "/") if request.method == "GET" else "/"
    page = SignInPage(name="", back=back, problem=None, by_token=settings.token is not None)
    return render(request, "sign-in.html", status=401, page=page)


def has_people(settings: WebSettings) -> bool:
    with open_store(settings.store) as record:
        return bool(record.people.people())


async def _on_record_error(request: Request, error: Exception) -> Response:
    if not isinstance(error, OnRecordError):
        raise error
    if request.method == "GET" and isinstance(error, UsageError) and "id" in request.path_params:
        return answer_failure(request, await run_in_threadpool(unknown_id, request, error))
    return answer_failure(request, Failure(status=status_of(error), problem=error.problem, remedy=error.remedy))


def unknown_id(request: Request, error: UsageError) -> Failure:
    """Return what to say of an id in an address that is none, or not one of what the address is for."""
    found = candidates_for(request)
    id = request.path_params["id"]
    problem = f"{id} may be any of these." if len(found) > 1 else f"There is nothing of that kind with the id {id}."
    if isinstance(error, SourceNotFound) or found:
        return Failure(status=404, problem=problem, remedy="Search for the words, or for a name.", candidates=found)
    return Failure(status=404, problem=f"{id} is no id.", remedy="Search for the words, or for a name.")


def candidates_for(request: Request) -> tuple[Candidate, ...]:
    """Return what the id in an address may have been meant for."""
    with open_store(request.app.state.settings.store) as record:
        return tuple(record.overview.candidates(request.path_params["id"], limit=_CANDIDATES))


def status_of(error: OnRecordError) -> int:
    """A thing that isn't there is 404, a wrong wish 400; what this machine can't do now may go again later: 503.

    Where somebody else was quicker it is 409.
    """
    if isinstance(error, SourceNotFound):
        return 404
    if isinstance(error, ChangedMeanwhile):
        return 409
    return 400 if isinstance(error, UsageError) else 503


async def _http_error(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    if status in _KNOWN:
        return answer_failure(request, _KNOWN[status])
    problem = error.detail if isinstance(error, HTTPException) else "The request failed."
    return answer_failure(request, Failure(status=status, problem=str(problem), remedy="Go back and try again."))


async def _wrong_request(request: Request, error: Exception) -> Response:
    wrong: Sequence[Any] = error.errors() if isinstance(error, RequestValidationError) else ()
    told = "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in wrong)
    failure = Failure(status=400, problem=f"This can't be asked: {told}.", remedy="Change the address or the form.")
    return answer_failure(request, failure)


class ExplainedFaults:
    """ASGI middleware inside all others: a fault of ours is logged and told on a page, which carries their headers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def send_noting(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, send_noting)
        except Exception as error:
            if scope["type"] != "http" or begun:
                raise
            _logger.error("%s %s", scope["method"], scope["path"], exc_info=error)
            await answer_failure(Request(scope), BROKEN)(scope, receive, send)
