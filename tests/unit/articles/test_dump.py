from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.dump import extract_dump
from onrecord.articles.dump_captions import caption_key, read_caption
from onrecord.articles.dump_header import read_date, section_named
from onrecord.articles.dump_lines import is_wrapped, read_lines, split_glued
from onrecord.articles.dump_names import read_authors
from onrecord.articles.dump_phrases import dump_line_reason, ends_story
from onrecord.articles.dump_region import find_region
from onrecord.schema import Article, Origin, Page, Rejection

CALL = Path(__file__).resolve().parents[3] / "../shared/data/pages/call.txt"
PAGE = Page(content=b"", origin=Origin(path="a.txt"), form="dump", content_type="text/plain")
LEAD = "The council voted on Tuesday to close the northern pier to ferries until the cracks are mended."
QUOTE = "“We had no choice,” Mayor Ida Brandt said after the vote, which took less than an hour."
STORY = f"Council closes northern pier\n\nBy Jane Doe\nJune 4, 2024\n\n{LEAD}\n\n{QUOTE}\n\n{LEAD} Again, she said.\n"


def article(text: str) -> Article:
    read = extract_dump(text, PAGE)
    assert isinstance(read, Article), read
    return read


def shown(read: Article, kind: str) -> list[str]:
    return [read.text[block.start : block.end] for block in read.blocks if block.kind == kind]


def rejection(text: str) -> Rejection:
    read = extract_dump(text, PAGE)
    assert isinstance(read, Rejection), read
    return read


@pytest.fixture(scope="module")
def call() -> Article:
    if not CALL.exists():
        pytest.skip("call.txt, a copyrighted page dump, is not beside the checkout")
    return article(CALL.read_text(encoding="utf-8"))


def test_call_has_its_paragraphs_subheadings_and_captions_once_each(call: Article) -> None:
    assert Counter(block.kind for block in call.blocks) == {
        "headline": 1, "paragraph": 33, "subheading": 3, "caption": 9,
    }  # fmt: skip
    assert shown(call, "subheading") == [
        "A halt to fighting in Ukraine seems as distant as ever",
        "Discussion between ‘two superpowers’",
        "Ukraine and Europe take a back seat",
    ]
    assert len(set(shown(call, "caption"))) == 9


def test_call_credits_its_pictures(call: Article) -> None:
    credits = [caption.credit for caption in call.captions]
    assert credits[0] == "Alexei Nikolsky, Sputnik, Kremlin Pool Photo via AP"
    assert credits[-1] == "Heikki Saukkomaa/Lehtikuva via AP"
    assert None not in credits


def test_call_has_its_fields(call: Article) -> None:
    assert call.headline == "They talked about the fighting in Ukraine, of course. But the"
    assert (call.section, call.published, call.agency) == ("World", "2025-03-19", "Associated Press")
    assert call.authors == ("The Associated Press",)


def test_call_lists_its_furniture_with_reasons(call: Article) -> None:
    reasons = Counter(piece.reason for piece in call.furniture)
    assert reasons == {
        "advertisement": 3, "metadata": 3, "duplicate": 9, "newsletter": 2, "promotion": 1, "correction_notice": 1,
    }  # fmt: skip


def test_a_short_dump_is_read_without_furniture() -> None:
    read = article(STORY)
    assert read.headline == "Council closes northern pier"
    assert (read.authors, read.published) == (("Jane Doe",), "2024-06-04")
    assert shown(read, "paragraph") == [LEAD, QUOTE, f"{LEAD} Again, she said."]


def test_a_sign_up_box_inside_the_story_does_not_end_it() -> None:
    box = "Sign up for our newsletter\nEnter your email address\nSIGN UP\n\n"
    read = article(STORY.replace(QUOTE, box + QUOTE))
    assert QUOTE in shown(read, "paragraph")
    assert [piece.reason for piece in read.furniture].count("newsletter") == 3


def test_links_to_other_stories_inside_the_story_are_left_out() -> None:
    links = "RELATED COVERAGE\n\nFishermen agree that the river is empty\n\nWhat to know about the pier\n\n"
    read = article(STORY.replace(QUOTE, links + QUOTE))
    assert shown(read, "subheading") == []
    assert QUOTE in shown(read, "paragraph")


def test_comments_below_the_story_are_left_out_though_they_are_as_long() -> None:
    more = "\n\n".join(
        f"Pillar {n} was found to be cracked, the divers said in a report to the council." for n in range(9)
    )
    comments = "\n\n".join(f"Reader {n} says that the council should have acted in March." for n in range(18))
    read = article(f"{STORY}\n{more}\n\n18 Comments\n\n{comments}")
    assert len(shown(read, "paragraph")) == 3 + 9


def test_a_single_short_line_between_paragraphs_is_a_subheading() -> None:
    read = article(STORY.replace(QUOTE, f"Who pays for the repairs?\n\n{QUOTE}"))
    assert shown(read, "subheading") == ["Who pays for the repairs?"]


