"""What went wrong on the way to a server, as a reason and a sentence."""

from __future__ import annotations

import ssl
from collections.abc import Generator
from contextlib import contextmanager

import httpcore2
import httpx2

from onrecord.pages.fetching.budget import timed_out
from onrecord.pages.fetching.failures import FetchFailed, TryAgain
from onrecord.pages.fetching.settings import FetchSettings


@contextmanager
def explained(url: httpx2.URL, settings: FetchSettings) -> Generator[None]:
    """Turn what the network layers raise into FetchFailed."""
    try:
        yield
    except httpcore2.ConnectTimeout as error:
        raise FetchFailed("timed_out", f"{url.host} doesn't answer: try again later") from error
    except httpcore2.TimeoutException as error:
        raise timed_out(settings) from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        raise _unreachable(url, error) from error
    except httpx2.DecodingError as error:
        detail = "what the server sent can't be decompressed: try again, or save the page from your browser"
        raise FetchFailed("damaged", detail) from error
    except (httpx2.HTTPError, httpx2.InvalidURL, httpcore2.UnsupportedProtocol, UnicodeError) as error:
        raise FetchFailed("unreachable", f"{url.host} can't be asked for it: {error}") from error


def _unreachable(url: httpx2.URL, error: Exception) -> FetchFailed:
    cause = error.args[0] if error.args else None  # httpcore2 hides the chain, and keeps what happened
    if isinstance(cause, ssl.SSLError):
        return FetchFailed("tls_failed", f"{url.host} can't prove who it is: {_why_not_trusted(cause)}")
    if isinstance(error, httpcore2.LocalProtocolError):
        return FetchFailed("unreachable", f"{url.host} can't be asked for it: {error}")
    if isinstance(error, httpcore2.ConnectError):
        return TryAgain("unreachable", f"{url.host} takes no connection ({_plain(error)}): try again later")
    return TryAgain("unreachable", f"{url.host} broke off the connection ({_plain(error)}): try again later")


def _why_not_trusted(error: ssl.SSLError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"{error.verify_message.rstrip('.')}; is this machine's clock right, is the address?"
    return f"{(error.reason or str(error)).replace('_', ' ').lower()}"


def _plain(error: Exception) -> str:
    """ "[Errno 111] Connection refused" → "connection refused"."""
    return str(error).rpartition("] ")[2].rstrip(".").lower() or type(error).__name__
