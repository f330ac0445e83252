"""An article's sentences, each with whose turn it is where the article is a transcript."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.language.sentences import sentence_ends
from onrecord.schema import Article

_READ: Final = frozenset({"paragraph", "list_item", "quote"})
# "Q    Hi, thanks for doing this.", "SENIOR ADMINISTRATION OFFICIAL: Thanks, Paul.", "Yury Ushakov: I don't know."
_LABEL: Final = re.compile(
    r"(?:(?P<q>Q)\s+(?=[“\"(\[]?[A-Z])"
    r"|(?P<name>[A-Z][\w.'’-]*(?:\s+(?:[A-Z][\w.'’-]*|of|the|to|and|for|a)){0,9}|\[[^\]\n]{3,60}\]):\s+(?=[“\"'(\[]?[A-Z0-9]))"
)
# Those who ask, and those who open and close: what they say is no proposition of the one who briefs.
_OTHERS: Final = re.compile(
    r"(?:q|question|questions|reporter|journalist|press|moderator|operator|host|interviewer|correspondent)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Sentence:
    """The slice `[start, end)` of the article's text, without the label of its turn; `asked` in a questioner's turn."""

    start: int
    end: int
    text: str
    asked: bool = False


def sentences_of(article: Article) -> list[Sentence]:
    """Return the sentences of the article's paragraphs, lists and quotations, in text order."""
    found = list(_sentences(article))
    labels = [_LABEL.match(sentence.text) for sentence in found]
    if not _is_transcript([match for match in labels if match]):
        return found
    turned: list[Sentence] = []
    asked = False
    for sentence, label in zip(found, labels, strict=True):
        skipped = 0
        if label:
            asked = bool(_OTHERS.match(_name(label)))
            skipped = label.end()
        turned.append(Sentence(sentence.start + skipped, sentence.end, sentence.text[skipped:], asked))
    return turned


def _sentences(article: Article) -> Iterator[Sentence]:
    text = article.text
    for block in article.blocks:
        if block.kind not in _READ:
            continue
        at = block.start
        for end, following in [*sentence_ends(text, block.start, block.end), (block.end, block.end)]:
            if at < end:
                yield Sentence(at, end, text[at:end])
            at = following


def _name(label: re.Match[str]) -> str:
    return label["q"] or label["name"].strip("[]")


def _is_transcript(labels: Sequence[re.Match[str]]) -> bool:
    """A label that comes again, or a question's, makes a transcript; "Key outcomes: The leaders …" alone does not."""
    names = [_name(label) for label in labels]
    return len(names) > len(set(names)) or (len(names) > 1 and any(_OTHERS.match(name) for name in names))
