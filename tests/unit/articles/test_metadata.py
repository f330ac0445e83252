"""Metadata: what a page declares and what it shows."""

import json

from onrecord.articles import extract_article
from onrecord.articles.languages import settle_language
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
    assert settle_language(["utf-8"], "1 2 3") is None


def test_author_in_the_line_of_the_date_is_read():
    article = extract("<h1>Dam to open</h1><p>Posted on December 18, 2025 Posted by Jane Roe 59 Comments</p>")
    assert article.authors == ("Jane Roe",)


def test_author_who_signs_below_the_story_is_read():
    lines = "".join(f"<p>The dam's gate number {n} opened on Monday at noon.</p>" for n in range(30))
    article = extract(f"<article><h1>Dam to open</h1>{lines}<p>Written by Jane Roe and Max Poe</p></article>")
    assert article.authors == ("Jane Roe", "Max Poe")


def kinds(article: Article) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for block in article.blocks:
        found.setdefault(block.kind, []).append(article.text[block.start : block.end])
    return found


def test_kicker_that_is_declared_everywhere_stays_in_the_headline():
    head = '<meta property="og:title" content="Floods: Dam to open in spring"><title>Floods: Dam to open</title>'
    body = '<p class="kicker">Floods</p><h1>Dam to open in spring</h1>'
    assert extract(body, head).headline == "Floods: Dam to open in spring"


def test_kicker_that_nothing_declares_is_cut():
    head = '<meta property="og:title" content="Dam to open in spring">'
    assert extract("<h1>Floods - Dam to open in spring</h1>", head).headline == "Dam to open in spring"


def test_date_behind_the_headline_is_cut_where_the_declared_one_has_none():
    head = '<meta property="og:title" content="Dam to open in spring">'
    assert extract("<h1>Dam to open in spring / March 2025</h1>", head).headline == "Dam to open in spring"


def test_logo_in_the_first_heading_is_not_the_headline():
    head = "<title>The Daily News » Archive » Dam to open in spring at last</title>"
    body = '<h1><a href="/">The Daily News</a></h1><h2>Dam to open in spring at last</h2>'
    assert extract(body, head).headline == "Dam to open in spring at last"


def test_author_link_is_read_without_what_stands_beside_it():
    body = '<h1>Dam to open</h1><p>By <a rel="author" href="/jane">Jane Roe</a> View in print edition</p>'
    assert extract(body).authors == ("Jane Roe",)


def test_authors_job_and_portrait_are_not_the_author():
    body = (
        '<h1>Dam to open</h1><div class="author"><img class="author-image"><span class="author-name">Jane Roe</span>'
        '<span class="author-role">Founder</span></div>'
    )
    assert extract(body).authors == ("Jane Roe",)


def test_author_of_a_teaser_or_a_comment_is_not_the_author():
    aside = (
        '<div class="related"><a rel="author">Max Poe</a></div><div class="comments"><span class="comment-author">Eve'
        "</span></div>"
    )
    assert extract(f"{aside}<main><h1>Dam to open</h1></main>").authors == ()


def test_person_outranks_house_and_agency_and_house_stays_where_nobody_is_named():
    both = '<meta name="author" content="Reuters, Jane Roe">'
    assert extract("<h1>Dam to open</h1>", both).authors == ("Jane Roe",)
    assert extract("<h1>Dam to open</h1>", both).agency == "Reuters"
    assert extract("<h1>Dam to open</h1>", '<meta name="author" content="Newsroom">').authors == ("Newsroom",)


def test_label_of_a_social_card_names_the_author():
    head = '<meta name="twitter:label1" content="Geschrieben von"><meta name="twitter:data1" content="Fatima">'
    assert extract("<h1>Dam to open</h1>", head).authors == ("Fatima",)


def test_json_that_is_beyond_repair_still_tells_author_and_date():
    broken = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Dam", "description": "a "new" dam",'
        '"author": {"@type": "Person", "name": "Jane Roe"}, "datePublished": "2025-03-19T08:00:00+01:00"}</script>'
    )
    article = extract("<h1>Dam to open</h1>", broken)
    assert (article.authors, article.published) == (("Jane Roe",), "2025-03-19T08:00:00+01:00")


def test_the_hour_comes_from_where_the_same_day_is_given_with_it():
    head = (
        linked({**STORY, "datePublished": "2025-03-19"})
        + '<meta property="article:published_time" content="2025-03-19T08:00:00+01:00">'
    )
    assert extract("<h1>Dam to open</h1>", head).published == "2025-03-19T08:00:00+01:00"


def test_marked_date_beside_the_headline_outranks_those_of_a_list():
    listed = "".join(f'<li><span class="date">{day}.08.2024</span></li>' for day in (10, 11, 12))
    body = f'<article><h1>Dam to open</h1><time datetime="2025-03-19T08:00:00Z">today</time></article><ul>{listed}</ul>'
    assert extract(body).published == "2025-03-19T08:00:00+00:00"


def test_published_and_changed_are_told_apart_in_one_line():
    article = extract('<h1>Dam to open</h1><p class="date">March 3, 2025. Updated: March 7, 2025</p>')
    assert (article.published, article.modified) == ("2025-03-03", "2025-03-07")


def test_date_in_figures_is_read_as_the_pages_country_writes_it():
    assert extract('<h1>Dam to open</h1><p class="date">05/03/2024</p>').published == "2024-03-05"


def test_language_of_the_text_outranks_a_templates():
    spanish = (
        "El ministro dijo el lunes que la presa resistirá las lluvias del mes de {} y que no hay peligro para ella."
    )
    months = ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "octubre")
    article = extract("<h1>La presa</h1>" + "".join(f"<p>{spanish.format(month)}</p>" for month in months))
    assert article.language == "es"


def test_paywall_is_told_by_declaration_or_barrier_else_unknown():
    assert extract("<h1>Dam to open</h1>", linked({**STORY, "isAccessibleForFree": "False"})).paywalled is True
    assert extract("<h1>Dam to open</h1>", linked({**STORY, "isAccessibleForFree": True})).paywalled is False
    assert extract("<h1>Dam to open</h1>").paywalled is None
    assert extract("<h1>Dam to open</h1><p>Subscribe now to continue reading this story.</p>").paywalled is True


def test_live_blog_is_marked_not_one_among_related_stories():
    live = {**STORY, "@type": "LiveBlogPosting"}
    assert extract("<h1>Dam to open</h1>", linked(live)).live is True
    assert extract("<h1>Dam to open</h1>", linked([STORY, {"@type": "LiveBlogPosting", "headline": "x"}])).live is False


def test_correction_is_a_note_of_the_article():
    note = "Correction: An earlier version of this story misstated the height of the dam."
    article = extract(f"<article><h1>Dam to open</h1>{PARAGRAPHS}<p>{note}</p></article>")
    assert kinds(article)["note"] == [note]


def in_microdata(kind: str, name: str) -> str:
    person = f'<b itemprop="author" itemscope itemtype="https://schema.org/Person"><i itemprop="name">{name}</i></b>'
    return f'<div itemscope itemtype="https://schema.org/{kind}"><h2>Dam to open</h2>{person}</div>'


def test_who_comments_on_a_story_is_not_its_author():
    body = in_microdata("NewsArticle", "Jane Roe") + in_microdata("Comment", "Ann Other")
    assert extract(body).authors == ("Jane Roe",)


def test_the_first_work_of_a_page_gives_its_authors():
    body = in_microdata("NewsArticle", "Jane Roe") + in_microdata("NewsArticle", "John Doe")
    assert extract(body).authors == ("Jane Roe",)
