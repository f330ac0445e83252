"""What a wire format says of one story, before it is laid out as an article; and what its status forbids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from itertools import takewhile

from onrecord.articles.agencies import known_agency
from onrecord.articles.bylines import byline_names
from onrecord.articles.compose import Metadata, Piece, canonical, compose_article
from onrecord.articles.headlines import squeeze
from onrecord.articles.wire.moments import wire_moment
from onrecord.schema import Article, Furniture, FurnitureReason, Rejection

_SPOKEN = frozenset(("paragraph", "list_item", "quote"))
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?=[-_]|$)")
# "MOSCOW (AP) — Putin said", "Frankfurt/Main (dpa) - Der Preis".
_CITY_AND_AGENCY = re.compile(r"[^()\n]{2,60}\(([^()]{2,30})\)\s*[-–—]")
_HEAD = 6
"""Pieces at a body's beginning in which senders repeat the headline, the byline and the dateline."""
# "CORRECTS spelling of the minister's name", "Korrigiert Zahl im 3. Absatz", "Rectificatif: …", "CLARIFICATION".
_CORRECTION = re.compile(
    r"\b(?:correct(?:s|ed|ing|ions?)|clarif(?:ies|ied|ication)|amends|korrigiert|korrektur|berichtig(?:t|ung)"
    r"|rectificati(?:f|on)|corrige|corrección|rättelse|rettelse|rectificatie)\b|^corr(?:ección|igé)?\b",
    re.IGNORECASE,
)


@dataclass(kw_only=True)
class Story:
    """One story, format by format the same fields. `notes` tell readers of corrections, `furniture` is all else."""

    headline: str | None = None
    subheadlines: list[str] = field(default_factory=list[str])
    bylines: list[str] = field(default_factory=list[str])
    dateline: str | None = None
    summary: str | None = None
    body: list[Piece] = field(default_factory=list[Piece])
    captions: list[Piece] = field(default_factory=list[Piece])
    notes: list[str] = field(default_factory=list[str])
    furniture: list[Furniture] = field(default_factory=list[Furniture])
    section: str | None = None
    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
    agency: str | None = None
    publisher: str | None = None
    language: str | None = None
    url: str | None = None
    paywalled: bool | None = None
    live: bool = False
    complete: bool = False
    """Has the body the headline, the byline and all else that the article shows, in their order?"""

    def fill(self, other: Story) -> None:
        """Take from another account of the story what this one doesn't say: the envelope first, then the letter."""
        for slot in fields(self):
            ours, theirs = getattr(self, slot.name), getattr(other, slot.name)
            if slot.name in ("furniture", "notes"):
                ours.extend(piece for piece in theirs if piece not in ours)
            elif not ours and theirs:
                setattr(self, slot.name, theirs)

    def leave_out(self, reason: FurnitureReason, *texts: str | None) -> None:
        """Keep what is said of the story and is not the story: slug lines, rights, advice to editors."""
        for text in texts:
            shown = canonical(text) if text else ""
            if shown and all(kept.text != shown for kept in self.furniture):
                self.furniture.append(Furniture(shown, reason))

    def add_note(self, text: str | None) -> None:
        """Keep a note to editors, which readers never see: furniture, and known for a correction if it tells of one."""
        self.leave_out("correction_notice" if text and _CORRECTION.search(text) else "other", text)

    def embargo(self, until: str | None) -> None:
        if until:
            self.leave_out("metadata", f"embargoed until {wire_moment(until) or until}")


def compose_story(story: Story) -> Article | Rejection:
    """Lay a story out: headline, subheadlines, byline, dateline, summary, body, captions, each once."""
    pieces = story.body if story.complete else _laid_out(story)
    if not any(piece.kind in _SPOKEN and canonical(piece.text) for piece in pieces):
        what = f"“{story.headline}” has no text" if story.headline else "it has no text"
        return Rejection("articles", "empty", f"{what}, only what is said about it: ask for the whole item")
    return compose_article(pieces, _metadata(story), story.furniture)


