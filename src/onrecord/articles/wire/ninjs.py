"""IPTC ninjs, news in JSON: versions 1.0 to 3.x, and Superdesk's variety of 1.x.

https://iptc.org/std/ninjs/. 1.x has `headline`, `byline` and `body_text`; 2.x `headlines`, `by` and `bodies` in lists
with roles, names in lower case; 3.x the same names in camelCase. Read without regard to case, 2 and 3 are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from onrecord.articles.bylines import byline_names
from onrecord.articles.compose import Piece
from onrecord.articles.wire.json_values import (
    Fields,
    fields_of,
    items_of,
    parse_json_page,
    raw_text_in,
    text_in,
    texts_in,
)
from onrecord.articles.wire.markup import caption_piece, is_marked_up, plain_words, read_html, read_text
from onrecord.articles.wire.moments import later, wire_moment
from onrecord.articles.wire.nitf import read_nitf
from onrecord.articles.wire.story import Story, agency_in, withdrawn
from onrecord.articles.wire.xml import local_name, parse_xml
from onrecord.schema import Page, Rejection

OWN_PROFILE = "onrecord-article"
"""The `profile` of an item that OnRecord wrote: its body shows all that the article shows, in its order."""
OWN_TERMS = "urn:onrecord:terms:"
_READ_VERSIONS = ("1", "2", "3")
_TEXT_TYPES = ("text", "composite", "component", "")
_PICTURED = ("picture", "graphic", "photo")
_MAIN = ("", "main", "headline", "text", "title")
_VERSION = re.compile(r"(\d+)(?:\.\d+)*")


def read_ninjs_page(page: Page) -> Story | Rejection:
    """Read a page that is one ninjs object, or a list with one."""
    parsed = parse_json_page(page)
    if isinstance(parsed, Rejection):
        return parsed
    item = next((fields for value in items_of(parsed) if (fields := lower_cased(value))), None)
    if item is None:
        return Rejection("articles", "not_an_article", "its JSON is no object: ninjs is one object for each item")
    return read_ninjs(item)


def read_ninjs(item: Fields) -> Story | Rejection:
    """Read a ninjs object whose names are in lower case."""
    rejection = _refuse(item)
    if rejection:
        return rejection
    story = Story(language=text_in(item.get("language")), complete=item.get("profile") == OWN_PROFILE)
    _read_lines(story, item)
    _read_moments(story, item)
    _read_makers(story, item)
    _read_subjects(story, item)
    _read_rights(story, item)
    story.url = _address(item)
    story.body = _read_body(item)
    story.captions = list(_captions(item))
    return story


def lower_cased(value: Any) -> Fields:
    """An object with its names in lower case: `versionCreated` of 3.0 is `versioncreated` of 1.x and 2.0."""
    return {name.lower(): held for name, held in fields_of(value).items()}


def _refuse(item: Fields) -> Rejection | None:
    standard = lower_cased(item.get("$standard") or item.get("standard"))
    version = _VERSION.match(text_in(standard.get("version")) or "")
    if version and version[1] not in _READ_VERSIONS:
        detail = f"it is ninjs {version[0]}; OnRecord reads 1.x, 2.x and 3.x: ask for one of these"
        return Rejection("articles", "unknown_version", detail)
    kind = text_in(item.get("type")) or ""
    if kind not in _TEXT_TYPES and not any(True for _ in _bodies(item)):
        detail = f"it is an item of the type {kind!r}: there is no text to read"
        return Rejection("articles", "not_an_article", detail)
    return withdrawn(text_in(item.get("pubstatus")))


# --- what stands above the body


def _read_lines(story: Story, item: Fields) -> None:
    headlines = [("", line) for line in texts_in(item.get("headline"))]
    headlines += list(_with_roles(item, "headlines", "headline_"))
    if not story.complete:
        headlines = [(role, plain_words(line)) for role, line in headlines]
    main = next((pair for pair in headlines if pair[0] in _MAIN), headlines[0] if headlines else None)
    story.headline = main[1] if main else text_in(item.get("title"))
    for role, line in headlines:
        if "sub" in role:
            story.subheadlines.append(line)
        elif line != story.headline:
            story.leave_out("metadata", line)
    story.bylines = list(_bylines(item))
    story.dateline = next(texts_in(item.get("dateline"), "text"), None)
    leads = (plain_words(text) for role, text in _descriptions(item) if role in ("lead", "preamble", "intro"))
    story.summary = next(leads, None)
    told = [plain_words(text) for role, text in _descriptions(item) if not role.startswith(OWN_TERMS)]
    story.leave_out("metadata", *texts_in(item.get("slugline")), *(text for text in told if text != story.summary))
    if not story.dateline:
        story.leave_out("metadata", *texts_in(item.get("located"), "name", "city"))
    for note in texts_in(item.get("ednote")):
        story.add_note(note)


def _bylines(item: Fields) -> Iterator[str]:
    for name in ("by", "byline", "bylines"):
        yield from texts_in(item.get(name), "value", "name", "by")


def _descriptions(item: Fields) -> Iterator[tuple[str, str]]:
    yield from _with_roles(item, "descriptions", "description_")


def _with_roles(item: Fields, listed: str, prefix: str) -> Iterator[tuple[str, str]]:
    """Texts with their roles: `descriptions` of 2.x and 3.x, `description_text` of 1.x, of which "text" is the role."""
    for value in items_of(item.get(listed)):
        held = lower_cased(value)
        text = text_in(held.get("value") if held else value)
        if text:
            yield (text_in(held.get("role")) or "").lower(), text
    for name, value in item.items():
        text = text_in(value)
        if name.startswith(prefix) and text:
            yield name.removeprefix(prefix), text


def _read_moments(story: Story, item: Fields) -> None:
    """The first version's time is the publication's; what has no place in ninjs is told by roles of our own."""
    own = {role.removeprefix(OWN_TERMS): text for role, text in _descriptions(item) if role.startswith(OWN_TERMS)}
    first, made, version = (
        wire_moment(text_in(item.get(name))) for name in ("firstcreated", "contentcreated", "versioncreated")
    )
    story.embargo(text_in(item.get("embargoed")))
    story.live = own.get("live") == "true"
    story.paywalled = {"true": True, "false": False}.get(own.get("paywalled", ""))
    if story.complete:
        story.published = own.get("published") or first
        story.modified = own.get("modified") or (version if first and version != first else None)
    else:
        story.published = first or made or version
        story.modified = later(version, than=story.published)


def _read_makers(story: Story, item: Fields) -> None:
    sources = [lower_cased(value) for value in items_of(item.get("infosources") or item.get("infosource"))]
    told = [(text_in(source.get("role")) or "", text_in(source.get("name"))) for source in sources]
    own = {role.removeprefix(OWN_TERMS): name for role, name in told if role.startswith(OWN_TERMS)}
    names = [name for role, name in told if not role.startswith(OWN_TERMS)]
    holder = text_in(item.get("copyrightholder"))
    provider = next(texts_in(item.get("provider"), "name"), None) or text_in(item.get("source"))
    story.publisher = own.get("publisher") or provider or holder
    people = [name for role, name in told if role == OWN_TERMS + "author" and name]
    if story.complete:
        story.publisher, story.agency, story.authors = own.get("publisher"), own.get("agency"), tuple(people)
        return
    story.agency = agency_in([*names, story.dateline, *story.bylines, provider, holder])
    story.authors = tuple(_authors(story, item))


def _authors(story: Story, item: Fields) -> list[str]:
    """The byline's people; Superdesk lists its authors apart."""
    listed = list(texts_in(item.get("authors"), "name", "byline"))
    named = listed or [name for line in story.bylines for name in byline_names(line)]
    return list(dict.fromkeys(name for name in named if not agency_in([name])))


