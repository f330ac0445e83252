"""Templates: everything that comes from a page is escaped, whatever the template says."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from onrecord.faces.web.views.counts import count_of
from onrecord.faces.web.views.days import day_in_words, moment_in_words, month_in_short, month_in_words
from onrecord.faces.web.views.directions import direction_of
from onrecord.faces.web.views.links import safe_url, site_of

FOLDER = Path(__file__).parent
STATIC = FOLDER / "static"
NAVIGATION = (
    ("/", "Search"),
    ("/speakers", "Speakers"),
    ("/contested", "Contested"),
    ("/compare", "Compare"),
    ("/stories", "Stories"),
    ("/corrections", "Corrections"),
    ("/about", "About"),
)


@cache
def templates() -> Environment:
    """The templates, with what they may call. A name that the view doesn't have is an error, not an empty string."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER / "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    # Jinja types both as holding its own alone.
    filters: dict[str, Any] = environment.filters
    names: dict[str, Any] = environment.globals
    filters.update(
        day=day_in_words,
        month=month_in_words,
        short_month=month_in_short,
        moment=moment_in_words,
        count=count_of,
        direction=direction_of,
        safe_url=safe_url,
        site=site_of,
    )
    names.update(asset=asset, navigation=NAVIGATION)
    return environment


def render(request: Request, template: str, *, status: int = 200, **shown: Any) -> HTMLResponse:
    """Answer a request with a template. It sees `request`, `person`, their last reasons (`kept`), and `shown`."""
    person = request.scope.get("onrecord.person")
    kept: dict[str, str] = request.app.state.reasons.of(person.name) if person else {}
    html = templates().get_template(template).render(request=request, person=person, kept=kept, **shown)
    return HTMLResponse(html, status_code=status)


@cache
def asset(name: str) -> str:
    """Return the address of a file under static/, which changes when the file does: it may be kept for a year."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"
