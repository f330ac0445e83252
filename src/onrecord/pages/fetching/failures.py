"""Why a page could not be fetched: raised inside this room, and given to its callers as a Rejection."""

from __future__ import annotations


class FetchFailed(Exception):
    """A stable reason code, and a sentence with the remedy."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail


class TryAgain(FetchFailed):
    """It may go better later: after `wait` seconds if the server said so."""

    def __init__(self, reason: str, detail: str, wait: float | None = None) -> None:
        super().__init__(reason, detail)
        self.wait = wait
