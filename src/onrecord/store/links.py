"""What a store can do for linking across articles: keep items, find which share a key, keep links and groups.

One mechanism for every part of reconciling that links (claims, stories, quotations); `part` names it everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from onrecord.schema import Group, Item, Link, Reading


@dataclass(frozen=True)
class Component:
    """Items that links hold together, with those links; people's corrections (`together`, `apart`) are among them.

    Items in the order of article and id. It may hold more than one piece, where an item that held it together went.
    """

    number: int
    items: Sequence[Item]
    links: Sequence[Link]


@dataclass(frozen=True)
class ComponentAnswer:
    """The groups of one component; an item in none of them stands alone."""

    number: int
    groups: Sequence[Group]


class LinkStore(Protocol):
    """The part of a store that linking works on. Every call is one transaction."""

    def unseen(self, part: str, rules: str) -> Iterator[Reading]:
        """Give the readings of the articles that this part hasn't seen by these rules."""
        ...

    def keep_items(self, part: str, rules: str, found: Sequence[tuple[str, Sequence[Item]]]) -> None:
        """Keep each article's (by id) items instead of those it had; the article then counts as seen by these rules."""
        ...

    def unlinked(self, part: str) -> list[str]:
        """Name the items that came since, in order of article and id."""
        ...

    def neighbours(self, part: str, item: str) -> tuple[Item, list[Item]]:
        """Give an item, and the others that share a key with it (its own article's too), in order."""
        ...

    def keep_links(self, part: str, items: Sequence[str], links: Sequence[Link]) -> None:
        """Keep the links of these items, which then count as linked; what they join becomes one stale component."""
        ...

    def stale_components(self, part: str) -> list[int]:
        """Name the components in which an item or a link came or went, or a correction was made, in order."""
        ...

    def component(self, part: str, number: int) -> Component:
        """Give a component's items and links."""
        ...

    def keep_groups(self, part: str, answers: Sequence[ComponentAnswer]) -> int:
        """Keep the groups of these components instead of those they had; return how many changed."""
        ...
