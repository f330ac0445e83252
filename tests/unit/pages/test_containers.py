import time

import pytest

from onrecord.pages.containers import container_of
from onrecord.pages.sniffing import sniff


@pytest.mark.parametrize(
    ("head", "container"),
    [
        (b"WARC/1.0\r\nWARC-Type: warcinfo", "warc"),
        (b"\r\n\r\nWARC/1.1\r\n", "warc"),
        (b'<?xml version="1.0"?>\n<rss version="2.0">', "feed"),
        (b"\xef\xbb\xbf<!-- x --><!DOCTYPE rss [<!ENTITY a 'b'>]><rss>", "feed"),
        (b'<atom:feed xmlns:atom="http://www.w3.org/2005/Atom">', "feed"),
        ("<?xml version='1.0' encoding='utf-16'?><rss >".encode("utf-16"), "feed"),
        (b"<sitemapindex >", "sitemap"),
        (b'{"version": "https://jsonfeed.org/version/1", ', "json_feed"),
        (b'{"title": "x", "version": "https:\\/\\/jsonfeed.org\\/version\\/1.1"', "json_feed"),
        (b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;", "mhtml"),
        (b"<!DOCTYPE html><html><body>WARC/1.0", None),
        (b"<html><p>An <rss> feed</p>", None),
        (b"The pier is closed. Content-Type: multipart/related", None),
        (b"From: a@example.org\nContent-Type: multipart/alternative; boundary=x", None),
        (b"", None),
    ],
)
def test_what_holds_pages_is_told_by_its_first_bytes(head: bytes, container: str | None) -> None:
    assert container_of(head) == container


@pytest.mark.parametrize("opening", [b"<!---->", b"<?a?>", b"<!-- -->\n", b"<!DOCTYPE a>", b"a:b\n", b"a:\n b\n"])
def test_a_thousand_comments_before_nothing_take_no_time(opening: bytes) -> None:
    head = (opening * 2000)[:8000] + b"x"
    before = time.process_time()
    container_of(head)
    sniff(head, "", plain=False)
    assert time.process_time() - before < 1
