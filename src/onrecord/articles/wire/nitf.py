"""NITF, the News Industry Text Format 3.x: a document of its own, or the letter inside an envelope of NewsML.

http://www.iptc.org/std/NITF/3.6/documentation/nitf-3-6.html. Versions 3.0 to 3.5 have no namespace and a DTD, which
is not read; 3.3 and later may have the namespace. Elements are told by their names alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.articles.bylines import byline_names
from onrecord.articles.compose import Piece
from onrecord.articles.headlines import squeeze
from onrecord.articles.wire.markup import read_markup, shown_text
from onrecord.articles.wire.moments import wire_moment
from onrecord.articles.wire.story import Story, agency_in, withdrawn
from onrecord.articles.wire.xml import (
    Element,
    attribute,
    below,
    clear,
    every,
    first,
    language_of,
    local_name,
    namespace,
    text_of,
)
from onrecord.schema import Rejection

NAMESPACE = "http://iptc.org/std/NITF/2006-10-18/"
_VERSION = re.compile(r"NITF\s+(?:DTD\s+)?(\d+)\.(\d+)|nitf-(\d+)-(\d+)", re.IGNORECASE)
_READ_VERSIONS = ("2", "3")
_CORRECTED = ("correction_text", "correction", "corrections")


def read_nitf(root: Element, doctype: str = "") -> Story | Rejection:
    """Read a `nitf` element; its DOCTYPE names the version where the element doesn't."""
    if namespace(root) not in (None, NAMESPACE):
        detail = f"its namespace {namespace(root)!r} is not NITF's ({NAMESPACE}, or none): correct it if it is NITF"
        return Rejection("articles", "unknown_namespace", detail)
    version = _VERSION.search(root.get("version") or doctype)
    major = (version[1] or version[3]) if version else "3"
    if major not in _READ_VERSIONS:
        detail = f"it is {version[0] if version else 'NITF'}; OnRecord reads 3.x (and 2.x): ask for one of these"
        return Rejection("articles", "unknown_version", detail)
    documents = first(root, "head", "docdata")
    return withdrawn(attribute(documents, "management-status")) or _read_story(root, documents)


def _read_story(root: Element, documents: Element | None) -> Story:
    story = Story()
    body = first(root, "body")
    if body is not None:
        _read_body(story, body)
    _read_documents(story, documents)
    _read_head(story, root)
    return story


def _read_body(story: Story, body: Element) -> None:
    head = first(body, "body.head")
    if head is not None:
        _read_body_head(story, head)
    for content in every(body, "body.content"):
        _take_corrections(story, content)
        _take_repeated_lead(content)
        story.body += read_markup(content)
    end = first(body, "body.end")
    if end is not None:
        story.body += [Piece("byline", line) for found in every(end, "tagline") if (line := text_of(found))]
        for found in every(end, "bibliography"):
            story.leave_out("other", shown_text(found))


def _read_body_head(story: Story, head: Element) -> None:
    story.headline = text_of(first(head, "hedline", "hl1"))
    for found in every(head, "hedline", "hl2"):
        # The New York Times' archive has the website's headline beside the one in print: no line of this story.
        if "online" in (attribute(found, "class") or ""):
            story.leave_out("metadata", text_of(found))
        elif line := text_of(found):
            story.subheadlines.append(line)
    for byline in every(head, "byline"):
        line = text_of(byline)
        turned = bool(story.bylines) and "normalized" in (attribute(byline, "class") or "")  # "Roe, Jane"
        if line and line not in story.bylines and not turned:
            story.bylines.append(line)
            story.authors += tuple(name for name in _names(byline) if name not in story.authors)
    distributor = text_of(first(head, "distributor"))
    story.agency = agency_in([distributor, *story.bylines])
    story.publisher = distributor
    dateline = first(head, "dateline")
    if dateline is not None:
        story.dateline = text_of(dateline)
        story.agency = story.agency or agency_in([story.dateline])
        story.published = wire_moment(attribute(first(dateline, "story.date"), "norm"))
    story.summary = " ".join(filter(None, map(shown_text, every(head, "abstract")))) or None
    _read_notes(story, head)
    story.leave_out("legal", *(shown_text(found) for found in every(head, "rights")))


def _read_notes(story: Story, head: Element) -> None:
    """ "cpyrt" is the copyright; "npa" notes are not for publication, and neither are "editorsnote"s."""
    for note in every(head, "note"):
        if attribute(note, "noteclass") == "cpyrt":
            story.leave_out("legal", shown_text(note))
        else:
            story.add_note(shown_text(note))


def _names(byline: Element) -> Iterator[str]:
    """The people of a byline: those that are marked as such, else those that its words name without a title."""
    people = [name for found in below(byline, "person") if (name := text_of(found))]
    titles = [title for found in below(byline, "byttl") if (title := text_of(found))]
    line = text_of(byline) or ""
    for title in titles:
        line = line.replace(title, " ")
    yield from people or byline_names(line.strip(" ,;"))


def _take_repeated_lead(content: Element) -> None:
    """Archives give the first paragraphs in a block of their own, and then the full text with them once more."""
    blocks = list(every(content, "block"))
    for lead, full in pairwise(blocks):
        words = squeeze(text_of(lead) or "")
        if words and squeeze(text_of(full) or "").startswith(words):
            clear(lead)


def _take_corrections(story: Story, content: Element) -> None:
    """A correction in a block of its own is told beside the story, not in it."""
    for block in [found for found in below(content, "block") if attribute(found, "class") in _CORRECTED]:
        if shown := shown_text(block):
            story.notes.append(shown)
            clear(block)


def _read_documents(story: Story, documents: Element | None) -> None:
    """docdata: what is said of this document."""
    if documents is None:
        return
    issued = wire_moment(attribute(first(documents, "date.issue"), "norm"))
    released = wire_moment(attribute(first(documents, "date.release"), "norm"))
    story.published = issued or story.published or released
    if attribute(documents, "management-status") == "embargoed" or (issued and released and released > issued):
        story.embargo(attribute(first(documents, "date.release"), "norm"))
    for found in documents:
        match local_name(found):
            case "correction":
                story.leave_out("correction_notice", attribute(found, "info"))
            case "ed-msg":
                story.add_note(attribute(found, "info"))
            case "du-key":
                story.leave_out("metadata", attribute(found, "key"))
            case "doc.copyright":
                story.publisher = story.publisher or attribute(found, "holder")
                story.leave_out("legal", _copyright(found))
            case "doc.rights":
                story.leave_out("legal", attribute(found, "owner"))
            case _:
                pass


def _copyright(found: Element) -> str:
    return " ".join(filter(None, (attribute(found, "year"), attribute(found, "holder"))))


def _read_head(story: Story, root: Element) -> None:
    head = first(root, "head")
    story.language = attribute(root, "baselang") or language_of(root)
    if head is None:
        return
    publication = first(head, "pubdata")
    story.headline = story.headline or text_of(first(head, "title"))
    story.section = attribute(publication, "position.section") or attribute(
        first(head, "tobject", "tobject.subject"), "tobject.subject.type"
    )
    story.url = attribute(publication, "ex-ref")
    story.publisher = attribute(publication, "name") or story.publisher
    story.published = story.published or wire_moment(attribute(publication, "date.publication"))
    story.language = story.language or language_of(head)
