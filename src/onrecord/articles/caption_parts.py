"""A caption element's lines and inline elements become one caption and one credit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.articles.credit_labels import ONLY_LABEL
from onrecord.articles.credits import bare_credit, is_credit, reads_as_names, split_credit
from onrecord.articles.header_lines import is_video_time

LONGEST_CREDIT = 140
_SENTENCE_END = re.compile(r"[.!?…。][\"”'’»」]?$")


@dataclass(frozen=True, slots=True)
class CaptionPart:
    """A stretch of text in a caption; `is_named` where its element's names say that it is the credit."""

    text: str
    is_named: bool = False


def settle_parts(parts: Sequence[CaptionPart]) -> tuple[str, str | None]:
    """Join what a caption says, and apart from it whom its picture is from; either may be empty or null.

    `The dam.<span class="author">Jane Roe</span>` gives "The dam." and "Jane Roe"; "(" and "Image:" are neither.
    """
    said, credits = _sort(parts)
    if not credits:
        said, credits = _with_names_apart(said)
    caption, own = split_credit(" ".join(said))
    caption = caption.rstrip(" –—|-")
    credit = joined_credits(credits)
    if own and credit and credit in own:
        credit = own
    return caption, credit or own


def _sort(parts: Sequence[CaptionPart]) -> tuple[list[str], list[str]]:
    said: list[str] = []
    credits: list[str] = []
    after_label = False
    for part in parts:
        if is_video_time(part.text):  # "26.10.2025 | 2:43 min" under a video
            continue
        if ONLY_LABEL.fullmatch(part.text):
            after_label = any(map(str.isalnum, part.text)) or "©" in part.text
            credits += [part.text] if credits and part.text.strip() == "/" else []
        elif after_label or is_only_credit(part):
            credits.append(bare_credit(part.text))
            after_label = False
        else:
            said.append(part.text)
    return said, [credit for credit in credits if credit]


def is_only_credit(part: CaptionPart) -> bool:
    """Is a part nothing but the credit, by its element's names or by its wording?"""
    if part.is_named and len(part.text) <= LONGEST_CREDIT:
        return True
    return is_credit(part.text)


def _with_names_apart(said: list[str]) -> tuple[list[str], list[str]]:
    """Of a sentence and a line of names, "The Daily Planet" over "The dam in May.", the names are the credit."""
    if len(said) != 2:
        return said, []
    for names, sentence in ((said[1], said[0]), (said[0], said[1])):
        is_short = len(names) <= 60 and 2 * len(names) < len(sentence) and not _SENTENCE_END.search(names)
        if is_short and _SENTENCE_END.search(sentence) and reads_as_names(names):
            return [sentence], [names]
    return said, []


def joined_credits(credits: Sequence[str]) -> str | None:
    """ "Jane Roe" and "/AFP via Getty Images" in two elements are one credit; one said twice counts once."""
    joined = ""
    for credit in credits:
        if credit in joined:
            continue
        if joined and credit in ("/", "|"):
            joined += credit
        elif joined and joined[-1] not in "/|" and credit[0] not in "/|,":
            joined += " " + credit
        else:
            joined += credit
    return joined.rstrip("/| ") or None
