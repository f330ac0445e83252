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
from onrecord.articles.dump_phrases import DATE_WORDS, SECTIONS, UPDATED, dump_line_reason
from onrecord.articles.dump_region import Region

NEAR = 30
"""Lines above the story in which its headline stands; captions are not counted."""
LONGEST_HEADLINE = 32
"""Words."""

_WORD = re.compile(r"\w{3,}")
_SITE_NAME = re.compile(r"\s+(?:[-–—|•·:]|\|\|)\s+([^|–—•·]{2,50})$")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)(?:\s*(?:©|\(c\)|copyright))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?,?)?\s*(?:by\s+)?([A-ZÀ-Ž][^.,|©]{2,60}?)(?:\s*[.,|]|\s+all rights|$)", re.IGNORECASE)  # fmt: skip
_DATELINE = re.compile(r"^[A-ZÀ-Ž][\w .,’'/-]{1,50}\s*\(([^()]{2,30})\)\s*[—–-]")
_NAV_WORDS = 2


@dataclass(frozen=True)
class Header:
    """Lines by number that became fields, and the fields."""

    metadata: Metadata
    headline: int | None
    used: Set[int]


def read_header(lines: Sequence[Line], region: Region) -> Header:
    """Read the fields that stand around the story `region`; each is null where the dump doesn't say."""
    headline = find_headline(lines, region)
    top = headline if headline is not None else max(0, region.start - 6)
    near = _numbers_near(lines, region, top)
    dates = {number: date for number in near if (date := read_date(lines[number].text))}
    published = next((number for number in dates if not UPDATED.search(lines[number].text)), None)
    modified = next((number for number in dates if UPDATED.search(lines[number].text)), None)
    byline, authors = _find_byline(lines, near, dates)
    section = _find_section(lines, top, published)
    agency = _find_agency(lines, region, byline)
    used = {number for number in (published, modified, section) if number is not None} | set(byline)
    metadata = Metadata(
        headline=lines[headline].text if headline is not None else None,
        section=lines[section].text if section is not None else None,
        published=dates[published] if published is not None else None,
        modified=dates[modified] if modified is not None else None,
        authors=authors, agency=agency, publisher=_find_publisher(lines, headline),
    )  # fmt: skip
    return Header(metadata, headline, used)


def _numbers_near(lines: Sequence[Line], region: Region, top: int) -> list[int]:
    """Lines that may hold a date or a byline: from just above the headline to the story, its first and last lines."""
    above = range(max(0, top - 5), min(region.start + 4, len(lines)))
    inside = [number for number in range(region.start + 4, region.end) if lines[number].words <= 14]
    below = range(region.end, min(region.end + 12, len(lines)))
    return [*dict.fromkeys([*above, *inside, *below])]


def read_date(line: str) -> str | None:
    """Read the date of a line that is nothing but a date, with its label, its weekday and its time."""
    if len(line) > 120 or not any(letter.isdigit() for letter in line):
        return None
    rest = DATE_WORDS.sub(" ", line).split()
    if len(rest) > 1:
        return None
    return iso_date(line) or visible_date(line)


def find_headline(lines: Sequence[Line], region: Region) -> int | None:
    """Find the headline above the story: near it, of a headline's length, in the words of the story."""
    story = {word.lower() for line in lines[region.start : region.end] for word in _WORD.findall(line.text)}
    repeated = Counter(line.text for line in lines)
    best, best_score = None, 2.0
    distance = 0
    for number in range(min(region.start + 2, len(lines)) - 1, -1, -1):
        line = lines[number]
        if read_caption(line.text):
            continue
        distance += number < region.start
        if distance > NEAR:
            break
        if number >= region.start and line.words > 18:
            continue
        score = _score_headline(line, story, repeated[line.text]) - 0.12 * distance
        score += _titles(lines, line) + _is_followed_by_byline(lines, number)
        if score > best_score:
            best, best_score = number, score
    return best


def _score_headline(line: Line, story: Set[str], repeats: int) -> float:
    words = line.words
    if not 2 <= words <= LONGEST_HEADLINE or dump_line_reason(line.text) or read_date(line.text) or line.bullet:
        return -10.0
    if read_authors(line.text) or line.text.casefold() in SECTIONS:
        return -10.0
    content = [word.lower() for word in _WORD.findall(line.text)]
    shared = sum(word in story for word in content) / len(content) if content else 0.0
    length = 2.0 if 5 <= words <= 22 else 0.5
    sentence = -1.5 if line.text.endswith(".") and words > 8 else 0.0
    return 3.0 * shared + length + sentence + (0.5 if line.apart else 0.0) + (0.5 if repeats > 1 else 0.0)


def _titles(lines: Sequence[Line], line: Line) -> float:
    """A page's title stands on top of many dumps: "Council closes pier | The Harbour Times"."""
    return 3.0 if any(other.text.startswith(line.text) and _SITE_NAME.match(other.text[len(line.text) :]) for other in lines[:5]) else 0.0  # fmt: skip


def _is_followed_by_byline(lines: Sequence[Line], number: int) -> float:
    after = [line.text for line in lines[number + 1 : number + 5]]
    return 1.5 if any(read_date(text) or read_authors(text) for text in after) else 0.0


def _find_byline(
    lines: Sequence[Line], near: Sequence[int], dates: dict[int, str]
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Find the line that names the authors; names without "By" count only beside a date or with a role."""
    for number in near:
        neighbours = {number - 1, number + 1, number + 2} & set(dates)
        authors = read_authors(lines[number].text, beside_date=bool(neighbours))
        if authors:
            return (number,), authors
    for number in near:
        if lines[number].text.casefold() in ("by", "by:") and number + 1 < len(lines):
            authors = read_authors("By " + lines[number + 1].text)
            if authors:
                return (number, number + 1), authors
    return (), ()


def _find_section(lines: Sequence[Line], headline: int, published: int | None) -> int | None:
    """Find the section: a known one that stands alone above the headline or beside the date, not a menu's entry."""
    beside = {headline - 1, headline - 2, headline + 1}
    if published is not None:
        beside |= {published - 1, published + 1}
    for number in sorted(beside & set(range(len(lines)))):
        if lines[number].text.casefold() in SECTIONS and not _in_menu(lines, number):
            return number
    return None


def _in_menu(lines: Sequence[Line], number: int) -> bool:
    """ "World" between "Home" and "Politics" is a menu's entry; alone, or glued to its date, it is a section."""
    above = number > 0 and not lines[number].apart and lines[number - 1].words <= _NAV_WORDS
    return above and not dump_line_reason(lines[number - 1].text) == "advertisement"


def _find_agency(lines: Sequence[Line], region: Region, byline: Sequence[int]) -> str | None:
    for number in byline:
        agency = known_agency(lines[number].text)
        if agency:
            return agency
    # "MOSCOW (AP) — ..." opens the first paragraph of a wire story.
    for line in lines[region.start : region.start + 3]:
        dateline = _DATELINE.match(line.text)
        if dateline:
            return known_agency(dateline[1])
    return None


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
