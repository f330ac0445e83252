"""Pages as browsers save them: MHTML, webarchive, SingleFile, "complete" with a folder beside, compressed."""

import bz2
import gzip
import lzma
import plistlib
import quopri
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.articles.decoding import decode_page
from onrecord.pages import PageSettings, find_sources, load_page
from onrecord.schema import Page, RejectedPage
from tests.unit.pages.containers import page, zstd

Compress = Callable[[bytes], bytes]


def loaded(content: bytes) -> Page:
    found = load_page(content)
    assert isinstance(found, Page), found
    return found


def reason(content: bytes, settings: PageSettings | None = None) -> str:
    found = load_page(content, settings)
    assert isinstance(found, RejectedPage), found
    assert found.rejection.detail
    return found.rejection.reason


def mhtml(body: bytes = page(), charset: str = "", encoding: str = "quoted-printable", head: str = "") -> bytes:
    """A page as Chromium writes it, with a frame and a picture after it."""
    told = f"; charset={charset}" if charset else ""
    coded = quopri.encodestring(body) if encoding == "quoted-printable" else body
    return (
        (
            "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/pier\r\nSubject: North pier\r\n"
            f"Date: Wed, 19 Mar 2025 11:00:00 +0100\r\nMIME-Version: 1.0\r\n{head}"
            'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Boundary--x"\r\n\r\n\r\n'
            f"------Boundary--x\r\nContent-Type: text/html{told}\r\nContent-ID: <page@mhtml.blink>\r\n"
            f"Content-Transfer-Encoding: {encoding}\r\nContent-Location: https://example.org/pier\r\n\r\n"
        ).encode()
        + coded
        + (
            b"\r\n------Boundary--x\r\nContent-Type: text/html\r\nContent-Location: https://ads.example/frame\r\n\r\n"
            b"<p>Buy now</p>\r\n------Boundary--x\r\nContent-Type: image/png\r\n"
            b"Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------Boundary--x--\r\n"
        )
    )


def test_mhtml_gives_its_page_with_address_and_time() -> None:
    found = loaded(mhtml())
    assert found.content.strip() == page()
    assert (found.origin.url, found.fetched_at) == ("https://example.org/pier", "2025-03-19T11:00:00+01:00")
    assert (found.form, found.content_type) == ("html", "text/html")


def test_the_charset_of_mhtml_decodes_the_page() -> None:
    body = "<html><p>Мэр закрыл причал</p></html>".encode("koi8-r")
    assert "Мэр закрыл причал" in decode_page(loaded(mhtml(body, "koi8-r")))
    assert "Мэр закрыл причал" in decode_page(loaded(mhtml(body, "koi8-r", "8bit")))


def test_mhtml_that_ends_after_its_page_is_read_and_one_that_ends_in_it_is_not() -> None:
    whole = mhtml()
    assert reason(whole[: whole.index(b"pillars")]) == "truncated"
    assert loaded(whole[: whole.index(b"image/png")]).content.strip() == page()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nx\n--x--", "no_pages"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related;", "no_pages"),
        (mhtml(b""), "empty_file"),
        (mhtml(b"\x89PNG\r\n\x1a\n" + bytes(100), encoding="8bit"), "binary"),
    ],
)  # fmt: skip
def test_mhtml_without_a_page_says_so(content: bytes, expected: str) -> None:
    assert reason(content) == expected


def test_deeply_nested_mail_parts_cost_only_that_file() -> None:
    nested = b"Content-Type: multipart/related; boundary=b0\n\n" + b"".join(
        b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (n, n + 1) for n in range(3000)
    )
    assert reason(nested) in ("damaged", "no_pages")


