"""Which addresses become links, and how a link finds words on a live page."""

from __future__ import annotations

import pytest

from onrecord.faces.web.views.links import safe_url, site_of, text_fragment


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
        "data:text/html,<script>", "vbscript:x", "file:///etc/passwd", "ftp://example.org/", "//example.org/", "/local",
        "http:", "https:///path", "http://[", "", None, "javascript://example.org/%0aalert(1)", "blob:https://a.example/1",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_page_is_no_link(url: str | None) -> None:
    assert safe_url(url) is None


@pytest.mark.parametrize("url", ["https://example.org/a?b=c#d", "http://example.org", "HTTPS://Example.org/"])
def test_addresses_of_pages_are_links(url: str) -> None:
    assert safe_url(url) == url


def test_a_site_goes_by_its_host() -> None:
    assert site_of("https://www.example.org:8080/x") == "example.org"
    assert site_of("javascript:alert(1)") == ""


def test_few_words_are_searched_whole() -> None:
    assert text_fragment("https://a.example/x", "well-known, & so") == (
        "https://a.example/x#:~:text=well%2Dknown%2C%20%26%20so"
    )


def test_many_words_are_searched_by_their_ends() -> None:
    words = " ".join(str(number) for number in range(20))
    assert text_fragment("https://a.example/", words) == (
        "https://a.example/#:~:text=0%201%202%203%204%205,14%2015%2016%2017%2018%2019"
    )


def test_a_fragment_that_is_there_stays_and_an_older_search_goes() -> None:
    assert text_fragment("https://a.example/#top", "words") == "https://a.example/#top:~:text=words"
    assert text_fragment("https://a.example/#:~:text=old", "words") == "https://a.example/#:~:text=words"


def test_without_a_page_or_words_there_is_no_link() -> None:
    assert text_fragment("javascript:alert(1)", "words") is None
    assert text_fragment("https://a.example/", " ") is None
