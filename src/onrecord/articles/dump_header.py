"""What a dump says of its story above and below it: headline, section, dates, byline, agency, publisher."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass

from onrecord.articles.agencies import known_agency
from onrecord.articles.compose import Metadata
from onrecord.articles.dates import iso_date, visible_date
from onrecord.articles.dump_captions import read_caption
from onrecord.articles.dump_lines import Line
from onrecord.articles.dump_names import read_authors
from onrecord.articles.dump_phrases import BYLINE_OPENS, DATE_WORDS, PICTURE_MARK, SECTIONS, UPDATED, dump_line_reason
from onrecord.articles.dump_region import Region, lower_share, prose_words

NEAR = 30
"""Lines above the story in which its headline stands; captions are not counted."""
LEAST_SCORE = 2.0
DECK_MARGIN = 1.6
DECK_DISTANCE = 4
LONGEST_KICKER = 4
TOPIC_MENTIONS = 3
LONGEST_HEADLINE = 32
"""Words."""

_WORD = re.compile(r"\w{3,}")
_MONTH_NAMED = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE)
_AGO = re.compile(r"\b\d+ (?:seconds?|min(?:ute)?s?|hours?|hrs?|days?) ago\b", re.IGNORECASE)
_SITE_NAME = re.compile(r"\s+(?:[-–—|•·:]|\|\|)\s+([^|–—•·]{2,50})$")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)(?:\s*(?:©|\(c\)|copyright))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?,?)?\s*(?:by\s+)?"
    r"([A-ZÀ-Ž][^.,|©]{2,60}?)(?:\s*[.,|]|\s+all rights|$)",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^[A-ZÀ-Ž][\w .,’'/-]{1,50}?\s*(?:\(([^()]{2,30})\)\s*[—–-]|/\s?([^/]{2,20}?)\s?/)")
_NAV_WORDS = 2


@dataclass(frozen=True)
class Header:
    """Lines by number that became fields, and the fields."""

    metadata: Metadata
    headline: int | None
    deck: int | None
    used: Set[int]


def read_header(lines: Sequence[Line], region: Region, url: str | None = None) -> Header:
    """Read the fields that stand around the story `region`; each is null where the dump doesn't say."""
    headline = find_headline(lines, region)
    top = headline if headline is not None else max(0, region.start - 6)
    near = _numbers_near(lines, region, top)
    dates = {number: date for number in near if (date := _read_header_date(lines[number], number < region.start))}
    published = _most_exact(dates, [number for number in dates if not UPDATED.search(lines[number].text)])
    modified = next((number for number in dates if UPDATED.search(lines[number].text)), None)
    byline, authors = _find_byline(lines, region, near, dates)
    section = _find_section(lines, top, published)
    agency = _find_agency(lines, region, byline, near)
    used = {number for number in (published, modified, section) if number is not None} | set(byline)
    metadata = Metadata(
        headline=lines[headline].text if headline is not None else None,
        section=section_named(lines[section].text) if section is not None else None,
        published=dates[published] if published is not None else None,
        modified=dates[modified] if modified is not None else None,
        authors=authors, agency=agency, publisher=_find_publisher(lines, headline), url=url,
    )  # fmt: skip
    return Header(metadata, headline, _find_deck(lines, region, headline), used)


def _most_exact(dates: dict[int, str], numbers: Sequence[int]) -> int | None:
    """The first date, or the same day's with its time and offset, which some pages write below it."""
    exact = (number for number in numbers if "T" in dates[number] and dates[number][:10] == dates[numbers[0]][:10])
    return next(exact, numbers[0]) if numbers else None


def _numbers_near(lines: Sequence[Line], region: Region, top: int) -> list[int]:
    """Lines that may hold a date or a byline: from just above the headline to the story's first lines, and below it."""
    above = range(max(0, top - 5), min(max(region.start + 4, top + 10), len(lines)))
    below = range(region.end, min(region.end + 12, len(lines)))
    return [*dict.fromkeys([*above, *below])]


def read_date(line: str) -> str | None:
    """Read the date of a line that is nothing but a date, with its label, its weekday and its time."""
    if len(line) > 120 or not any(letter.isdigit() for letter in line):
        return None
    rest = DATE_WORDS.sub(" ", line).split()
    if len(rest) > 1:
        return None
    return iso_date(line) or visible_date(line)


