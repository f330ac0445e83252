"""The names and figures in which two stories of one pattern differ: whom a president called, how far shares fell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from onrecord.reprints.shingles import word_hash

_HOUSE_STYLE: Final = """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sept oct nov dec
    mr mrs ms dr united states us usa america american kingdom uk britain british nations un european union eu
    president vice prime minister secretary chancellor king queen prince sheikh amir emir senator governor general
    speaker chairman director deputy foreign defence defense republic kingdom state jr sr
"""
_NO_PARTICULARS: Final = frozenset(_HOUSE_STYLE.split())
_NOT_FIRST_CONSONANTS = re.compile(r"(?<!^)[^bcdfghjklmnpqrstvwxz]")


class Particular(msgspec.Struct, frozen=True, array_like=True):
    """A name's word or a figure: its hash, and the number of the shingle that begins with it."""

    hash: int
    at: int
    is_figure: bool


def find_particulars(words: Sequence[str]) -> Iterator[Particular]:
    """Give the figures, and the capitalised words that the article never writes small, in their order.

    No particulars are days and months ("said Tuesday" and "said on 4 March" are one day in two papers), the countries
    that one house abbreviates, and the titles that another leaves out.
    """
    small = {word for word in words if word.islower()}
    for at, word in enumerate(words):
        lower = word.lower()
        if word[0].isdigit():
            yield Particular(word_hash(word), at, True)
        elif len(word) > 1 and word[0].isupper() and lower not in small and lower not in _NO_PARTICULARS:
            yield Particular(word_hash(sound_of(lower)), at, False)


def sound_of(name: str) -> str:
    """Bring a name's spellings together by its first letter and the consonants after it: Kiev and Kyiv, Zelensky and
    Zelenskiy."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return _NOT_FIRST_CONSONANTS.sub("", plain)[:4] or plain
