"""XML from strangers, read without DTDs, entities, network, inclusions or huge trees.

lxml's parser refuses most of what XML can do to a reader; what it would only pass over (an entity that is left out of
a quotation, a file that is included) is refused here before, because a hole in a text must be seen.
"""

from __future__ import annotations

import html.entities
import re
from collections.abc import Iterator

from lxml import etree

from onrecord.articles.compose import canonical
from onrecord.articles.wire.decoding import decode_strictly
from onrecord.schema import Page, Rejection

Element = etree._Element  # pyright: ignore[reportPrivateUsage]  # lxml names the type of its elements no other way

_PROLOG = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_LITERAL = r"(?:\"[^\"]*\"|'[^']*')"
_DOCTYPE = re.compile(rf"<!DOCTYPE\s+[^\s\[>\"']+(?:\s+(?:SYSTEM|PUBLIC\s+{_LITERAL}))?(?:\s+{_LITERAL})?\s*>")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31};)")
_PLACE = re.compile(r"(?:, line \d+)?, column \d+.*$")
_MARKUP = frozenset("<>&\"'")
_INCLUDING = {
    "http://www.w3.org/2001/XInclude": "XInclude", "http://www.w3.org/2003/XInclude": "XInclude",
    "http://www.w3.org/1999/XSL/Transform": "XSLT",
}  # fmt: skip


def parse_xml_page(page: Page) -> tuple[Element, str] | Rejection:
    """Return the root element of a page's XML and its DOCTYPE, which names a version; "" where it has none."""
    text = decode_strictly(page.content, page.content_type)
    return text if isinstance(text, Rejection) else parse_xml(text)


def parse_xml(text: str) -> tuple[Element, str] | Rejection:
    """Parse XML; rejections are "unsafe_xml" (it declares entities or includes files) and "unparsable_xml"."""
    without = _take_doctype(text)
    if isinstance(without, Rejection):
        return without
    body, doctype = without
    try:
        root = etree.fromstring(_ENTITY.sub(_character, body).encode("utf-8", "replace"), _parser())
    except etree.XMLSyntaxError as error:
        return Rejection("articles", "unparsable_xml", _told(error, body))
    except (ValueError, RecursionError, MemoryError) as error:
        return Rejection("articles", "unparsable_xml", f"it is no XML that can be read: {error}")
    return _refuse_inclusions(root) or (root, doctype)


def local_name(element: Element) -> str:
    """An element's name without its namespace and in lower case."""
    return element.tag.rpartition("}")[2].lower()


def namespace(element: Element) -> str | None:
    return element.tag[1:].partition("}")[0] if element.tag.startswith("{") else None


def every(element: Element, *path: str) -> Iterator[Element]:
    """The elements at the end of a path of names below `element`, whatever their namespace."""
    if not path:
        yield element
        return
    for child in element:
        if local_name(child) == path[0].lower():
            yield from every(child, *path[1:])


def first(element: Element, *path: str) -> Element | None:
    return next(every(element, *path), None)


def below(element: Element, *names: str) -> Iterator[Element]:
    """The elements of these names at any depth, in the order of the document."""
    wanted = frozenset(names)
    return (found for found in element.iterdescendants() if local_name(found) in wanted)


def clear(element: Element) -> None:
    """Empty an element; what follows it stays."""
    after = element.tail
    element.clear()
    element.tail = after


def text_of(element: Element | None) -> str | None:
    """An element's text with that of all below it, as it shows; null where there is none."""
    return None if element is None else canonical(raw_text_of(element)) or None


def raw_text_of(element: Element) -> str:
    """An element's text with its line ends."""
    return "".join(str(part) for part in element.itertext())


def attribute(element: Element | None, name: str) -> str | None:
    """An attribute's value as it shows; null where it isn't there or is empty."""
    value = element.get(name) if element is not None else None
    return canonical(value) or None if value else None


def language_of(element: Element) -> str | None:
    return attribute(element, "{http://www.w3.org/XML/1998/namespace}lang") or attribute(element, "lang")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, load_dtd=False, dtd_validation=False, no_network=True, huge_tree=False,
        remove_comments=True, remove_pis=True, recover=False,
    )  # fmt: skip


def _take_doctype(text: str) -> tuple[str, str] | Rejection:
    """Take the XML declaration and a DOCTYPE that only names a DTD away; one with declarations of its own is refused.

    Nearly all NITF names its DTD and needs nothing of it. An internal subset is where billion laughs and files of the
    reader's own disk come from.
    """
    opened = _PROLOG.match(text)
    start = opened.end() if opened else 0
    if not text.startswith("<!DOCTYPE", start):
        return "\n" * text.count("\n", 0, start) + text[start:], ""
    found = _DOCTYPE.match(text, start)
    if found is None:
        detail = "its DOCTYPE declares entities or elements of its own: ask for it without, or take them out"
        return Rejection("articles", "unsafe_xml", detail)
    above = "\n" * text.count("\n", 0, found.end())  # so that lines keep their numbers in what is said of errors
    return above + text[found.end() :], found[0]


def _character(found: re.Match[str]) -> str:
    """ "&eacute;" needs a DTD, which is not read; HTML's names are the ones that newsrooms use."""
    character = html.entities.html5.get(found[1], "")
    return character if character and not _MARKUP & set(character) else found[0]


def _refuse_inclusions(root: Element) -> Rejection | None:
    for element in root.iter(*(f"{{{name}}}*" for name in _INCLUDING)):
        language = _INCLUDING[namespace(element) or ""]
        detail = f"it uses {language}, which would have OnRecord open or run other files: ask for it resolved"
        return Rejection("articles", "unsafe_xml", detail)
    return None


def _told(error: etree.XMLSyntaxError, text: str) -> str:
    line = error.position[0]
    message = _PLACE.sub("", canonical(str(error.msg or error)))
    cut_off = "Premature end" in message or "is empty" in message or line > text.rstrip().count("\n")
    remedy = "it seems to be cut off, get it again" if cut_off else "ask its sender for a mended one"
    return f"it is no well-formed XML (line {line}: {message}): {remedy}"
