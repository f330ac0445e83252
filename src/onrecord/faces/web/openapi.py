"""The OpenAPI document: FastAPI's, with the types that the pages show as msgspec describes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from fastapi import FastAPI


def describe_views(application: FastAPI, views: Iterable[type]) -> Callable[[], dict[str, Any]]:
    """Return what gives an application's OpenAPI document, the views among its schemas; made once, at first use."""
    plain = application.openapi
    known = tuple(views)

    def openapi() -> dict[str, Any]:
        if application.openapi_schema is None:
            document = plain()
            _, schemas = msgspec.json.schema_components(known, ref_template="#/components/schemas/{name}")
            document.setdefault("components", {}).setdefault("schemas", {}).update(schemas)
        return plain()

    return openapi
