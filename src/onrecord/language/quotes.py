"""Which stretches of a text stand in quotation marks.

The language model reads this as an input: a change here asks for a new training.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Two apostrophes are the double mark of older news archives: ''It will be done,'' she said.
_MARKS = re.compile("''|``|[\"“”„«»‘’‟']")
_OPENING = frozenset({"“", "„", "«", "‟", "``"})
_CLOSING = frozenset({"”", "»"})
_STRAIGHT = frozenset({'"', "''"})
_SINGLE = frozenset("‘’'")
# The apostrophe of a dropped letter or century opens nothing: '90s, ‘08, 'em, 'tis.
_ELISION = re.compile(r"['‘](?:\d\ds?|em|tis|twas|til|cause|n)\b", re.IGNORECASE)


def quoted_stretches(text: str) -> list[tuple[int, int]]:
    """Return the stretches `[start, end)` between quotation marks, marks included, outermost only, in text order.

    A stretch ends at its closing mark of either shape (a straight `"` may be closed by `”`) or, where the mark is
    never closed, at the paragraph's end: a quotation of several paragraphs reopens its mark in each of them.
    A single mark that is never closed is an apostrophe.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n\n"):
        found.extend((start + a, start + b) for a, b in _stretches_in_paragraph(paragraph))
        start += len(paragraph) + 2
    return found


def _stretches_in_paragraph(paragraph: str) -> Iterator[tuple[int, int]]:
    """Go from mark to mark: outside a quotation look for one that opens, inside for the one that closes it."""
    marks = list(_MARKS.finditer(paragraph))
    number = 0
    while number < len(marks):
        opening = marks[number]
        number += 1
        if not _opens(paragraph, opening):
            continue
        closing = _closing(paragraph, marks, number - 1)
        if closing is not None:
            yield opening.start(), marks[closing].end()
            number = closing + 1
        elif opening[0] not in _SINGLE:
            yield opening.start(), len(paragraph)
            return


def _opens(paragraph: str, match: re.Match[str]) -> bool:
    """A straight mark opens before a word; after one it closes a quotation whose beginning was cut off."""
    mark, before = match[0], paragraph[match.start() - 1 : match.start()]
    if mark == "’" or mark == "»":
        return False
    before_word = match.end() < len(paragraph) and not paragraph[match.end()].isspace()
    if mark == "”":  # ”This is why,” of a careless typist
        return before_word and (not before or before.isspace())
    if mark in _OPENING:
        return True
    return before_word and not before.isalnum() and not _ELISION.match(paragraph, match.start())


def _closing(paragraph: str, marks: list[re.Match[str]], opened: int) -> int | None:
    """Return the number of the mark that closes `marks[opened]`."""
    if marks[opened][0] in _SINGLE:
        return _single_closing(paragraph, marks, opened)
    return _double_closing(paragraph, marks, opened)


def _double_closing(paragraph: str, marks: list[re.Match[str]], opened: int) -> int | None:
    opening, nested = marks[opened][0], 0
    for number in range(opened + 1, len(marks)):
        mark = marks[number][0]
        if mark in _CLOSING or (mark == "“" and (opening == "„" or _ends_word(paragraph, marks[number]))):
            return number
        if mark not in _STRAIGHT:
            continue
        # “He told me "no" and left,” she said: another shape than the outer one, before a word, opens a nested one.
        if nested:
            nested -= 1
        elif mark != opening and _opens(paragraph, marks[number]):
            nested += 1
        else:
            return number
    return None


def _ends_word(paragraph: str, match: re.Match[str]) -> bool:
    """“Was it you?“ he asked."""
    before, after = paragraph[match.start() - 1], paragraph[match.end() : match.end() + 1]
    return not before.isspace() and before not in "([—–-" and not after.isalnum()


def _single_closing(paragraph: str, marks: list[re.Match[str]], opened: int) -> int | None:
    """Pass over apostrophes: Moscow’s, and ‘the voters’ choice’ where a later mark closes as well."""
    wanted = "’" if marks[opened][0] == "‘" else "'"
    possessive = None
    for number in range(opened + 1, len(marks)):
        match = marks[number]
        if match[0] == marks[opened][0] and _opens(paragraph, match):
            break
        if match[0] != wanted or paragraph[match.end() : match.end() + 1].isalnum():
            continue
        if paragraph[match.start() - 1].isspace():
            continue
        if not re.match(r"s. [a-z]", paragraph[match.start() - 1 : match.end() + 2]):
            return number
        possessive = number if possessive is None else possessive
    return possessive
