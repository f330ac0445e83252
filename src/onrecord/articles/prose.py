"""Running text: what is long enough, little enough linked and enough of a sentence to be a story's paragraph."""

from __future__ import annotations

import re

LEAST_PROSE = 60
"""Characters from which a line with a sentence's marks is prose."""
# A Japanese or Chinese sentence says in 20 characters what takes 60 in Latin letters.
_IDEOGRAPHS = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
SENTENCE = re.compile(r"[.!?…:;,\"”»’]|[。！？、।]")
_LEAST_IDEOGRAPHS = LEAST_PROSE // 3
_LEAST_IN_PARAGRAPH = 25


def reads_as_prose(text: str, tag: str, linked: int) -> bool:
    """Is a block's text, of which `linked` characters are links, running text?"""
    length = len(text)
    if length < _LEAST_IDEOGRAPHS:
        return False
    if length < LEAST_PROSE and (text.isascii() or not _IDEOGRAPHS.search(text, 0, 40)):
        is_paragraph = tag == "p" and length > _LEAST_IN_PARAGRAPH and linked < 0.3 * length
        return is_paragraph and SENTENCE.search(text, length - 2) is not None
    return linked < 0.45 * length and SENTENCE.search(text) is not None
