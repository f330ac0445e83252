"""Numbers with their nouns."""

from __future__ import annotations


def count_of(number: int, noun: str, plural: str | None = None) -> str:
    """Return `1 statement`, `1,204 statements`, `2 stories` (where the plural is given)."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
