"""A change is one function: it is asked for by a form (303 back to where one was) or in JSON, and only by who may.

@change(pages, "/statements/{id}/accept")
def accept(visit: Visiting, id: str, wish: Verdict) -> Changed:
    with visit.open_record() as record:
        return Changed(record.reviews.accept(...), to=f"/statements/{id}")
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar, get_type_hints

import msgspec
from fastapi import Depends, Path
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.faces.web.pages import Pages, reference
from onrecord.faces.web.security.people import Role, current_person
from onrecord.faces.web.views.addresses import local_path, with_notice
from onrecord.faces.web.visiting import Visit
from onrecord.faces.web.wishes import FORM, JSON, is_json, read_wish
from onrecord.schema import Correction, Letter

ChangeFunction = TypeVar("ChangeFunction", bound=Callable[..., Any])
NumberInPath = Annotated[int, Path(ge=0, le=2**53)]
"""A correction's or a letter's number in an address; see `wishes.Number`."""
LOG = "corrections"
"""What the log of all corrections is remembered as: of 2,000 it takes 25 ms to read."""
_encode = msgspec.json.Encoder().encode


class Because(msgspec.Struct, frozen=True, kw_only=True):
    """Why something is corrected, and the page that one is led back to: the item's own where `back` is empty."""

    because: str = ""
    back: str = ""


@dataclass(frozen=True)
class Changed:
    """What was made, and the address of the page that shows it."""

    made: Correction | Letter
    to: str


def change(pages: Pages, address: str, *, role: Role | None = "editor") -> Callable[[ChangeFunction], ChangeFunction]:
    """Let a function change the record when a form, or JSON, is posted to an address, by people with this role.

    Null is anybody, at an address that is open to strangers.

    It takes `visit: Visiting`, the address's parameters and `wish`, a Struct that the body is read into, and returns
    Changed, or a Response as it is. It runs in a worker thread; an OnRecordError that it raises is an answer.
    """

    def register(make: ChangeFunction) -> ChangeFunction:
        wish: type[msgspec.Struct] = get_type_hints(make)["wish"]
        pages.views.append(wish)
        told = {"schema": reference(wish)}
        pages.router.add_api_route(
            address, _answering(make, wish), methods=["POST"], name=make.__name__, response_model=None,
            dependencies=[Depends(_only_editors)] if role == "editor" else [],
            summary=(make.__doc__ or "").strip().split("\n")[0], status_code=303,
            openapi_extra={"requestBody": {"required": True, "content": {FORM: told, JSON: told}}},
        )  # fmt: skip
        return make

    return register


async def _only_editors(request: Request) -> None:
    if not current_person(request).edits:
        raise HTTPException(403)


def _answering(make: Callable[..., Any], wish_type: type[msgspec.Struct]) -> Callable[..., Response]:
    @functools.wraps(make)
    def answer(visit: Visit, wish: msgspec.Struct, **asked: Any) -> Response:
        changed = make(visit, wish=wish, **asked)
        if isinstance(changed, Response):
            return changed
        visit.forget(LOG)
        if isinstance(wish, Because):
            visit.keep_reason(make.__name__, wish.because)
        return _told(visit.request, changed, getattr(wish, "back", ""))

    # FastAPI asks for the parameters by the signature: the wish comes from the body, by our own reader.
    signature = inspect.signature(make, eval_str=True)
    read = Annotated[wish_type, Depends(read_wish(wish_type))]
    parameters = [one.replace(annotation=read) if one.name == "wish" else one for one in signature.parameters.values()]
    answer.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    return answer


def _told(request: Request, changed: Changed, back: str) -> Response:
    if is_json(request):
        return Response(_encode(changed.made), media_type=JSON)
    to = local_path(back, changed.to)
    number = changed.made.number if isinstance(changed.made, Correction) else None
    return RedirectResponse(with_notice(to, number), status_code=303)
