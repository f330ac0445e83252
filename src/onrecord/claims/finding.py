"""Readings become propositions: what each statement puts forward, in comparable pieces, with the keys to propose by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from onrecord.claims.codebook import load_codebook
from onrecord.claims.keys import CELLS, article_key, keys_of
from onrecord.claims.meanings import Meaning, affirmed, find_meaning
from onrecord.claims.names import country_of
from onrecord.claims.pointing import names_a_claim, pointed_at, points_back
from onrecord.claims.propositions import Proposition
from onrecord.claims.wordings import Voice, put_forward, says_itself, with_names, with_subject
from onrecord.language.embedder import Embedder
from onrecord.schema import Attribution, Reading, Stance, speaker_id

_SCALE: Final = 127
_FEWEST_TERMS: Final = 2


@dataclass(frozen=True)
class _Read:
    """A statement of which the wording is known, before anything is embedded."""

    attribution: Attribution
    stance: Stance
    wording: str
    start: int
    end: int
    meaning: Meaning
    points: bool
    framed: bool
    answers: bool


def find_propositions(readings: Sequence[Reading], embedder: Embedder) -> list[list[Proposition]]:
    """Return what the statements of each reading put forward, in order. Raises ModelUnavailable.

    A statement that takes no stand ("did not confirm", "would not say whether") and one that says too little to be
    compared ("yes", "great") has none.
    """
    read = [_read_statements(reading) for reading in readings]
    wordings = [affirmed(one.wording) for statements in read for one in statements]
    vectors = embedder.embed(wordings) if wordings else np.zeros((0, embedder.dimensions), np.float32)
    codebook = load_codebook()
    cells = codebook.nearest(vectors, CELLS)
    found: list[list[Proposition]] = []
    at = 0
    for reading, statements in zip(readings, read, strict=True):
        propositions: list[Proposition] = []
        for one in statements:
            keys = keys_of(one.meaning, [int(cell) for cell in cells[at]], codebook)
            vector = np.rint(vectors[at] * _SCALE).astype(np.int8).tobytes()
            propositions.append(
                _proposition(reading, one, tuple(sorted({article_key(reading.article.id), *keys})), vector)
            )
            at += 1
        found.append(propositions)
    return found


def _read_statements(reading: Reading) -> list[_Read]:
    ordered = sorted(reading.attributions, key=lambda one: (min(span.start for span in one.spans), one.id))
    known = _known_places(reading)
    read: list[_Read] = []
    for number, attribution in enumerate(ordered):
        meant = attribution
        if points_back(attribution):
            target = pointed_at(attribution, ordered[:number], reading.article.text)
            if target is None:
                continue
            meant = target
        if attribution.negated:
            continue
        statement = _read(attribution, meant, known)
        if _says_enough(statement.meaning) and (statement.meaning.clause or not statement.points):
            read.append(statement)
    return read


def _says_enough(meaning: Meaning) -> bool:
    """Two terms at least, and not only names: to support "Mr. Cruz" is no claim."""
    terms = set(meaning.terms)
    return len(terms) + len(meaning.quantities) >= _FEWEST_TERMS and bool(terms - set(meaning.names))


def _known_places(reading: Reading) -> list[tuple[int, int, str]]:
    return sorted(
        (mention.start, mention.end, entity.name)
        for entity in reading.entities
        for mention in entity.mentions
        if mention.form == "pronoun"
    )


def _read(attribution: Attribution, meant: Attribution, known: Sequence[tuple[int, int, str]]) -> _Read:
    content = _one_line(" ".join(span.text for span in meant.content))
    framed = put_forward(content, meant.stance)
    voice = _voice(meant)
    # Places count in the content as one line, which is as long as the article's slice wherever it is one span.
    start = meant.content[0].start + framed.skipped
    places = [(begin - start, end - start, name) for begin, end, name in known if begin >= start]
    places = places if len(meant.content) == 1 and len(content) == len(meant.content[0].text) else []
    named = with_names(framed.text, places, voice)
    wording = with_subject(named, meant.stance, voice.name)
    clause = wording != named or (meant.stance == "expects" and " to " in f" {named}")
    itself = meant is attribution and says_itself(content, attribution.stance)
    return _Read(
        attribution=attribution,
        stance="asserts" if itself else attribution.stance,
        wording=wording,
        start=min(start, meant.content[-1].end - 1),
        end=meant.content[-1].end,
        meaning=find_meaning(wording, denied=framed.denied, clause=clause),
        points=meant is not attribution,
        framed=framed.framed or (meant is not attribution and names_a_claim(attribution)),
        answers=itself,
    )


def _voice(attribution: Attribution) -> Voice:
    if len(attribution.speakers) != 1:
        return Voice("", "", attribution.form == "direct")
    speaker = attribution.speakers[0]
    country = country_of(speaker.name)
    return Voice(country.title() if country else speaker.name, speaker.kind, attribution.form == "direct")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _proposition(reading: Reading, one: _Read, keys: tuple[int, ...], vector: bytes) -> Proposition:
    attribution = one.attribution
    return Proposition(
        id=attribution.id,
        article=reading.article.id,
        keys=keys,
        text=_one_line(" ".join(span.text for span in attribution.content)),
        stance=one.stance,
        speakers=tuple(speaker_id(speaker.kind, speaker.name) for speaker in attribution.speakers),
        names=tuple(speaker.name for speaker in attribution.speakers),
        day=attribution.said_on or (reading.article.published or "")[:10] or None,
        start=one.start,
        end=one.end,
        points=one.points,
        reports=_reports(one, reading.attributions),
        framed=one.framed,
        meaning=one.meaning,
        vector=vector,
        answers=one.answers,
    )


def _reports(one: _Read, attributions: Sequence[Attribution]) -> bool:
    """Does it tell what another said? "Smith said that Trump denied that he lied" asserts no lie."""
    mine = {speaker.entity for speaker in one.attribution.speakers}
    return any(
        other.id != one.attribution.id
        and any(one.start <= cue.start and cue.end <= one.end for cue in other.cue)
        and not (mine & {speaker.entity for speaker in other.speakers})
        for other in attributions
    )
