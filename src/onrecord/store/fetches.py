"""What a store remembers of addresses: a page that was fetched before need not come again while it is the same."""

from __future__ import annotations

from typing import Protocol

from onrecord.schema import FetchedBytes


class FetchStore(Protocol):
    """The last version of what was fetched from each address, for as long as the store lives."""

    def recall(self, url: str) -> FetchedBytes | None:
        """Give what was fetched from there last; null where nothing was, or nothing that can be asked after."""
        ...

    def keep(self, fetched: FetchedBytes) -> None:
        """Keep it in place of an earlier version; what has no mark of its version can't be asked after, and isn't."""
        ...