def webarchive(**fields: object) -> dict[str, object]:
    return {
        "WebMainResource": {
            "WebResourceData": "<html><p>Мэр закрыл причал</p></html>".encode("cp1251"),
            "WebResourceURL": "https://example.org/pier", "WebResourceMIMEType": "text/html",
            "WebResourceTextEncodingName": "windows-1251", **fields,
        },
        "WebSubresources": [],
    }  # fmt: skip


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_safaris_webarchive_gives_its_page(form: plistlib.PlistFormat) -> None:
    found = loaded(plistlib.dumps(webarchive(), fmt=form))
    assert "Мэр закрыл причал" in decode_page(found)
    assert found.origin.url == "https://example.org/pier"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY), "not_supported"),
        (plistlib.dumps([1], fmt=plistlib.FMT_BINARY), "damaged"),
        (plistlib.dumps(webarchive(WebResourceData="text"), fmt=plistlib.FMT_BINARY), "damaged"),
        (plistlib.dumps(webarchive(), fmt=plistlib.FMT_BINARY)[:-40], "damaged"),
        (plistlib.dumps(webarchive(), fmt=plistlib.FMT_XML)[:-40], "damaged"),
        (plistlib.dumps(webarchive(WebResourceData=b""), fmt=plistlib.FMT_BINARY), "empty_file"),
        (b'<!DOCTYPE plist [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><plist><dict><key>WebMainResource</key>'
         b"<string>&b;</string></dict></plist>", "damaged"),
    ],
)  # fmt: skip
def test_a_webarchive_that_is_none_says_so(content: bytes, expected: str) -> None:
    assert reason(content) == expected


SINGLE_FILE = """<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile
 url: https://example.org/pier?a=1
 saved date: Tue Mar 18 2025 10:11:12 GMT+0100 (Central European Standard Time)
--><p>The pier is closed.</p>"""


def test_singlefile_says_where_and_when() -> None:
    found = loaded(SINGLE_FILE.encode())
    assert (found.origin.url, found.fetched_at) == ("https://example.org/pier?a=1", "2025-03-18T10:11:12+01:00")


@pytest.mark.parametrize(
    ("comment", "url"),
    [
        ("<!-- saved from url=(0024)https://example.org/pier -->", "https://example.org/pier"),
        ("<!-- saved from url=(0014)about:internet -->", None),
        ("<!-- saved from url=(0021)file:///C:/pier.html -->", None),
        ("<!--\n Page saved with SingleFile\n url: file:///pier.html\n saved date: never\n-->", None),
    ],
)
def test_a_saved_pages_comment_gives_its_address(comment: str, url: str | None) -> None:
    found = loaded(f"<!DOCTYPE html>\n{comment}\n<html><p>The pier is closed.</p>".encode())
    assert (found.origin.url, found.fetched_at) == (url, None)


@pytest.mark.parametrize("name", ["Pier_files", "Pier-Dateien", "Pier_fichiers"])
def test_the_folder_saved_beside_a_page_is_not_read(name: str, tmp_path: Path) -> None:
    (tmp_path / "Pier.html").write_bytes(page())
    for folder in (name, "Other_files"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "frame.html").write_bytes(page("Frame"))
    found = [each.origin.path for each in find_sources([str(tmp_path)]) if isinstance(each, Page)]
    assert sorted(path.removeprefix(f"{tmp_path}/") for path in found if path) == [
        "Other_files/frame.html",
        "Pier.html",
    ]


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress, zstd])
def test_a_compressed_page_is_the_page(compress: Compress, tmp_path: Path) -> None:
    (tmp_path / "pier.html.gz").write_bytes(compress(b"The <b>pier</b> is closed."))
    (found,) = find_sources([str(tmp_path)])
    assert isinstance(found, Page)
    assert (found.content, found.form) == (b"The <b>pier</b> is closed.", "html")


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress, zstd])
def test_a_compressed_page_that_is_cut_broken_empty_or_a_bomb_says_so(compress: Compress) -> None:
    content = compress(page())
    assert reason(content[:-20]) == "truncated"
    assert reason(content[:30] + b"\xff" * 40 + content[70:]) in ("damaged", "truncated")
    assert reason(compress(b"")) == "empty_file"
    assert reason(compress(bytes(30_000_000))) == "too_large"


def test_a_text_that_opens_with_bzip2s_letters_is_a_text() -> None:
    assert loaded(b"BZhang said on Tuesday that the pier was closed.").form == "dump"
