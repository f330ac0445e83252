"""What every briefing has and no account is about: greetings, thanks, ground rules, questions, refusals to say."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

_PATTERNS: Final = Path(__file__).parent / "ceremony.toml"
_OPENING: Final = r"\W*(?:(?:so|and|but|well|okay|yeah|again|look|you know|first of all|with that|now|for now),?\s+)*"
_FEWEST_WORDS: Final = 4
_HEADING: Final = 8
_STOPPED: Final = re.compile(r"[.!?…;:][\"”’»)\]]*\s*$")


def says_nothing(text: str) -> bool:
    """Tell whether a sentence puts nothing forward about the event."""
    words = len(text.split())
    if words < _FEWEST_WORDS or (words < _HEADING and not _STOPPED.search(text)):
        return True  # "Aide to the President", "Via Teleconference"
    if text.rstrip('"”’») ').endswith("?"):
        return True
    whole, anywhere = _patterns()
    return bool(whole.fullmatch(text) or anywhere.search(text))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    read = tomllib.loads(_PATTERNS.read_text(encoding="utf-8"))
    return (
        re.compile(_OPENING + "(?:" + "|".join(read["whole"]) + ")", re.IGNORECASE),
        re.compile("|".join(read["anywhere"]), re.IGNORECASE),
    )
