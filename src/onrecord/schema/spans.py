"""A stretch of an article's canonical text."""

from __future__ import annotations

from typing import Self

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """Half-open `[start, end)` in code points of `Article.text`, with the slice that it shows."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.text) or not self.text:
            raise ValueError(f"span [{self.start}, {self.end}) does not fit its text {self.text!r}")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """Slice `text`. Raises ValueError where `[start, end)` is empty or leaves the text."""
        return cls(start, end, text[start:end])

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def shows(self, text: str) -> bool:
        """Is this span the slice of `text` that it claims to be?"""
        return text[self.start : self.end] == self.text
