"""How an article's statements stand after people's corrections: found again at their places, applied in their order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import msgspec

from onrecord.schema import AttributedSpeaker, Attribution, Correction, Place, Reading, Verdict
from onrecord.store.sqlite.places import closest, find_attribution, find_spans

_VERDICTS: dict[str, Verdict] = {
    "accept": "accepted", "reject": "rejected", "respan": "corrected", "reassign": "corrected",
}  # fmt: skip


@dataclass(kw_only=True)
class Standing:
    """A statement as corrections leave it. `machine` is what the machine says there; null where it finds nothing."""

    shown: Attribution
    machine: Attribution | None
    position: int
    verdict: Verdict | None = None
    correction: int | None = None
    reassigned: Correction | None = None


@dataclass(frozen=True)
class Laid:
    """Where one of a correction's places is now: a statement's id; empty for the article as a whole."""

    statement: str
    correction: int
    position: int


class ArticleUnderReview:
    """One article's reading and statements, over which corrections are laid one after the other.

    `pages` are those that give the article. A statement that the machine no longer finds joins `standings`.
    """

    def __init__(self, reading: Reading, pages: Collection[str], standings: Sequence[Standing]) -> None:
        self.standings = list(standings)
        self.laid: list[Laid] = []
        self._reading = reading
        self._pages = pages
        self._known = {standing.shown.id: standing for standing in standings}

    def lay(self, corrections: Iterable[Correction]) -> None:
        """Find the places of all corrections, and apply those in force, in the order in which they come."""
        for correction in corrections:
            for position, place in enumerate(correction.places):
                if place.article == self._reading.article.id or place.page in self._pages:
                    self._lay_at(correction, position, place)

    def _lay_at(self, correction: Correction, position: int, place: Place) -> None:
        if place.statement is None:
            self.laid.append(Laid("", correction.number, position))
            return
        standing = self._known.get(place.statement) or self._look_for(place, correction)
        if standing is None:
            return  # its words are gone; it stays in the log and waits
        self._known[place.statement] = standing
        self.laid.append(Laid(standing.shown.id, correction.number, position))
        if correction.undone_by is None and correction.kind in _VERDICTS:
            self._apply(standing, correction)

    def _look_for(self, place: Place, correction: Correction) -> Standing | None:
        """Return the statement that attributes the place's words; else the one that the log has kept of it."""
        logged = correction.attribution and find_attribution(correction.attribution, self._text)
        content = find_spans(place.content, self._text)
        cue = logged.cue if logged else ()
        found = closest(content, cue, [standing.shown for standing in self.standings]) if content else None
        if found:
            return self._known[found.id]
        affirmed = correction.undone_by is None and correction.kind in _VERDICTS and correction.kind != "reject"
        return self._add(logged, place.statement) if logged and place.statement and affirmed else None

    def _add(self, logged: Attribution, id: str) -> Standing:
        """Put a person's statement among those that the machine finds, where it stands in the text."""
        shown = msgspec.structs.replace(logged, id=id, speakers=self._speakers(logged))
        before = [one.position for one in self.standings if one.shown.content[0] <= shown.content[0]]
        added = Standing(shown=shown, machine=None, position=max(before, default=0))
        self.standings.append(added)
        self._known[id] = added
        return added

    def _apply(self, standing: Standing, correction: Correction) -> None:
        match correction.kind:
            case "accept":
                applied = self._accept(standing, correction)
            case "respan":
                applied = self._respan(standing, correction)
            case "reassign":
                applied = self._reassign(standing, correction)
            case _:
                applied = True
        # What isn't in these words any more was never judged: it is shown as the machine's.
        if applied:
            standing.verdict, standing.correction = _VERDICTS[correction.kind], correction.number

    def _accept(self, standing: Standing, correction: Correction) -> bool:
        if correction.attribution is None:
            return True
        logged = find_attribution(correction.attribution, self._text)
        if logged is None:
            return False
        speakers = self._speakers(logged)
        if _named(speakers) != _named(standing.shown.speakers):
            standing.reassigned = None
        standing.shown = msgspec.structs.replace(logged, id=standing.shown.id, speakers=speakers)
        return True

    def _respan(self, standing: Standing, correction: Correction) -> bool:
        spans = correction.spans
        if spans is None:
            return False
        found = find_spans((*spans.source, *spans.cue, *spans.content), self._text)
        if found is None:
            return False
        cue, content = len(spans.source), len(spans.source) + len(spans.cue)
        form = correction.attribution.form if correction.attribution else standing.shown.form
        standing.shown = msgspec.structs.replace(
            standing.shown, source=found[:cue], cue=found[cue:content], content=found[content:], form=form
        )
        return True

    def _reassign(self, standing: Standing, correction: Correction) -> bool:
        if correction.attribution is None:
            return False
        speakers = self._speakers(correction.attribution)
        standing.shown = msgspec.structs.replace(standing.shown, speakers=speakers)
        standing.reassigned = correction if speakers else None
        return True

    def _speakers(self, logged: Attribution) -> tuple[AttributedSpeaker, ...]:
        """Return who said it, each as the entity that it is in this reading: their ids are one reading's only."""
        names = {entity.id: entity.name for entity in self._reading.entities}
        ids = {name: id for id, name in reversed(names.items())}
        return tuple(
            speaker
            if names.get(speaker.entity) == speaker.name
            else msgspec.structs.replace(speaker, entity=ids.get(speaker.name, ""))
            for speaker in logged.speakers
        )

    @property
    def _text(self) -> str:
        return self._reading.article.text


def _named(speakers: Sequence[AttributedSpeaker]) -> list[tuple[str, str]]:
    return [(speaker.kind, speaker.name) for speaker in speakers]
