"""Captions in a dump: lines that end in a picture's credit, and their second copies."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.articles.agencies import known_agency
from onrecord.articles.credits import split_credit
from onrecord.articles.dump_lines import SENTENCE_END
from onrecord.articles.dump_phrases import GLUED_AGENCY

LONGEST_CAPTION = 110
"""Words; the longest in AP's files have about ninety, of which the file photo's explanation is most."""

_PICTURE_WORDS = (
    r"(?:photo(?:s|graph(?:s|er)?)?|photography|getty(?: images)?|images?|pool|handout|courtesy|via|shutterstock|alamy"
    r"|istock|imago|foto|screenshot|screengrab|illustration|graphic|file|press service|provided by|unsplash|pexels"
    r"|wikimedia|bild)"
)
_PARENTHESISED = re.compile(r"[(\[]([^()\[\]]{2,160})[)\]]\s*\.?$")
_PICTURE = re.compile(rf"\b{_PICTURE_WORDS}\b|/", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?:^|[.!?”\"’)\]]\s*|\s[|–-]\s)"
    r"(?:photo(?:graph)?s?|image|picture|foto|pic|photo credit|image credit|credit|photo illustration)"
    r"(?:\s+(?:by|via|courtesy(?: of)?)\b|\s*:)\s*\S.{1,100}$",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"^(.*?)\s*\bCredit(?:\.\.\.|…)\s*(\S.{1,80})$")
_SLASHED = re.compile(
    r"[\w.)”\"] ?[/|] ?(?:[\w .-]{1,30}[/|] ?)?"
    r"(?:AP|AFP|EPA|REUTERS|Reuters|Getty(?: Images)?|Bloomberg|TNS|TASS|Associated Press|Shutterstock|Sputnik)"
    r"(?: via .{2,30})?$"
)


@lru_cache(maxsize=8192)
def read_caption(line: str) -> tuple[str, str] | None:
    """Part a caption from its credit, or return None where the line is none; the caption may be empty.

    Body paragraphs may end in brackets too ("(Reporting by Jane Doe)"), so the credit must speak of a picture.
    """
    shown = GLUED_AGENCY.sub("", line).strip()
    dotted = _DOTTED.match(shown)
    if dotted:
        return dotted[1].strip(), dotted[2].strip()
    if len(shown.split()) > LONGEST_CAPTION or not _shows_credit(shown):
        return None
    caption, credit = split_credit(shown)
    return (caption, credit) if credit else None


def _shows_credit(line: str) -> bool:
    inside = _PARENTHESISED.search(line)
    if inside:
        before = line[: inside.start()].rstrip()
        agency = known_agency(inside[1]) and not inside[1].islower()
        spoken = _PICTURE.search(inside[1]) and not inside[1][0].islower()
        return bool((agency or spoken) and (not before or SENTENCE_END.search(before) or len(before.split()) > 3))
    return bool(_LABELLED.search(line) or (_SLASHED.search(line) and not SENTENCE_END.search(line)))


def caption_key(line: str) -> str:
    """What two copies of a line share: a caption's second copy may have the agency glued to its end."""
    return " ".join(GLUED_AGENCY.sub("", line).casefold().split())
