"""Markup that costs the parser quadratic time is simplified; real pages go to it as they came."""

import time

import pytest
from selectolax.lexbor import LexborHTMLParser

from onrecord.articles.taming import tame

STORY = b"<p>The minister said on Monday that the dam would open.</p>"


@pytest.mark.parametrize(
    "html",
    [
        b"<div>" * 50_000 + STORY + b"</div>" * 50_000,
        b"<details>" * 50_000 + STORY,
        b"<select>" + b"<option>x</option>" * 50_000 + b"</select>" + STORY,
        b"<div " + b" ".join(b"a%d=1" % number for number in range(50_000)) + b">" + STORY,
        b"<div " + b" ".join(b"a%d" % number for number in range(50_000)) + b">" + STORY,
    ],
)
def test_hostile_markup_is_parsed_at_once_and_keeps_its_text(html: bytes):
    started = time.process_time()
    tree = LexborHTMLParser(tame(html))
    assert time.process_time() - started < 2
    assert "the dam would open" in (tree.body.text() if tree.body else "")


def test_a_long_page_and_a_picture_as_text_stay_as_they_are():
    page = b"<div class='text'>" + STORY * 2_000 + b"</div>"
    assert tame(page) is page
    pictured = b"<img alt='Dam' src='data:image/png;base64," + b"iVBOR" * 20_000 + b"'>" + STORY
    assert tame(pictured) is pictured
