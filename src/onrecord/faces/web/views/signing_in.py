"""Where people sign in."""

from __future__ import annotations

import msgspec


class SignInPage(msgspec.Struct, frozen=True, kw_only=True):
    """`back` is the page that one wanted to see; `problem` is why one was not let in.

    `by_token` tells that the address printed at the start lets in, too.
    """

    name: str
    back: str
    problem: str | None
    by_token: bool
