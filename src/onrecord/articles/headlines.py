"""The headline: which block shows it, and what a page's title says without the site's name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.articles.html_blocks import Region, TextBlock

_NO_LETTERS = re.compile(r"[\W_]+")
_SITE_EDGE = re.compile(r"\s+(?:[|•·»«>–—-]|::|//)\s+")
_SHORTEST = 8
_LONGEST = 300


def squeeze(text: str) -> str:
    """Only letters and digits, lower case, so that typography and spacing don't matter to a comparison."""
    return _NO_LETTERS.sub("", text.lower())


def find_headline(blocks: Sequence[TextBlock], declared: Sequence[str], sites: Sequence[str] = ()) -> int | None:
    """Find the block that shows the headline: the heading most like what the metadata declare, else the first h1."""
    wanted = _wanted(declared, sites)
    longest = 2 * max(map(len, wanted), default=0)
    best, best_score = None, 0.0
    for i, block in enumerate(blocks):
        if len(block.text) > _LONGEST:
            continue
        rank = _heading_rank(block.region)
        score = _likeness(squeeze(block.text), wanted) * (1 + 0.3 * rank) if rank or len(block.text) < longest else 0.0
        if rank == 3 and len(block.text) > _SHORTEST:
            score = max(score, 0.3)
        if block.region.hidden:
            score *= 0.5
        if score > best_score:
            best, best_score = i, score
    return best


def _wanted(declared: Sequence[str], sites: Sequence[str]) -> dict[str, float]:
    """What the headline may say, with how telling that is: a title's last part is mostly the site's name."""
    wanted: dict[str, float] = {}
    for title in declared:
        parts = _SITE_EDGE.split(title)
        for number, part in enumerate([title, *parts] if len(parts) > 1 else [title]):
            squeezed = squeeze(part)
            telling = 1.0 if number == 0 else 0.9 if number < len(parts) else 0.4
            if squeezed:
                wanted[squeezed] = max(telling, wanted.get(squeezed, 0.0))
    for site in sites:
        wanted.pop(squeeze(site), None)
    return wanted


def _heading_rank(region: Region) -> int:
    """3 for h1, 2 for h2, 1 for what is called a headline, 0 for the rest."""
    around: Region | None = region
    for _ in range(3):
        if around is None:
            break
        if around.tag == "h1":
            return 3
        if around.tag == "h2":
            return 2
        around = around.parent
    return 1 if "title" in region.names or "headline" in region.names else 0


def _likeness(shown: str, wanted: Mapping[str, float]) -> float:
    """1 for the declared headline itself; less where one holds the other, or only much of it; 0 where unlike."""
    if len(shown) < _SHORTEST // 2:
        return 0.0
    likeness = wanted.get(shown, 0.0)
    for text, telling in wanted.items():
        if likeness < telling and len(shown) >= _SHORTEST and (shown in text or text in shown):
            share = min(len(shown), len(text)) / max(len(shown), len(text))
            likeness = max(likeness, telling * share if share > 0.4 else 0.0)
    return likeness


def without_site(title: str, publisher: str | None) -> str:
    """Take the site's name off a `<title>`: "Putin speaks | The Daily" gives "Putin speaks"."""
    parts = _SITE_EDGE.split(title)
    if len(parts) < 2:
        return title
    site = squeeze(publisher or "")
    if (site and squeeze(parts[-1]) in (site, site + "com")) or len(parts[-1].split()) <= 4 < len(
        " ".join(parts[:-1]).split()
    ):
        return title[: title.rindex(parts[-1])].rstrip(" |•·»«>–—-:/")
    return title
