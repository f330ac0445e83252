"""A page dump becomes lines: wrapped and torn ones joined, glued ones parted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.articles.compose import canonical
from onrecord.articles.dump_phrases import BYLINE_OPENS, GLUED, dump_line_reason, ends_story

LONGEST_GLUED = 120
"""Characters of a line in which a section may be glued to a date; in a paragraph "on WednesdayMarch 19" is a typo."""
WIDEST_WRAP = 100
"""Columns at which text browsers and mail programs wrap; longer lines are whole paragraphs."""
NARROWEST_WRAP = 45
"""Columns below which lines of one length are a menu, not a wrapped paragraph."""

SENTENCE_END = re.compile(r"[.!?…。！？।۔؟][\"'”’»)\]】」]*$")
_MID_SENTENCE = re.compile(r"^(?:[a-zà-ž]|[,;.:!?)’”%](?:\s|$)|['’]s\b)")
_LEFT_OPEN = re.compile(
    r"(?:[,(“‘\[]|\b(?:the|a|an|of|to|in|on|at|and|or|but|that|with|for|by|from|as|said|says|told|who|which|is|are|was|were"
    r"|has|had|have|his|her|its|their|between|after|before|than|into|about|against|be|been|not))$"
)
_BULLET = re.compile(r"^(?:[-–*•·▪‣●◦]|\d{1,2}[.)])\s+(?=\S)")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Line:
    """A line that shows something. `apart`: an empty line stands above it. `bullet`: a list's mark stood before it."""

    text: str
    apart: bool
    bullet: bool = False

    @property
    def words(self) -> int:
        """Words, or half the letters where a script (Chinese, Japanese) writes none."""
        return max(len(self.text.split()), sum(letter >= "\u2e80" for letter in self.text) // 2)

    @property
    def ends_sentence(self) -> bool:
        return bool(SENTENCE_END.search(self.text))


def read_lines(text: str) -> list[Line]:
    """Read the lines of a dump that show something, in their order, each in canonical form."""
    lines: list[Line] = []
    for chunk in _split_chunks(text):
        for number, shown in enumerate(part for line in chunk for part in split_glued(line)):
            bullet = _BULLET.match(shown)
            lines.append(Line(shown[bullet.end() :] if bullet else shown, number == 0, bool(bullet)))
    return lines


def split_glued(line: str) -> list[str]:
    """Part what the dump glued together: "WorldMarch 19, 2025" is a section and a date."""
    cuts = {0, len(line)}
    for pattern in GLUED if len(line) <= LONGEST_GLUED else GLUED[:1]:
        cuts.update(found.start() for found in pattern.finditer(line))
    places = sorted(cuts)
    parts = [line[start:end].strip() for start, end in pairwise(places)]
    return [part for part in parts if part]


def _split_chunks(text: str) -> Iterator[list[str]]:
    """Yield the stretches between empty lines, each as canonical lines."""
    chunk: list[str] = []
    for line in [*text.split("\n"), ""]:
        shown = canonical(line)
        if shown:
            chunk.append(shown)
        elif chunk:
            yield _join_torn(chunk) if not is_wrapped(chunk) else _join_wrapped(chunk)
            chunk = []


def is_wrapped(lines: Sequence[str]) -> bool:
    """Was this one paragraph, wrapped at a width: lines of nearly one length that break off in mid-sentence?"""
    full = lines[:-1]
    widest = max(map(len, lines))
    if not full or not NARROWEST_WRAP <= widest <= WIDEST_WRAP:
        return False
    near = sum(len(line) >= widest - 22 for line in full)
    continued = sum(bool(_MID_SENTENCE.match(line)) for line in lines[1:])
    return near >= 0.8 * len(full) and continued >= 0.4 * len(full)


def _join_wrapped(lines: Sequence[str]) -> list[str]:
    items: list[str] = []
    for line in lines:
        if items and not _BULLET.match(line):
            items[-1] += " " + line
        else:
            items.append(line)
    return items


def _join_torn(lines: Sequence[str]) -> list[str]:
    """Join a sentence that links tore apart: "Putin said in an" / "interview" / "with Fox News.\""""
    joined: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if joined and _continues(joined[-1], line):
            joined[-1] = _glue(joined[-1], line)
        elif joined and at + 1 < len(lines) and _is_link_between(joined[-1], line, lines[at + 1]):
            joined[-1] = _glue(_glue(joined[-1], line), lines[at + 1])
            at += 1
        else:
            joined.append(line)
        at += 1
    return joined


def _glue(before: str, after: str) -> str:
    return (
        before + after
        if re.match(r"[,;.:!?)’”%]|['’]s\b", after) or before.endswith(("(", "“", "‘"))
        else f"{before} {after}"
    )


def _continues(before: str, after: str) -> bool:
    """Does `after` go on with the sentence that `before` left open?"""
    if SENTENCE_END.search(before) or len(before.split()) < 4:
        return False
    if dump_line_reason(before) or ends_story(before) or dump_line_reason(after) or BYLINE_OPENS.match(after):
        return False
    return bool(_MID_SENTENCE.match(after)) or (len(before) > 40 and bool(_LEFT_OPEN.search(before)))


def _is_link_between(before: str, link: str, after: str) -> bool:
    """ "... for President" / "Joe Biden" / "said on Monday": a short line that both its neighbours need."""
    if len(link.split()) > 8 or SENTENCE_END.search(before) or len(before.split()) < 5 or dump_line_reason(link):
        return False
    return not SENTENCE_END.search(link) and bool(_MID_SENTENCE.match(after)) and not dump_line_reason(before)