def test_a_page_stored_as_markdown_loses_its_marks() -> None:
    marked = (
        "[Home](/)\n[World](/world)\n\n# Council closes northern pier\n\nBy [Jane Doe](/jane)\n\nJune 4, 2024\n\n"
        f"![The pier](/pier.jpg)\n\n{LEAD}\n\n**{QUOTE}**\n\n---\n\n{LEAD} [Again](/x), she said.\n"
    )
    page = Page(content=b"", origin=Origin(path="a.md"), form="dump", content_type="text/markdown")
    read = extract_dump(marked, page)
    assert isinstance(read, Article)
    assert (read.headline, read.authors) == ("Council closes northern pier", ("Jane Doe",))
    assert shown(read, "paragraph") == [LEAD, QUOTE, f"{LEAD} Again, she said."]


def test_a_headline_of_an_empty_page_is_no_guess() -> None:
    assert article(f"{LEAD}\n\n{QUOTE}").headline is None


@pytest.mark.parametrize("text", ["", " \n\n", "\u200b"])
def test_nothing_is_rejected_as_empty(text: str) -> None:
    assert rejection(text).reason == "empty"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Create a free account to continue reading\nAlready a subscriber? Log in\nSubscribe now for $1 a week",
            "login",
        ),
        ("Home\nThe page you requested does not exist or has moved. Check the address, or go to our home page.", "404"),
        ("Home\nNews\nSports\nCouncil closes northern pier\nStorm Berta nears the coast\n2 hours ago", "list of links"),
    ],
)
def test_pages_without_a_story_are_rejected(text: str, words: str) -> None:
    read = rejection(text)
    assert read.reason == "not_an_article"
    assert words in read.detail


def test_a_front_page_of_headlines_and_teasers_is_rejected() -> None:
    teasers = "\n".join(
        f"{place} council closes its pier\nFerries of {place} will leave from the market until repairs are finished."
        for place in ("Harbourtown", "Eastbank", "Mostov", "Orla", "Kelm", "Varn")
    )
    assert rejection(teasers).reason == "not_an_article"


@pytest.mark.parametrize(
    ("glued", "parts"),
    [
        ("WorldMarch 19, 2025", ["World", "March 19, 2025"]),
        ("Published Feb 28 20247:00 AM EST", ["Published Feb 28 2024", "7:00 AM EST"]),
        ("By Jane Doe2 minutes ago", ["By Jane Doe", "2 minutes ago"]),
        ("It was over, he said.Advertisement", ["It was over, he said.", "Advertisement"]),
        ("It was over, he said.Read also: Ferries stop", ["It was over, he said.", "Read also: Ferries stop"]),
        ("The iPhone and YouTube, LinkedIn said", ["The iPhone and YouTube, LinkedIn said"]),
    ],
)
def test_glued_lines_are_parted(glued: str, parts: list[str]) -> None:
    assert split_glued(glued) == parts


def test_a_sentence_torn_by_its_links_is_joined() -> None:
    torn = "In a letter to Ross, which was\nfirst reported\nby the Observer, transport secretary\nPaul Imre\nsaid no."
    assert [line.text for line in read_lines(torn)] == [
        "In a letter to Ross, which was first reported by the Observer, transport secretary Paul Imre said no."
    ]


def test_wrapped_lines_are_one_paragraph_and_a_menu_is_not() -> None:
    assert is_wrapped([LEAD[:48].strip(), LEAD[48:].strip()])
    assert not is_wrapped(["Home", "World", "Politics", "Business"])


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("The mayor waves. (AP Photo/Mina Osei)ASSOCIATED PRESS", "The mayor waves.", "AP Photo/Mina Osei"),
        ("The pier is closed. Photo: Mina Osei / Harbour Times", "The pier is closed.", "Mina Osei / Harbour Times"),
        ("Ice on the pier. Credit...Mina Osei for The Post", "Ice on the pier.", "Mina Osei for The Post"),
    ],
)
def test_captions_are_parted_from_their_credits(line: str, caption: str, credit: str) -> None:
    assert read_caption(line) == (caption, credit)


@pytest.mark.parametrize(
    "line",
    [
        LEAD,
        "He declined to comment (he was on holiday).",
        "She keeps the letters in a file (and shows nobody the file).",
    ],
)
def test_paragraphs_are_no_captions(line: str) -> None:
    assert read_caption(line) is None


