"""NewsML 1.x, the envelope before NewsML-G2: archives and some agencies still send it.

https://iptc.org/std/NewsML/1.2/specification/NewsML_1.2-spec-functionalspec_9.html. A news item holds components in
components; the first text among them is the story, pictures beside it give captions.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.articles.bylines import byline_names
from onrecord.articles.compose import Piece
from onrecord.articles.wire.markup import caption_piece, is_marked_up, read_html, read_markup, read_text
from onrecord.articles.wire.moments import later, wire_moment
from onrecord.articles.wire.nitf import read_nitf
from onrecord.articles.wire.story import Story, agency_in, withdrawn
from onrecord.articles.wire.xml import Element, attribute, below, first, language_of, local_name, text_of
from onrecord.schema import Rejection

_READ_VERSION = "1"
_PICTURED = ("photo", "picture", "graphic", "image")
_ROLES_OF_CAPTIONS = ("caption", "photo caption", "picturecaption")


def read_newsml(root: Element) -> Story | Rejection:
    """Read a `NewsML` element; of several news items the first is read (pages/ parts them before)."""
    version = (root.get("Version") or _READ_VERSION).partition(".")[0]
    if version != _READ_VERSION:
        detail = f"it is NewsML {root.get('Version')}; OnRecord reads 1.x and NewsML-G2: ask for one of these"
        return Rejection("articles", "unknown_version", detail)
    item = next(below(root, "newsitem"), None)
    if item is None:
        return Rejection("articles", "not_an_article", "it holds no NewsItem: read the items that it tells of")
    management = first(item, "NewsManagement")
    status = attribute(first(management, "Status"), "FormalName") if management is not None else None
    return withdrawn(status) or _read_item(root, item, management)


def _read_item(root: Element, item: Element, management: Element | None) -> Story | Rejection:
    story = Story(language=language_of(item))
    _read_lines(story, item)
    _read_parties(story, root, item)
    if management is not None:
        _read_management(story, management)
    pictures, told = list(_captions(item)), _read_content(item)
    if isinstance(told, Rejection):
        return told
    story.fill(told)
    story.captions = pictures
    return story


def _read_management(story: Story, management: Element) -> None:
    story.published = wire_moment(text_of(first(management, "FirstCreated")))
    revised = wire_moment(text_of(first(management, "ThisRevisionCreated")))
    story.modified = later(revised, than=story.published) if story.published else None
    story.published = story.published or revised
    if (attribute(first(management, "Status"), "FormalName") or "").casefold() == "embargoed":
        story.embargo(text_of(first(management, "StatusWillChange", "DateAndTime")) or "a time it doesn't say")
    for instruction in below(management, "instruction"):
        if "correct" in (attribute(instruction, "FormalName") or "").casefold():
            story.leave_out("correction_notice", text_of(instruction) or attribute(instruction, "FormalName"))


def _read_lines(story: Story, item: Element) -> None:
    """NewsLines are what a reader sees of the metadata; a picture's own lines lie in its own component."""
    told = [lines for lines in below(item, "newslines") if not _is_pictured(lines.getparent())]

    def lines_of(name: str) -> list[str]:
        found = [text for lines in told for line in lines if local_name(line) == name and (text := text_of(line))]
        return list(dict.fromkeys(found))

    story.headline = next(iter(lines_of("headline")), None)
    story.subheadlines = lines_of("subheadline")
    story.bylines = lines_of("byline")
    story.authors = tuple(name for line in story.bylines for name in byline_names(line))
    story.dateline = next(iter(lines_of("dateline")), None)
    story.agency = agency_in([story.dateline, *story.bylines, *lines_of("creditline")])
    story.leave_out("metadata", *lines_of("slugline"), *lines_of("keywordline"))
    story.leave_out("legal", *lines_of("copyrightline"), *lines_of("rightsline"))
    for line in below(item, "newsline"):
        story.add_note(text_of(first(line, "NewsLineText")))


def _read_parties(story: Story, root: Element, item: Element) -> None:
    def parties(within: Element, name: str) -> list[str]:
        found = (party for holder in below(within, name) for party in below(holder, "party"))
        return [shown for party in found if (shown := attribute(party, "FormalName"))]

    providers = parties(item, "provider") or parties(item, "source") or parties(root, "sentfrom")
    makers = parties(item, "creator")
    story.publisher = next(iter(providers), None)
    story.agency = story.agency or agency_in([*parties(item, "source"), *providers, *makers])
    story.authors = story.authors or tuple(
        name for maker in makers if not agency_in([maker]) and maker not in providers for name in byline_names(maker)
    )
    language = next((attribute(found, "FormalName") for found in below(item, "language")), None)
    story.language = story.language or language
    subjects = (attribute(found, "Value") for found in below(item, "property") if _tells_section(found))
    story.section = next((shown for shown in subjects if shown), None)


def _tells_section(found: Element) -> bool:
    return (attribute(found, "FormalName") or "").casefold() in ("section", "category", "department", "rubrik")


def _read_content(item: Element) -> Story | Rejection:
    told: Story | Rejection = Story()
    addresses: list[str] = []
    for content in below(item, "contentitem"):
        data = first(content, "DataContent")
        if _is_pictured(content.getparent()) or _media(content) in _PICTURED:
            continue
        if data is None:
            addresses += [shown] if (shown := attribute(content, "Href")) else []
            continue
        read = _read_data(data)
        if isinstance(read, Story) and read.body:
            return read
        told = read if isinstance(read, Rejection) else told
    if addresses:
        named = ", ".join(addresses[:5])
        return Rejection("articles", "remote_content", f"its text lies elsewhere ({named}): fetch it and read that")
    return told


def _read_data(data: Element) -> Story | Rejection:
    """NITF or XHTML, or text in which the marks themselves may be escaped."""
    nitf = next(below(data, "nitf"), None)
    if nitf is not None:
        return read_nitf(nitf)
    if len(data):
        return Story(body=read_markup(data))
    text = data.text or ""
    return Story(body=read_html(text) if is_marked_up(text) else read_text(text))


def _media(content: Element) -> str:
    return (attribute(first(content, "MediaType"), "FormalName") or "").casefold()


def _is_pictured(component: Element | None) -> bool:
    """Is a component a picture's, by the media that it holds or by its role?"""
    if component is None or local_name(component) != "newscomponent":
        return False
    role = (attribute(first(component, "Role"), "FormalName") or "").casefold()
    if role in (*_PICTURED, *_ROLES_OF_CAPTIONS) or _is_pictured(component.getparent()):
        return True
    media = [_media(content) for content in component if local_name(content) == "contentitem"]
    return any(kind in _PICTURED for kind in media)


def _captions(item: Element) -> Iterator[Piece]:
    """A picture's caption is a text beside it in its component, or in one of the role "Caption"."""
    for component in below(item, "newscomponent"):
        if not _is_pictured(component) or _is_pictured(component.getparent()):
            continue
        lines = [text_of(found) for found in below(component, "creditline", "byline")]
        for data in below(component, "datacontent"):
            content = data.getparent()
            words = text_of(data) if content is not None and _media(content) not in _PICTURED else None
            if words:
                yield caption_piece(words, next((line for line in lines if line), None))
                break
