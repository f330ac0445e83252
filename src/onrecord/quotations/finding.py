"""What reconciling keeps of a quotation to find it in other articles."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from onrecord.quotations.commonness import is_rare
from onrecord.quotations.passages import quoted_text, stretches_of
from onrecord.quotations.words import words_of
from onrecord.schema import Article, Attribution, Reading, SpeakerKind

_FEWEST: Final = 3


class Voice(msgspec.Struct, frozen=True, array_like=True):
    """Who is quoted, as the article has it."""

    name: str
    kind: SpeakerKind


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """A statement's quoted words: `id` is the statement's, `text` its passages, joined by ` … `.

    `voices` are those who are named; none where the page leaves open who speaks. `day` is when it was said, or else
    when the article came out (ISO date).
    """

    id: str
    article: str
    keys: tuple[int, ...]
    text: str
    voices: tuple[Voice, ...]
    day: str | None


def find_quotations(reading: Reading) -> list[Quotation]:
    """Return a quotation for every statement with three quoted words or more, in text order."""
    stretches = stretches_of(reading.article.text)
    found = (_quotation(reading.article, stretches, attribution) for attribution in reading.attributions)
    return [quotation for quotation in found if quotation is not None]


def _quotation(
    article: Article, stretches: Sequence[tuple[int, int]], attribution: Attribution
) -> Quotation | None:  # fmt: skip
    text = quoted_text(article.text, stretches, attribution.content)
    words = [word.form for word in words_of(text) if not word.editorial]
    if len(words) < _FEWEST:
        return None
    return Quotation(
        id=attribution.id, article=article.id, keys=tuple(sorted(set(_keys(words)))), text=text,
        voices=tuple(Voice(one.name, one.kind) for one in attribution.speakers if one.kind != "unnamed"),
        day=attribution.said_on or (article.published or "")[:10] or None,
    )  # fmt: skip


def _keys(words: Sequence[str]) -> Iterator[int]:
    """Give three words in a row of which two are rare, and four with a rare one; what is common finds too much."""
    for at in range(len(words) - 2):
        three, four = words[at : at + 3], words[at : at + 4]
        if sum(map(is_rare, three)) >= 2:
            yield _hashed(three)
        if len(four) == 4 and any(map(is_rare, four)):
            yield _hashed(four)


def _hashed(words: Sequence[str]) -> int:
    digest = hashlib.blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