def _read_header_date(line: Line, above: bool) -> str | None:
    """Above the story a date may share its line: "Jane Doe · Harbour Times · Posted: Aug 8, 2024 4:00 AM"."""
    shares = above and line.words <= 20 and not line.ends_sentence and not read_caption(line.text)
    return read_date(line.text) or (visible_date(line.text) if shares and _MONTH_NAMED.search(line.text) else None)


def find_headline(lines: Sequence[Line], region: Region) -> int | None:
    """Find the headline above the story: near it, of a headline's length, in the words of the story."""
    story = {word.lower() for line in lines[region.start : region.end] for word in _WORD.findall(line.text)}
    repeated = Counter(line.text for line in lines)
    titles = {_SITE_NAME.sub("", line.text) for line in lines[: region.start + 2] if _SITE_NAME.search(line.text)}
    scores: dict[int, float] = {}
    distance = 0
    for number in range(min(region.start + 2, len(lines)) - 1, -1, -1):
        line = lines[number]
        if read_caption(line.text) or (number >= region.start and prose_words(line) and line.text not in titles):
            continue
        distance += number < region.start and not dump_line_reason(line.text)
        if distance > NEAR:
            break
        score = _score_headline(line, story, repeated[line.text]) - 0.12 * distance
        scores[number] = (
            score + _titles(titles, line) - _is_picture_text(lines, number) + _is_followed_by_byline(lines, number)
        ) - _is_teaser(lines, number)
    best = max(scores, key=scores.__getitem__, default=None)
    return _above_deck(lines, scores, best) if best is not None and scores[best] > LEAST_SCORE else None


def _above_deck(lines: Sequence[Line], scores: dict[int, float], best: int) -> int:
    """Where the best stands right below one that is nearly as good, it is the deck, and that one is the headline."""
    least = max(scores[best] - DECK_MARGIN, LEAST_SCORE)
    above = [number for number in range(best - DECK_DISTANCE, best) if scores.get(number, -10.0) > least]
    # "MIDDLE EAST CRISIS" above a headline is its kicker.
    headlines = [number for number in above if lines[number].words > LONGEST_KICKER]
    return headlines[-1] if headlines else best


def _score_headline(line: Line, story: Set[str], repeats: int) -> float:
    words = line.words
    if not 2 <= words <= LONGEST_HEADLINE or dump_line_reason(line.text) or read_date(line.text) or line.bullet:
        return -10.0
    if read_authors(line.text) or BYLINE_OPENS.match(line.text) or section_named(line.text):
        return -10.0
    content = [word.lower() for word in _WORD.findall(line.text)]
    shared = sum(word in story for word in content) / len(content) if content else 0.0
    length = 2.0 if 5 <= words <= 22 else 0.5
    sentence = -2.5 if line.text.endswith((".", ".”", '."')) and words > 9 else 0.0
    return 3.0 * shared + length + sentence + (0.5 if line.apart else 0.0) + (0.5 if repeats > 1 else 0.0)


def _find_deck(lines: Sequence[Line], region: Region, headline: int | None) -> int | None:
    """Find the deck: the line right below the headline that sums the story up, in its words."""
    if headline is None or headline + 1 >= region.start:
        return None
    line = lines[headline + 1]
    if not 5 <= line.words <= 45 or dump_line_reason(line.text) or read_caption(line.text) or read_date(line.text):
        return None
    story = {word.lower() for other in lines[region.start : region.end] for word in _WORD.findall(other.text)}
    content = [word.lower() for word in _WORD.findall(line.text)]
    shared = sum(word in story for word in content) >= 0.5 * len(content)
    deck = shared or prose_words(line) or bool(_is_followed_by_byline(lines, headline + 1))
    return headline + 1 if deck and lower_share(line.text) >= 0.4 and not read_authors(line.text) else None


def _titles(titles: Set[str], line: Line) -> float:
    """A page's title stands on top of many dumps: "Council closes pier | The Harbour Times"."""
    if line.text in titles:
        return 3.0
    return -1.5 if _SITE_NAME.search(line.text) else 0.0


def _is_picture_text(lines: Sequence[Line], number: int) -> float:
    """Around "Image source, Getty Images" and "Image caption," stand a picture's description and its caption."""
    around = (lines[near].text for near in (number - 1, number + 1) if 0 <= near < len(lines))
    return 5.0 if any(PICTURE_MARK.match(text) for text in around) else 0.0


def _is_teaser(lines: Sequence[Line], number: int) -> float:
    """Under "RELATED ARTICLES" between byline and story stand other stories' headlines, repeated further down."""
    above = (line.text for line in lines[max(0, number - 2) : number])
    return 4.0 if any(dump_line_reason(text) == "related" for text in above) else 0.0


