import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.compose import canonical
from onrecord.articles.front_matter import read_scalar, split_front_matter
from onrecord.articles.markdown import iso_moment, strip_marks
from onrecord.articles.plain import extract_plain, opens_with_headline, split_paragraphs
from onrecord.schema import Article, Origin, Page, Rejection

SHARED = Path(__file__).resolve().parents[3] / "../shared/data"
LEAD = "The harbour council voted on Tuesday to close the northern pier to ferries until the cracks are mended."
PAGE = Page(content=b"", origin=Origin(path="a.txt"), form="plain", content_type="text/plain")
RELEASE = """---
date: '2022-03-14'
modified_time: 2022-03-14 14:43:51-04:00
published_time: 2022-03-14 14:26:07-04:00
source_url: https://example.org/2022/03/14/readout/
title: "Readout of the Minister\\u2019s Call with the\\
  \\ Mayor of\\_Harbourtown"
---

The minister spoke today with the **mayor** of Harbourtown about the
pier, and [announced](https://example.org/pier) a
survey.

**Participants:**

-   Jane Doe, Secretary of
    the Council
-   John Roe

\\###
"""


def article(text: str) -> Article:
    read = extract_plain(text, PAGE)
    assert isinstance(read, Article)
    return read


def shown(read: Article) -> list[tuple[str, str]]:
    return [(block.kind, read.text[block.start : block.end]) for block in read.blocks]


def test_blocks_are_parted_at_empty_lines() -> None:
    read = article(f"{LEAD}\n \n{LEAD}\n")
    assert shown(read) == [("paragraph", LEAD), ("paragraph", LEAD)]
    assert read.headline is None


def test_a_line_end_inside_a_wrapped_paragraph_is_a_space() -> None:
    assert split_paragraphs("The council voted\nto close the pier.\n\nIt did.") == [
        "The council voted\nto close the pier.",
        "It did.",
    ]
    assert article("The council voted\nto close the pier.\n\nIt did.").text.startswith("The council voted to close")


def test_without_empty_lines_each_line_is_a_block() -> None:
    assert split_paragraphs(f"{LEAD}\nThe mayor objected.\n{LEAD}") == [LEAD, "The mayor objected.", LEAD]


def test_wrapped_text_without_empty_lines_is_one_block() -> None:
    wrapped = "The harbour council voted on\nTuesday to close the pier to\nferries until the cracks are\nmended."
    assert split_paragraphs(wrapped) == [wrapped]


def test_lines_too_long_to_be_wrapped_are_paragraphs() -> None:
    long = LEAD + " " + LEAD
    assert split_paragraphs(f"Harbour closes\n\n{long}\n{long}") == ["Harbour closes", long, long]


@pytest.mark.parametrize(
    "headline",
    [
        "Council Closes Northern Pier",
        "Council Closes Northern Pier to ‘Protect Ferries.’",
        "Council closes northern pier.",
        "Harbour council closes northern pier over cracks",
    ],
)
def test_a_short_first_line_that_names_its_matter_is_the_headline(headline: str) -> None:
    read = article(f"{headline}\n\n{LEAD}\n\n{LEAD}")
    assert read.headline == headline
    assert shown(read)[0] == ("headline", headline)


@pytest.mark.parametrize(
    "first",
    [
        "They talked about the pier, of course.",
        "“We had no choice,” the mayor said.",
        "The Latest on the harbour:",
        LEAD,
        "- Ferries stop on Tuesday",
    ],
)
def test_an_opening_sentence_is_no_headline(first: str) -> None:
    assert not opens_with_headline([first, LEAD, LEAD])


def test_a_single_line_is_no_headline() -> None:
    assert article("Council closes pier").headline is None


def test_a_headline_of_two_decks_ends_at_its_semicolon() -> None:
    read = article(f"Council closes northern pier; \nMayor objects to its haste.\n\n{LEAD}")
    assert read.headline == "Council closes northern pier;"
    assert shown(read)[1] == ("paragraph", "Mayor objects to its haste.")


