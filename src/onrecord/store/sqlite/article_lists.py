"""Articles by who published them and when."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from urllib.parse import urlsplit

from onrecord.schema import ArticleReference
from onrecord.store.folding import fold


def select_articles(
    connection: sqlite3.Connection, publisher: str, first: str | None, last: str | None
) -> Iterator[ArticleReference]:
    """Give a publisher's articles of these days (ISO, inclusive), the earliest first."""
    query = """
        SELECT id, headline, published, publisher, url, path FROM articles
        WHERE (?1 IS NULL OR published >= ?1) AND (?2 IS NULL OR substr(published, 1, 10) <= ?2)
        ORDER BY published, id"""
    wanted, site = fold(publisher), publisher.strip().lower()
    for id, headline, published, named, url, path in connection.execute(query, (first, last)):
        if wanted == fold(named or "") or _is_on(url, site):
            yield ArticleReference(id=id, headline=headline, published=published, publisher=named, url=url, path=path)


def _is_on(url: str | None, site: str) -> bool:
    """Does an address lie on a site? A page that names no publisher is found by `kremlin.ru`, as by `en.kremlin.ru`."""
    host = urlsplit(url or "").hostname or ""
    return host == site or host.endswith(f".{site}")
