"""W3C Web Annotation (Recommendation of 23 February 2017): a collection in JSON-LD, one annotation per line.

An attribution's spans are the targets, each with a text-quote and a text-position selector; the body says who, in
which role, and how. Positions count code points, as the Recommendation has it, of the article's canonical text: a
target whose source is the page's address names that text in its state.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, BinaryIO
from uuid import uuid4

import msgspec

from onrecord.schema import AttributedSpeaker, Span
from onrecord.store.exports.rows import StatementRow

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"onrecord": "urn:onrecord:terms:"}]
CONTEXT_CHARACTERS = 32  # on each side of a quotation; what the best-known annotation clients keep
_AGENTS = {"person": "Person", "organisation": "Organization"}
_encode = msgspec.json.Encoder().encode


def write_annotations(rows: Iterable[StatementRow], stream: BinaryIO) -> int:
    """Write one annotation collection, an annotation per row; return how many."""
    name = f"urn:uuid:{uuid4()}"
    head = {"@context": CONTEXT, "id": name, "type": "AnnotationCollection", "generated": _now()}
    page = {"id": f"{name}#page", "type": "AnnotationPage", "partOf": name, "startIndex": 0}
    stream.write(_open(head) + b',"first":' + _open(page) + b',"items":[')
    count = 0
    for count, row in enumerate(rows, start=1):
        stream.write((b",\n" if count > 1 else b"\n") + _encode(annotation_of(row)))
    # JSON's keys have no order, so the total may come last, when it is known.
    stream.write(b'\n]},"total":' + str(count).encode() + b"}\n")
    return count


def annotation_of(row: StatementRow) -> dict[str, Any]:
    """Return one statement as an annotation, without the context that its collection gives."""
    attribution, producer = row.statement.attribution, row.producer
    return {
        "id": f"urn:onrecord:statement:{attribution.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "created": _utc(row.recorded_at),
        "creator": {"type": "Software", "name": producer.model, "onrecord:settings": producer.settings},
        "generator": {"type": "Software", "name": f"OnRecord {producer.onrecord}"},
        "body": [_described(row), _structured(row)],
        "target": list(_targets(row)),
    }


def _described(row: StatementRow) -> dict[str, Any]:
    """Return the body that any annotation client can show: `Dmitry Peskov, Kremlin spokesman (denies)`."""
    speakers = " and ".join(_shown(speaker) for _, speaker in row.speakers) or "Not said by whom"
    attribution = row.statement.attribution
    negated = "not: " if attribution.negated else ""
    value = f"{speakers} ({negated}{attribution.stance})"
    return {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": value}


def _structured(row: StatementRow) -> dict[str, Any]:
    """Return the body for programs: every field of the attribution that is not a place in the text."""
    attribution = row.statement.attribution
    return {
        "type": "onrecord:Attribution",
        "onrecord:form": attribution.form,
        "onrecord:stance": attribution.stance,
        "onrecord:negated": attribution.negated,
        "onrecord:score": attribution.score,
        "onrecord:said_on": attribution.said_on,
        "onrecord:speakers": [_agent(id, speaker) for id, speaker in row.speakers],
    }


def _agent(id: str, speaker: AttributedSpeaker) -> dict[str, Any]:
    type = _AGENTS.get(speaker.kind, f"onrecord:{speaker.kind}")
    return {"id": f"urn:onrecord:speaker:{id}", "type": type, "name": speaker.name, "onrecord:role": speaker.role}


def _targets(row: StatementRow) -> Iterator[dict[str, Any]]:
    attribution = row.statement.attribution
    parts: dict[str, tuple[Span | None, ...]] = {
        "content": attribution.content, "cue": attribution.cue, "source": attribution.source,
        "addressee": (attribution.addressee,), "medium": (attribution.medium,),
    }  # fmt: skip
    for part, spans in parts.items():
        yield from (_target(row, part, span) for span in spans if span is not None)


def _target(row: StatementRow, part: str, span: Span) -> dict[str, Any]:
    article = row.statement.article
    text = f"urn:onrecord:article:{article.id}"
    target: dict[str, Any] = {"type": "SpecificResource", "source": article.url or text, "onrecord:part": part}
    if article.url:
        target["state"] = {"type": "TimeState", "cached": text}
    return {**target, "selector": [_quote(row.text, span), _position(span)]}


def _quote(text: str, span: Span) -> dict[str, Any]:
    before = text[max(0, span.start - CONTEXT_CHARACTERS) : span.start]
    after = text[span.end : span.end + CONTEXT_CHARACTERS]
    return {"type": "TextQuoteSelector", "exact": span.text, "prefix": before, "suffix": after}


def _position(span: Span) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}


def _shown(speaker: AttributedSpeaker) -> str:
    return f"{speaker.name}, {speaker.role}" if speaker.role else speaker.name


def _open(fields: dict[str, Any]) -> bytes:
    """Return an object's JSON without its closing brace, to write more of it later."""
    return _encode(fields)[:-1]


def _utc(iso: str) -> str:
    """Return a time as the Recommendation wants it: xsd:dateTime in UTC, with the Z."""
    return datetime.fromisoformat(iso).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
