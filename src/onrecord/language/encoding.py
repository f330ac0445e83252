"""A text becomes what the network reads: word pieces with case and quotation features, in windows of paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from onrecord.language.quotes import quoted_stretches

if TYPE_CHECKING:
    from tokenizers import Tokenizer

IntArray = NDArray[np.int64]
CASES: Final = ("none", "lower", "capitalised", "upper", "mixed", "initial")
QUOTES: Final = ("outside", "inside", "mark")


@dataclass(frozen=True)
class Words:
    """A text's words in order: code-point offsets and the paragraph of each, int64 [words]."""

    start: IntArray
    end: IntArray
    paragraph: IntArray


@dataclass(frozen=True)
class Window:
    """What the network reads at once.

    `pieces`, `cases`, `quotes`: int64 [length], special pieces included. `first_piece`: int64 [words in it], where
    each word begins. It holds the words `[first_word, first_word + len(first_piece))` of the text and answers for
    those from `own_word` on; what stands before is context.
    """

    pieces: IntArray
    cases: IntArray
    quotes: IntArray
    first_piece: IntArray
    first_word: int
    own_word: int


@dataclass(frozen=True)
class WindowSettings:
    """`length` is in word pieces and includes the special ones; `context` bounds the repeated paragraphs before it."""

    length: int = 256
    context: int = 64


@dataclass(frozen=True)
class _Chunk:
    """A paragraph, or a part of one that is longer than a window."""

    first_word: int
    words: int
    pieces: list[int]
    first_piece: list[int]
    word_of_piece: list[int]


class TextEncoder:
    """Splits texts with the encoder's own word-piece vocabulary (uncased: case comes in as a feature)."""

    def __init__(self, tokenizer_file: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer: Tokenizer = Tokenizer.from_file(str(tokenizer_file))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._opening = self._special("[CLS]")
        self._closing = self._special("[SEP]")

    def _special(self, piece: str) -> int:
        index = self._tokenizer.token_to_id(piece)
        if index is None:
            raise ValueError(f"the vocabulary has no {piece}")
        return index

    def encode(
        self, text: str, paragraphs: Sequence[tuple[int, int]], settings: WindowSettings | None = None
    ) -> tuple[Words, list[Window]]:
        """Encode the paragraphs `[start, end)` of `text`. Text outside of them is not read."""
        settings = settings or WindowSettings()
        words: list[tuple[int, int, int]] = []
        chunks: list[_Chunk] = []
        texts = [text[start:end] for start, end in paragraphs]
        for number, encoding in enumerate(self._tokenizer.encode_batch(texts, add_special_tokens=False)):
            offset = paragraphs[number][0]
            first = len(words)
            ids, offsets, word_ids = encoding.ids, encoding.offsets, encoding.word_ids
            word_of_piece: list[int] = []
            last = None
            for (start, end), word in zip(offsets, word_ids, strict=True):
                if word != last:
                    words.append((offset + start, offset + end, number))
                    last = word
                else:
                    words[-1] = (words[-1][0], offset + end, number)
                word_of_piece.append(len(words) - 1)
            chunks.extend(_chunks(ids, word_of_piece, first, settings.length - 2))
        table = np.array(words, np.int64).reshape(-1, 3)
        found = Words(table[:, 0], table[:, 1], table[:, 2])
        cases, quotes = _cases(text, found), _quotes(text, found)
        return found, [self._window(packed, own, cases, quotes) for packed, own in _pack(chunks, settings)]

    def _window(self, chunks: list[_Chunk], own: int, cases: IntArray, quotes: IntArray) -> Window:
        pieces, word_of_piece = [self._opening], [-1]
        first_piece: list[int] = []
        for chunk in chunks:
            first_piece.extend(len(pieces) + at for at in chunk.first_piece)
            pieces.extend([*chunk.pieces, self._closing])
            word_of_piece.extend([*chunk.word_of_piece, -1])
        at = np.array(word_of_piece)
        return Window(
            pieces=np.array(pieces, np.int64),
            cases=np.where(at >= 0, cases[at], 0),
            quotes=np.where(at >= 0, quotes[at], 0),
            first_piece=np.array(first_piece, np.int64),
            first_word=chunks[0].first_word,
            own_word=chunks[own].first_word,
        )


def _chunks(ids: list[int], word_of_piece: list[int], first_word: int, limit: int) -> list[_Chunk]:
    chunks: list[_Chunk] = []
    at = 0
    while at < len(ids):
        end = min(len(ids), at + limit)
        while end < len(ids) and end > at + 1 and word_of_piece[end] == word_of_piece[end - 1]:
            end -= 1
        part = word_of_piece[at:end]
        starts = [i for i in range(len(part)) if i == 0 or part[i] != part[i - 1]]
        chunks.append(_Chunk(part[0], len(starts), ids[at:end], starts, part))
        at = end
    return chunks


def _pack(chunks: list[_Chunk], settings: WindowSettings) -> list[tuple[list[_Chunk], int]]:
    """Fill windows with whole chunks; returns each window's chunks and the index of the first that is its own."""
    packed: list[tuple[list[_Chunk], int]] = []
    at = 0
    while at < len(chunks):
        before = _context(chunks, at, settings)
        taken = chunks[at - before : at]
        room = settings.length - 1 - sum(len(chunk.pieces) + 1 for chunk in taken)
        end = at
        while end < len(chunks) and (len(chunks[end].pieces) + 1 <= room):
            room -= len(chunks[end].pieces) + 1
            end += 1
        if end == at:  # the paragraph fills a window alone
            taken, before, end = [], 0, at + 1
        packed.append(([*taken, *chunks[at:end]], before))
        at = end
    return packed


def _context(chunks: list[_Chunk], at: int, settings: WindowSettings) -> int:
    count = pieces = 0
    while count < at and pieces + len(chunks[at - count - 1].pieces) + 1 <= settings.context:
        pieces += len(chunks[at - count - 1].pieces) + 1
        count += 1
    return count


def _cases(text: str, words: Words) -> IntArray:
    shown = (text[start:end] for start, end in zip(words.start.tolist(), words.end.tolist(), strict=True))
    return np.fromiter((_case(word) for word in shown), np.int64, len(words.start))


def _case(word: str) -> int:
    if word.islower():
        return CASES.index("lower")
    if not word[:1].isalpha():
        return CASES.index("none")
    if len(word) == 1:
        return CASES.index("initial")
    if word.isupper():
        return CASES.index("upper")
    return CASES.index("capitalised" if word[0].isupper() and word[1:].islower() else "mixed")


def _quotes(text: str, words: Words) -> IntArray:
    stretches = quoted_stretches(text)
    inside = np.zeros(len(text) + 1, np.int64)
    for start, end in stretches:
        inside[start:end] = QUOTES.index("inside")
        inside[start] = inside[end - 1] = QUOTES.index("mark")
    return inside[words.start]
