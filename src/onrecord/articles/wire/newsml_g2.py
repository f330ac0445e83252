"""NewsML-G2: a news item, or a news message with one and the pictures that go with it.

https://iptc.org/std/NewsML-G2/ (2.x; 1.x has the same names). The text lies inside as NITF, XHTML or plain text; where
only its address is given, the rejection names the address.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.articles.bylines import byline_names
from onrecord.articles.compose import Piece
from onrecord.articles.wire.markup import caption_piece, read_html, read_markup, read_text, shown_text
from onrecord.articles.wire.moments import later, wire_moment
from onrecord.articles.wire.nitf import read_nitf
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
    raw_text_of,
    text_of,
)
from onrecord.schema import Rejection

NAMESPACE = "http://iptc.org/std/nar/2006-10-01/"
MOST_NAMED = 20
"""Stories of a message that could not be parted which are named; the rest are counted."""
_READ_VERSIONS = ("1", "2")
_PICTURED = ("picture", "graphic", "photo", "illustration")
_TOLD_AS = {
    "packageitem": "a package that only lists items", "conceptitem": "a concept", "knowledgeitem": "a list of concepts",
    "planningitem": "a plan of coverage", "catalogitem": "a catalog of codes",
}  # fmt: skip
_SECTION_KINDS = ("cpnat:department", "cpnat:category", "section")
_NO_TOPIC = ("person", "organisation", "organization", "geoarea", "poi", "event", "object")


def read_newsml_g2(root: Element) -> Story | Rejection:
    """Read an item or a message; of several texts in one message only the first is read (pages/ parts them before)."""
    if namespace(root) not in (None, NAMESPACE):
        detail = f"its namespace {namespace(root)!r} is not NewsML-G2's ({NAMESPACE}): correct it if it is NewsML-G2"
        return Rejection("articles", "unknown_namespace", detail)
    items = [root] if local_name(root) == "newsitem" else list(every(root, "itemSet", "newsItem"))
    texts = [item for item in items if _nature(item) not in (*_PICTURED, "audio", "video")]
    if not texts:
        return _no_text(root, items)
    story = _read_item(texts[0])
    if isinstance(story, Story):
        story.leave_out("other", *(f"another story of the message: {_title(item)}" for item in texts[1:MOST_NAMED]))
        if len(texts) > MOST_NAMED:
            story.leave_out("other", f"and {len(texts) - MOST_NAMED} more stories of the message")
        story.captions = [piece for item in items if _nature(item) in _PICTURED for piece in _caption(item)]
    return story


def _read_item(item: Element) -> Story | Rejection:
    version = (item.get("standardversion") or "2").partition(".")[0]
    if version not in _READ_VERSIONS:
        detail = f"it is NewsML-G2 {item.get('standardversion')}; OnRecord reads 2.x (and 1.x): ask for one of these"
        return Rejection("articles", "unknown_version", detail)
    told = first(item, "itemMeta")
    status = first(told, "pubStatus") if told is not None else None
    rejection = withdrawn(attribute(status, "qcode") or attribute(status, "uri"))
    if rejection:
        return rejection
    story = Story(language=language_of(item))
    _read_content_meta(story, first(item, "contentMeta"))
    _read_item_meta(story, told)
    _read_rights(story, first(item, "rightsInfo"))
    inner = _read_content(item)
    if isinstance(inner, Rejection):
        return inner
    story.fill(inner)
    return story


def _title(item: Element) -> str:
    headline = text_of(first(item, "contentMeta", "headline")) if len(item) else None
    return headline or attribute(item, "guid") or "it has no headline"


def _nature(item: Element) -> str:
    """ "ninat:picture" and "http://cv.iptc.org/newscodes/ninature/picture" are pictures."""
    found = first(item, "itemMeta", "itemClass")
    return (attribute(found, "qcode") or attribute(found, "uri") or "").replace("/", ":").rpartition(":")[2].lower()


def _no_text(root: Element, items: list[Element]) -> Rejection:
    if items:
        detail = f"its items are of the kind {_nature(items[0])!r}: there is no text to read"
        return Rejection("articles", "not_an_article", detail)
    kinds = [local_name(root), *(local_name(found) for found in root.iterdescendants())]
    kind = next((name for name in kinds if name in _TOLD_AS), "")
    references = [shown for found in below(root, "itemref") if (shown := _address(found))]
    listed = f" ({', '.join(references[:5])})" if references else ""
    what = _TOLD_AS.get(kind, "a message without news items")
    return Rejection("articles", "not_an_article", f"it is {what}{listed}: read the news items themselves")


def _address(found: Element) -> str | None:
    return attribute(found, "href") or attribute(found, "residref")


# --- what is said of the content


def _read_content_meta(story: Story, told: Element | None) -> None:
    if told is None:
        return
    lines = ((attribute(found, "role") or "", text_of(found)) for found in every(told, "headline"))
    headlines = [(role, line) for role, line in lines if line]
    main = next((pair for pair in headlines if pair[0].rpartition(":")[2] in ("", "main", "headline")), None)
    story.headline = (main or (headlines[0] if headlines else ("", None)))[1]
    for role, line in headlines:
        if "sub" in role.lower():
            story.subheadlines.append(line)
        elif line != story.headline:
            story.leave_out("metadata", line)
    story.bylines = [line for found in every(told, "by") if (line := text_of(found))]
    story.dateline = text_of(first(told, "dateline"))
    makers = [name for found in every(told, "creator") if (name := _named(found))]
    story.authors = tuple(name for line in story.bylines for name in byline_names(line)) or tuple(
        name for name in makers if not agency_in([name])
    )
    sources = [_named(found) for found in every(told, "infoSource")]
    story.agency = agency_in([*sources, story.dateline, *story.bylines, *makers, text_of(first(told, "creditline"))])
    story.language = attribute(first(told, "language"), "tag") or story.language
    story.section = _section(told)
    _read_dates(story, told)
    _read_descriptions(story, told)
    story.leave_out("metadata", *(text_of(found) for found in every(told, "slugline")))
    if not story.dateline:
        story.leave_out("metadata", *(_named(found) for found in every(told, "located")))


def _read_dates(story: Story, told: Element) -> None:
    story.published = wire_moment(text_of(first(told, "contentCreated")))
    story.modified = wire_moment(text_of(first(told, "contentModified")))


def _read_descriptions(story: Story, told: Element) -> None:
    for found in every(told, "description"):
        if (attribute(found, "role") or "").rpartition(":")[2] in ("summary", "abstract", "intro", "lead", "preamble"):
            story.summary = story.summary or text_of(found)
        else:
            story.leave_out("metadata", text_of(found))


def _named(found: Element) -> str | None:
    """A party's name: written out, else literal, else the code in its scheme ("nprov:AFP")."""
    code = attribute(found, "qcode")
    return text_of(first(found, "name")) or attribute(found, "literal") or (code.rpartition(":")[2] if code else None)


