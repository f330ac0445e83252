"""The headline: which block shows it, and what a page's title says without the site's name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.articles.compose import canonical
from onrecord.articles.html_blocks import Region, TextBlock
from onrecord.articles.structured import Declared

_NO_LETTERS = re.compile(r"[\W_]+")
_LOWER = bytes(range(256)).lower()
_ASCII_MARKS = bytes(code for code in range(128) if not chr(code).isalnum())
_COMMON_MARKS = tuple(mark.encode() for mark in "’“”–…—\xa0„«»‘")
_SITE_EDGE = re.compile(r"\s+(?:[|•·»«>–—-]|::|//)\s+")
_SHORTEST = 8
_LONE_HEADING, _ANY_HEADING = 0.75, 0.3
_RANK_WEIGHTS = (0.7, 1.3, 1.6, 1.9)
"""By heading rank: a breadcrumb that repeats the title exactly yields to a heading that says most of it."""
_LEADING_MARK = re.compile(r"^[\s:–—|•·-]+(?=\S)")
_OF_THE_SITE = re.compile(r"cookie|datenschutz|privacy|consent|subscribe|newsletter|abonnier", re.IGNORECASE)
_BEHIND = frozenset("|/–—-•·")
_LONGEST = 300
_LONGEST_HEADLINE = 200
_MANY_WORDS = 4
_STEM = 5
_WORD = re.compile(r"[\u3040-\u9fff]|[^\W_]{3,}")
_RUN = re.compile(r"\w+")
_SHORTEST_KICKER = 8
# What kind of text it is, not what it is about.
_KIND = re.compile(r"(?:presse|medien)mitteilung|press release|communiqué|comunicado|p[ée]tition|video", re.IGNORECASE)


def squeeze(text: str) -> str:
    """Only letters and digits, lower case, so that typography and spacing don't matter to a comparison."""
    if text.isascii():  # a tenth of the expression's time, and half of all lines are
        return text.encode().translate(_LOWER, _ASCII_MARKS).decode()
    shown = text.lower().encode("utf-8", "surrogatepass").translate(None, _ASCII_MARKS)
    for mark in _COMMON_MARKS:
        shown = shown.replace(mark, b"")
    squeezed = shown.decode("utf-8", "surrogatepass")
    return squeezed if squeezed.isalnum() else _NO_LETTERS.sub("", squeezed)


def find_headline(blocks: Sequence[TextBlock], declared: Sequence[str], sites: Sequence[str] = ()) -> int | None:
    """Find the block that shows the headline: the heading most like what the metadata declare, else the first h1."""
    wanted = _wanted(declared, sites)
    longest = 2 * max(map(len, wanted), default=0)
    shortest = 0.4 * min((len(squeeze(title)) for title in declared if title), default=0)
    ranks = [_heading_rank(block.region) if len(block.text) <= _LONGEST else 0 for block in blocks]
    lone = sum(rank == 3 and _may_be_headline(block) for block, rank in zip(blocks, ranks, strict=True)) == 1
    said, least = "\n".join(wanted), min(map(len, wanted), default=0)
    best, best_score = None, 0.0
    for i, (block, rank) in enumerate(zip(blocks, ranks, strict=True)):
        length = len(block.text)
        if length > _LONGEST or (not rank and not shortest <= length < longest) or "@" in block.text:
            continue
        shown = squeeze(block.text)
        # Most lines neither hold a declared title nor are part of one: told for all titles at once.
        score = _likeness(shown, wanted) * _RANK_WEIGHTS[rank] if len(shown) >= least or shown in said else 0.0
        if rank == 3 and len(block.text) > _SHORTEST:
            score = max(score, _LONE_HEADING if lone and _may_be_headline(block) else _ANY_HEADING)
        if block.region.hidden or (rank == 3 and block.link_density > 0.9):
            score *= 0.5  # `<h1 class="logo"><a href="/">The Daily</a></h1>`
        if score > best_score:
            best, best_score = i, score
    return best


def _may_be_headline(block: TextBlock) -> bool:
    """Is a top heading long enough, shown, and no link to the front page?"""
    is_shown = not block.region.hidden and block.link_density < 0.5
    return is_shown and len(block.text) > 2 * _SHORTEST and not _OF_THE_SITE.search(block.text)


def _wanted(declared: Sequence[str], sites: Sequence[str]) -> dict[str, float]:
    """What the headline may say, with how telling that is: of a title's parts the longest, mostly the first."""
    wanted: dict[str, float] = {}
    for title in declared:
        parts = _SITE_EDGE.split(title)
        longest = max(parts, key=len)
        for number, part in enumerate([title, *parts] if len(parts) > 1 else [title]):
            squeezed = squeeze(part)
            telling = 1.0 if number == 0 else 0.9 if part == longest else 0.6 if number == 1 else 0.4
            if squeezed:
                wanted[squeezed] = max(telling, wanted.get(squeezed, 0.0))
    for site in sites:
        wanted.pop(squeeze(site), None)
    return wanted


def _heading_rank(region: Region) -> int:
    """3 for h1, 2 for h2, 1 for what is called a headline, 0 for the rest."""
    around: Region | None = region if region.kind == "subheading" else None
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


