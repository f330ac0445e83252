import gzip

import pytest

from onrecord.pages.sniffing import Kind, Unreadable, sniff, suffix_of

DUMP = b"World\nMarch 19, 2025\n\nThe council closed the pier on Tuesday.\n"


def form(content: bytes, suffix: str = "", *, plain: bool = False) -> str:
    kind = sniff(content, suffix, plain=plain)
    assert isinstance(kind, Kind), kind
    return kind.form


def refusal(content: bytes, suffix: str = "") -> Unreadable:
    kind = sniff(content, suffix, plain=False)
    assert isinstance(kind, Unreadable), kind
    return kind


@pytest.mark.parametrize(
    "content",
    [
        b"<!DOCTYPE html><p>x",
        b"\xef\xbb\xbf\n<!-- saved from url=(0014) -->\n<html lang=en>",
        b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">',
        "<!doctype html><p>x".encode("utf-16"),
        "<html><p>x</p></html>".encode("utf-16-le"),
        b"<div><p>The council</p><p>closed the pier.</p></div>",
    ],
)
def test_html_is_recognised_without_a_suffix(content: bytes) -> None:
    assert form(content) == "html"


def test_html_with_a_text_suffix_is_html() -> None:
    assert form(b"<!doctype html><p>x", ".txt", plain=True) == "html"


def test_text_with_an_html_suffix_is_text() -> None:
    assert form(DUMP, ".html") == "dump"


def test_clean_text_that_speaks_of_tags_stays_text() -> None:
    assert form(b"Use <p> and </p> and <br> and <a> and <b> and <i> and <em>.", ".txt", plain=True) == "plain"


def test_markdown_with_front_matter_is_clean_text() -> None:
    assert sniff(b"---\ntitle: x\n---\n\nText", ".md", plain=False) == Kind("plain", "text/markdown")


def test_markdown_without_front_matter_is_a_dump() -> None:
    assert sniff(DUMP, ".md", plain=False) == Kind("dump", "text/markdown")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "WebP"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (gzip.compress(b"<html>"), "gzip"),
        (b"\x00\x00\x00\x20ftypisom", "MP4"),
        (b"BM\x36\x00\x00\x00\x00\x00\x01\x02", "BMP"),
        (bytes(range(256)) * 4, "unknown"),
    ],
)
def test_a_binary_file_is_named(content: bytes, name: str) -> None:
    refused = refusal(content, ".html")
    assert refused.reason == "binary"
    assert name in refused.detail


def test_a_text_may_open_with_letters_that_are_a_magic_number() -> None:
    assert form(b"BMW said on Tuesday that it would close the plant.", ".txt") == "dump"


def test_utf16_text_is_not_binary() -> None:
    assert form("The council closed the pier.".encode("utf-16-be")) == "dump"


@pytest.mark.parametrize(
    ("content", "suffix", "name"),
    [
        (b"{\\rtf1 x}", ".txt", "rich-text"),
        (b'{"a": 1}', ".json", "JSON"),
        (b"filedesc://crawl.arc 0.0.0.0 20040101000000 text/plain 76\n", ".arc", "ARC"),
        (b"body { color: red }", ".css", "style sheet"),
    ],
)
def test_other_formats_are_not_supported_and_named(content: bytes, suffix: str, name: str) -> None:
    refused = refusal(content, suffix)
    assert refused.reason == "not_supported"
    assert name in refused.detail


@pytest.mark.parametrize(("name", "suffix"), [("a/b.HTML", ".html"), ("a.b/c", ""), (".hidden", ""), ("", "")])
def test_suffixes(name: str, suffix: str) -> None:
    assert suffix_of(name) == suffix
