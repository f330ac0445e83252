"""A server's answer: its body taken in within the limits, its status said in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import httpx2

from onrecord.pages.fetching.budget import too_large
from onrecord.pages.fetching.failures import FetchFailed
from onrecord.pages.fetching.settings import FetchSettings

_REDIRECTS: Final = (301, 302, 303, 307, 308)
_CODINGS: Final = ("gzip", "deflate", "br", "zstd")
_BUSY: Final = (429, 502, 503, 504)
# What can be neither a page nor a feed, nor hold any. Audio and films are the large ones.
_NO_PAGES: Final = ("image/", "audio/", "video/", "font/", "model/")
_NAMES: Final = {"application/pdf": "a PDF document", "application/javascript": "a script", "text/css": "a style sheet"}


@dataclass(frozen=True)
class Answer:
    """What one request brought: the body is decompressed, and empty where it is of no use."""

    url: httpx2.URL
    status: int
    headers: httpx2.Headers
    content: bytes

    @property
    def redirect(self) -> str | None:
        return self.headers.get("location") if self.status in _REDIRECTS else None

    @property
    def busy(self) -> bool:
        """Might it answer if asked again a little later?"""
        return self.status in _BUSY

    @property
    def content_type(self) -> str | None:
        """The header as it came, but for what no text should hold."""
        written = "".join(sign for sign in self.headers.get("content-type", "") if sign.isprintable()).strip()
        return written[:200] or None


def take_in(response: httpx2.Response, settings: FetchSettings, most: int | None = None) -> Answer:
    """Read the body as it comes, up to `max_bytes` decompressed. With `most`, cut it there instead of refusing it."""
    content = _body(response, settings, most) if 200 <= response.status_code < 300 else b""
    return Answer(response.request.url, response.status_code, response.headers, content)


def _body(response: httpx2.Response, settings: FetchSettings, most: int | None) -> bytes:
    _check_codings(response)
    announced = response.headers.get("content-length", "")
    if most is None and announced.isascii() and announced.isdigit() and int(announced[:20]) > settings.max_bytes:
        raise too_large(settings)
    content = bytearray()
    for piece in response.iter_bytes():
        content += piece
        if most is not None and len(content) >= most:
            return bytes(content[:most])
        if len(content) > settings.max_bytes:
            raise too_large(settings)
    return bytes(content)


def _check_codings(response: httpx2.Response) -> None:
    """A coding that we didn't offer would leave the page compressed; several layers are how bombs are packed."""
    written = response.headers.get_list("content-encoding", split_commas=True)
    codings = [coding.strip().lower().removeprefix("x-") for coding in written]
    codings = [coding for coding in codings if coding not in ("", "identity")]
    if len(codings) > 1 or not set(codings) <= set(_CODINGS):
        detail = f"the server sent it compressed in a way that wasn't asked for ({', '.join(codings)[:80]})"
        raise FetchFailed("damaged", detail)
    if codings:
        response.headers["content-encoding"] = codings[0]


def refuse_other_media(response: httpx2.Response) -> None:
    """Raise FetchFailed for what is no page by its own word, before a gigabyte of film is on its way."""
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    name = _NAMES.get(media_type) or (media_type if media_type.startswith(_NO_PAGES) else None)
    if name and 200 <= response.status_code < 300 and media_type != "image/svg+xml":
        detail = f"it is no page but {name}: what it says has to be saved as HTML or text"
        raise FetchFailed("not_a_page", detail)


def refusal(answer: Answer) -> FetchFailed | None:
    """Say why an answer brings no page; None where it brings one."""
    host, status = answer.url.host, answer.status
    if 200 <= status < 300 or status == 304:
        return None
    if status in (404, 410):
        return FetchFailed("not_found", f"{host} has no page at this address ({status}): check it")
    if status in (401, 402, 403, 407, 451):
        detail = f"{host} doesn't give this page to programs ({status}): save it from your browser"
        return FetchFailed("forbidden", detail)
    if status == 429:
        return FetchFailed("too_many_requests", f"{host} is asked too often (429): try again later")
    if status >= 500:
        return FetchFailed("server_error", f"{host} fails on this page ({status}): try again later")
    if status in _REDIRECTS:
        return FetchFailed("server_error", f"{host} sends on ({status}) without saying where: check the address")
    return FetchFailed("refused", f"{host} answers with {status} instead of a page: check the address")
