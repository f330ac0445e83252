"""Where two wordings of one proposition differ, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

_WORD: Final = re.compile(r"\w+(?:['’-]\w+)*")
Place = tuple[int, int]


def wording_differs(a: str, b: str) -> bool:
    """Tell whether two texts differ in more than capitals, marks and spaces."""
    return [word for word, _ in _words(a)] != [word for word, _ in _words(b)]


def differing_words(a: str, b: str) -> tuple[list[Place], list[Place]]:
    """Return `[start, end)` of the stretches of `a`, and of `b`, that the other text has not, word by word."""
    ours, theirs = _words(a), _words(b)
    matcher = SequenceMatcher(None, [word for word, _ in ours], [word for word, _ in theirs], autojunk=False)
    changed = [step for step in matcher.get_opcodes() if step[0] != "equal"]
    return (
        [(ours[start][1][0], ours[end - 1][1][1]) for _, start, end, _, _ in changed if end > start],
        [(theirs[start][1][0], theirs[end - 1][1][1]) for _, _, _, start, end in changed if end > start],
    )


def _words(text: str) -> list[tuple[str, Place]]:
    return [(match[0].lower().replace("’", "'"), match.span()) for match in _WORD.finditer(text)]
