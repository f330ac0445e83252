"""Names and search words as they are compared: without case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode doesn't take apart into a base and an accent, though readers do: "Løkke" is typed "Lokke".
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
# "O’Brien" is one word in a name's index and in a query alike, whichever apostrophe the page uses.
_APOSTROPHES = re.compile(r"['’ʼ`´]")


def fold(text: str) -> str:
    """Return the words of a text, compared as people compare names: `Recep Tayyip Erdoğan` → `recep tayyip erdogan`."""
    bare = _APOSTROPHES.sub("", text.casefold()).translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", bare)
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(_WORD.findall(letters.casefold()))
