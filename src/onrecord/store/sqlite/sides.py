"""Claims as they are asked for: their sides, with who stands there now, people's corrections applied."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple, get_args

import msgspec

from onrecord.schema import OPPOSING, SUPPORTING, Claim, Side, SpeakerReference, Stance
from onrecord.store.sqlite.groups import CLAIMS
from onrecord.store.sqlite.matching import words_query
from onrecord.store.sqlite.packing import as_list

_ORDER: tuple[str, ...] = get_args(Stance)


class _Place(NamedTuple):
    """A statement's place in a claim. `origin` is its story, or its article where no other carries the same."""

    stance: str
    number: int
    statement: str
    day: str | None
    origin: int | str


class _Voice(NamedTuple):
    """Who makes a statement: the speaker across articles, or an unnamed one of the article."""

    speaker: str
    name: str
    kind: str


_PLACES = """
    SELECT role, said.number, said.id, said.day,
      coalesce((SELECT min(story) FROM article_stories WHERE article_stories.article = said.article), said.article)
    FROM link_members JOIN link_items ON link_items.number = item
    JOIN counted_statements AS said ON said.article = link_items.article AND said.id = link_items.id
    WHERE collection = ? ORDER BY said.day NULLS LAST, said.article, said.position"""
_VOICES = """
    SELECT statement, speaker, name, kind FROM counted_speakers
    WHERE statement IN (SELECT value FROM json_each(?)) ORDER BY statement, position"""
_MARKED = """
    SELECT 1 FROM link_members JOIN link_items ON link_items.number = item JOIN claim_marks ON statement = link_items.id
    WHERE collection = ? LIMIT 1"""


def select_claim(connection: sqlite3.Connection, group: int) -> Claim:
    """Return a claim by the number of its group."""
    query = "SELECT id, about FROM link_groups WHERE number = ?"
    id, wording = connection.execute(query, (group,)).fetchone()
    places = [_Place(*row) for row in connection.execute(_PLACES, (group,))]
    voices = _voices(connection, [place.number for place in places])
    sides = tuple(
        _side(stance, [place for place in places if place.stance == stance], voices)
        for stance in sorted({place.stance for place in places}, key=_ORDER.index)
    )
    disputed = is_disputed(sides) and connection.execute(_MARKED, (group,)).fetchone() is None
    return Claim(claim=id, wording=wording, sides=sides, contested=disputed)


def _voices(connection: sqlite3.Connection, statements: list[int]) -> dict[int, list[_Voice]]:
    voices: dict[int, list[_Voice]] = {}
    for statement, *voice in connection.execute(_VOICES, (as_list(statements),)):
        voices.setdefault(statement, []).append(_Voice(*voice))
    return voices


def _side(stance: str, places: list[_Place], voices: dict[int, list[_Voice]]) -> Side:
    days = [place.day for place in places if place.day]
    return Side(
        stance=msgspec.convert(stance, Stance),
        speakers=_speakers((place, voice) for place in places for voice in voices.get(place.number, ())),
        statements=tuple(place.statement for place in places),
        origins=len({place.origin for place in places}),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def _speakers(heard: Iterable[tuple[_Place, _Voice]]) -> tuple[SpeakerReference, ...]:
    """Name everybody once, those with the most statements first."""
    counts: dict[tuple[int | str, str], int] = {}
    shown: dict[tuple[int | str, str], SpeakerReference] = {}
    for place, voice in heard:
        # "A senior official" is somebody else in every article, but the same in every copy of one wire story.
        who = (place.origin, voice.name.casefold()) if voice.kind == "unnamed" else (voice.speaker, "")
        counts[who] = counts.get(who, 0) + 1
        shown.setdefault(who, SpeakerReference(id=voice.speaker, name=voice.name))
    return tuple(shown[who] for who in sorted(shown, key=lambda who: (-counts[who], shown[who].name, shown[who].id)))


def is_disputed(sides: Iterable[Side]) -> bool:
    """Do different speakers stand on a supporting and an opposing side? Somebody who took a denial back disputes
    nothing with themselves, and where the page doesn't say who denies, nobody is known to."""
    supporting, opposing = set[str](), set[str]()
    for side in sides:
        if side.stance in SUPPORTING:
            supporting.update(speaker.id for speaker in side.speakers)
        elif side.stance in OPPOSING:
            opposing.update(speaker.id for speaker in side.speakers)
    return bool(supporting and opposing) and len(supporting | opposing) > 1


_ABOUT = """
    AND number IN (SELECT collection FROM statement_texts
      JOIN counted_statements AS said ON said.number = statement_texts.rowid
      JOIN link_items ON link_items.part = 'claims' AND link_items.id = said.id
      JOIN link_members ON link_members.item = link_items.number WHERE statement_texts MATCH ?)"""


def select_contested(connection: sqlite3.Connection, about: str | None, limit: int | None) -> Iterator[Claim]:
    """Give the contested claims, those with the most independent origins on their smaller side first."""
    condition, values = "", [CLAIMS]
    if about is not None:
        words = words_query(about)
        if words is None:
            return
        condition, values = _ABOUT, [CLAIMS, words]
    query = f"SELECT number FROM link_groups WHERE part = ? AND weight > 0 {condition} ORDER BY weight DESC, id"
    given = 0
    for (group,) in connection.execute(query, values):
        claim = select_claim(connection, group)
        if claim.contested:
            yield claim
            given += 1
        if given == limit:
            return
