"""Which items links hold together: a person's word first, then the machine's, the surest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.schema.linking import Link, LinkKind

_BY_PEOPLE: tuple[LinkKind, ...] = ("together", "apart")


def pieces(items: Sequence[str], links: Iterable[Link], *, support: float = 0.0) -> list[list[str]]:
    """Part items into those that links hold together, alone ones too, each piece in the order of `items`.

    No piece holds two items that a person set `apart`, even where other links lead from one to the other: of these
    the least sure give way. `contradicts` holds nothing together. Links to items that aren't given are passed over.
    `support` is the share (0 to 1) of the pairs between two pieces, neither of one item, that have to be linked before
    the machine joins them: two stories that one look-alike leads to stay two.
    """
    known = set(items)
    within = [link for link in links if link.first in known and link.second in known and link.first != link.second]
    apart = [(link.first, link.second) for link in within if link.kind == "apart"]
    linked = {frozenset((link.first, link.second)) for link in within if link.kind not in ("apart", "contradicts")}
    piece_of = {item: {item} for item in items}
    for link in sorted((link for link in within if link.kind not in ("apart", "contradicts")), key=_surest_first):
        one, other = piece_of[link.first], piece_of[link.second]
        if one is other or _keeps_apart(one, other, apart):
            continue
        if link.kind not in _BY_PEOPLE and not _is_supported(one, other, linked, support):
            continue
        larger, smaller = (one, other) if len(one) >= len(other) else (other, one)
        larger |= smaller
        piece_of.update(dict.fromkeys(smaller, larger))
    order = {item: place for place, item in enumerate(items)}
    distinct = {id(piece): piece for piece in piece_of.values()}
    return [sorted(piece, key=order.__getitem__) for piece in distinct.values()]


def _surest_first(link: Link) -> tuple[bool, float, str, str]:
    return link.kind not in _BY_PEOPLE, -link.score, link.first, link.second


def _keeps_apart(one: set[str], other: set[str], apart: Sequence[tuple[str, str]]) -> bool:
    return any((a in one and b in other) or (b in one and a in other) for a, b in apart)


def _is_supported(one: set[str], other: set[str], linked: set[frozenset[str]], support: float) -> bool:
    if support == 0 or min(len(one), len(other)) == 1:
        return True
    return sum(frozenset((a, b)) in linked for a in one for b in other) >= support * len(one) * len(other)
