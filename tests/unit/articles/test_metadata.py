"""Metadata: what a page declares and what it shows."""

import json

from onrecord.articles import extract_article
from onrecord.schema import Article, Origin, Page

PARAGRAPHS = "".join(
    f"<p>The minister said for the {n} time on Monday that the dam would hold the floods.</p>"
    for n in ("first", "last")
)


def extract(body: str, head: str = "") -> Article:
    html = f"<!doctype html><html lang=en-GB><head>{head}</head><body>{body}{PARAGRAPHS}</body></html>"
    article = extract_article(Page(content=html.encode(), origin=Origin(url="https://daily.test/dam?x=1")))
    assert isinstance(article, Article)
    return article


def linked(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


STORY = {
    "@type": "NewsArticle", "headline": "Dam to open", "datePublished": "2025-03-19T08:00:00+01:00",
    "dateModified": "2025-03-20T09:30:00Z", "articleSection": "World",
    "author": [{"@type": "Person", "name": "Jane Roe"}],
    "publisher": {"@type": "Organization", "name": "The Daily"}, "url": "https://daily.test/dam",
}  # fmt: skip


def test_linked_data_gives_every_field():
    article = extract("<h1>Dam to open</h1>", linked(STORY))
    assert article.published == "2025-03-19T08:00:00+01:00"
    assert article.modified == "2025-03-20T09:30:00+00:00"
    assert (article.section, article.publisher, article.authors) == ("World", "The Daily", ("Jane Roe",))
    assert (article.language, article.url) == ("en", "https://daily.test/dam")


def test_graph_with_references_is_read():
    graph = {"@graph": [
        {"@type": "BlogPosting", "headline": "Dam to open", "datePublished": "2025-03-19", "author": {"@id": "#jane"}},
        {"@type": "Person", "@id": "#jane", "name": "Jane Roe"},
    ]}  # fmt: skip
    article = extract("<h1>Dam to open</h1>", linked(graph))
    assert (article.published, article.authors) == ("2025-03-19", ("Jane Roe",))


def test_broken_linked_data_is_mended_or_passed_over():
    comma = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-03-19",}</script>'
    assert extract("<h1>Dam to open</h1>", comma).published == "2025-03-19"
    assert (
        extract("<h1>Dam to open</h1>", '<script type="application/ld+json">{"@type": "News</script>').published is None
    )


def test_open_graph_fills_what_linked_data_leave():
    head = (
        '<meta property="article:published_time" content="2025-03-19T08:00:00+0100">'
        '<meta property="og:site_name" content="The Daily">'
        '<meta name="author" content="By Jane Roe and John Doe"><link rel="canonical" href="/dam">'
    )
    article = extract("<h1>Dam to open</h1>", head)
    assert article.published == "2025-03-19T08:00:00+01:00"
    assert (article.publisher, article.authors, article.url) == (
        "The Daily",
        ("Jane Roe", "John Doe"),
        "https://daily.test/dam",
    )


def test_visible_byline_and_date_are_read_where_nothing_is_declared():
    article = extract(
        '<h1>Dam to open</h1><p class="byline">By Jane Roe, Associated Press</p><span>March 19, 2025</span>'
    )
    assert (article.authors, article.agency, article.published) == (("Jane Roe",), "Associated Press", "2025-03-19")


def test_visible_headline_outranks_the_title():
    article = extract("<h1>Dam to open in the spring at last</h1>", "<title>Dam to open | The Daily</title>")
    assert article.headline == "Dam to open in the spring at last"


def test_site_name_in_the_first_heading_is_not_the_headline():
    head = '<title>Dam to open in spring | The Daily</title><meta property="og:site_name" content="The Daily">'
    assert extract("<h1>The Daily</h1><h2>Dam to open in spring</h2>", head).headline == "Dam to open in spring"


def test_unknown_stays_null():
    article = extract("<h1>Dam to open</h1>")
    assert (article.section, article.published, article.modified, article.agency, article.publisher) == (None,) * 5
    assert article.authors == ()


def test_agency_of_the_first_paragraphs_opening_is_named():
    first = "<p>MOSCOW (AP) — The minister said on Monday that the dam would hold the winter floods.</p>"
    assert extract("<h1>Dam to open</h1>" + first).agency == "Associated Press"


def test_agency_that_is_only_talked_about_is_not_the_agency():
    first = "<p>The minister told Reuters on Monday that the dam would hold the winter floods.</p>"
    assert extract("<h1>Dam to open</h1>" + first).agency is None


def test_charset_is_no_language():
    html = f"<html><head><meta name=language content=utf-8></head><body><h1>Dam to open</h1>{PARAGRAPHS}</body></html>"
    article = extract_article(Page(content=html.encode(), origin=Origin()))
    assert isinstance(article, Article)
    assert article.language is None


def test_author_in_the_line_of_the_date_is_read():
    article = extract("<h1>Dam to open</h1><p>Posted on December 18, 2025 Posted by Jane Roe 59 Comments</p>")
    assert article.authors == ("Jane Roe",)


def test_author_who_signs_below_the_story_is_read():
    lines = "".join(f"<p>The dam's gate number {n} opened on Monday at noon.</p>" for n in range(30))
    article = extract(f"<article><h1>Dam to open</h1>{lines}<p>Written by Jane Roe and Max Poe</p></article>")
    assert article.authors == ("Jane Roe", "Max Poe")
