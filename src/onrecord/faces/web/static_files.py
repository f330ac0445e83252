"""Style sheets, scripts and pictures of ours: kept by browsers for as long as their addresses stay."""

from __future__ import annotations

from urllib.parse import parse_qs

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_KEPT = "public, max-age=31536000, immutable"


class KeptFiles(StaticFiles):
    """Files whose address changes with their content (`?v=…`, see `rendering.asset`) are never asked for again."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        if response.status_code == 200 and b"v" in parse_qs(scope["query_string"]):
            response.headers["Cache-Control"] = _KEPT
        return response
