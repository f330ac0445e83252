"""The reading room put together: pages, what guards them, and what answers when something goes wrong."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.telemetry import TelemetryConfig
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from onrecord.faces.web.failures import ExplainedFaults, handle_failures, refuse_stranger
from onrecord.faces.web.openapi import describe_views
from onrecord.faces.web.pages import Pages
from onrecord.faces.web.reasons import Reasons
from onrecord.faces.web.remembering import Memory
from onrecord.faces.web.rendering import STATIC
from onrecord.faces.web.routes import (
    about,
    articles,
    comparing,
    contested,
    corrections,
    front,
    identities,
    judging,
    letters,
    marking,
    queue,
    signing_in,
    speakers,
    statements,
    stories,
)
from onrecord.faces.web.security.headers import SecurityHeaders
from onrecord.faces.web.security.hosts import HostGuard
from onrecord.faces.web.security.origins import OriginGuard
from onrecord.faces.web.security.patience import Patience
from onrecord.faces.web.security.sessions import Sessions
from onrecord.faces.web.security.signed_in import SignedIn
from onrecord.faces.web.security.tokens import TokenDoorkeeper
from onrecord.faces.web.settings import WebSettings
from onrecord.faces.web.static_files import KeptFiles
from onrecord.version import VERSION

PAGES: tuple[Pages, ...] = (
    front.pages, articles.pages, statements.pages, speakers.pages, contested.pages, comparing.pages,
    stories.pages, about.pages, corrections.pages, judging.pages, identities.pages, marking.pages, letters.pages,
    queue.pages, signing_in.pages,
)  # fmt: skip
OPEN_PATHS = ("/static/", "/sign-in", "/sign-out")
"""What strangers may see, too."""

# An article of 100 statements is 180 kB of HTML, packed 20 kB. No page has a secret in it that packing could give away.
_WORTH_PACKING, _PACKING = 2000, 4
_LONGEST_FORM = 256 * 1024
# Whatever the environment says: what is asked of a record goes nowhere.
_NO_TELEMETRY: TelemetryConfig = {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}


def create_app(settings: WebSettings) -> FastAPI:
    """Return the application for one record; it holds nothing open between requests."""
    signed_in = SignedIn(settings.store, settings.port)
    application = FastAPI(
        title="OnRecord",
        version=VERSION,
        docs_url=None,
        redoc_url=None,
        middleware=_guards(settings, signed_in),
        max_body_size=_LONGEST_FORM,
        telemetry=_NO_TELEMETRY,
    )
    application.state.settings = settings
    application.state.memory = Memory()
    application.state.reasons = Reasons()
    application.state.signed_in = signed_in
    application.state.patience = Patience()
    for pages in PAGES:
        application.include_router(pages.router)
    application.mount("/static", KeptFiles(directory=STATIC), name="static")
    application.openapi = describe_views(application, [view for pages in PAGES for view in pages.views])
    handle_failures(application)
    return application


def _guards(settings: WebSettings, signed_in: SignedIn) -> list[Middleware]:
    """The outermost first: a refusal carries the headers too."""
    token, person = settings.token, settings.person
    tokens = TokenDoorkeeper(token, person, settings.port) if token is not None and person is not None else None
    return [
        Middleware(SecurityHeaders),
        Middleware(GZipMiddleware, minimum_size=_WORTH_PACKING, compresslevel=_PACKING),
        Middleware(HostGuard, hosts=settings.hosts),
        Middleware(OriginGuard),
        Middleware(Sessions, tokens=tokens, others=(signed_in,), open_paths=OPEN_PATHS, refuse=refuse_stranger),
        Middleware(ExplainedFaults),
    ]
