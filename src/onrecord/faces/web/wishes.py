"""What a person asks for in a form, or a program in JSON: read into a type, with the same rules for both."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated, Any, TypeVar, get_origin, get_type_hints

import msgspec
from starlette.requests import Request

from onrecord.errors import UsageError

Wish = TypeVar("Wish", bound=msgspec.Struct)
Number = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
"""A correction's or a letter's: what is larger is none, and a database would choke on it."""
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
_MOST_FIELDS = 200


def is_json(request: Request) -> bool:
    """Was this change sent as JSON, so that it is answered as JSON?"""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower() == JSON


def read_wish(kind: type[Wish]) -> Callable[[Request], Awaitable[Wish]]:
    """Return what reads a request's body as this type. Raises UsageError where that doesn't go."""

    async def read(request: Request) -> Wish:
        try:
            if is_json(request):
                return msgspec.json.decode(await request.body(), type=kind)
            return msgspec.convert(await _fields(request, kind), kind, strict=False)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise UsageError(f"this can't be asked for: {error}", remedy="Fill the form in again.") from error

    return read


async def _fields(request: Request, kind: type[msgspec.Struct]) -> dict[str, Any]:
    """Return a form's fields by name, those left empty left out; one that takes several is a list."""
    many = {name for name, hint in get_type_hints(kind).items() if get_origin(hint) is tuple}
    async with request.form(max_files=0, max_fields=_MOST_FIELDS) as form:
        given = [(name, value) for name, value in form.multi_items() if isinstance(value, str) and value.strip()]
    fields: dict[str, Any] = {name: [] for name in many}
    for name, value in given:
        if name in many:
            fields[name].append(value)
        else:
            fields[name] = value
    return fields
