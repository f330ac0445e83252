"""How many, in words: '1 statement', '12 statements (7 direct, 5 indirect)'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.schema import Attribution, Furniture


def count_of(number: int, noun: str) -> str:
    if number == 1:
        return f"{number:,} {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("ry") else f"{number:,} {noun}s"


def tally(kinds: Iterable[str]) -> str:
    """The commonest first: '4 promotion, 3 navigation'."""
    return ", ".join(f"{number:,} {kind.replace('_', ' ')}" for kind, number in Counter(kinds).most_common())


def count_attributions(attributions: Sequence[Attribution]) -> str:
    speakers = {speaker.entity for attribution in attributions for speaker in attribution.speakers}
    forms = tally(attribution.form for attribution in attributions)
    said = count_of(len(attributions), "statement") + (f" ({forms})" if forms else "")
    return f"{said} by {count_of(len(speakers), 'speaker')}" if speakers else said


def count_furniture(furniture: Sequence[Furniture]) -> str:
    if not furniture:
        return "nothing was left out of the page"
    return f"left out of the page: {count_of(len(furniture), 'piece')} ({tally(piece.reason for piece in furniture)})"
