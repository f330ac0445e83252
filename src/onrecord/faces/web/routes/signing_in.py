"""`/sign-in` and `/sign-out`: people with a name and a password, where the record is served to others."""

from __future__ import annotations

import math

import msgspec
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.faces.web.changing import change
from onrecord.faces.web.pages import Pages
from onrecord.faces.web.rendering import render
from onrecord.faces.web.security import passwords
from onrecord.faces.web.security.patience import Patience
from onrecord.faces.web.security.signed_in import SignedIn
from onrecord.faces.web.views.addresses import local_path
from onrecord.faces.web.views.signing_in import SignInPage
from onrecord.faces.web.visiting import Visit, Visiting

pages = Pages("people")
WRONG = "That name and password don’t belong together."


class SignInWish(msgspec.Struct, frozen=True, kw_only=True):
    """Who one is, and the page that one wants to see."""

    name: str = ""
    password: str = ""
    back: str = ""


class SignOutWish(msgspec.Struct, frozen=True, kw_only=True):
    """Nothing needs to be said."""


@pages.page("/sign-in", template="sign-in.html")
def sign_in_page(visit: Visiting, back: str = "") -> SignInPage:
    """Show where one signs in."""
    return _page(visit, SignInWish(back=back), None)


@change(pages, "/sign-in", role=None)
def sign_in(visit: Visiting, wish: SignInWish) -> Response:
    """Sign in."""
    patience: Patience = visit.request.app.state.patience
    wait = patience.wait_for(wish.name)
    if wait > 0:
        return _refused(visit, wish, f"Too many wrong passwords. Try again in {math.ceil(wait)} seconds.", 429)
    known = _checked(visit, wish)
    if known is None:
        patience.failed(wish.name)
        return _refused(visit, wish, WRONG, 401)
    patience.forgive(wish.name)
    return _let_in(visit.request, wish, *known)


def _checked(visit: Visit, wish: SignInWish) -> tuple[str, str] | None:
    """Return the person's name and hash if this is their password; a hash of weaker settings is renewed meanwhile."""
    with visit.open_record() as record:
        person = record.people.person(wish.name)
        if not passwords.fits(wish.password, person.password_hash if person else None) or person is None:
            return None
        stronger = passwords.renewed(wish.password, person.password_hash)
        if stronger is not None:
            person = record.people.set_password(person.name, stronger)
        return person.name, person.password_hash


def _let_in(request: Request, wish: SignInWish, name: str, password_hash: str) -> Response:
    sessions: SignedIn = request.app.state.signed_in
    # A cookie from before is no longer anybody's: a session never goes from one person to another.
    sessions.end(request.cookies.get(sessions.cookie_name, ""))
    answer = RedirectResponse(local_path(wish.back, "/"), status_code=303)
    answer.set_cookie(
        sessions.cookie_name, sessions.begin(name, password_hash),
        httponly=True, samesite="strict", secure=request.url.scheme == "https",
    )  # fmt: skip
    return answer


def _refused(visit: Visit, wish: SignInWish, problem: str, status: int) -> Response:
    return render(visit.request, "sign-in.html", status=status, page=_page(visit, wish, problem))


def _page(visit: Visit, wish: SignInWish, problem: str | None) -> SignInPage:
    by_token = visit.settings.token is not None
    return SignInPage(name=wish.name, back=local_path(wish.back, "/"), problem=problem, by_token=by_token)


@change(pages, "/sign-out", role=None)
def sign_out(visit: Visiting, wish: SignOutWish) -> Response:
    """Sign out."""
    sessions: SignedIn = visit.request.app.state.signed_in
    sessions.end(visit.request.cookies.get(sessions.cookie_name, ""))
    answer = RedirectResponse("/sign-in", status_code=303)
    answer.delete_cookie(sessions.cookie_name, httponly=True, samesite="strict")
    return answer
