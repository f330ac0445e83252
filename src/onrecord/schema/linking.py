"""What reconciling keeps across articles, whatever it links: items, the links between two of them, and their groups."""

from __future__ import annotations

from typing import Literal

import msgspec

LinkKind = Literal["same", "contradicts", "copy", "version", "together", "apart"]
"""`same` and `contradicts` are of claims, `copy` and `version` of stories; the last two are a person's word."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """Something in one article that may belong with others: `id` is the article's or the statement's.

    Only items that share a key are looked at together. `facts` is what the part of reconciling that made it needs
    to link and group it, in that part's own encoding.
    """

    id: str
    article: str
    keys: tuple[int, ...]
    facts: bytes


class Link(msgspec.Struct, frozen=True, order=True):
    """How two items stand to each other, and how surely (0 to 1). `first` sorts before `second`, unless a kind says
    which way it goes: a copy is `first`, and what it copies `second`."""

    first: str
    second: str
    kind: LinkKind
    score: float


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """An item's part in a group: for a claim a `Stance`, for a story a `Relation`, for a quotation a `VariantKind`."""

    item: str
    role: str
    score: float


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Items that belong together. `about` is its wording in words; `open` says that it has two sides."""

    id: str
    about: str
    members: tuple[Member, ...]
    open: bool = False
