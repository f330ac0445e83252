"""A page's pictures: which captions are the story's, and whom each picture is from."""

import pytest

from onrecord.articles import extract_article
from onrecord.schema import Article, Origin, Page

FIRST = "The minister of water said on Monday that the dam would be finished by the spring, three years late."
SECOND = "“It will hold,” she told reporters in the valley, where two villages had been moved to higher ground."
THIRD = "Engineers had warned in a report last year that the foundation was too shallow for the winter floods."
PICTURE = "<img src=dam.jpg>"


def extract(body: str) -> Article:
    html = f"<!doctype html><html lang=en><body>{body}</body></html>"
    article = extract_article(Page(content=html.encode(), origin=Origin(path="page.html")))
    assert isinstance(article, Article), article
    return article


def captions(figure: str) -> list[tuple[str, str | None]]:
    """Captions and credits of a story with this between its first two paragraphs."""
    article = extract(
        f"<article><h1>Dam to open in spring</h1><p>{FIRST}</p>{figure}<p>{SECOND}</p><p>{THIRD}</p></article>"
    )
    assert [article.text[block.start : block.end] for block in article.blocks if block.kind == "paragraph"] == [
        FIRST,
        SECOND,
        THIRD,
    ]
    return [(caption.text, caption.credit) for caption in article.captions]


@pytest.mark.parametrize(
    ("inside", "caption", "credit"),
    [
        ("<span class='text'>The dam</span> <span class='author'>Pella News</span>", "The dam", "Pella News"),
        ("<span>The dam in May</span><strong class='autor'>Jane Roe</strong>", "The dam in May", "Jane Roe"),
        ("The dam in <span class='italic'>Upper</span> Valley", "The dam in Upper Valley", None),
        ("The dam in May.<br>Foto: Jane Roe/dpa", "The dam in May.", "Jane Roe/dpa"),
        ("<span>The Daily Planet</span><br>The dam in May, before the first flood of the year.",
         "The dam in May, before the first flood of the year.", "The Daily Planet"),
        ("<p>The dam in May.</p><p>Its gates are new.</p>", "The dam in May. Its gates are new.", None),
        ("The dam in May <small>Jane Roe / Reuters</small>", "The dam in May", "Jane Roe / Reuters"),
        ("The dam in May. <span>Credit:</span> <span class='name'>Jane Roe</span>", "The dam in May.", "Jane Roe"),
        ("The dam in May <span class='white'>-</span> <span class='copyright'>All rights reserved</span>"
         "<span class='credit'>Jane Roe</span>", "The dam in May", "All rights reserved Jane Roe"),
        ("The dam <span class='credit'>AP</span><span class='source'>AP</span>", "The dam", "AP"),
    ],
)  # fmt: skip
def test_elements_and_lines_of_a_caption_are_one_caption_and_one_credit(inside: str, caption: str, credit: str | None):
    assert captions(f"<figure>{PICTURE}<figcaption>{inside}</figcaption></figure>") == [(caption, credit)]


def test_picture_with_a_credit_and_no_caption_is_credited():
    article = extract(
        f"<article><h1>Dam to open in spring</h1><figure>{PICTURE}<figcaption>© Jane Roe</figcaption></figure>"
        f"<p>{FIRST}</p><p>{SECOND}</p></article>"
    )
    assert [(caption.text, caption.credit) for caption in article.captions] == [("", "Jane Roe")]
    assert "Jane Roe" not in article.text


def test_each_caption_beside_the_others_has_the_credit_that_follows_it():
    line = "<div>{}<p class='caption'>{}</p><p class='credit'>{}</p></div>"
    pictures = line.format(PICTURE, "The dam", "Jane Roe") + line.format(PICTURE, "The valley", "Ann Poe")
    assert captions(pictures) == [("The dam", "Jane Roe"), ("The valley", "Ann Poe")]