def _is_followed_by_byline(lines: Sequence[Line], number: int) -> float:
    after = [line.text for line in lines[number + 1 : number + 5]]
    return 1.5 if any(read_date(text) or read_authors(text) for text in after) else 0.0


def _find_byline(
    lines: Sequence[Line], region: Region, near: Sequence[int], dates: dict[int, str]
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Find the line that names the authors: "By Jane Doe" first, names beside a date or with a role, agencies last.

    A name of which the story speaks often is a topic ("Donald Trump" beside the date), unless "By" stands before it.
    """
    for number in near:
        text = lines[number].text
        alone = text.casefold() in ("by", "by:") and number + 1 < len(lines)  # "By" in an element of its own
        authors = read_authors(f"By {lines[number + 1].text}" if alone else text) if alone or _opens(text) else ()
        if authors:
            return ((number, number + 1) if alone else (number,)), authors
    story = " ".join(line.text for line in lines[region.start : region.end])
    named = {number: read_authors(lines[number].text, beside_date=_is_beside(lines, number, dates)) for number in near}
    for agencies in (False, True):
        for number, authors in named.items():
            surname = authors[0].split()[-1] if authors else ""
            is_topic = not agencies and story.count(surname) >= TOPIC_MENTIONS
            if authors and not is_topic and bool(known_agency(authors[0])) is agencies:
                return (number,), authors
    return (), ()


def _opens(text: str) -> bool:
    return bool(BYLINE_OPENS.match(text))


def _is_beside(lines: Sequence[Line], number: int, dates: dict[int, str]) -> bool:
    neighbours = {number - 1, number + 1, number + 2} & set(range(len(lines)))
    return any(neighbour in dates or _AGO.search(lines[neighbour].text) for neighbour in neighbours)


def _find_section(lines: Sequence[Line], headline: int, published: int | None) -> int | None:
    """Find the section: a known one that stands alone above the headline or beside the date, not a menu's entry."""
    beside = {headline - 1, headline - 2, headline - 3, headline + 1}
    if published is not None:
        beside |= {published - 1, published + 1}
    for number in sorted(beside & set(range(len(lines)))):
        if section_named(lines[number].text) and not _in_menu(lines, number):
            return number
    return None


def section_named(line: str) -> str | None:
    """Return the section that a line names: "World", "OPINION", the last one of "Home > News > Local"."""
    crumbs = [crumb.strip() for crumb in re.split(r"[>›»|/]", line) if crumb.strip()]
    if len(line) > 60 or not crumbs or not all(1 <= len(crumb.split()) <= 3 for crumb in crumbs):
        return None
    if not any(crumb.casefold() in SECTIONS for crumb in crumbs):
        return None
    return crumbs[-1].title() if crumbs[-1].isupper() and len(crumbs[-1]) > 3 else crumbs[-1]


def _in_menu(lines: Sequence[Line], number: int) -> bool:
    """ "World" between "Home" and "Politics" is a menu's entry; alone, or glued to its date, it is a section."""
    if number == 0 or lines[number].apart or lines[number - 1].words > _NAV_WORDS:
        return False
    return dump_line_reason(lines[number - 1].text) in (None, "navigation")


def _find_agency(lines: Sequence[Line], region: Region, byline: Sequence[int], near: Sequence[int]) -> str | None:
    """Find the agency: in the byline, in the dateline of a wire story, or alone on a line beside them."""
    for number in byline:
        agency = known_agency(lines[number].text)
        if agency:
            return agency
    # "MOSCOW (AP) — ..." opens the first paragraph of a wire story.
    for line in lines[region.start : region.start + 3]:
        dateline = _DATELINE.match(line.text)
        if dateline:
            return known_agency(dateline[1] or dateline[2])
    alone = (lines[number].text for number in near if number < region.start and lines[number].words <= 3)
    return next((agency for text in alone if (agency := known_agency(text))), None)


def _find_publisher(lines: Sequence[Line], headline: int | None) -> str | None:
    """Find the outlet where the page names it: in the title above the headline, or as the holder of its copyright."""
    if headline is not None:
        for line in lines[:5]:
            site = _SITE_NAME.match(line.text[len(lines[headline].text) :])
            if line.text.startswith(lines[headline].text) and site:
                return site[1].strip()
    for line in lines[-25:]:
        holder = _COPYRIGHT.search(line.text) if len(line.text) < 200 else None
        if holder and not known_agency(holder[1]):
            return holder[1].strip()
    return None
