"""Where sentences end: after a mark before a capital or a figure, but not after "Sen.", "U.S." or "George W."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_END: Final = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[\"“‘«'(\[]*[A-Z0-9ÀÁÂÄÅÇÉÈÍÎÓÖØÚÜŁŚŠŽ])")
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Capt|Adm|Sgt|Maj|St|Jr|Sr|Prof|Rev|Hon|vs|No|Inc|Corp|Co|"
    r"Ltd|a\.m|p\.m|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Calif|Mass|Conn|Fla|Ky|Md|Pa|Va|Vt|Wis|Tex|Ill|Mo|Ore|Ariz|Colo)"
    r"|\b[A-Z]|[A-Z]\.[A-Z])\.$"
)
_LONGEST: Final = 8  # characters that an abbreviation and its stop take


def sentence_ends(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a sentence of `text[start:end]` ends, its closing marks included, and where the next one begins."""
    for match in _END.finditer(text, start, end):
        marked = match.start() + 1
        if not _ABBREVIATION.search(text, max(start, marked - _LONGEST), marked):
            yield match.start() + len(match[0].rstrip()), match.end()