def test_two_copies_of_a_caption_share_a_key() -> None:
    assert caption_key("Waves. (AP Photo/X Y)ASSOCIATED PRESS") == caption_key("Waves. (AP Photo/X Y)")


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By JANE DOE and John McRoe, Associated Press", ("Jane Doe", "John McRoe")),
        ("By JANE DOE Harbour Times Staff Writer jdoe@example.org", ("Jane Doe",)),
        ("By Ann Teller and Bo Marsh, CNN", ("Ann Teller", "Bo Marsh")),
        ("The Associated Press, Associated Press", ("The Associated Press",)),
        ("Jane Doe, Staff Writer", ("Jane Doe",)),
        ("Donald Trump", ()),
        ("By then it was over", ()),
        ("Prime minister denies knowing of river loans", ()),
    ],
)
def test_bylines_name_authors(line: str, authors: tuple[str, ...]) -> None:
    assert read_authors(line) == authors


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("March 19, 2025", "2025-03-19"),
        ("Updated 3:04 PM EDT, Wed March 19, 2025", "2025-03-19"),
        ("Wed, 19 Mar 2025 15:04 +0300", "2025-03-19T15:04:00+03:00"),
        ("Published 9:12 PM GMT+2, July 19, 2024", "2024-07-19"),
        ("In March 2025 it was over", None),
        ("The war of August 26, 1914 goes on", None),
    ],
)
def test_lines_that_are_dates_are_dates(line: str, date: str | None) -> None:
    assert read_date(line) == date


@pytest.mark.parametrize(
    ("line", "section"),
    [("World", "World"), ("OPINION", "Opinion"), ("Home > News > Local", "Local"), ("The pier is closed", None)],
)
def test_sections_are_known_names(line: str, section: str | None) -> None:
    assert section_named(line) == section


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("custom ad", "advertisement"),
        ("Receive Daily Headlines FREESign up today!", "newsletter"),
        ("Facebook Twitter WhatsApp Email", "share"),
        ("Read more: Mayor resigns", "related"),
        ("112 comments", "comments"),
        ("4 min read", "metadata"),
        ("We use cookies to give you the best experience on our site.", "legal"),
        ("Correction: An earlier version misstated the number of pillars.", "correction_notice"),
    ],
)
def test_furniture_is_known_by_its_wording(line: str, reason: str) -> None:
    assert dump_line_reason(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "“Join us now, or sign up today for the other side,” the mayor told the crowd in the square.",
        "Support for the treaty has fallen since the eastern bank changed its text.",
        "This report was sent to ministers on Monday, officials said.",
        "In his weekly newsletter, Hale said that the pier was lost.",
        "Reports on the collapse contradicted one another.",
        "Two deaths were reported from the northern coast.",
    ],
)
def test_what_the_story_says_is_no_furniture(line: str) -> None:
    assert dump_line_reason(line) is None


def test_headings_below_a_story_say_what_follows() -> None:
    assert [ends_story(line) for line in ("Most Read", "3 Comments", "The pier is closed")] == [
        "related",
        "comments",
        None,
    ]


def test_the_story_is_the_stretch_with_the_most_prose() -> None:
    lines = read_lines(f"Home\nWorld\nSports\n{LEAD}\n{QUOTE}\nTerms of Use\nJobs")
    region = find_region(lines)
    assert (region.start, region.end) == (3, 5)


LINES = st.lists(
    st.one_of(
        st.text(alphabet=st.characters(codec="utf-8"), max_size=60),
        st.sampled_from(
            ["", "Advertisement", "By Jane Doe", "March 19, 2025", LEAD, QUOTE, "World", "3 Comments", "- item"]
        ),
    ),
    max_size=25,
)


@given(LINES)
def test_any_text_is_an_article_or_a_reason_and_no_line_is_lost(lines: list[str]) -> None:
    read = extract_dump("\n".join(lines), PAGE)
    if isinstance(read, Article):
        kept = len(read.blocks) + len(read.furniture)
        assert kept == len(read_lines("\n".join(lines)))


def test_headline_under_related_articles_is_another_storys() -> None:
    other = "Northern pier council mends cracks in the ferries' mayor"
    text = STORY.replace(
        f"{LEAD}\n\n{QUOTE}", f"RELATED ARTICLES\n\n{other}\n\n{LEAD}\n\n{QUOTE}\n\nRead more\n\n{other}"
    )
    assert article(text).headline == "Council closes northern pier"


def test_offer_to_remove_advertisements_is_one() -> None:
    assert dump_line_reason("Don't want to see this? Remove ads") == "advertisement"


def test_a_correction_stays_in_the_article_and_how_to_report_one_does_not():
    note = "Correction: An earlier version misstated the number of pillars. It is eleven."
    read = article(f"{STORY}\n{note}\n\nFor corrections to this story, write to the desk.\n")
    assert shown(read, "note") == [note]
    assert "write to the desk" not in read.text


def test_a_correction_of_a_story_far_below_is_not_this_storys():
    links = "\n".join(f"Ferry number {number} is late again" for number in range(12))
    read = article(f"{STORY}\n\nMore stories\n{links}\nCorrection: An earlier version gave the wrong pier.\n")
    assert shown(read, "note") == []