def _read_subjects(story: Story, item: Fields) -> None:
    """The section is what a subject says it is; without one, the first subject that the story is about."""
    subjects = [lower_cased(value) for value in items_of(item.get("subjects") or item.get("subject"))]
    topics = [text_in(found.get("name")) for found in subjects]
    sections = [text_in(found.get("name")) for found in subjects if found.get("rel") == "section"]
    sections += [*texts_in(item.get("section"), "name"), *texts_in(item.get("service"), "name")]
    story.section = next((name for name in (sections if story.complete else [*sections, *topics]) if name), None)


def _read_rights(story: Story, item: Fields) -> None:
    story.leave_out("legal", text_in(item.get("copyrightnotice")), text_in(item.get("usageterms")))


def _address(item: Fields) -> str | None:
    """Where the story is on the web: a rendition in HTML, else an identifier that is an address."""
    renditions = item.get("renditions")
    found = list(fields_of(renditions).values()) if isinstance(renditions, dict) else items_of(renditions)
    for rendition in map(lower_cased, found):
        kind = text_in(rendition.get("contenttype") or rendition.get("mimetype")) or ""
        if "html" in kind and (address := text_in(rendition.get("href"))):
            return address
    for name in ("url", "canonicalurl", "uri"):
        address = text_in(item.get(name)) or ""
        if address.startswith(("http://", "https://")):
            return address
    return None


