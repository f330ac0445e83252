"""A page is one function: its value is shown by a template at an address, and is JSON at the same address with `.json`.

pages = Pages("statements")

@pages.page("/statements/{id}", template="statement.html")
def statement(visit: Visiting, id: str) -> StatementPage:
    with visit.open_record() as record:
        return statement_page(...)
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar, get_type_hints

import msgspec
from fastapi import APIRouter
from starlette.responses import Response

from onrecord.faces.web.rendering import render
from onrecord.faces.web.visiting import Visit

PageFunction = TypeVar("PageFunction", bound=Callable[..., Any])
JSON_ADDRESS = ".json"
_encode = msgspec.json.Encoder().encode


class Pages:
    """The pages of one subject. `router` goes into the application; `views` are the types of what its pages show."""

    def __init__(self, subject: str) -> None:
        self.router = APIRouter(tags=[subject])
        self.views: list[type] = []

    def page(self, address: str, *, template: str) -> Callable[[PageFunction], PageFunction]:
        """Show what a function returns (a msgspec.Struct) at an address, and as JSON beside it.

        The function takes `visit: Visiting` and whatever FastAPI finds in the address for its other parameters; it
        runs in a worker thread. A Response that it returns instead, or an OnRecordError that it raises, is an answer.
        """

        def register(read: PageFunction) -> PageFunction:
            view: type = get_type_hints(read)["return"]
            self.views.append(view)
            told: dict[str, Any] = {
                "response_model": None,
                "summary": (read.__doc__ or "").strip().split("\n")[0] or None,
            }
            # First the one with the longer ending: "/articles/{id}" would take "a-12.json" for an id.
            self.router.add_api_route(
                json_address(address), _as_json(read), name=f"{read.__name__}_json",
                responses={200: {"content": {"application/json": {"schema": reference(view)}}}}, **told,
            )  # fmt: skip
            self.router.add_api_route(
                address, _as_html(read, template), name=read.__name__,
                responses={200: {"content": {"text/html": {}}}}, response_class=Response, **told,
            )  # fmt: skip
            return read

        return register


def json_address(address: str) -> str:
    """Return where a page's JSON is: `/speakers` → `/speakers.json`; `/` has no name and is called `/index.json`."""
    return ("/index" if address == "/" else address) + JSON_ADDRESS


def reference(view: type) -> dict[str, str]:
    """Return where the OpenAPI document describes a view."""
    return {"$ref": f"#/components/schemas/{view.__name__}"}


def _as_json(read: Callable[..., Any]) -> Callable[..., Response]:
    @functools.wraps(read)
    def answer(visit: Visit, **asked: Any) -> Response:
        shown = read(visit, **asked)
        return shown if isinstance(shown, Response) else Response(_encode(shown), media_type="application/json")

    return answer


def _as_html(read: Callable[..., Any], template: str) -> Callable[..., Response]:
    @functools.wraps(read)
    def answer(visit: Visit, **asked: Any) -> Response:
        shown = read(visit, **asked)
        return shown if isinstance(shown, Response) else render(visit.request, template, page=shown)

    return answer