def _section(told: Element) -> str | None:
    """The department that sends it, else the first subject that is a topic and not somebody or some place."""
    topics: list[str] = []
    for found in every(told, "subject"):
        name, kind = text_of(first(found, "name")), attribute(found, "type") or ""
        if name and kind in _SECTION_KINDS:
            return name
        if name and kind.rpartition(":")[2].lower() not in _NO_TOPIC:
            topics.append(name)
    return topics[0] if topics else None


# --- what is said of the item


def _read_item_meta(story: Story, told: Element | None) -> None:
    if told is None:
        return
    created = wire_moment(text_of(first(told, "firstCreated")))
    version = wire_moment(text_of(first(told, "versionCreated")))
    story.published = created or story.published or version
    story.modified = later(story.modified or version, than=story.published)
    provider = first(told, "provider")
    if provider is not None:
        story.publisher = _named(provider)
        story.agency = story.agency or agency_in([story.publisher, attribute(provider, "uri")])
    story.embargo(text_of(first(told, "embargoed")))
    for note in every(told, "edNote"):
        story.add_note(text_of(note))
    for signal in every(told, "signal"):
        code = attribute(signal, "qcode") or attribute(signal, "uri") or ""
        corrected = code.rpartition(":")[2].rpartition("/")[2].lower() in ("correction", "corrected")
        known = any(piece.reason == "correction_notice" for piece in story.furniture)
        story.leave_out("correction_notice", (text_of(signal) or code) if corrected and not known else None)
    story.headline = story.headline or text_of(first(told, "title"))


def _read_rights(story: Story, rights: Element | None) -> None:
    if rights is None:
        return
    holder = first(rights, "copyrightHolder")
    if holder is not None:
        story.publisher = story.publisher or _named(holder)
        story.agency = story.agency or agency_in([_named(holder)])
    story.leave_out("legal", *(text_of(found) for found in every(rights, "copyrightNotice")))
    story.leave_out("legal", *(text_of(found) for found in every(rights, "usageTerms")))


# --- the content itself


def _read_content(item: Element) -> Story | Rejection:
    """The first rendition of the text that shows any; XML comes before plain text, because it has paragraphs."""
    content = first(item, "contentSet")
    if content is None:
        return Rejection(
            "articles", "empty", "it has no contentSet, only what is said about it: ask for the whole item"
        )
    told: Story | Rejection = Story()
    for rendition in _renditions(content):
        if isinstance(rendition, Story) and rendition.body:
            return rendition
        told = rendition if isinstance(rendition, Rejection) else told
    addresses = [shown for found in every(content, "remoteContent") if (shown := _address(found))]
    if addresses:
        named = ", ".join(addresses[:5])
        return Rejection("articles", "remote_content", f"its text lies elsewhere ({named}): fetch it and read that")
    return told


def _renditions(content: Element) -> Iterator[Story | Rejection]:
    for found in every(content, "inlineXML"):
        yield from (_read_xml(element) for element in found)
    for found in every(content, "inlineData"):
        text, kind = raw_text_of(found), attribute(found, "contenttype") or ""
        yield Story(body=read_html(text) if "html" in kind else read_text(text))


def _read_xml(element: Element) -> Story | Rejection:
    if local_name(element) == "nitf":
        return read_nitf(element)
    story = Story()
    for found in [found for found in below(element, "section") if _is_notepad(found)]:
        story.leave_out("other", shown_text(found))
        clear(found)
    story.body = read_markup(element)
    return story


def _is_notepad(found: Element) -> bool:
    """German agencies send contacts, sources and links for editors below the story, in `<section class="notepad">`."""
    return (attribute(found, "class") or "").startswith("notepad")


def _caption(item: Element) -> Iterator[Piece]:
    told = first(item, "contentMeta")
    if told is None:
        return
    descriptions = [(attribute(found, "role") or "", text_of(found)) for found in every(told, "description")]
    words = next((text for role, text in descriptions if "caption" in role), None)
    words = words or next((text for _, text in descriptions if text), None)
    makers = (_named(found) for found in every(told, "creator"))
    credit = text_of(first(told, "creditline")) or text_of(first(told, "by")) or next(makers, None)
    if words:
        yield caption_piece(words, credit)
