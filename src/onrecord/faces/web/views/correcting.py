"""What people said against the machine, in lines: of whom or what, who, when and why; and what one can still say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from onrecord.faces.typed_spans import line_of
from onrecord.faces.web.views.quoting import GAP
from onrecord.schema import Anchor, Correction, CorrectionKind, Letter, Place, Reading, Span, Statement

_LONGEST_WORDS = 160
DONE: dict[CorrectionKind, str] = {
    "merge": "two speakers are one", "split": "one speaker is two", "rename": "shown under another name",
    "accept": "accepted", "reject": "rejected", "respan": "re-spanned", "reassign": "said by somebody else",
    "together": "two statements say the same", "apart": "not the same claim", "no_contest": "no contest",
    "origin": "the story began here", "no_copy": "no copy", "undo": "undone",
}  # fmt: skip


class CorrectionLine(msgspec.Struct, frozen=True, kw_only=True):
    """One correction. `words` are what it is about, `outcome` what it became; `address` is where that is shown."""

    number: int
    kind: CorrectionKind
    done: str
    words: str
    outcome: str | None
    address: str | None
    who: str
    at: str
    because: str
    undoes: int | None
    undone_by: int | None


class SpansForm(msgspec.Struct, frozen=True, kw_only=True):
    """A statement's spans as lines that one can edit; see `typed_spans`."""

    source: tuple[str, ...]
    cue: tuple[str, ...]
    content: tuple[str, ...]


class Correcting(msgspec.Struct, frozen=True, kw_only=True):
    """What was said of a statement, and what the forms for the next word on it begin with.

    `seen` is the number of its last correction in force, 0 for none. `letter` is the one that is being answered.
    """

    seen: int
    spans: SpansForm
    suggested: tuple[str, ...]
    history: tuple[CorrectionLine, ...]
    letters: tuple[Letter, ...] = ()
    letter: Letter | None = None


def correcting(
    statement: Statement, reading: Reading, history: Iterable[Correction],
    *, letters: Sequence[Letter] = (), letter: Letter | None = None,
) -> Correcting:  # fmt: skip
    """Lay out what the forms on a statement need; suggested are the article's own speakers."""
    one = statement.attribution
    named = (entity.name for entity in reading.entities if entity.kind != "unnamed")
    return Correcting(
        seen=seen_of(statement),
        spans=SpansForm(source=_lines(one.source), cue=_lines(one.cue), content=_lines(one.content)),
        suggested=tuple(dict.fromkeys(named)), history=tuple(map(correction_line, history)),
        letters=tuple(letters), letter=letter,
    )  # fmt: skip


def correction_lines(shown: Iterable[Correction], log: Iterable[Correction]) -> tuple[CorrectionLine, ...]:
    """Tell corrections out of a log."""
    roots: dict[int, Correction] = {}
    for one in log:  # the earliest first: what is undone is there already
        roots[one.number] = one if one.undoes is None else roots.get(one.undoes, one)
    return tuple(correction_line(one, roots.get(one.number)) for one in shown)


def seen_of(statement: Statement) -> int:
    """Return the number of the statement's last correction in force, 0 for none."""
    return statement.review.correction if statement.review else 0


def correction_line(correction: Correction, root: Correction | None = None) -> CorrectionLine:
    """Tell one correction; an undo is about what its `root` is about, which it undoes, or puts in force again."""
    about = root or correction
    return CorrectionLine(
        number=correction.number, kind=correction.kind, done=DONE[correction.kind], words=_about(about),
        outcome=_outcome(correction), address=_address(about), who=correction.who, at=correction.at,
        because=correction.because, undoes=correction.undoes, undone_by=correction.undone_by,
    )  # fmt: skip


def _about(correction: Correction) -> str:
    if correction.places:
        return _shortened(" · ".join(map(_place, correction.places)))
    return _shortened(" and ".join(_name(anchors) for anchors in correction.subjects if anchors))


def _outcome(correction: Correction) -> str | None:
    match correction.kind:
        case "respan":
            return _shortened(GAP.join(span.text for span in correction.spans.content)) if correction.spans else None
        case "reassign":
            return ", ".join(correction.names) or "nobody whom the page names"
        case "rename" | "split":
            return ", ".join(correction.names) or None
        case _:
            return None


def _address(correction: Correction) -> str | None:
    if correction.places:
        place = correction.places[0]
        return f"/statements/{place.statement}" if place.statement else f"/articles/{place.article}"
    anchors = next((anchors for anchors in correction.subjects if anchors), None)
    return f"/speakers/{anchors[0].speaker}" if anchors else None


def _place(place: Place) -> str:
    return GAP.join(span.text for span in place.content) or place.article


def _name(anchors: Sequence[Anchor]) -> str:
    return anchors[0].name


def _lines(spans: Iterable[Span]) -> tuple[str, ...]:
    return tuple(map(line_of, spans))


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_WORDS else words[: _LONGEST_WORDS - 2] + " …"
