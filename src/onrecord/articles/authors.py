"""Who wrote the story: people first, as the page declares them, then as it shows them; houses where it names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from onrecord.articles.agencies import is_agency_name
from onrecord.articles.bylines import byline_names, is_byline, is_name, is_person, tidy_authors
from onrecord.articles.captions import in_caption
from onrecord.articles.dates import visible_date
from onrecord.articles.header_lines import is_author_line
from onrecord.articles.headlines import squeeze
from onrecord.articles.html_blocks import TextBlock
from onrecord.articles.marks import AuthorMark, HeadlineTest
from onrecord.articles.selection import Selection
from onrecord.articles.structured import Declared

# "Posted on December 18, 2025 by Jane Roe 59 comments"
_BY_IN_LINE = re.compile(r"\b(?:by|von|par)\s+((?:[A-ZÀ-Ž][\w.'’-]+\s+){1,2}[A-ZÀ-Ž][\w.'’-]+)")
# "11.12.2019 - Amelie Loevenich": a name beside the date, and nothing else in the line.
_DATE_THEN_NAME = re.compile(r"^[\d.\s/:-]{8,18}(?:Uhr)?\s*[-–—|•·,]\s*(\D{5,60})$")
_WRITTEN_BY = re.compile(r"(?:written|authored|words|story|posted) by\b|authors?:", re.IGNORECASE)
_HOUSE = re.compile(
    r"(?<!\w)(?:e\.?\s?v|gmbh|inc|ltd|llc|corp|foundation|verlag|agentur|redaktion|team|staff|desk|editors?"
    r"|newsroom|news"
    r"|media|magazin|magazine|journal|zeitung|verband|institut[eo]?|university|blog|online|studio|press|group)\b",
    re.IGNORECASE,
)
LONGEST_BYLINE = 120
AROUND_HEADLINE = 25


def choose_authors(
    declared: Declared, near: Sequence[TextBlock], selection: Selection, headline: str | None
) -> tuple[str, ...]:
    """People whom the page declares, else whom it shows; else the house that it names as its author.

    Where people and houses stand side by side ("Reuters, Jane Roe"), the people are the authors; the agency is a field
    of its own.
    """
    stated = [tidied for names in declared.authors if (tidied := tidy_authors(names))]
    known = _Known(
        {squeeze(name) for name in (*declared.publishers, *declared.houses)},
        {squeeze(name) for name in declared.people},
    )
    shown: list[tuple[str, ...]] = []
    for names in chain(stated, _shown(declared, near, selection, headline)):
        if any(map(known.is_person, names)):
            return tuple(name for name in names if not (is_agency_name(name) or squeeze(name) in known.houses))
        shown.append(names)
    return next(filter(None, shown), ())


@dataclass(frozen=True)
class _Known:
    """What the page itself says of names: which are houses, which are people."""

    houses: set[str]
    people: set[str]

    def is_person(self, name: str) -> bool:
        """A name of two words or more; single names only where the page itself says that they are people's."""
        squeezed = squeeze(name)
        if squeezed in self.houses or _HOUSE.search(name) or is_agency_name(name):
            return False
        return is_person(name) or (squeezed in self.people and "." not in name and name != name.lower())


def _shown(
    declared: Declared, near: Sequence[TextBlock], selection: Selection, headline: str | None
) -> Iterator[tuple[str, ...]]:
    """What the visible page says, plainest first."""
    marks = declared.marks.authors(HeadlineTest(squeeze(headline or "")))
    yield _marked([mark for mark in marks if mark.rank == 3])
    yield _bylines(near, marks)
    yield _marked([mark for mark in marks if mark.rank == 2])
    yield _beside_date(near)
    yield _marked([mark for mark in marks if mark.rank == 1])
    yield _signed(selection)


def _marked(marks: Sequence[AuthorMark]) -> tuple[str, ...]:
    """The names of the byline nearest to the headline."""
    named = [(mark, names) for mark in marks if (names := _names_of(mark.text))]
    if not named:
        return ()
    first = named[0][0]
    together = [
        names for mark, names in named if mark.names == first.names and not first.around.isdisjoint(mark.around)
    ]
    return tuple(dict.fromkeys(name for names in together for name in names))


def _names_of(line: str) -> tuple[str, ...]:
    names = byline_names(line)
    return names if all(map(is_name, names)) else ()


def _bylines(near: Sequence[TextBlock], marks: Sequence[AuthorMark]) -> tuple[str, ...]:
    """Lines that open with "By", then lines in elements that are named for the author.

    Links inside part the names from what is glued to them: "By <a>A. J. Neal</a> View in digital edition".
    """
    lines = [block for block in near if len(block.text) < LONGEST_BYLINE and not in_caption(block.region)]
    for block in (*filter(lambda block: is_byline(block.text), lines), *filter(is_author_line, lines)):
        linked = [name for mark in marks if mark.text in block.text for name in _names_of(mark.text)]
        if names := tuple(dict.fromkeys(linked)) or _names_of(block.text):
            return names
    return ()


def _beside_date(near: Sequence[TextBlock]) -> tuple[str, ...]:
    for block in near:
        if len(block.text) >= LONGEST_BYLINE or not visible_date(block.text):
            continue
        found = _BY_IN_LINE.search(block.text) or _DATE_THEN_NAME.match(block.text)
        if found and (names := _names_of(found[1])):
            return names
    return ()


def _signed(selection: Selection) -> tuple[str, ...]:
    """Blogs name their authors below the story: "Written by Jane Roe", or a box with name and portrait."""
    below = selection.judged[(selection.headline or 0) + AROUND_HEADLINE :]
    for judged in below:
        block = judged.block
        if judged.reason not in (None, "metadata") or judged.caption or len(block.text) > LONGEST_BYLINE:
            continue
        is_signed = _WRITTEN_BY.match(block.text) or (judged.reason == "metadata" and is_author_line(block))
        if is_signed and (names := byline_names(block.text)) and any(map(is_person, names)):
            return names
    return ()