def withdrawn(status: str | None) -> Rejection | None:
    """What an item's status forbids: canceled copy is taken back, withheld copy isn't out yet."""
    code = (status or "").rpartition(":")[2].rpartition("/")[2].strip().casefold()
    if code in ("canceled", "cancelled", "kill", "killed"):
        detail = "its sender has cancelled it: what was read from earlier versions of it should not be relied on"
        return Rejection("articles", "withdrawn", detail)
    if code == "withheld":
        return Rejection("articles", "withheld", "its sender withholds it: wait for the version that is usable")
    return None


def agency_in(texts: Iterable[str | None]) -> str | None:
    """The first known agency in the names that an item gives of who made it."""
    return next((agency for text in texts if text and (agency := known_agency(text))), None)


def _laid_out(story: Story) -> list[Piece]:
    _learn_from_body(story)
    body = _without_repeats(story)
    if not any(piece.kind in _SPOKEN for piece in body):
        return []
    shown = squeeze("".join(piece.text for piece in body if piece.kind == "caption"))
    captions = [piece for piece in story.captions if squeeze(piece.text) not in shown]
    notes = [Piece("note", note) for note in story.notes]
    return [*_head(story, body), *body, *notes, *captions]


def _learn_from_body(story: Story) -> None:
    """Take what only the body says: its h1 is the headline, its byline names people, "BERLIN (dpa) -" an agency."""
    titles = [piece.text for piece in story.body if piece.kind == "headline"]
    story.headline = story.headline or next(iter(titles), None)
    bylines = [piece.text for piece in takewhile(lambda piece: piece.kind not in _SPOKEN, story.body)
               if piece.kind == "byline"]  # fmt: skip
    story.authors = story.authors or tuple(name for line in bylines for name in byline_names(line))
    opening = next((piece.text for piece in story.body if piece.kind in _SPOKEN), "")
    placed = _CITY_AND_AGENCY.match(opening)
    story.agency = story.agency or agency_in([*bylines, placed[1] if placed else None])


def _head(story: Story, body: list[Piece]) -> Iterator[Piece]:
    """What stands above the body, as far as the body doesn't begin with it."""
    above = [piece.kind for piece in takewhile(lambda piece: piece.kind not in _SPOKEN, body)]
    opening = squeeze(" ".join(piece.text for piece in body if piece.kind in _SPOKEN))
    if story.headline:
        yield Piece("headline", story.headline)
    yield from (Piece("subheading", line) for line in story.subheadlines if line != story.headline)
    if "byline" not in above:
        yield from (Piece("byline", line) for line in story.bylines)
    if story.dateline and "dateline" not in above and not opening.startswith(squeeze(story.dateline)):
        yield Piece("dateline", story.dateline)
    if story.summary:
        # A summary is often the body's beginning, cut off anywhere: its first words tell.
        known = squeeze(story.summary)[:80] in opening[:2000] or squeeze(story.summary) == squeeze(story.headline or "")
        story.leave_out("duplicate", story.summary if known else None)
        yield from () if known else (Piece("paragraph", story.summary),)


def _without_repeats(story: Story) -> list[Piece]:
    """The body without the lines at its beginning that say the headline, subheadlines and byline once more."""
    said = {squeeze(line) for line in (story.headline or "", *story.subheadlines, *story.bylines)} - {""}
    body: list[Piece] = []
    for number, piece in enumerate(story.body):
        repeated = number < _HEAD and piece.kind != "caption" and squeeze(piece.text) in said
        if not repeated:
            body.append(Piece("subheading", piece.text) if piece.kind == "headline" else piece)
    return body


def _metadata(story: Story) -> Metadata:
    """The fields as they show; whoever sends the story is not one of its authors, also where the byline names it."""
    sender = squeeze(story.publisher or "")
    authors = story.authors if story.complete else [name for name in story.authors if squeeze(name) != sender]
    language = _LANGUAGE.match(story.language or "")

    def shown(text: str | None) -> str | None:
        return (canonical(text) or None) if text else None

    return Metadata(
        headline=shown(story.headline), section=shown(story.section), published=story.published,
        modified=story.modified, authors=tuple(filter(None, map(canonical, authors))),
        agency=shown(story.agency), publisher=shown(story.publisher), url=shown(story.url),
        language=language[1].lower() if language else None, paywalled=story.paywalled, live=story.live,
    )  # fmt: skip