def test_buttons_of_a_figure_are_no_captions():
    button = "<span><span>この記事の画像を見る(2枚)</span></span>"
    figure = f"<figure><a href=/large>{PICTURE}<figcaption>The dam in May</figcaption>{button}</a></figure>"
    assert captions(figure) == [("The dam in May", None)]


def test_promotion_set_in_a_figure_is_no_caption():
    promotion = "<h3>Out of doors!</h3><p>Each Thursday the best walks in the valley.</p>"
    assert captions(f"<figure>{PICTURE}<figcaption>{promotion}</figcaption></figure>") == []


def test_picture_above_the_headline_is_the_storys():
    lead = f"<section class='teaser-image'>{PICTURE}<p class='teaser-image__credits'>Jane Roe/Daily</p></section>"
    article = extract(
        f"<article><header>{lead}<div><h1>Dam to open in spring</h1></div></header>"
        f"<section><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></section></article>"
    )
    assert [(caption.text, caption.credit) for caption in article.captions] == [("", "Jane Roe/Daily")]


def test_pictures_of_other_stories_are_not_credited():
    teaser = f"<li><article><figure>{PICTURE}</figure><figcaption><div class='copyright'>J. Roe/dpa</div></figcaption>"
    article = extract(
        f"<main><article><h1>Dam to open in spring</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
        f"<ul>{teaser}<h3><a href=/1>A mayor resigns</a></h3></article></li></ul></main>"
    )
    assert article.captions == ()


def test_container_named_for_having_a_caption_is_none():
    header = f"<div class='articleHeader hasCaption'><h2>{FIRST}</h2>{PICTURE}<div class='caption'>The dam</div></div>"
    article = extract(f"<article><h1>Dam to open in spring</h1>{header}<p>{SECOND}</p><p>{THIRD}</p></article>")
    assert [caption.text for caption in article.captions] == ["The dam"]


def test_bylines_and_links_beside_a_picture_are_no_captions():
    byline = f"<div>{PICTURE}<div>By Jane Roe, 28.04.2023, 18:11</div></div>"
    assert captions(byline + f"<div>{PICTURE}<div>→ More stories from abroad</div></div>") == []


def test_same_caption_for_small_and_large_screens_counts_once():
    figure = f"<figure>{PICTURE}<figcaption>The dam in May. (AP Photo/Jane Roe)</figcaption></figure>"
    assert captions(figure + figure) == [("The dam in May.", "AP Photo/Jane Roe")]


def test_credit_in_an_images_title_goes_to_its_caption():
    image = "<img src=fire.jpg alt='Firefighters' title='Firefighters protest | Bildquelle: WDR / Biernat'>"
    assert captions(f"<div class='media'>{image}<div class='mediaInfo'><p>The protest in Essen</p></div></div>") == [
        ("The protest in Essen", "WDR / Biernat")
    ]


def test_words_of_an_images_alt_beside_it_are_its_caption():
    image = "<picture><img src=gold.jpg alt='बरामद गहना'></picture>"
    picture = f"<div class='x1'>{image}</div><div class='x2'>बरामद गहना</div>"
    assert captions(picture) == [("बरामद गहना", None)]


def test_names_under_a_line_beside_a_picture_are_its_credit():
    lines = "<div>This week’s front page of the paper</div><div>Jane Roe</div>"
    picture = f"<div class='x1'><div>{PICTURE}</div>{lines}</div>"
    assert captions(picture) == [("This week’s front page of the paper", "Jane Roe")]


def test_caption_in_a_button_that_enlarges_its_picture_is_read():
    figure = f"<button type=button>{PICTURE}<figcaption><span class='title'>The dam in May</span></figcaption></button>"
    assert captions(figure) == [("The dam in May", None)]


def test_controls_beside_a_picture_are_no_captions():
    control = "<div class='expand-icon'>Open the box about her, close the box about her</div>"
    assert captions(f"<div>{PICTURE}{control}</div>") == []
