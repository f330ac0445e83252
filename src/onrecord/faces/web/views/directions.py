"""Which way a text runs: by most of its letters, not by its first one."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

Direction = Literal["ltr", "rtl"]

# Hebrew, Arabic, Syriac, Thaana, N’Ko and their presentation forms: where none is there, nothing has to be counted.
_FROM_THE_RIGHT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]")


def direction_of(text: str) -> Direction:
    """Return the way in which most letters run.

    HTML's own `dir="auto"` goes by the first letter alone: an English paragraph that begins with the name of خالد would
    be set from the right, its full stop at the left.
    """
    if not _FROM_THE_RIGHT.search(text):
        return "ltr"
    kinds = [unicodedata.bidirectional(letter) for letter in text]
    return "rtl" if kinds.count("R") + kinds.count("AL") > kinds.count("L") else "ltr"
