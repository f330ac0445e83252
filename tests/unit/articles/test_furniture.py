"""Furniture by wording: the shorter way to the one expression that a line may match."""

import re

import pytest

from onrecord.articles.furniture import TELLING, line_expressions, line_reason, openings


@pytest.mark.parametrize(
    ("expression", "letters"),
    [
        ("share(?: this.{0,40})?", {"sh"}),
        (r"\d+ (?:views|likes)", {"0"}),
        ("(?:last )?updated.{0,20}", {"la", "up"}),
        ("(?:leave|post) a comment", {"le", "po"}),
        ("ad? by", {"a"}),
        (r".{0,80}all rights reserved", None),
        ("e?mail", None),
    ],
)
def test_an_expression_tells_with_which_letters_its_lines_begin(expression: str, letters: set[str] | None):
    assert openings(expression) == letters


def test_what_may_begin_with_anything_holds_a_telling_word():
    loose = [expression for _, expression in line_expressions() if openings(expression) is None]
    assert loose
    assert all(any(word in expression for word in TELLING) for expression in loose)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("ADVERTISEMENT", "advertisement"),
        ("• Share this article with friends", "share"),
        ("12 comments", "comments"),
        ("© 2025 The Daily Planet", "legal"),
        ("The Daily Planet 2025. All rights reserved.", "legal"),
        ("The best stories, every Monday, straight to your inbox", "newsletter"),
        ("Ähnliche Artikel:", "related"),
        ("Читайте также", "related"),
        ("* * *", "other"),
        ("The minister said on Monday that the dam would open.", None),
    ],
)
def test_lines_are_furniture_by_their_wording(line: str, reason: str | None):
    assert line_reason(line) == reason


def test_every_plain_expression_matches_itself():
    plain = [(reason, text) for reason, text in line_expressions() if not re.search(r"[\\^$.|?*+()\[{]", text)]
    assert len(plain) > 50
    assert [(text, line_reason(text)) for reason, text in plain if line_reason(text) != reason] == []
