"""Linking across articles, whatever is linked: find items, link those that share a key, group what links hold together.

Claims, stories and quotations are reconciled by this one routine. Its cost goes with what is new: a new item is
compared with those that share a key with it, and only the components that it touched are grouped anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, Protocol, TypeVar

import msgspec

from onrecord.errors import SourceNotFound
from onrecord.schema import Group, Item, Link, Reading
from onrecord.store import ComponentAnswer, LinkStore

_ARTICLES_AT_ONCE = 50
_ITEMS_AT_ONCE = 200
_COMPONENTS_AT_ONCE = 200


class Linkable(Protocol):
    """What a part of reconciling finds in an article: an item with its id, its article, and keys that it shares."""

    @property
    def id(self) -> str: ...
    @property
    def article(self) -> str: ...
    @property
    def keys(self) -> tuple[int, ...]: ...


T = TypeVar("T", bound=Linkable)
Row = TypeVar("Row")


@dataclass(frozen=True)
class Part(Generic[T]):
    """A part of reconciling that links. Its three functions are pure; `link` answers alike whichever item is new."""

    name: str
    rules: str
    kind: type[T]
    find: Callable[[Sequence[Reading]], Sequence[Sequence[T]]]
    link: Callable[[T, Sequence[T]], Sequence[Link]]
    group: Callable[[Sequence[T], Sequence[Link]], Sequence[Group]]


@dataclass
class Linking:
    """What one run did: articles seen for the first time, items linked, groups that changed."""

    articles: int = 0
    items: int = 0
    changed: int = 0


def link_in_steps(links: LinkStore, part: Part[T], done: Linking) -> Iterator[None]:
    """Bring a part up to date, yielding after every transaction; stopped anywhere, it goes on from there."""
    decode: Callable[[bytes], T] = msgspec.msgpack.Decoder(part.kind).decode
    for readings in batches(links.unseen(part.name, part.rules), _ARTICLES_AT_ONCE):
        found = zip(readings, part.find(readings), strict=True)
        links.keep_items(part.name, part.rules, [(reading.article.id, _items(ones)) for reading, ones in found])
        done.articles += len(readings)
        yield
    for items in batches(links.unlinked(part.name), _ITEMS_AT_ONCE):
        found_links = {link for item in items for link in _links_of(links, part, item, decode)}
        links.keep_links(part.name, items, sorted(found_links))
        done.items += len(items)
        yield
    for numbers in batches(links.stale_components(part.name), _COMPONENTS_AT_ONCE):
        answers = [_answer(links, part, number, decode) for number in numbers]
        done.changed += links.keep_groups(part.name, answers)
        yield


def batches(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    """Cut rows into lists of at most `size`."""
    remaining = iter(rows)
    while batch := list(islice(remaining, size)):
        yield batch


def _items(found: Sequence[Linkable]) -> list[Item]:
    return [
        Item(id=one.id, article=one.article, keys=tuple(one.keys), facts=msgspec.msgpack.encode(one)) for one in found
    ]


def _links_of(links: LinkStore, part: Part[T], item: str, decode: Callable[[bytes], T]) -> Sequence[Link]:
    try:
        one, others = links.neighbours(part.name, item)
    except SourceNotFound:
        return ()  # its page was read anew meanwhile, by an `onrecord add` beside this
    return part.link(decode(one.facts), [decode(other.facts) for other in others]) if others else ()


def _answer(links: LinkStore, part: Part[T], number: int, decode: Callable[[bytes], T]) -> ComponentAnswer:
    component = links.component(part.name, number)
    items = [decode(item.facts) for item in component.items]
    return ComponentAnswer(number, part.group(items, component.links))