@pytest.mark.parametrize("text", ["", " \n\n\t", "\ufeff\u200b"])
def test_text_that_shows_nothing_is_rejected(text: str) -> None:
    read = extract_plain(text, PAGE)
    assert isinstance(read, Rejection)
    assert read.reason == "empty"


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_nothing_that_shows_is_left_out(text: str) -> None:
    read = extract_plain("x " + text, PAGE)
    assert isinstance(read, Article)
    assert re.sub(r"\s", "", read.text) == re.sub(r"\s", "", canonical("x " + text))


def test_front_matter_becomes_fields() -> None:
    read = article(RELEASE)
    assert read.headline == "Readout of the Minister’s Call with the Mayor of Harbourtown"
    assert read.published == "2022-03-14T14:26:07-04:00"
    assert read.modified == "2022-03-14T14:43:51-04:00"
    assert read.url == "https://example.org/2022/03/14/readout/"
    assert read.publisher is None


def test_markdown_loses_its_marks_and_keeps_its_words() -> None:
    read = article(RELEASE)
    assert shown(read)[1:] == [
        (
            "paragraph",
            "The minister spoke today with the mayor of Harbourtown about the pier, and announced a survey.",
        ),
        ("subheading", "Participants:"),
        ("list_item", "Jane Doe, Secretary of the Council"),
        ("list_item", "John Roe"),
    ]
    assert [(piece.text, piece.reason) for piece in read.furniture] == [("###", "other")]


def test_front_matter_without_text_is_rejected() -> None:
    read = extract_plain("---\ndate: 2022-03-14\n---\n\n<!-- -->\n", PAGE)
    assert isinstance(read, Rejection)
    assert read.reason == "empty"


def test_two_rules_around_a_paragraph_are_no_front_matter() -> None:
    assert split_front_matter("---\nA paragraph between rules.\n---\nMore.")[0] == {}


def test_front_matter_lists_are_read() -> None:
    entries, _ = split_front_matter("---\nauthors:\n  - Jane Doe\n  - 'John O''Roe'\ntags: [a, b]\n---\n")
    assert entries == {"authors": ("Jane Doe", "John O'Roe"), "tags": ("a", "b")}


@pytest.mark.parametrize(
    ("raw", "value"),
    [("plain\n  folded", "plain folded"), ("'it''s'", "it's"), ('"a\\u2019b\\x41"', "a’bA"), ('"a\\\n  \\ b"', "a b")],
)
def test_yaml_scalars_are_read(raw: str, value: str) -> None:
    assert read_scalar(raw) == value


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("support for Ukraine**.**", "support for Ukraine."),
        ("***Fact*** and **_fact_**", "Fact and fact"),
        ("the 21<sup>st</sup> century", "the 21st century"),
        ("\\[sic\\] snake_case stays", "[sic] snake_case stays"),
        ("see <https://example.org/a_b>", "see https://example.org/a_b"),
    ],
)
def test_marks_are_stripped(marked: str, words: str) -> None:
    assert strip_marks(marked) == words


@pytest.mark.parametrize(
    ("shown_moment", "moment"),
    [
        ("2022-03-14", "2022-03-14"),
        ("2022-03-14 14:26:07-04:00", "2022-03-14T14:26:07-04:00"),
        ("2022-03-14T14:26:07Z", "2022-03-14T14:26:07+00:00"),
        ("2022-03-14 14:26", "2022-03-14"),
        ("2022-13-14", None),
        ("yesterday", None),
    ],
)
def test_moments_are_iso_or_unknown(shown_moment: str, moment: str | None) -> None:
    assert iso_moment(shown_moment) == moment


def test_every_polnear_text_keeps_its_characters_and_nearly_all_have_headlines() -> None:
    texts = sorted((SHARED / "polnear/dev/text").glob("*.txt"))
    if not texts:
        pytest.skip("the PolNeAR dev texts are not beside the checkout")
    articles = [article(path.read_text(encoding="utf-8")) for path in texts]
    for path, read in zip(texts, articles, strict=True):
        assert re.sub(r"\s", "", read.text) == re.sub(r"\s", "", canonical(path.read_text(encoding="utf-8")))
    assert sum(read.headline is not None for read in articles) >= 80
