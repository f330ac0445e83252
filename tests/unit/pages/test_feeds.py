import json
import time
from pathlib import Path

import pytest

from onrecord.articles import extract_article
from onrecord.pages import PageSettings, find_sources
from onrecord.schema import Article, Page, RejectedPage
from tests.unit.pages.containers import STORY, rss

FULL = (
    "<item><title>North pier &amp;amp; quay closed</title><link>https://example.org/pier</link>"
    "<pubDate>Wed, 19 Mar 2025 10:00:00 +0100</pubDate><dc:creator>Mira Lind</dc:creator><category>Harbour</category>"
    f"<description>Divers found cracks.</description><content:encoded><![CDATA[{STORY}]]></content:encoded></item>"
)
TEASER = "<item><title>Ferries</title><link>https://example.org/ferries</link><description>Short.</description></item>"

ATOM = f"""<?xml version="1.0"?>
<!-- made by hand --><?xml-stylesheet href="a.xsl"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">
  <title>Hamnposten</title><updated>2025-03-19T12:00:00Z</updated><author><name>Redaktionen</name></author>
  <entry><title type="html">Pier &lt;b&gt;closed&lt;/b&gt;</title><id>tag:example.org,2025:1</id>
    <link rel="self" href="https://example.org/feed"/><link href="https://example.org/pier"/>
    <published>2025-03-19T10:00:00+01:00</published><updated>2025-03-19T11:30:00+01:00</updated>
    <author><name>Mira Lind</name></author><author><name>Per Holm</name></author>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{STORY}</div></content></entry>
</feed>"""
RDF = f"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="https://example.org/"><title>Harbour Post
 </title></channel><item rdf:about="https://example.org/pier"><title>Pier closed</title>
 <link>https://example.org/pier</link><dc:date>2025-03-19T10:00:00+01:00</dc:date><dc:creator>Mira Lind</dc:creator>
 <content:encoded><![CDATA[{STORY}]]></content:encoded></item></rdf:RDF>"""


def read(content: bytes | str, folder: Path, settings: PageSettings | None = None) -> list[Page | RejectedPage]:
    path = folder / "feed.xml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(find_sources([str(path)], settings))


def reasons(found: list[Page | RejectedPage]) -> list[str]:
    return ["page" if isinstance(each, Page) else each.rejection.reason for each in found]


def article_of(found: Page | RejectedPage) -> Article:
    assert isinstance(found, Page), found
    article = extract_article(found)
    assert isinstance(article, Article), article
    return article


def test_an_entry_with_its_story_is_an_article_with_what_the_feed_says_of_it(tmp_path: Path) -> None:
    (found,) = read(rss([FULL]), tmp_path)
    article = article_of(found)
    assert article.headline == "North pier & quay closed"
    assert article.published == "2025-03-19T10:00:00+01:00"
    assert list(article.authors) == ["Mira Lind"]
    assert (article.publisher, article.section, article.language) == ("Harbour Post", "Harbour", "en")
    assert article.url == "https://example.org/pier"
    assert "“Nobody will walk on it before the pillars are sound,” said Mira Holt" in article.text


def test_each_entry_has_its_place_and_its_address(tmp_path: Path) -> None:
    full, teaser = read(rss([FULL, TEASER]), tmp_path)
    assert isinstance(full, Page)
    assert isinstance(teaser, RejectedPage)
    assert (full.origin.url, full.origin.member) == ("https://example.org/pier", "#1")
    assert (teaser.page.origin.url, teaser.page.origin.member) == ("https://example.org/ferries", "#2")
    assert teaser.rejection.reason == "link_only"
    assert "onrecord read https://example.org/ferries" in teaser.rejection.detail


def test_the_same_entry_gives_the_same_bytes(tmp_path: Path) -> None:
    (before,) = read(rss([FULL]), tmp_path)
    _, after = read(rss([TEASER, FULL]), tmp_path)
    assert isinstance(before, Page)
    assert isinstance(after, Page)
    assert before.id == after.id


@pytest.mark.parametrize("feed", [ATOM, RDF])
def test_atom_and_rdf_are_read_as_rss_is(feed: str, tmp_path: Path) -> None:
    (found,) = read(feed, tmp_path)
    article = article_of(found)
    assert article.headline == "Pier closed"
    assert article.published == "2025-03-19T10:00:00+01:00"
    assert article.authors[0] == "Mira Lind"
    assert article.url == "https://example.org/pier"


def test_atom_tells_publication_from_change_and_its_language(tmp_path: Path) -> None:
    (found,) = read(ATOM, tmp_path)
    article = article_of(found)
    assert article.modified == "2025-03-19T11:30:00+01:00"
    assert list(article.authors) == ["Mira Lind", "Per Holm"]
    assert isinstance(found, Page)
    assert b'<html lang="sv">' in found.content


@pytest.mark.parametrize(
    "end", ["[&#8230;]", "…", "... <a href='x'>Read more</a>", "<p>Continue reading <em>Pier closed</em></p>",
            "… <p>The post <a href='x'>Pier closed</a> appeared first on <a href='y'>Harbour Post</a>.</p>"],
)  # fmt: skip
def test_a_story_that_breaks_off_is_a_link(end: str, tmp_path: Path) -> None:
    cut = f"<item><link>https://example.org/a</link><content:encoded><![CDATA[{STORY}{end}]]></content:encoded></item>"
    assert reasons(read(rss([cut]), tmp_path)) == ["link_only"]


def test_a_summary_is_the_story_only_where_it_is_long(tmp_path: Path) -> None:
    def item(times: int) -> str:
        told = f"<description><![CDATA[{STORY * times}]]></description>"
        return f"<item><link>https://example.org/{times}</link>{told}</item>"

    assert reasons(read(rss([item(1), item(4)]), tmp_path)) == ["link_only", "page"]


def test_an_entry_with_neither_story_nor_address_says_so(tmp_path: Path) -> None:
    assert reasons(read(rss(["<item><title>Pier</title></item>"]), tmp_path)) == ["no_text"]


def test_a_story_cannot_break_out_of_its_page(tmp_path: Path) -> None:
    item = FULL.replace("North pier", "&lt;/script&gt;&lt;/title&gt; &quot;North pier")
    article = article_of(read(rss([item]), tmp_path)[0])
    assert "Nobody will walk on it" in article.text
    assert "datePublished" not in article.text


def test_only_so_many_links_are_named(tmp_path: Path) -> None:
    items = [TEASER.replace("ferries", f"ferries/{n}") for n in range(7)]
    found = read(rss(items), tmp_path, PageSettings(max_links=3))
    assert reasons(found) == ["link_only"] * 3 + ["too_many_links"]
    assert isinstance(found[-1], RejectedPage)
    assert "4 more" in found[-1].rejection.detail


def test_a_feed_that_is_cut_gives_its_whole_entries(tmp_path: Path) -> None:
    content = rss([FULL, FULL.replace("/pier", "/quay")])
    assert reasons(read(content[: content.rindex(b"Shopkeepers")], tmp_path)) == ["page", "truncated"]


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
def test_a_feeds_declared_encoding_holds(encoding: str, tmp_path: Path) -> None:
    item = FULL.replace("North pier", "Jetée nord")
    text = rss([item]).decode().replace("“", '"').replace("”", '"').replace("utf-8", encoding)
    assert article_of(read(text.encode(encoding), tmp_path)[0]).headline == "Jetée nord & quay closed"


LAUGHS = "<!DOCTYPE rss [<!ENTITY l0 'ha'>" + "".join(
    f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12)
) + "]>"  # fmt: skip


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    outside = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    before = time.process_time()
    for head, name in ((LAUGHS, "l11"), (outside, "x")):
        found = read(rss([FULL.replace("Divers", f"&{name};").replace("North", f"&{name};")], head), tmp_path)
        for each in found:
            assert isinstance(each, RejectedPage) or (b"haha" not in each.content and b"root:" not in each.content)
    assert time.process_time() - before < 5


@pytest.mark.parametrize("content", [rss([]), b"<rss >", b"<feed xmlns='http://www.w3.org/2005/Atom'/>", b"<rdf:RDF >"])
def test_a_feed_without_entries_says_so(content: bytes, tmp_path: Path) -> None:
    assert reasons(read(content, tmp_path)) == ["no_pages"]


def json_feed(*items: object, **fields: object) -> str:
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Post", "language": "en",
                       "items": items, **fields})  # fmt: skip


def test_a_json_feed_is_read_as_others_are(tmp_path: Path) -> None:
    item = {
        "id": "https://example.org/pier", "title": "Pier closed", "content_html": STORY, "tags": ["Harbour"],
        "date_published": "2025-03-19T10:00:00+01:00", "authors": [{"name": "Mira Lind"}],
    }  # fmt: skip
    old = {"id": 7, "url": "https://example.org/old", "author": {"name": "Per Holm"}, "content_text": "Short."}
    full, teaser, broken = read(json_feed(item, old, {"id": [], "title": 5}), tmp_path)
    article = article_of(full)
    assert (article.headline, article.published) == ("Pier closed", "2025-03-19T10:00:00+01:00")
    assert (list(article.authors), article.section, article.url) == (
        ["Mira Lind"],
        "Harbour",
        "https://example.org/pier",
    )
    assert reasons([teaser, broken]) == ["link_only", "no_text"]


def test_a_json_feed_of_plain_text_keeps_its_paragraphs(tmp_path: Path) -> None:
    text = "The pier <north> is closed. " * 10 + "\n\n" + "Ferries leave from the quay. " * 10
    (found,) = read(json_feed({"id": "https://example.org/a", "title": "Pier", "content_text": text}), tmp_path)
    assert isinstance(found, Page)
    assert found.content.count(b"<p>") == 2
    assert b"&lt;north&gt;" in found.content


@pytest.mark.parametrize(
    ("content", "reason"),
    [(json_feed(), "no_pages"), (json_feed({"id": "1"})[:-5], "truncated"), (json_feed(title=5), "damaged"),
     (json_feed()[:-2] + "[" * 100_000, "damaged")],
)  # fmt: skip
def test_a_json_feed_that_cannot_be_read_says_why(content: str, reason: str, tmp_path: Path) -> None:
    assert reasons(read(content, tmp_path)) == [reason]
