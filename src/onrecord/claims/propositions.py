"""What a statement puts forward, with all that it takes to compare it with others and to say who stands where."""

from __future__ import annotations

import msgspec

from onrecord.claims.meanings import Meaning
from onrecord.schema import Stance


class Proposition(msgspec.Struct, frozen=True, kw_only=True):
    """A statement's content as it is compared. `text` is the content verbatim, as one line.

    `start` and `end` say which part of the article `meaning` was read from, `article_place` orders the statements of an
    article. `points` is set where the content only points ("the accusation") and the meaning is another statement's.
    `framed` says that it is named as something that may be true or false ("the claim that …", "the accusation").
    `answers` is set where a denial says in a sentence of its own what is so: it is about what somebody was accused of.
    `reports` is set where the content tells what somebody else said. `vector` is int8 [dimensions], of length 127.
    """

    id: str
    article: str
    keys: tuple[int, ...]
    text: str
    stance: Stance
    speakers: tuple[str, ...]
    names: tuple[str, ...]
    day: str | None
    start: int
    end: int
    points: bool
    reports: bool
    framed: bool
    meaning: Meaning
    vector: bytes
    answers: bool = False
