"""What happens to links where their list came from the network; the network here is a dictionary."""

import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, HTTPServer

from onrecord.pages import PageSettings, find_sources
from onrecord.pages.fetching import FetchSettings
from onrecord.pages.following import fetch_all
from onrecord.pages.parts import reject
from onrecord.schema import Origin, Page, RejectedPage
from tests.unit.pages.containers import STORY, page, rss, zip_of

FEED = "https://example.org/feed"


def link(name: str) -> str:
    return f"<item><title>{name}</title><link>https://example.org/{name}</link></item>"


def sitemap(*names: str, kind: str = "url", root: str = "urlset") -> bytes:
    listed = "".join(f"<{kind}><loc>https://example.org/{name}</loc></{kind}>" for name in names)
    return f"<{root}>{listed}</{root}>".encode()


class Web:
    """Addresses and what they give; notes what was asked for."""

    def __init__(self, contents: Mapping[str, bytes]) -> None:
        self.contents = {f"https://example.org/{name}": content for name, content in contents.items()}
        self.asked: list[str] = []

    def __call__(self, url: str) -> Iterator[Page | RejectedPage]:
        self.asked.append(url.removeprefix("https://example.org/"))
        origin = Origin(url=url)
        if url in self.contents:
            yield Page(content=self.contents[url], origin=origin, fetched_at="2025-03-19T10:00:00Z",
                       content_type="text/html; charset=utf-8" if b"<html" in self.contents[url] else None)  # fmt: skip
        else:
            yield reject(origin, "http_status", "the server answered 404 Not Found")

    def read(self, name: str, settings: PageSettings | None = None) -> list[str]:
        found = fetch_all(f"https://example.org/{name}", self, settings or PageSettings())
        return [
            each.rejection.reason if isinstance(each, RejectedPage) else (each.origin.place or str(each.origin))
            for each in found
        ]


def test_a_page_is_a_page_with_its_time_and_charset() -> None:
    web = Web({"pier": page()})
    (found,) = fetch_all("https://example.org/pier", web, PageSettings())
    assert isinstance(found, Page)
    assert (found.form, found.content_type) == ("html", "text/html; charset=utf-8")
    assert (found.origin.url, found.fetched_at) == ("https://example.org/pier", "2025-03-19T10:00:00Z")


def test_a_feeds_links_are_fetched_and_its_stories_are_not() -> None:
    full = f"<item><link>https://example.org/c</link><content:encoded><![CDATA[{STORY}]]></content:encoded></item>"
    web = Web({"feed": rss([link("a"), full, link("gone")]), "a": page("A")})
    assert web.read("feed") == ["https://example.org/a", f"{FEED}#2", "http_status"]
    assert web.asked == ["feed", "a", "gone"]


def test_an_index_leads_to_sitemaps_and_these_to_pages() -> None:
    index = sitemap("s1", "s2", kind="sitemap", root="sitemapindex")
    web = Web({"index": index, "s1": sitemap("a", "b"), "s2": sitemap("b", "s1"), "a": page("A"), "b": page("B")})
    assert web.read("index") == ["https://example.org/a", "https://example.org/b"]
    assert web.asked == ["index", "s1", "a", "b", "s2"]


def test_lists_of_lists_of_lists_are_not_followed() -> None:
    web = Web({"1": sitemap("2"), "2": sitemap("3"), "3": sitemap("4"), "4": page()})
    assert web.read("1") == ["link_only"]
    assert web.asked == ["1", "2", "3"]


def test_only_so_many_pages_are_fetched_and_the_rest_is_counted() -> None:
    web = Web({"map": sitemap(*(str(n) for n in range(9))), **{str(n): page(str(n)) for n in range(9)}})
    found = list(fetch_all("https://example.org/map", web, PageSettings(max_links=4)))
    assert len(web.asked) == 5
    assert isinstance(found[-1], RejectedPage)
    assert found[-1].rejection.reason == "too_many_links"
    assert "5 more pages" in found[-1].rejection.detail


def test_a_feed_that_links_to_itself_is_read_once() -> None:
    web = Web({"feed": rss([link("feed"), link("a"), link("a")]), "a": page()})
    assert web.read("feed") == ["https://example.org/a"]
    assert web.asked == ["feed", "a"]


def test_an_archive_from_the_network_is_opened() -> None:
    assert Web({"x.zip": zip_of({"a.html": page()})}).read("x.zip") == ["https://example.org/x.zip/a.html"]


def test_relative_links_are_relative_to_their_list() -> None:
    web = Web({"news/map": b"<urlset><url><loc>/a</loc></url></urlset>", "a": page()})
    assert web.read("news/map") == ["https://example.org/a"]
    web = Web({"news/feed": rss(["<item><title>A</title><link>/a</link></item>"]), "a": page()})
    assert web.read("news/feed") == ["https://example.org/a"]


class _Site(BaseHTTPRequestHandler):
    """A server on this machine with a feed that links to one page."""

    def do_GET(self) -> None:
        base = f"http://127.0.0.1:{self.server.server_port}"
        gives = {
            "/feed": ("application/rss+xml", rss([f"<item><title>A</title><link>{base}/a</link></item>"])),
            "/a": ("text/html; charset=utf-8", page("A")),
        }
        kind, content = gives.get(self.path, ("text/plain", b""))
        self.send_response(200 if content else 404)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        pass


def test_an_address_on_the_command_line_is_fetched_and_opened() -> None:
    server = HTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings = PageSettings(fetch=FetchSettings(allow_private=True, pause=0.0))
    (found,) = find_sources([f"http://127.0.0.1:{server.server_port}/feed"], settings)
    server.shutdown()
    assert isinstance(found, Page), found
    assert (found.content, found.content_type) == (page("A"), "text/html; charset=utf-8")
    assert found.origin.url == f"http://127.0.0.1:{server.server_port}/a"
    assert found.fetched_at is not None
