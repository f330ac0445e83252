"""Wire formats are told by their bytes, whatever the file is called."""

import pytest

from onrecord.pages.wire_sniffing import wire_form
from onrecord.schema import TextForm


@pytest.mark.parametrize(
    ("content", "form"),
    [
        ("<nitf/>", "nitf"),
        ('<?xml version="1.0"?>\n<!-- <rss> -->\n<!DOCTYPE nitf SYSTEM "nitf.dtd">\n<nitf>', "nitf"),
        ("<!DOCTYPE nitf [<!ENTITY a 'b'>]><nitf/>", "nitf"),
        ("<nar:newsMessage xmlns:nar='x'>", "newsml_g2"),
        ("\n <newsItem guid='x'/>", "newsml_g2"),
        ("<planningItem>", "newsml_g2"),
        ('<NewsML Version="1.2">', "newsml"),
        ('{"uri": "urn:x", "versioncreated": "2025-01-01T00:00:00Z"}', "ninjs"),
        ('[{"uri": "urn:x", "bodies": []}]', "ninjs"),
        ('{"guid": "tag:x", "headline": "Pier", "body_html": "<p>x"', "ninjs"),
        ('{"$standard": {"name": "ninjs", "version": "1.3"}, "uri": "urn:x"}', "ninjs"),
        ('{"@context": "https://schema.org", "@type": "NewsArticle"}', "json_ld"),
        ('{"@context": ["https://schema.org", {"x": "y"}], "@graph": []}', "json_ld"),
        ('[{"@type": ["ReportageNewsArticle"], "headline": "x"}]', "json_ld"),
        ('{"@context": {"@vocab": "http://schema.org/"}, "@type": "LiveBlogPosting"}', "json_ld"),
    ],
)
def test_formats_are_told_by_their_names(content: str, form: TextForm) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert wire_form(content.encode(encoding), "") == form


@pytest.mark.parametrize(
    "content",
    [
        "", " ", "<html><body>", '<?xml version="1.0"?><html>', "<rss version='2.0'>", "<feed>", "<svg/>",
        "<newsItems/>",
        "{not json at all}", "[The mayor] said no.", '{"a": 1}', '{"uri": "urn:x"}', '{"headline": "x"}',
        "<p>newsItem</p>", "The <nitf> element", '{"@context": "https://www.w3.org/ns/activitystreams"}',
    ],
)  # fmt: skip
def test_what_is_no_wire_format_is_left_to_others(content: str) -> None:
    assert wire_form(content.encode(), "") is None


def test_a_suffix_of_linked_data_tells_it() -> None:
    assert wire_form(b'{"headline": "x"}', ".jsonld") == "json_ld"
    assert wire_form(b"The mayor said no.", ".jsonld") is None
