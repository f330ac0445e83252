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
# A bare surname in a short text is a name that the model may not know: “Halvorsson: “We will appeal.””
_BARE_NAME: Final = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}")
_NO_NAME: Final = re.compile(
    r"(?:Headline|Title|Motto|Slogan|Caption|Verdict|Result|Note|Quote|Tip|Lesson|Moral|Theme|Example|Watch|Read|Listen|"
    r"Exclusive|Update|Breaking|Live|Video|Photo|Picture|Subject|Song|Film|Book|Album|Next|Today|Tomorrow|The)\b"
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
        if any(_names(label, name) for name in speaking) or _is_bare_name(label, said)
    ]


def _is_bare_name(label: Span, said: Span) -> bool:
    """Capitalised words and then a sentence: neither a heading nor a title."""
    bare = _BARE_NAME.fullmatch(label.text) and not _NO_NAME.match(label.text)
    return bool(bare) and said.text[-2:-1] in ".!?…" and len(said.text.split()) > 2


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
