"""A web page becomes an article: its blocks, its furniture, its metadata, or a rejection."""

from onrecord.articles import extract_article
from onrecord.schema import Article, Origin, Page, Rejection

FIRST = "The minister of water said on Monday that the dam would be finished by the spring, three years late."
SECOND = "“It will hold,” she told reporters in the valley, where two villages had been moved to higher ground."
THIRD = "Engineers had warned in a report last year that the foundation was too shallow for the winter floods."


def page(body: str, head: str = "") -> Page:
    html = f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>"
    return Page(content=html.encode(), origin=Origin(path="page.html"))


def extract(body: str, head: str = "") -> Article:
    article = extract_article(page(body, head))
    assert isinstance(article, Article), article
    return article


def shown(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def story(*paragraphs: str) -> str:
    return "<h1>Dam to open in spring</h1>" + "".join(f"<p>{text}</p>" for text in paragraphs)


def test_headline_paragraphs_and_subheading_are_the_article():
    article = extract(f"<article>{story(FIRST)}<h2>A late warning</h2><p>{THIRD}</p></article>")
    assert shown(article) == [
        ("headline", "Dam to open in spring"),
        ("paragraph", FIRST),
        ("subheading", "A late warning"),
        ("paragraph", THIRD),
    ]


def test_menus_footers_and_teasers_are_furniture_with_their_reasons():
    article = extract(
        '<nav><a href="/">Home page</a> <a href="/world">World news</a></nav>'
        f"<article>{story(FIRST, SECOND, THIRD)}</article>"
        '<div class="related-stories"><p>A bridge fell into the river, and nobody was hurt, police said.</p></div>'
        "<footer>© 2025 The Daily Planet</footer>"
    )
    assert [kind for kind, _ in shown(article)] == ["headline", "paragraph", "paragraph", "paragraph"]
    reasons = {piece.text: piece.reason for piece in article.furniture}
    assert reasons["Home page World news"] == "navigation"
    assert reasons["A bridge fell into the river, and nobody was hurt, police said."] == "related"
    assert reasons["© 2025 The Daily Planet"] == "legal"


def test_sign_up_line_in_the_middle_of_a_story_is_left_out():
    article = extract(f"<article>{story(FIRST, 'Sign up today for our daily headlines!', SECOND)}</article>")
    assert [text for kind, text in shown(article) if kind == "paragraph"] == [FIRST, SECOND]
    assert article.furniture[0].reason == "newsletter"


def test_paragraphs_parted_by_two_line_breaks_are_paragraphs():
    article = extract(f"<h1>Dam to open in spring</h1><div>{FIRST}<br><br>{SECOND}<br> <br/>{THIRD}</div>")
    assert [text for kind, text in shown(article) if kind == "paragraph"] == [FIRST, SECOND, THIRD]


def test_lists_and_quotations_keep_their_kinds_and_order():
    body = (
        f"<p>{FIRST}</p><ul><li>The dam is ninety metres high.</li></ul><blockquote>{SECOND}</blockquote><p>{THIRD}</p>"
    )
    article = extract(f"<main><h1>Dam to open in spring</h1>{body}</main>")
    assert [kind for kind, _ in shown(article)] == ["headline", "paragraph", "list_item", "quote", "paragraph"]


def test_page_builder_that_calls_every_paragraph_a_widget_hides_nothing():
    widgets = "".join(f'<div class="sidebar-widget"><p>{text}</p></div>' for text in (FIRST, SECOND, THIRD))
    article = extract(f'<h1>Dam to open in spring</h1><div class="row">{widgets}</div>')
    assert [text for kind, text in shown(article) if kind == "paragraph"] == [FIRST, SECOND, THIRD]


def test_long_comments_under_a_short_story_stay_out():
    comments = "".join(
        f'<div class="comment"><p>I never believed a word of it, {i} times over. {FIRST}</p></div>' for i in range(9)
    )
    article = extract(f"<article>{story(FIRST, SECOND, THIRD)}</article><section>{comments}</section>")
    assert [text for kind, text in shown(article) if kind == "paragraph"] == [FIRST, SECOND, THIRD]


def test_next_story_on_an_endless_page_stays_out():
    other = "".join(
        f"<p>Another story goes on and on about the harvest, part {i}, and it is long.</p>" for i in range(9)
    )
    head = "<title>Dam to open in spring</title>"
    article = extract(
        f"<div><article>{story(FIRST, SECOND, THIRD, FIRST)}</article><article><h2>Next</h2>{other}</article></div>",
        head,
    )
    assert "harvest" not in article.text


def test_standfirst_in_the_header_is_kept():
    head = '<meta property="og:description" content="Villagers doubt that it will hold the winter floods">'
    body = "<header><h1>Dam to open in spring</h1><p>Villagers doubt that it will hold the winter floods</p></header>"
    article = extract(
        f"<div>{body}<div class='article-body'><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></div>", head
    )
    assert shown(article)[1] == ("paragraph", "Villagers doubt that it will hold the winter floods")


def test_caption_is_a_block_without_its_credit():
    figure = "<figure><img><figcaption>The dam in May. (AP Photo/Jane Roe)</figcaption></figure>"
    article = extract(f"<article>{story(FIRST, SECOND)}{figure}{figure}<p>{THIRD}</p></article>")
    (caption,) = article.captions
    assert (caption.text, caption.credit) == ("The dam in May.", "AP Photo/Jane Roe")
    assert article.text[caption.start : caption.end] == "The dam in May."


def test_credit_in_an_element_of_its_own_goes_to_its_caption():
    figure = '<figure><img><figcaption>The dam in May<span class="credit">Jane Roe</span></figcaption></figure>'
    (caption,) = extract(f"<article>{story(FIRST, SECOND)}{figure}<p>{THIRD}</p></article>").captions
    assert (caption.text, caption.credit) == ("The dam in May", "Jane Roe")


def test_table_in_a_figure_is_no_caption():
    table = "<figure><table><tr><td>Height of the dam</td><td>90 m</td></tr></table></figure>"
    assert extract(f"<article>{story(FIRST, SECOND)}{table}<p>{THIRD}</p></article>").captions == ()


def test_two_short_paragraphs_are_an_article():
    paragraphs = "<p>The ferry runs again, the port said on Friday.</p><p>It had been in repair since May.</p>"
    assert [kind for kind, _ in shown(extract("<h1>Ferry back in service</h1>" + paragraphs))] == [
        "headline",
        "paragraph",
        "paragraph",
    ]


def rejected(content: bytes) -> Rejection:
    rejection = extract_article(Page(content=content, origin=Origin(path="page.html")))
    assert isinstance(rejection, Rejection)
    return rejection


def test_missing_page_saved_as_a_story_is_rejected():
    sorry = b"<p>Sorry, the page that you looked for was moved or deleted.</p>"
    html = b"<title>Page not found | The Daily</title><h1>404</h1>" + sorry
    assert rejected(html).reason == "not_an_article"
    assert "error page" in rejected(html).detail


def test_login_wall_is_rejected():
    html = b"<h1>Dam to open</h1><p>Please log in to continue reading.</p><form><label>Password</label><input></form>"
    assert rejected(html).reason == "not_an_article"
    assert "login wall" in rejected(html).detail


def test_index_page_is_rejected():
    teasers = "".join(
        f'<div><h3><a href="/{i}">Story number {i} of this day</a></h3><a href="/{i}">Read</a></div>' for i in range(30)
    )
    assert rejected(f"<h1>World</h1>{teasers}".encode()).reason == "not_an_article"


def test_nothing_to_read_is_empty():
    assert rejected(b"").reason == "empty"
    assert rejected(b"<html><body><script>fill()</script></body></html>").reason == "empty"


def test_picture_is_no_html():
    assert rejected(b"%PDF-1.7\n1 0 obj <</Type /Catalog>>").reason == "unparsable_html"
    assert rejected(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20).reason == "unparsable_html"


def test_hundred_thousand_nested_divs_are_walked():
    html = "<div>" * 100_000 + story(FIRST, SECOND)
    assert [kind for kind, _ in shown(extract(html))] == ["headline", "paragraph", "paragraph"]


def test_byline_and_dateline_are_blocks_of_their_own_kind():
    lines = "<p>By Jane Roe</p><p>Updated 19 March 2025, 9:30 a.m.</p>"
    article = extract(f"<article><h1>Dam to open in spring</h1>{lines}<p>{FIRST}</p><p>{SECOND}</p></article>")
    assert [kind for kind, _ in shown(article)] == ["headline", "byline", "dateline", "paragraph", "paragraph"]


def test_paragraph_repeated_for_small_screens_is_kept_once():
    article = extract(f"<article>{story(FIRST, FIRST, SECOND, THIRD)}</article>")
    assert [text for kind, text in shown(article) if kind == "paragraph"] == [FIRST, SECOND, THIRD]


def test_what_follows_related_stories_is_cut_off():
    related = "<h3>Related stories</h3><p>A bridge fell into the river on Sunday, and nobody was hurt, police said.</p>"
    article = extract(f"<article>{story(FIRST, SECOND, THIRD, THIRD[:-1] + ', again.')}<div>{related}</div></article>")
    assert "bridge" not in article.text


def test_consent_page_is_rejected():
    html = b"<h1>We value your privacy</h1><p>We and our partners store cookies. Accept all cookies to go on.</p>"
    assert rejected(html).reason == "not_an_article"
    assert "consent" in rejected(html).detail


def test_short_japanese_sentences_are_a_story():
    first, second = (
        "宮崎県で十三日夜、震度五弱の地震があったと発表された。",
        "気象庁は沿岸に津波への注意を呼びかけている。",
    )
    article = extract(
        f"<nav><a href=/>社会の一覧へ</a></nav><main><h1>宮崎で地震</h1><p>{first}</p><p>{second}</p></main>"
    )
    assert [text for kind, text in shown(article) if kind == "paragraph"] == [first, second]


def captions(figure: str) -> list[tuple[str, str | None]]:
    article = extract(f"<article>{story(FIRST)}{figure}<p>{SECOND}</p><p>{THIRD}</p></article>")
    return [(caption.text, caption.credit) for caption in article.captions]


def test_credit_split_over_two_elements_is_one():
    figure = (
        "<figure><img src=dam.jpg><figcaption>The dam on Monday."
        '<span class="credit">Photo by JANE ROE</span> /AFP via Getty Images</figcaption></figure>'
    )
    assert captions(figure) == [("The dam on Monday.", "JANE ROE/AFP via Getty Images")]


def test_credit_shown_under_two_pictures_goes_to_both():
    figures = "".join(
        f"<figure><img src=x.jpg><figcaption>{text}"
        '<span class="credit">Photo by Jane Roe/Daily Planet</span></figcaption></figure>'
        for text in ("The dam.", "The valley.")
    )
    assert captions(figures) == [("The dam.", "Jane Roe/Daily Planet"), ("The valley.", "Jane Roe/Daily Planet")]


def test_line_over_a_credit_in_a_pictures_box_is_its_caption():
    figure = (
        "<div><div><img src=dam.jpg></div><div><div>Villagers watch the dam's gates</div><div>REUTERS</div></div></div>"
    )
    assert captions(figure) == [("Villagers watch the dam's gates", "REUTERS")]


def test_copyright_beside_a_caption_is_its_credit():
    figure = "<figure><img src=x.jpg><figcaption>The village school</figcaption><div>© Jane Roe</div></figure>"
    assert captions(figure) == [("The village school", "Jane Roe")]


def test_length_of_a_video_is_no_caption():
    caption = "<figcaption><p>The dam seen from the air.</p><p>26.10.2025 | 2:43 min</p></figcaption>"
    figure = f"<figure><video></video>{caption}</figure>"
    assert captions(figure) == [("The dam seen from the air.", None)]


def test_table_of_cookies_longer_than_the_story_stays_out():
    cookies = "".join(f"<tr><td>id_{n}</td><td>{THIRD.replace('last', str(n))}</td></tr>" for n in range(20))
    article = extract(
        f"<article>{story(FIRST, SECOND, THIRD, FIRST[:-1] + ', he added.')}</article>"
        f'<div class="site-cookie-description"><table>{cookies}</table></div>'
    )
    assert [kind for kind, _ in shown(article)] == ["headline", *["paragraph"] * 4]


def test_marks_that_close_a_press_release_are_no_paragraph():
    article = extract(f"<article>{story(FIRST, SECOND, THIRD)}<p>###</p></article>")
    assert article.text.endswith(THIRD)
    assert [(piece.text, piece.reason) for piece in article.furniture] == [("###", "other")]


def test_form_that_speaks_for_the_reader_says_nothing():
    offer = "I would like to be emailed about offers and events from The Daily Planet. Read our privacy notice."
    article = extract(f"<article>{story(FIRST)}<p>{offer}</p><p>{SECOND}</p><p>{THIRD}</p></article>")
    assert [(piece.text, piece.reason) for piece in article.furniture] == [(offer, "newsletter")]
