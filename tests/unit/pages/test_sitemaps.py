import gzip
from pathlib import Path

import pytest

from onrecord.pages import PageSettings, find_sources
from onrecord.schema import RejectedPage

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">'
)
NEWS = (
    "<url><loc> https://example.org/pier </loc><news:news><news:publication><news:name>Harbour Post</news:name>"
    "</news:publication><news:publication_date>2025-03-19</news:publication_date><news:title>Pier closed</news:title>"
    "</news:news><image:image><image:loc>https://example.org/pier.jpg</image:loc></image:image></url>"
)


def url(n: int) -> str:
    return f"<url><loc>https://example.org/{n}</loc></url>"


def read(content: bytes | str, folder: Path, settings: PageSettings | None = None) -> list[RejectedPage]:
    path = folder / "sitemap.xml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = list(find_sources([str(path)], settings))
    assert all(isinstance(each, RejectedPage) for each in found)
    return [each for each in found if isinstance(each, RejectedPage)]


def reasons(found: list[RejectedPage]) -> list[str]:
    return [each.rejection.reason for each in found]


def test_a_news_sitemap_on_disk_names_its_pages_and_what_to_do(tmp_path: Path) -> None:
    (found,) = read(HEAD + NEWS + "</urlset>", tmp_path)
    assert (found.page.origin.url, found.page.origin.member) == ("https://example.org/pier", "#1")
    assert found.rejection.reason == "link_only"
    assert "“Pier closed” of 2025-03-19" in found.rejection.detail


def test_a_compressed_index_names_its_sitemaps(tmp_path: Path) -> None:
    index = '<s:sitemapindex xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"><s:sitemap><s:loc>https://example.org/1.xml.gz</s:loc></s:sitemap></s:sitemapindex>'
    (found,) = read(gzip.compress(index.encode()), tmp_path)
    assert (found.page.origin.url, found.rejection.reason) == ("https://example.org/1.xml.gz", "link_only")


def test_fifty_thousand_addresses_are_not_fifty_thousand_rejections(tmp_path: Path) -> None:
    found = read(HEAD + "".join(map(url, range(50_000))) + "</urlset>", tmp_path)
    assert len(found) == 101
    assert found[-1].rejection.reason == "too_many_links"
    assert "49,900" in found[-1].rejection.detail


def test_a_sitemap_that_is_cut_names_what_it_lists_before(tmp_path: Path) -> None:
    assert reasons(read(HEAD + url(1) + url(2) + url(3)[:20], tmp_path)) == ["link_only", "link_only", "truncated"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (HEAD + "</urlset>", "no_pages"),
        (HEAD + "<url><loc>javascript:alert(1)</loc></url></urlset>", "no_pages"),
        ("<urlset ><", "truncated"),
        ("<urlset >&&&</urlset>", "damaged"),
        (
            '<!DOCTYPE urlset [<!ENTITY a "http://a.example/">]><urlset><url><loc>&a;</loc></url></urlset>',
            "no_pages",
        ),
        (
            '<!DOCTYPE urlset [<!ENTITY a SYSTEM "/etc/passwd">]><urlset><url><loc>&a;</loc></url></urlset>',
            "no_pages",
        ),
    ],
)
def test_a_sitemap_that_lists_nothing_says_so(content: str, reason: str, tmp_path: Path) -> None:
    assert reasons(read(content, tmp_path)) == [reason]


def test_a_bomb_is_no_sitemap(tmp_path: Path) -> None:
    bomb = gzip.compress((HEAD + " " * 5_000_000).encode())
    assert reasons(read(bomb, tmp_path, PageSettings(max_bytes=100_000))) == ["too_large"]
