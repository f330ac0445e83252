"""Quotations that a name alone introduces: “Lidia Ferrante, 29, cook: “A garden.””

There is no word for saying here, and the language model learned on news that has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.language.quotes import quoted_stretches
from onrecord.schema import Article, Attribution, Name, Span
from onrecord.statements.describe import describe_attribution

_BEFORE: Final = re.compile(r"(?:[•*–—-]\s+|\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\s+[–—-]?\s*)?")
_LABEL: Final = re.compile(r"(?P<label>[^\W\d_][^:“”\"!?\n]{1,110}?)\s?(?P<colon>:)\s(?=[“\"])")
# “Asked about it, Kallas replied: “No”” has its cue, and is the model's.
_SAYING: Final = re.compile(
    r"\b(?:said|says|say|saying|told|tells|adds?|added|adding|asks?|asked|asking|writes?|wrote|writing|reads?|replie[ds]|"
    r"answer(?:s|ed)|tweet(?:s|ed)|post(?:s|ed)|continue[ds]|explain(?:s|ed)|quote[ds]|stat(?:es|ed)|is|was|are|were)\b"
)
# After the name stands an apposition at most; in “Sen. McCaskill scolded him: “No”” there's a verb.
_AFTER_NAME: Final = re.compile(
    r"(?:['’]s? \w+)?\s?(?:\([^)]*\))?"
    r"(?:(?:,| of| at| from| for| in)(?!.*\b(?:who|which|when|as|after|while|that)\b).*)?"
)
_SPEAKING: Final = frozenset({"person", "organisation", "group"})
_SCORE: Final = 0.8  # a rule's guess, not a probability that was measured
_MOST_WORDS: Final = 16


def find_named_quotations(article: Article, names: Sequence[Name]) -> list[Attribution]:
    """Return the quotations whose speaker is a label with a name before a colon, at the beginning of a paragraph.

    Further ones in the same paragraph follow the end of a quotation: two coaches after a match.
    """
    stretches = dict(quoted_stretches(article.text))
    speaking = [name for name in names if name.kind in _SPEAKING]
    return [
        describe_attribution(article, (label,), (colon,), (said,), _SCORE)
        for block in article.blocks
        if block.kind != "caption"
        for label, colon, said in _labelled(article.text, block.start, block.end, stretches)
        if any(_names(label, name) for name in speaking)
    ]


def _names(label: Span, name: Name) -> bool:
    after = label.text[name.end - label.start :] if label.start <= name.start < name.end <= label.end else None
    return after is not None and _AFTER_NAME.fullmatch(after) is not None


def _labelled(text: str, at: int, end: int, stretches: dict[int, int]) -> Iterator[tuple[Span, Span, Span]]:
    """Yield label, colon and quotation, one after the other, up to what is of another form."""
    before = _BEFORE.match(text, at, end)
    at = before.end() if before else at
    while (match := _LABEL.match(text, at, end)) and not _SAYING.search(match["label"]):
        opening = match.end()
        closing = stretches.get(opening)
        if closing is None or len(match["label"].split()) > _MOST_WORDS:
            return
        yield (
            Span.of(text, *match.span("label")),
            Span.of(text, *match.span("colon")),
            Span.of(text, opening, min(closing, end)),
        )
        at = closing
        while at < end and text[at].isspace():
            at += 1
