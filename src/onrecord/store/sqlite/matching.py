"""People's words become full-text queries; nothing that anybody types is ever read as query syntax."""

from __future__ import annotations

import re

from onrecord.store.folding import fold

_PHRASE_OR_WORD = re.compile(r'"([^"]*)"|([^\s"]+)')
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def words_query(words: str) -> str | None:
    """Return an FTS5 query for all of the words; those in double quotation marks stand together.

    `"prisoner exchange" Kursk` asks for the phrase and the word; a lone mark is no syntax. Null where there is
    nothing to look for, as in `"?!"`.
    """
    # Typographic marks are what a phrase copied from an article has around it.
    straight = words.replace("“", '"').replace("”", '"').replace("„", '"').replace("\x00", " ")
    parts = (phrase or word for phrase, word in _PHRASE_OR_WORD.findall(straight))
    quoted = [f'"{part}"' for part in parts if _LETTER_OR_DIGIT.search(part)]
    return " AND ".join(quoted) or None


def name_queries(name: str) -> list[str]:
    """Return FTS5 queries for a name, the strictest first: as whole words in their order, then as their beginnings.

    "Putin" is found in "Vladimir Putin"; "V. Putin" and "Zelensk" only by their beginnings.
    """
    words = fold(name).split()
    if not words:
        return []
    whole = '"' + " ".join(words) + '"'
    beginnings = " AND ".join(f'"{word}"*' for word in words)
    return [whole, beginnings]
