"""Long lists in pages: what is on this one, and whether there is another."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TypeVar
from urllib.parse import urlencode

import msgspec

from onrecord.errors import UsageError

T = TypeVar("T")
LAST_PAGE = 20
"""Nobody leafs further, and a store would have to count its way there: a filter narrows a long list down."""


class Paging(msgspec.Struct, frozen=True, kw_only=True):
    """Where in a list one is: the number of this page, and the addresses of its neighbours where there are any.

    `cut` says that the list goes on, but not here.
    """

    page: int
    previous: str | None
    next: str | None
    cut: bool


def check_page(page: int) -> int:
    """Return the number of a page if there can be one. Raises UsageError."""
    if not 1 <= page <= LAST_PAGE:
        raise UsageError(
            f"a list has no page {page}", remedy=f"Ask for a page from 1 to {LAST_PAGE}, or narrow it down."
        )
    return page


def rows_wanted(page: int, size: int) -> int:
    """Return how many rows must be asked for, so that one knows of another page."""
    return check_page(page) * size + 1


def cut_page(rows: Iterable[T], page: int, size: int, address: str) -> tuple[tuple[T, ...], Paging]:
    """Take the rows of one page (counted from 1), and tell about its neighbours; `address` is the list's."""
    found = list(islice(rows, (page - 1) * size, page * size + 1))
    more = len(found) > size
    previous = page_address(address, page - 1) if page > 1 else None
    following = page_address(address, page + 1) if more and page < LAST_PAGE else None
    paging = Paging(page=page, previous=previous, next=following, cut=more and page == LAST_PAGE)
    return tuple(found[:size]), paging


def page_address(address: str, page: int) -> str:
    """Return a page's address: the first one's is the list's own."""
    return address if page == 1 else f"{address}{'&' if '?' in address else '?'}page={page}"


def with_query(path: str, **asked: str | None) -> str:
    """Return a path with what was asked for, what is empty left out: `/speakers?q=Biden`."""
    given = {name: value for name, value in asked.items() if value}
    return f"{path}?{urlencode(given)}" if given else path