def settle_headline(shown: str | None, declared: Declared, publisher: str | None) -> str | None:
    """The headline as page and publisher agree on it: the shown one, with the kicker only where both declare it.

    "Minderheit in Syrien - Drusen fordern Teilhabe" is shown, "Drusen fordern Teilhabe" declared: the kicker goes.
    "Drusen fordern Teilhabe" is shown, "Syrien: Drusen fordern Teilhabe" declared for readers and machines: it stays.
    """
    titles = list(dict.fromkeys(map(canonical, (*declared.headlines, declared.open_graph_title))))
    if shown is None:
        title = next((title for title in titles if title and len(title) < _LONGEST), None)
        return without_site(title, publisher) if title else None
    shown = _without_section(_without_publisher(_LEADING_MARK.sub("", canonical(shown)), publisher))
    titles = list(dict.fromkeys((*titles, *(_without_publisher(title, publisher) for title in titles))))
    said = _without_publisher(canonical(declared.article_headline or declared.open_graph_title), publisher)
    if said and _is_not_the_storys(shown, said, titles, is_articles=bool(declared.article_headline)):
        return said
    return _kicked(shown, declared, publisher, titles) or _declared_part(shown, titles) or _parted(shown, titles)


def _without_section(shown: str) -> str:
    """ "How meditation rewires brains | Opinion": a section, a site or a date behind a bar is not the headline's."""
    headline, bar, behind = shown.rpartition(" | ")
    return headline if bar and len(behind.split()) <= 2 and len(headline.split()) >= _MANY_WORDS else shown


def _is_not_the_storys(shown: str, said: str, titles: Sequence[str], *, is_articles: bool) -> bool:
    """Is the heading that was found the site's name, a standfirst, or of something else ("Return to our website")?

    A newsroom's headlines for readers and for search engines differ, but they share a word.
    """
    if len(shown) > _LONGEST_HEADLINE > len(said):
        return True
    own, squeezed = _telling_words(shown), squeeze(shown)
    others = [part for title in titles for part in _SITE_EDGE.split(title) if squeeze(part) != squeezed]
    if len(own) <= 3 and squeezed != squeeze(said) and any(squeeze(part) == squeeze(said) for part in others):
        return not own & _telling_words(said)
    return is_articles and bool(own) and not any(own & _telling_words(title) for title in titles)


def _telling_words(title: str) -> set[str]:
    """Beginnings of a title's longer words, so that "Stadt" and "Städte" don't, but "talk" and "talks" do agree."""
    return {word[:_STEM] for word in _WORD.findall(title.lower())}


def _parted(shown: str, titles: Sequence[str]) -> str:
    """The shown headline, parted as declared where its lines are glued: "Nationale DemoDer 9. Juli naht"."""
    squeezed, count = squeeze(shown), len(_RUN.findall(shown))
    return next((title for title in titles if squeeze(title) == squeezed and len(_RUN.findall(title)) > count), shown)


def _kicked(shown: str, declared: Declared, publisher: str | None, titles: Sequence[str]) -> str | None:
    """The declared headline where it is the shown one behind a kicker and a colon, and nothing declared denies it.

    Two kickers ("Angriff auf Israel: ...", "Eskalation im Nahen Osten - ...") deny each other.
    """
    title = _without_publisher(canonical(declared.open_graph_title), publisher)
    end = squeeze(shown)
    if not end or not squeeze(title).endswith(end):
        return None
    opening = title[: max(len(title) - len(shown), 0)].rstrip()
    said = squeeze(_without_publisher(canonical(declared.article_headline), publisher))
    agreed = not said or said.startswith(squeeze(title)) or said == squeeze(shown) == squeeze(title)
    kickers = {squeeze(other).removesuffix(end) for other in titles if squeeze(other).endswith(end)} - {""}
    return title if opening.endswith(":") and agreed and len(kickers) == 1 and not _KIND.match(opening) else None


def _declared_part(shown: str, titles: Sequence[str]) -> str | None:
    """A declared title that is the shown one without its kicker, or without a date or site behind it."""
    squeezed = squeeze(shown)
    if any(squeeze(title) == squeezed and ":" in title for title in titles):
        return None
    for title in titles:
        part = squeeze(title)
        if not part or part == squeezed or len(title) <= 0.4 * len(shown):
            continue
        if squeezed.endswith(part) and _is_kicker(shown[: max(len(shown) - len(title), 0)].rstrip()):
            return title
        behind = shown[len(title) :].lstrip()
        if shown.startswith(title) and behind[:1] in _BEHIND and len(behind.split()) <= 5:
            return title
    return None


def _is_kicker(opening: str) -> bool:
    """ "Premier League", "Auftragshoch bei FACC :" stand before a headline; "The" and "How much does a" open it.

    Nor is "“Pure Leere”:" a kicker: whom the headline quotes belongs to it.
    """
    if not opening or opening[0] in "\"“„«'‘»":
        return False
    is_phrase = " " in opening or len(opening) >= _SHORTEST_KICKER
    return not opening[-1].isalnum() or (is_phrase and not opening.rsplit(" ", 1)[-1].islower())


def _without_publisher(title: str, publisher: str | None) -> str:
    parts = _SITE_EDGE.split(title)
    named = len(parts) > 1 and publisher and squeeze(parts[-1]) in (squeeze(publisher), squeeze(publisher) + "com")
    return title[: title.rindex(parts[-1])].rstrip(" |•·»«>–—-:/") if named else title


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
