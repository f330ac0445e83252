"""Two accounts of one event beside each other, proposition by proposition."""

from __future__ import annotations

import msgspec


class AccountUnit(msgspec.Struct, frozen=True, order=True):
    """One proposition of an account: the slice `[start, end)` of an article's text (`article` is its id)."""

    article: str
    start: int
    end: int
    text: str


class Alignment(msgspec.Struct, frozen=True):
    """What both accounts say; `differs` where they word it in other words."""

    a: AccountUnit
    b: AccountUnit
    differs: bool


class Conflict(msgspec.Struct, frozen=True):
    """Where one account contradicts the other."""

    a: AccountUnit
    b: AccountUnit


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """What two accounts have in common, what only one has, and where they conflict; each in the order of its text.

    `a` and `b` are what the accounts are called. One unit may stand in several pairs.
    """

    a: str
    b: str
    both: tuple[Alignment, ...]
    only_a: tuple[AccountUnit, ...]
    only_b: tuple[AccountUnit, ...]
    conflict: tuple[Conflict, ...]
