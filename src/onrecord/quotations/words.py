"""The words of a quotation, each with its place, so that two papers' typography makes no difference between them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

# An editor's sign that words are left out: "...", "…", ". . .", "[…]", "(...)".
_GAP: Final = r"[\[(]\s*(?:…|\.\s?\.\s?\.)\.?\s*[\])]|…|\.\s?\.\s?\.\.?"
# "[W]e" and "he[r]" are words; brackets around whole words hold the editor's.
_WORD: Final = r"(?:\[\w+\])?\w+(?:\[\w+\])?(?:['’ʼ‑-]\w+)*(?:\[\w+\])?|\[\w\]|\$|€|£|%"
_TOKEN = re.compile(rf"(?P<gap>{_GAP})|(?P<word>{_WORD})|(?P<mark>[\[\]])")
_NOT_LETTERS = re.compile(r"[\[\]'’ʼ‑-]")
_BETWEEN_DIGITS = re.compile(r"(?<=\d),(?=\d\d\d)")
# What a house's style decides, not the speaker.
_STYLE = tuple(
    (re.compile(pattern), american)
    for pattern, american in (
        (r"(?<=\w{3})is(?=(?:e|es|ed|ing|ation|ations|er|ers)$)", "iz"),
        (r"(?<=\w{2})our(?=(?:s|ed|ing|able|ite|ites|ful|hood|hoods|ly)?$)", "or"),
        (r"(?<=\w{2}[bt])re(?=s?$)", "er"), (r"(?<=[aeiou])ll(?=(?:ed|ing|er|ers)$)", "l"),
        (r"ogue(?=s?$)", "og"), (r"(?<=[efc])ence(?=s?$)", "ense"), (r"programme", "program"), (r"^grey", "gray"),
        (r"^whilst$", "while"), (r"^towards$", "toward"), (r"^ok$", "okay"),
    )
)  # fmt: skip
_NUMBERS: Final = {
    word: str(number)
    for number, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())  # noqa: SIM905
    if number > 1
}


@dataclass(frozen=True)
class Word:
    """A word at `[start, end)`, its form for comparing, and whether an editor put it there.

    `after_gap` says that the text shows words as left out before it: by an ellipsis, or because another passage begins.
    """

    form: str
    start: int
    end: int
    editorial: bool
    after_gap: bool


def words_of(text: str) -> list[Word]:
    """Take a quotation apart into words; a gap at its end shows nothing."""
    found: list[Word] = []
    gap = editorial = False
    for token in _TOKEN.finditer(text):
        if token["gap"]:
            gap = True
        elif token["mark"]:
            editorial = token["mark"] == "["
        else:
            form = form_of(token["word"])
            found.append(Word(form, token.start(), token.end(), editorial and "]" in text[token.end() :], gap))
            gap = False
    return found


def form_of(word: str) -> str:
    """Bring a word to one form: case, accents, apostrophes, hyphens, British spelling and small numbers."""
    folded = unicodedata.normalize("NFKD", _NOT_LETTERS.sub("", word).casefold())
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    for pattern, american in _STYLE:
        plain = pattern.sub(american, plain)
    return _NUMBERS.get(plain, plain)
