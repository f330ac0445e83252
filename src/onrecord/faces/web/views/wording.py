"""Two wordings of one thing beside each other: which words are not in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import msgspec

_TOKEN = re.compile(r"\w+(?:[’'\-]\w+)*|\s+|[^\w\s]")
# Marks that differ in typography only: “no” and "no" are the same word.
_PLAIN = str.maketrans("“”„«»‘’‚–—", '"""""\'\'\'--')
_MOST_TOKENS = 1_500


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a text; `differs` where the other wording doesn't have it."""

    text: str
    differs: bool


def compare_words(a: str, b: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Split both texts where they begin or cease to differ; joined again, the pieces are the texts.

    Case and the style of quotation marks don't count. Texts too long to be compared word by word differ as a whole.
    """
    if a == b:
        return _whole(a, False), _whole(b, False)
    ours, theirs = _TOKEN.findall(a), _TOKEN.findall(b)
    if max(len(ours), len(theirs)) > _MOST_TOKENS:
        return _whole(a, True), _whole(b, True)
    matcher = SequenceMatcher(None, [_fold(one) for one in ours], [_fold(one) for one in theirs], autojunk=False)
    same = [block for block in matcher.get_matching_blocks() if _counts(ours[block.a : block.a + block.size])]
    return (
        _pieces(ours, [(one.a, one.a + one.size) for one in same]),
        _pieces(theirs, [(one.b, one.b + one.size) for one in same]),
    )


def _whole(text: str, differs: bool) -> tuple[Piece, ...]:
    return (Piece(text, differs),) if text else ()


def _fold(token: str) -> str:
    return " " if token.isspace() else token.casefold().translate(_PLAIN)


def _counts(tokens: Sequence[str]) -> bool:
    """A lone space or comma between two changed words is no agreement: it would only chop the mark up."""
    return any(token[0].isalnum() for token in tokens)


def _pieces(tokens: Sequence[str], same: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
    return tuple(_split(tokens, same))


def _split(tokens: Sequence[str], same: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    place = 0
    for start, end in [*same, (len(tokens), len(tokens))]:
        # The spaces around changed words belong to neither side of a mark.
        yield from _trimmed("".join(tokens[place:start]))
        if end > start:
            yield Piece("".join(tokens[start:end]), False)
        place = end


def _trimmed(text: str) -> Iterator[Piece]:
    words = text.strip()
    if not words:
        yield from _whole(text, False)
        return
    before, after = text[: text.index(words)], text[text.index(words) + len(words) :]
    yield from _whole(before, False)
    yield Piece(words, True)
    yield from _whole(after, False)
