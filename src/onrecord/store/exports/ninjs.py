"""IPTC ninjs 3.0, one article to a line: its headline, byline and body, and its statements as associated components.

The standard's schema allows no names of one's own at any level, so nothing here has one. A statement is an item of the
type "component" among the associations: the words that were said are its bodies, whoever said them its `by` and its
people or organisations, and one more body holds all of the attribution as JSON. Own meanings are roles and profiles,
which the standard leaves to the sender: they begin with "onrecord" or "urn:onrecord:terms:".
https://iptc.org/std/ninjs/
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, BinaryIO

import msgspec

from onrecord.schema import Article, AttributedSpeaker, BlockKind, Caption
from onrecord.store.exports.json_lines import json_of
from onrecord.store.exports.rows import StatementRow

STANDARD = {
    "name": "ninjs", "version": "3.0", "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json",
}  # fmt: skip
TERMS = "urn:onrecord:terms:"
ARTICLE_PROFILE = "onrecord-article"
STATEMENT_PROFILE = "onrecord-statement"
_OPENING: dict[BlockKind, str] = {
    "headline": '<h1 class="headline">', "byline": '<p class="byline">', "dateline": '<p class="dateline">',
    "subheading": "<h2>", "quote": "<blockquote>", "list_item": "<li>",
    "note": '<p class="note">',
}  # fmt: skip
_PEOPLE = {"person": "people", "organisation": "organisations", "group": "organisations"}
_encode = msgspec.json.Encoder().encode


def write_ninjs(rows: Iterable[StatementRow], stream: BinaryIO) -> int:
    """Write one object per article that has a statement among the rows; return how many statements.

    An article's statements needn't follow each other, so what is written is held until the last row has come.
    """
    items: dict[str, bytes] = {}
    components: dict[str, list[bytes]] = {}
    count = 0
    for count, row in enumerate(rows, start=1):  # noqa: B007, it is the answer
        article = row.article
        if article.id not in items:
            items[article.id] = _encode(article_item(article))[:-1]
        components.setdefault(article.id, []).append(_encode(statement_item(row)))
    for id, item in items.items():
        stream.write(item + b',"associations":[' + b",".join(components[id]) + b"]}\n")
    return count


def article_item(article: Article) -> dict[str, Any]:
    """Return an article as a ninjs object, without its statements."""
    body, words = body_of(article), article.text.split()
    item: dict[str, Any] = {
        "uri": f"urn:onrecord:article:{article.id}",
        "standard": STANDARD,
        "type": "text",
        "representationType": "full",
        "profile": ARTICLE_PROFILE,
        **_moments(article),
        "language": article.language,
        "headlines": [{"role": "main", "value": article.headline}] if article.headline else None,
        "by": _byline(article),
        "bodies": [
            {
                "role": "main", "contentType": "text/html", "charCount": len(article.text), "wordCount": len(words),
                "value": body,
            }
        ],
        "infoSources": list(_makers(article)) or None,
        "subjects": [{"name": article.section, "rel": "section"}] if article.section else None,
        "renditions": _rendition(article),
    }  # fmt: skip
    return {name: value for name, value in item.items() if value is not None}


def statement_item(row: StatementRow) -> dict[str, Any]:
    """Return a statement as an associated object: what was said, by whom, and the whole attribution as JSON."""
    attribution = row.statement.attribution
    speakers = " and ".join(_described(speaker) for _, speaker in row.speakers)
    told = {name: value for name, value in json_of(row).items() if name != "article"}
    producer = f"{row.producer.model}, OnRecord {row.producer.onrecord}"
    item: dict[str, Any] = {
        "name": f"{speakers or 'Not said by whom'} ({'not: ' if attribution.negated else ''}{attribution.stance})",
        "uri": f"urn:onrecord:statement:{attribution.id}",
        "type": "component",
        "representationType": "full",
        "profile": STATEMENT_PROFILE,
        "by": speakers or None,
        "bodies": [
            *({"role": "content", "contentType": "text/plain", "value": span.text} for span in attribution.content),
            {"role": TERMS + "attribution", "contentType": "application/json", "value": _encode(told).decode()},
        ],
        "infoSources": [{"name": producer, "role": TERMS + "producer"}],
        **_speakers(row),
    }
    return {name: value for name, value in item.items() if value is not None}


def body_of(article: Article) -> str:
    """Return all that an article shows as HTML, block by block: read again, it gives the same text and blocks."""
    parts: list[str] = []
    for listed, shown in groupby(_shown(article), key=lambda part: part[0]):
        inside = "".join(part for _, part in shown)
        parts.append(f"<ul>{inside}</ul>" if listed else inside)
    return f"<article>{''.join(parts)}</article>"


def _shown(article: Article) -> Iterator[tuple[bool, str]]:
    """Every block as HTML, and whether it is an item of a list; pictures without a caption stand where they stood."""
    captions = {caption.start: caption for caption in article.captions if caption.text}
    bare = [caption for caption in article.captions if not caption.text]
    yield from ((False, _figure("", caption)) for caption in bare if caption.start == 0)
    for block in article.blocks:
        text = html.escape(article.text[block.start : block.end], quote=False)
        if block.kind == "caption":
            yield False, _figure(text, captions.get(block.start))
        else:
            opening = _OPENING.get(block.kind, "<p>")
            yield block.kind == "list_item", f"{opening}{text}</{opening[1:-1].partition(' ')[0]}>"
        yield from ((False, _figure("", caption)) for caption in bare if caption.start == block.end)


def _figure(text: str, caption: Caption | None) -> str:
    credit = html.escape((caption.credit if caption else None) or "", quote=False)
    return f'<figure><figcaption>{text}</figcaption><div class="credit">{credit}</div></figure>'


def _moments(article: Article) -> dict[str, Any]:
    """Times are date-times in ninjs; a day is told by a role of our own, never as its midnight, and so is the rest."""
    published, modified = article.published or "", article.modified or ""
    timed = "T" in published
    told = [("published", published)] if published and not timed else []
    if modified and not (timed and "T" in modified):
        told.append(("modified", modified))
    told += [("live", "true")] if article.live else []
    told += [] if article.paywalled is None else [("paywalled", str(article.paywalled).lower())]
    described = [{"role": TERMS + name, "contentType": "text/plain", "value": value} for name, value in told]
    return {
        "firstCreated": published if timed else None,
        "versionCreated": (modified if "T" in modified else published) if timed else None,
        "descriptions": described or None,
    }


def _byline(article: Article) -> str | None:
    lines = [article.text[block.start : block.end] for block in article.blocks if block.kind == "byline"]
    return "; ".join(lines) or ", ".join(article.authors) or None


def _makers(article: Article) -> Iterator[dict[str, str]]:
    for author in article.authors:
        yield {"name": author, "role": TERMS + "author"}
    for role, name in (("agency", article.agency), ("publisher", article.publisher)):
        if name:
            yield {"name": name, "role": TERMS + role}


def _rendition(article: Article) -> list[dict[str, str]] | None:
    return [{"name": "web", "href": article.url, "contentType": "text/html"}] if article.url else None


def _speakers(row: StatementRow) -> dict[str, list[dict[str, str]]]:
    """Named speakers where ninjs has its parties; an unnamed source is in `by` alone."""
    parties: dict[str, list[dict[str, str]]] = {}
    for id, speaker in row.speakers:
        if speaker.kind in _PEOPLE:
            party = {"name": speaker.name, "rel": "speaker", "uri": f"urn:onrecord:speaker:{id}"}
            parties.setdefault(_PEOPLE[speaker.kind], []).append(party)
    return parties


def _described(speaker: AttributedSpeaker) -> str:
    return f"{speaker.name}, {speaker.role}" if speaker.role else speaker.name
