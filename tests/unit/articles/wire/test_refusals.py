"""What a wire file can be wrong in: each is told with a reason and what to do, and nothing is opened or run."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.articles.wire import extract_wire
from onrecord.schema import Article, Origin, Page, Rejection, TextForm

BODY = "<body><body.content><p>The mayor said no.</p></body.content></body>"
NITF = f"<nitf>{BODY}</nitf>"
NAR = "http://iptc.org/std/nar/2006-10-01/"


def refused(content: bytes | str, form: TextForm = "nitf") -> Rejection:
    raw = content.encode() if isinstance(content, str) else content
    outcome = extract_wire(Page(content=raw, origin=Origin(), form=form))
    assert isinstance(outcome, Rejection), outcome
    assert outcome.stage == "articles"
    return outcome


def read(content: bytes | str, form: TextForm = "nitf") -> Article:
    raw = content.encode() if isinstance(content, str) else content
    outcome = extract_wire(Page(content=raw, origin=Origin(), form=form))
    assert isinstance(outcome, Article), outcome
    return outcome


def g2(item_meta: str = "", content: str = "<inlineData>The mayor said no.</inlineData>", attributes: str = "") -> str:
    meta = f'<itemMeta><itemClass qcode="ninat:text"/>{item_meta}</itemMeta>'
    return f'<newsItem xmlns="{NAR}" {attributes}>{meta}<contentSet>{content}</contentSet></newsItem>'


# --- what XML can do to a reader


@pytest.mark.parametrize(
    "subset",
    [
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">',
        '<!ENTITY a SYSTEM "file:///etc/hostname">',
        '<!ENTITY % a SYSTEM "http://127.0.0.1:9/x.dtd"> %a;',
        '<!ATTLIST p class CDATA "x">',
    ],
)
def test_declarations_of_entities_are_refused_before_they_are_read(subset: str) -> None:
    document = f"<!DOCTYPE nitf [{subset}]>" + NITF.replace("no.", "&a;")
    assert refused(document).reason == "unsafe_xml"


def test_a_file_is_never_included(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("password")
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret}" parse="text"/>'
    rejection = refused(NITF.replace("no.", include))
    assert rejection.reason == "unsafe_xml"
    assert "XInclude" in rejection.detail


def test_a_stylesheet_is_never_run() -> None:
    sheet = '<xsl:value-of xmlns:xsl="http://www.w3.org/1999/XSL/Transform" select="document(1)"/>'
    assert "XSLT" in refused(NITF.replace("no.", sheet)).detail
    shown = '<?xml-stylesheet type="text/xsl" href="http://127.0.0.1:9/run.xsl"?>' + NITF
    assert read(shown).text == "The mayor said no."


def test_a_dtd_that_is_only_named_is_not_fetched() -> None:
    assert read('<!DOCTYPE nitf SYSTEM "http://127.0.0.1:9/nitf-3-4.dtd">' + NITF).text == "The mayor said no."


def test_an_entity_that_nobody_declared_leaves_no_hole_in_a_quotation() -> None:
    assert "harbour" in refused(NITF.replace("no.", "&harbour;")).detail
    assert read(NITF.replace("no.", "&ldquo;no&rdquo;&mdash;twice.")).text == "The mayor said “no”—twice."


def test_an_entity_never_becomes_markup() -> None:
    assert read(NITF.replace("no.", "&lt;b&gt; &amp;amp;")).text == "The mayor said <b> &amp;"
    assert refused(NITF.replace("no.", "&LT;b&GT;")).reason == "unparsable_xml"


# --- encodings


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_byte_order_marks_and_wide_letters_are_read(encoding: str) -> None:
    assert read(NITF.replace("no", "né").encode(encoding)).text == "The mayor said né."
    content = '{"uri": "urn:x", "body_text": "The mayor said né."}'.encode(encoding)
    assert read(content, "ninjs").text == "The mayor said né."


def test_the_declared_encoding_is_read() -> None:
    document = '<?xml version="1.0" encoding="windows-1252"?>' + NITF.replace("no", "“né”")
    assert read(document.encode("cp1252")).text == "The mayor said “né”."


def test_utf8_that_calls_itself_latin_is_utf8() -> None:
    document = '<?xml version="1.0" encoding="iso-8859-1"?>' + NITF.replace("no", "né")
    assert read(document.encode()).text == "The mayor said né."


def test_two_encodings_in_one_file_are_refused_and_the_byte_is_named() -> None:
    content = NITF.encode().replace(b"no", "né ".encode() + b"\xe9")
    assert refused(content).reason == "wrong_encoding"
    assert f"byte {content.index(bytes([0xE9, 0x2E]))} is not" in refused(content).detail
    assert refused(b'{"uri":"urn:x","body_text":"n\xe9."}', "ninjs").reason == "wrong_encoding"


def test_an_encoding_that_nobody_knows_is_named() -> None:
    document = '<?xml version="1.0" encoding="x-harbour"?>' + NITF.replace("no", "né")
    assert "x-harbour" in refused(document.encode("latin-1")).detail


# --- damage


def test_a_file_that_was_cut_off_is_told_from_a_broken_one() -> None:
    cut_off, broken = refused(NITF[:-20]), refused(NITF.replace("</p>", "</q>") + "\n\n")
    assert (cut_off.reason, broken.reason) == ("unparsable_xml", "unparsable_xml")
    assert "cut off" in cut_off.detail
    cut_off, broken = refused('{"uri": "urn:x", "body_te', "ninjs"), refused('{"uri": urn, "body_text": "x"}', "ninjs")
    assert (cut_off.reason, broken.reason) == ("unparsable_json", "unparsable_json")
    assert "cut off" in cut_off.detail
    assert "cut off" not in broken.detail


def test_errors_are_told_with_the_line_of_the_file() -> None:
    document = '<?xml version="1.0"?>\n<!DOCTYPE nitf\n  SYSTEM "x.dtd">\n<nitf>\n<body></nitf>\n\n'
    assert "line 5" in refused(document).detail


# --- versions and namespaces


@pytest.mark.parametrize(
    ("content", "form", "reason"),
    [
        (f'<nitf version="-//IPTC//DTD NITF 5.1//EN">{BODY}</nitf>', "nitf", "unknown_version"),
        (f'<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 4.0//EN" "x">{NITF}', "nitf", "unknown_version"),
        (g2(attributes='standardversion="3.0"'), "newsml_g2", "unknown_version"),
        ('<NewsML Version="2.0"><NewsItem/></NewsML>', "newsml", "unknown_version"),
        ('{"uri":"urn:x","standard":{"name":"ninjs","version":"4.0"},"body_text":"No."}', "ninjs", "unknown_version"),
        (f'<nitf xmlns="http://example.org/">{BODY}</nitf>', "nitf", "unknown_namespace"),
        (g2().replace("2006-10-01", "2016-10-01"), "newsml_g2", "unknown_namespace"),
    ],
)
def test_what_is_not_known_is_named(content: str, form: TextForm, reason: str) -> None:
    rejection = refused(content, form)
    assert rejection.reason == reason
    assert "OnRecord reads" in rejection.detail or "correct it" in rejection.detail


@pytest.mark.parametrize("version", ["2.5", "3.0", "3.4", "3.6"])
def test_versions_of_nitf_are_read(version: str) -> None:
    assert read(f'<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF {version}//EN" "x.dtd">{NITF}').text


# --- status


@pytest.mark.parametrize(
    ("content", "form", "reason"),
    [
        (g2('<pubStatus qcode="stat:canceled"/>'), "newsml_g2", "withdrawn"),
        (g2('<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/withheld"/>'), "newsml_g2", "withheld"),
        (NITF.replace("<body>", '<head><docdata management-status="canceled"/></head><body>'), "nitf", "withdrawn"),
        ('{"uri":"urn:x","pubStatus":"canceled","bodies":[{"value":"No."}]}', "ninjs", "withdrawn"),
        ('{"uri":"urn:x","pubstatus":"withheld","body_text":"No."}', "ninjs", "withheld"),
        ('{"@type":"NewsArticle","creativeWorkStatus":"Retracted","articleBody":"No."}', "json_ld", "withdrawn"),
        (
            '<NewsML><NewsItem><NewsManagement><Status FormalName="Canceled"/></NewsManagement></NewsItem></NewsML>',
            "newsml",
            "withdrawn",
        ),
    ],
)
def test_killed_and_withheld_copy_is_no_article(content: str, form: TextForm, reason: str) -> None:
    assert refused(content, form).reason == reason


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (g2("<embargoed>2031-06-01T10:00:00Z</embargoed>"), "newsml_g2"),
        ('{"uri":"urn:x","embargoed":"2031-06-01T10:00:00Z","body_text":"The mayor said no."}', "ninjs"),
    ],
)
def test_an_embargo_is_kept_and_noted(content: str, form: TextForm) -> None:
    assert [piece.text for piece in read(content, form).furniture] == ["embargoed until 2031-06-01T10:00:00+00:00"]


# --- nothing to read


@pytest.mark.parametrize(
    ("content", "form", "reason", "named"),
    [
        ("<nitf><head><title>Vote</title></head><body/></nitf>", "nitf", "empty", "Vote"),
        (g2(content='<remoteContent href="https://x.example/a.html"/>'), "newsml_g2", "remote_content", "x.example/a"),
        (
            f'<packageItem xmlns="{NAR}"><groupSet><group><itemRef residref="urn:a"/></group></groupSet></packageItem>',
            "newsml_g2", "not_an_article", "urn:a",
        ),
        (f'<planningItem xmlns="{NAR}"/>', "newsml_g2", "not_an_article", "plan"),
        (g2().replace("ninat:text", "ninat:picture"), "newsml_g2", "not_an_article", "picture"),
        ('{"uri":"urn:x","type":"event","headlines":[{"value":"Vote"}]}', "ninjs", "not_an_article", "event"),
        ('{"uri":"urn:x","headline":"Pier 7","versioncreated":"2025-01-01T00:00:00Z"}', "ninjs", "empty", "Pier 7"),
        ('"a text"', "ninjs", "not_an_article", "object"),
        ('{"@context":"https://schema.org","@type":"Recipe"}', "json_ld", "not_an_article", "Recipe"),
    ],
)  # fmt: skip
def test_what_has_no_text_says_what_it_is(content: str, form: TextForm, reason: str, named: str) -> None:
    rejection = refused(content, form)
    assert rejection.reason == reason
    assert named in rejection.detail
