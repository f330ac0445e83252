"""A wire file becomes an article: each format has a reader of its own, and one way to lay a story out."""

from __future__ import annotations

from onrecord.articles.wire.json_ld import read_json_ld_page
from onrecord.articles.wire.newsml import read_newsml
from onrecord.articles.wire.newsml_g2 import read_newsml_g2
from onrecord.articles.wire.ninjs import read_ninjs_page
from onrecord.articles.wire.nitf import read_nitf
from onrecord.articles.wire.story import Story, compose_story
from onrecord.articles.wire.xml import Element, local_name, parse_xml_page
from onrecord.schema import Article, Page, Rejection


def extract_wire(page: Page) -> Article | Rejection:
    """Read a page in a wire format (`page.form`) as its standard says. Never raises for what the page holds.

    One page holds one story: a message with several is parted before (pages/wire_splitting.py); else the first is read.
    """
    match page.form:
        case "ninjs":
            story = read_ninjs_page(page)
        case "json_ld":
            story = read_json_ld_page(page)
        case _:
            story = _read_xml_page(page)
    if isinstance(story, Rejection):
        return story
    story.url = story.url or page.origin.url
    return compose_story(story)


def _read_xml_page(page: Page) -> Story | Rejection:
    parsed = parse_xml_page(page)
    if isinstance(parsed, Rejection):
        return parsed
    root, doctype = parsed
    match page.form:
        case "nitf":
            return read_nitf(_nitf_in(root), doctype)
        case "newsml":
            return read_newsml(root)
        case _:
            return read_newsml_g2(root)


def _nitf_in(root: Element) -> Element:
    """Some senders wrap their NITF in an element of their own."""
    if local_name(root) == "nitf":
        return root
    return next((found for found in root.iterdescendants() if local_name(found) == "nitf"), root)
