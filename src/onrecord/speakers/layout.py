"""Where things stand in an article: its sentences, paragraphs and quotations."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from onrecord.language.quotes import quoted_stretches
from onrecord.language.sentences import sentence_ends
from onrecord.schema import Article, BlockKind


@dataclass(frozen=True)
class Layout:
    """`sentences`, `paragraphs` and `quotations` hold half-open offsets in text order."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    paragraphs: tuple[tuple[int, int], ...]
    kinds: tuple[BlockKind, ...]
    quotations: tuple[tuple[int, int], ...]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [start for start, _ in self.paragraphs]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [start for start, _ in self.quotations]

    def sentence(self, at: int) -> int:
        """The number of the sentence in which `at` stands."""
        return max(0, bisect_right(self._sentence_starts, at) - 1)

    def paragraph(self, at: int) -> int:
        return max(0, bisect_right(self._paragraph_starts, at) - 1)

    def kind(self, at: int) -> BlockKind:
        return self.kinds[self.paragraph(at)] if self.kinds else "paragraph"

    def quoted(self, at: int) -> bool:
        number = bisect_right(self._quotation_starts, at) - 1
        return number >= 0 and at < self.quotations[number][1]


def lay_out(article: Article) -> Layout:
    paragraphs = tuple((block.start, block.end) for block in article.blocks)
    sentences = tuple(place for start, end in paragraphs for place in _sentences(article.text, start, end))
    quotations = tuple(quoted_stretches(article.text))
    kinds: tuple[BlockKind, ...] = tuple(block.kind for block in article.blocks)
    return Layout(article.text, sentences, paragraphs, kinds, quotations)


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Stretches that cover a paragraph, each with the space behind it."""
    found: list[tuple[int, int]] = []
    for _, following in sentence_ends(text, start, end):
        found.append((start, following))
        start = following
    return [*found, (start, end)] if start < end else found
