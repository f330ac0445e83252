"""Whether two wordings of one proposition differ. Which words do is for those who show them."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"\w+(?:['’-]\w+)*")


def wording_differs(a: str, b: str) -> bool:
    """Tell whether two texts differ in more than capitals, marks and spaces."""
    return _words(a) != _words(b)


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]