# --- the body


def _bodies(item: Fields) -> Iterator[tuple[str, str]]:
    """Bodies as (what they are marked up in, the text): "html", "nitf", or "text"."""
    for value in items_of(item.get("bodies")):
        held = lower_cased(value)
        text = raw_text_in(held.get("value") if held else value)
        kind = f"{text_in(held.get('contenttype')) or ''} {text_in(held.get('role')) or ''}"
        if text.strip():
            yield _markup_of(kind, text), text
    for name, value in item.items():
        if name.startswith("body_") and raw_text_in(value).strip():
            yield _markup_of(name, value), value
    if raw_text_in(item.get("body")).strip():
        yield _markup_of("", item["body"]), item["body"]


def _markup_of(told: str, text: str) -> str:
    told = told.lower()
    if "html" in told:
        return "html"
    if "nitf" in told or ("xml" in told and "<" in text):
        return "nitf"
    return "html" if not told.strip() and is_marked_up(text) else "text"


def _read_body(item: Fields) -> list[Piece]:
    """The first body that shows text: HTML before NITF before plain text, because a plain one has lost its headings."""
    bodies = list(_bodies(item))
    for wanted in ("html", "nitf", "text"):
        for markup, text in bodies:
            pieces = _read_as(markup, text) if markup == wanted else []
            if any(piece.kind != "caption" for piece in pieces):
                return pieces
    return []


def _read_as(markup: str, text: str) -> list[Piece]:
    if markup == "html":
        return read_html(text)
    if markup == "text":
        return read_text(text)
    parsed = parse_xml(text)
    if isinstance(parsed, Rejection):
        return []
    story = read_nitf(parsed[0]) if local_name(parsed[0]) == "nitf" else None
    return story.body if isinstance(story, Story) else []


# --- pictures


def _captions(item: Fields) -> Iterator[Piece]:
    """The associated pictures' captions: an object by names in 1.x, a list in 2.x and 3.x."""
    associated = item.get("associations")
    found = list(fields_of(associated).values()) if isinstance(associated, dict) else items_of(associated)
    for picture in map(lower_cased, found):
        if text_in(picture.get("type")) not in _PICTURED:
            continue
        told = list(_descriptions(picture))
        words = next((text for role, text in told if "caption" in role), told[0][1] if told else None)
        credits = [*texts_in(picture.get("creditline")), *_bylines(picture), *texts_in(picture.get("copyrightholder"))]
        if words:
            yield caption_piece(plain_words(words), next(iter(credits), None))
