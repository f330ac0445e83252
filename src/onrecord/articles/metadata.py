"""A page's metadata: what it declares, checked against and completed by what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from urllib.parse import urljoin, urlsplit

from onrecord.articles.access import is_live, is_paywalled
from onrecord.articles.agencies import known_agency
from onrecord.articles.authors import AROUND_HEADLINE, LONGEST_BYLINE, choose_authors
from onrecord.articles.bylines import is_byline
from onrecord.articles.compose import Metadata, canonical
from onrecord.articles.header_lines import AUTHOR_NAMES, is_named
from onrecord.articles.headlines import settle_headline
from onrecord.articles.html_blocks import TextBlock
from onrecord.articles.languages import SAMPLE, settle_language
from onrecord.articles.moments import settle_moments
from onrecord.articles.selection import Selection
from onrecord.articles.structured import Declared

# "MOSCOW (AP) — Putin said", "Frankfurt/Main (dpa) - Der Preis": the agency that the story is from.
_CITY_AND_AGENCY = re.compile(r"^[^()\n]{2,50}\(([^()]{2,30})\)\s*[-–—]")

_ASKING = ("paywall", "newsletter")
_BREAKS_OFF = 4


def read_metadata(declared: Declared, selection: Selection, address: str | None) -> Metadata:
    """Settle each field. What the page shows wins where it is plainly the field; else what it declares first."""
    near = _near_headline(selection)
    publisher = _first(name for name in declared.publishers if not name.startswith(("http", "www.", "@")))
    shown = None if selection.headline is None else selection.judged[selection.headline].block.text
    headline = settle_headline(shown, declared, publisher)
    moments = settle_moments(declared, selection, [url for url in (*declared.urls, address) if url])
    agency = _agency(declared, selection, near)
    url = _address(declared.urls, address)
    return Metadata(
        headline=headline,
        section=_first(section.split(",")[0] for section in declared.sections),
        published=moments.published,
        modified=moments.modified,
        authors=choose_authors(declared, near, selection, headline),
        agency=agency,
        publisher=publisher,
        language=settle_language(declared.languages, _story(selection)),
        url=url,
        paywalled=is_paywalled(declared, _barriers(selection)),
        live=is_live(declared, headline, url),
    )


def _first(values: Iterable[str]) -> str | None:
    return next((shown for value in values if (shown := canonical(value)) and len(shown) < 200), None)


def _near_headline(selection: Selection) -> list[TextBlock]:
    at = selection.headline or 0
    return [judged.block for judged in selection.judged[max(at - 6, 0) : at + AROUND_HEADLINE]]


def _agency(declared: Declared, selection: Selection, near: Sequence[TextBlock]) -> str | None:
    """Name the agency that bylines, the first paragraph's opening, or the publisher's own name tell."""
    named = [name for names in declared.authors for name in names if len(name) < LONGEST_BYLINE]
    lines = [block for block in near if len(block.text) < LONGEST_BYLINE]
    shown = [block.text for block in lines if is_byline(block.text) or is_named(block, AUTHOR_NAMES)]
    paragraphs = (judged.block.text for judged in selection.judged if judged.reason is None and not judged.caption)
    opened = [found[1] for text in islice(paragraphs, 6) if (found := _CITY_AND_AGENCY.match(text))]
    return next(filter(None, map(known_agency, (*named, *shown, *opened, *declared.publishers))), None)


def _barriers(selection: Selection) -> list[str]:
    """Where a paywall would stand: what was left out as one, and what the story breaks off with."""
    kept = [judged.block.text for judged in selection.judged if judged.reason is None]
    return [judged.block.text for judged in selection.judged if judged.reason in _ASKING] + kept[-_BREAKS_OFF:]


def _story(selection: Selection) -> str:
    """As much of the story's own text as tells its language."""
    texts: list[str] = []
    length = 0
    for judged in selection.judged:
        if judged.reason is None and not judged.caption and length < SAMPLE:
            texts.append(judged.block.text)
            length += len(judged.block.text)
    return "\n".join(texts)


def _address(urls: Sequence[str], address: str | None) -> str | None:
    """The canonical address, absolute; a canonical link to the site's front page is a mistake of its template."""
    for url in (*urls, address):
        if not url or len(url) > 2000:
            continue
        try:
            whole = urljoin(address or "", url.strip())
            parts = urlsplit(whole)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.netloc and (parts.path.strip("/") or parts.query):
            return whole
    return address
