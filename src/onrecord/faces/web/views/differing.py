"""Two versions of a story, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

import msgspec

from onrecord.faces.web.views.wording import Piece, compare_words
from onrecord.schema import Article, Block

Change = Literal["same", "changed", "left_out", "added"]
_ALIKE = 0.5
"""Share of words in common from which two paragraphs are one that was changed, not one for another."""
_NOT_STORY = ("byline", "dateline")


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph of the origin and what became of it; `origin` is empty where one was added, `carrier` where one
    was left out."""

    change: Change
    origin: tuple[Piece, ...]
    carrier: tuple[Piece, ...]


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """Paragraphs that follow each other and of which the same became."""

    change: Change
    paragraphs: tuple[Difference, ...]


def runs_of(differences: Iterable[Difference]) -> tuple[Run, ...]:
    """Gather paragraphs into runs, so that forty which were added don't hide the one that was changed."""
    runs = [tuple(paragraphs) for _, paragraphs in groupby(differences, key=lambda one: one.change)]
    return tuple(Run(change=paragraphs[0].change, paragraphs=paragraphs) for paragraphs in runs)


def compare_articles(origin: Article, carrier: Article) -> tuple[Difference, ...]:
    """Tell what a carrier did with every paragraph of a story's origin, in the order of the two texts."""
    ours, theirs = _paragraphs(origin), _paragraphs(carrier)
    matcher = SequenceMatcher(None, [_key(one) for one in ours], [_key(one) for one in theirs], autojunk=False)
    found: list[Difference] = []
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag == "equal":
            found += (_same(text) for text in ours[start:end])
        else:
            found += _changes(ours[start:end], theirs[begin:stop])
    return tuple(found)


def _paragraphs(article: Article) -> list[str]:
    return [_text(article, block) for block in article.blocks if block.kind not in _NOT_STORY]


def _text(article: Article, block: Block) -> str:
    return article.text[block.start : block.end]


def _key(text: str) -> str:
    return " ".join(text.casefold().split())


def _same(text: str) -> Difference:
    return Difference(change="same", origin=(Piece(text, False),), carrier=(Piece(text, False),))


def _changes(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Difference]:
    """Pair what is alike in two stretches without an equal paragraph; the rest was left out or added."""
    left = list(theirs)
    for text in ours:
        partner = next((one for one in left if _share(text, one) >= _ALIKE), None)
        if partner is None:
            yield Difference(change="left_out", origin=(Piece(text, True),), carrier=())
            continue
        # What stands before the partner in the carrier has none: it was added there.
        while (added := left.pop(0)) is not partner:
            yield _added(added)
        origin, carrier = compare_words(text, partner)
        yield Difference(change="changed", origin=origin, carrier=carrier)
    yield from map(_added, left)


def _added(text: str) -> Difference:
    return Difference(change="added", origin=(), carrier=(Piece(text, True),))


def _share(a: str, b: str) -> float:
    ours, theirs = set(_key(a).split()), set(_key(b).split())
    return len(ours & theirs) / max(min(len(ours), len(theirs)), 1)
