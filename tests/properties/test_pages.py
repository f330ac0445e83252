import bz2
import gzip
import json
import plistlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles.decoding import decode_page, python_encoding
from onrecord.pages import PageSettings, find_sources, load_page
from onrecord.schema import Origin, Page, RejectedPage
from tests.unit.pages.containers import STORY, page, record, response, rss, warc, zip_of, zipped_warc, zstd

CHARSETS = st.sampled_from([None, "text/html", "text/html; charset=utf-8", "text/html; charset=utf-16", "x; charset=é"])


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_are_a_page_or_a_reason(content: bytes, plain: bool) -> None:
    page = load_page(content, PageSettings(plain=plain))
    assert isinstance(page, RejectedPage) or page.content == content


@settings(deadline=None)  # the detector loads its tables on the first page
@given(st.binary(max_size=300), CHARSETS)
def test_any_bytes_decode(content: bytes, content_type: str | None) -> None:
    text = decode_page(Page(content=content, origin=Origin(), content_type=content_type))
    assert "\r" not in text
    text.encode("utf-8")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\x0b\x0c\u2028\u2029\ufeff\x00")))
def test_utf8_survives(text: str) -> None:
    assert decode_page(Page(content=text.encode(), origin=Origin())) == text


@given(st.text(max_size=20))
def test_any_label_is_an_encoding_or_none(label: str) -> None:
    encoding = python_encoding(label)
    assert encoding is None or b"abc".decode(encoding, "replace") is not None


@given(st.text(max_size=60))
def test_any_string_is_a_path_that_is_there_or_not(name: str) -> None:
    page = load_page("no-such-folder/" + name)
    assert isinstance(page, RejectedPage)


_RECORD = record(response(gzip.compress(page()), headers={"Content-Type": "text/html", "Content-Encoding": "gzip"}))
_ITEM = f"<item><link>https://example.org/a</link><description><![CDATA[{STORY}]]></description></item>"
CONTAINERS = {
    "warc": warc(_RECORD, _RECORD),
    "warc.gz": zipped_warc(_RECORD, _RECORD),
    "warc.zst": zstd(warc(_RECORD)) + zstd(_RECORD),
    "zip": zip_of({"a.html": page(), "b.warc": warc(_RECORD)}),
    "wacz": zip_of({"datapackage.json": b"{}", "archive/a.warc.gz": zipped_warc(_RECORD),
                    "pages/pages.jsonl": b'{"url": "https://example.org/pier"}'}),
    "html.gz": gzip.compress(page()),
    "html.bz2": bz2.compress(page()),
    "rss": rss([_ITEM, _ITEM]),
    "json": json.dumps({"version": "https://jsonfeed.org/version/1", "items": [{"content_html": STORY}]}).encode(),
    "sitemap": b"<urlset><url><loc>https://example.org/a</loc></url></urlset>",
    "mhtml": b"Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n" + page() + b"\n--x--\n",
    "webarchive": plistlib.dumps({"WebMainResource": {"WebResourceData": page()}}, fmt=plistlib.FMT_BINARY),
}  # fmt: skip


@pytest.mark.parametrize("name", CONTAINERS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_broken_container_gives_pages_or_reasons_and_never_fails(
    name: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    content = bytearray(CONTAINERS[name])
    places = st.integers(0, len(content) - 1)
    for place, byte in data.draw(st.lists(st.tuples(places, st.integers(0, 255)), max_size=8)):
        content[place] = byte
    path = tmp_path_factory.mktemp("broken") / name
    path.write_bytes(content[: data.draw(st.one_of(st.just(len(content)), places))])
    found = list(find_sources([str(path)]))
    assert found
    assert all(isinstance(each, RejectedPage) or each.content for each in found)
