"""Headline, authors and date where what a page shows has to decide."""

from onrecord.articles import extract_article
from onrecord.articles.bylines import tidy_authors
from onrecord.articles.dates import iso_date
from onrecord.schema import Article, Origin, Page

LINES = "".join(
    f"<p>The minister said for the {n} time on Monday that the dam would hold the floods.</p>"
    for n in ("first", "second", "last")
)


def extract(body: str, head: str = "", *, after: str = "") -> Article:
    html = f"<!doctype html><html lang=en-GB><head>{head}</head><body><article>{body}{LINES}{after}</article></body>"
    article = extract_article(Page(content=html.encode(), origin=Origin(url="https://daily.test/dam")))
    assert isinstance(article, Article)
    return article


def og(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


def test_section_behind_a_bar_is_not_the_headlines():
    assert extract("<h1>How the dam holds the floods | Opinion</h1>").headline == "How the dam holds the floods"


def test_glued_kicker_is_parted_as_declared():
    body = "<h1><span>Floods in the south</span><span>Dam: to open on Monday</span></h1>"
    assert extract(body, og("Floods in the south / Dam: to open on Monday")).headline == (
        "Floods in the south / Dam: to open on Monday"
    )


def test_first_words_of_a_headline_are_no_kicker():
    assert extract(
        "<h1>The best dams of the south in spring</h1>", og("Best dams of the south in spring")
    ).headline == ("The best dams of the south in spring")


def test_quoted_opening_of_a_headline_is_no_kicker():
    head = og("Minister misses the opening of the dam")
    assert extract("<h1>“Sheer void”: Minister misses the opening of the dam</h1>", head).headline == (
        "“Sheer void”: Minister misses the opening of the dam"
    )


def test_two_kickers_that_differ_are_both_left_out():
    head = og("Floods: Minister opens the dam") + "<meta name=title content='Power - Minister opens the dam'>"
    assert extract("<h1>Minister opens the dam</h1>", head).headline == "Minister opens the dam"


def test_heading_that_shares_no_word_with_the_articles_headline_is_not_it():
    data = '{"@type": "NewsArticle", "headline": "Minister opens the dam"}'
    head = f'<script type="application/ld+json">{data}</script>'
    assert extract("<h1>Return to our shop window</h1>", head).headline == "Minister opens the dam"


def test_newsrooms_own_headline_stays_though_machines_get_another():
    data = '{"@type": "NewsArticle", "headline": "Dam in the south: minister opens gates"}'
    head = f'<script type="application/ld+json">{data}</script>'
    assert extract("<h1>“No more waiting”: minister floods the valley</h1>", head).headline == (
        "“No more waiting”: minister floods the valley"
    )


def test_line_that_is_only_a_date_outranks_farther_dates_of_unknown_meaning():
    after = '<div><a class="publication">Letter of 14 October 2021</a></div>'
    assert extract("<h1>Minister opens the dam</h1><div>Date: 18.10.2021</div>", after=after).published == "2021-10-18"


def test_todays_date_of_the_masthead_is_not_the_storys():
    body = (
        "<div class='todays-date'>Friday, December 19, 2025</div><h1>Minister opens the dam</h1><div>12.12.2025</div>"
    )
    assert extract(body).published == "2025-12-12"


def test_date_at_the_end_of_a_title_is_the_storys():
    head = "<title>Minister opens the dam | News | 28.04.2023</title>"
    assert extract("<h1>Minister opens the dam</h1>", head).published == "2023-04-28"


def test_paragraph_that_opens_with_a_date_tells_the_day():
    text = (
        "<p>29.11.2022 – More than once the ministry had told of the dam that it would hold; now it opens at last.</p>"
    )
    assert extract(f"<h1>Minister opens the dam</h1>{text}").published == "2022-11-29"


def test_lone_date_below_the_story_counts_two_do_not():
    many = "<p>Yet another line of the story, told on a quiet day in the valley.</p>" * 30
    one, two = "<div>Posted on April 13, 2023</div>", "<div>Posted on April 14, 2023</div>"
    assert extract(f"<h1>Minister opens the dam</h1>{many}", after=one).published == "2023-04-13"
    assert extract(f"<h1>Minister opens the dam</h1>{many}", after=one + two).published is None


def test_milliseconds_behind_a_colon_are_passed_over():
    assert iso_date("2022-01-10T22:06:08:684Z") == "2022-01-10T22:06:08+00:00"


def test_name_alone_below_the_headline_is_the_author_where_a_date_stands_beside_it():
    body = "<h1>Minister opens the dam</h1><div>{}</div><div>3 March 2025</div>"
    assert extract(body.format("Julia Gralberg")).authors == ("Julia Gralberg",)
    assert extract(body.format("Application Portal")).authors == ()


def test_name_and_date_in_one_line_are_told_apart():
    assert extract("<h1>Minister opens the dam</h1><p>Rachel Hogg - 12/03/2026</p>").authors == ("Rachel Hogg",)


def test_who_reviewed_or_updated_a_story_did_not_write_it():
    assert tidy_authors(["By Jane Roe, DVM. Reviewed by Max Poe, DVM"]) == ("Jane Roe",)
    assert tidy_authors(["By Jane Roe", "Updated by Max Poe"]) == ("Jane Roe",)


def test_desk_keeps_its_whole_name():
    assert tidy_authors(["Great Day Editorial Team"]) == ("Great Day Editorial Team",)


def test_newspaper_whose_name_opens_with_an_article_keeps_it():
    assert tidy_authors(["Le Figaro et AFP"]) == ("Le Figaro", "AFP")


def test_short_account_name_yields_to_the_byline():
    body = "<h1>Minister opens the dam</h1><p class=byline>By Scott Pletcher</p><a rel=author>Scott P</a>"
    assert extract(body).authors == ("Scott Pletcher",)


def test_named_account_is_the_author_unless_the_name_beside_it_is_its_own():
    body = "<h1>Minister opens the dam</h1><div>Helmut Kruse</div><div>3 March 2025</div><a rel=author>{}</a>"
    assert extract(body.format("Paddy")).authors == ("Paddy",)
    assert extract(body.format("Helmut")).authors == ("Helmut Kruse",)
