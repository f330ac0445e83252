"""What of an article can tell a copy: its running text, without what stands under every story of the house."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from onrecord.language.quotes import quoted_stretches
from onrecord.reprints.shingles import words_of
from onrecord.schema import BLOCK_BREAK, Article, BlockKind

_RUNNING: Final[tuple[BlockKind, ...]] = ("paragraph", "list_item")
# "About NATO", "(Reporting by Jane Roe; editing by John Doe)", "Follow AP's coverage at …", "Copyright 2024 The
# Associated Press. All rights reserved." say whose the page is and are the same under stories that share nothing.
_STANDING = re.compile(
    r"^\W*(?:about (?:the )?[A-Z]|(?:additional )?(?:reporting|writing|editing) by\b|(?:this (?:story|article|report) "
    r"(?:was|has been|is)|this is a (?:developing|breaking))\b|follow (?:us|ap|the ap|reuters|afp|him|her|them|@)|"
    r"(?:©|\(c\)|copyright)\W|(?:media |press )?contacts?:|for (?:more|further) information|"
    r"(?:sign up|subscribe|read more|click here|learn more|watch|listen)\b|"
    r"the associated press (?:contributed|receives|is an independent)|notes? to editors\b)"
    r"|all rights reserved|may not be (?:published|reproduced|redistributed)|(?:contributed|contributing) to this "
    r"(?:report|story|article)\W*$",
    re.IGNORECASE,
)
_DOCUMENT: Final = 50
_ABOUT = re.compile(r"^\W*about (?:the )?[A-Z][\w’'-]*(?: [\w’'-]+){0,5}\W*$", re.IGNORECASE)


def running_blocks(article: Article) -> list[str]:
    """Return the blocks that tell the story, up to where a newsroom or a ministry goes on about itself."""
    blocks: list[str] = []
    for block in article.blocks:
        text = article.text[block.start : block.end]
        if block.kind in ("subheading", "paragraph") and _ABOUT.match(text):
            break
        if block.kind in _RUNNING and not _STANDING.search(text):
            blocks.append(text)
    return blocks


def words_by_owner(blocks: Sequence[str]) -> tuple[list[str], list[bool]]:
    """Return the words of running text in order, and of each whether somebody is quoted with it.

    A quotation of more than 50 words without a word between is a document in full, a message or a speech: it is as much
    a text that papers copy from one another as any.
    """
    text = BLOCK_BREAK.join(blocks)
    words: list[str] = []
    quoted: list[bool] = []
    at = 0
    for start, end in (*quoted_stretches(text), (len(text), len(text))):
        for piece, is_quoted in ((text[at:start], False), (text[start:end], True)):
            found = words_of(piece)
            words += found
            quoted += [is_quoted] * len(found)
        at = end
    return words, _without_documents(quoted)


def _without_documents(quoted: Sequence[bool]) -> list[bool]:
    found: list[bool] = []
    for is_quoted, run in groupby(quoted):
        length = len(list(run))
        found += [is_quoted and length <= _DOCUMENT] * length
    return found
