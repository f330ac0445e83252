"""Links become the pages they lead to where their list came from the network, and rejections where it didn't."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.pages.opening import Opened, open_part
from onrecord.pages.parts import Link, Part, reject
from onrecord.pages.settings import PageSettings
from onrecord.schema import Origin, Page, RejectedPage

Fetch = Callable[[str], Iterator[Page | RejectedPage]]
"""Fetch an address: its page, or why there is none. The page's bytes may be of any kind."""

MOST_STEPS = 2
"""A sitemap index leads to sitemaps, these to pages; what pages link to isn't followed."""


def name_links(opened: Iterable[Opened], settings: PageSettings) -> Iterator[Page | RejectedPage]:
    """Reject the links of a file: reading files never goes to the network. At most `max_links` are named one by one."""
    links = 0
    last = Origin()
    for found in opened:
        if not isinstance(found, Link):
            yield found
            continue
        links += 1
        last = found.origin
        if links <= settings.max_links:
            detail = (
                f"{_described(found)} is only linked to here: read the page itself with “onrecord read {found.url}”"
            )
            yield reject(found.origin, "link_only", detail)
    if links > settings.max_links:
        left = f"{links - settings.max_links:,} more links, up to this one, are not named"
        yield reject(Origin(path=last.path, member=last.member), "too_many_links", left)


def _described(link: Link) -> str:
    title = f"“{link.title[:120]}”" if link.title else "the page"
    return f"{title} of {link.published}" if link.published else title


@dataclass
class _Journey:
    """The addresses that were fetched, and those left out because there were too many."""

    visited: set[str] = field(default_factory=set[str])
    left_out: int = 0


def fetch_all(url: str, fetch: Fetch, settings: PageSettings) -> Iterator[Page | RejectedPage]:
    """Fetch an address and, where it is a feed or a sitemap, the pages that it links to: at most `max_links`.

    An address is fetched once, however many lists name it. What is left out is said in one rejection.
    """
    journey = _Journey({url})
    yield from _fetch(url, fetch, settings, journey, 0)
    if journey.left_out:
        told = f"{journey.left_out:,} more pages are linked to; at most {settings.max_links:,} are fetched at a time"
        yield reject(Origin(url=url), "too_many_links", told)


def _fetch(
    url: str, fetch: Fetch, settings: PageSettings, journey: _Journey, steps: int
) -> Iterator[Page | RejectedPage]:
    for fetched in fetch(url):
        if isinstance(fetched, RejectedPage):
            yield fetched
            continue
        for found in open_part(_part_of(fetched), settings):
            if not isinstance(found, Link):
                yield found
            elif steps == MOST_STEPS:
                yield reject(found.origin, "link_only", "it is linked to from a list of lists of lists: read it itself")
            elif found.url not in journey.visited:
                yield from _follow(found, fetch, settings, journey, steps)


def _follow(
    link: Link, fetch: Fetch, settings: PageSettings, journey: _Journey, steps: int
) -> Iterator[Page | RejectedPage]:
    if len(journey.visited) > settings.max_links:
        journey.left_out += 1
        return
    journey.visited.add(link.url)
    yield from _fetch(link.url, fetch, settings, journey, steps + 1)


def _part_of(page: Page) -> Part:
    return Part(
        stream=io.BytesIO(page.content), origin=page.origin, size=len(page.content), content_type=page.content_type,
        fetched_at=page.fetched_at,
    )  # fmt: skip
