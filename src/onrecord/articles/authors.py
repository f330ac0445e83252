"""Who wrote the story: people first, as the page declares them, then as it shows them; houses where it names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from onrecord.articles.agencies import is_agency_name
from onrecord.articles.bylines import byline_names, is_byline, is_name, is_person, tidy_authors
from onrecord.articles.captions import in_caption
from onrecord.articles.dates import visible_date
from onrecord.articles.header_lines import is_author_line, is_date_line
from onrecord.articles.headlines import squeeze
from onrecord.articles.html_blocks import TextBlock
from onrecord.articles.marks import AuthorMark, HeadlineTest
from onrecord.articles.selection import Selection
from onrecord.articles.structured import Declared

# "Posted on December 18, 2025 by Jane Roe 59 comments"
_BY_IN_LINE = re.compile(r"\b(?:by|von|par)\s+((?:[A-ZÀ-Ž][\w.'’-]+\s+){1,2}[A-ZÀ-Ž][\w.'’-]+)")
# "11.12.2019 - Amelie Loevenich": a name beside the date, and nothing else in the line.
_DATE_THEN_NAME = re.compile(r"^[\d.\s/:-]{8,18}(?:Uhr)?\s*[-–—|•·,]\s*(\D{5,60})$")
_WRITTEN_BY = re.compile(
    r"(?:written|authored|words|story|posted) by\b|authors?:|autor(?:in)?(?:/autor)?:?\s", re.IGNORECASE
)
# "Rachael Hogg - 12/03/2026", "04.02.2022 | 13:10 Uhr | Uta Helkenberg", "Dec 26, 2025 • Mahua Das in Markets"
_PARTS = re.compile(r"\s+[-–—|•·]\s+|\s+in\s+(?=[A-Z])")
_FULL_NAME = re.compile(
    r"(?:[A-ZÀ-Ž][a-zà-ž'’-]+[A-ZÀ-Ža-zà-ž'’-]*\s+)(?:[A-ZÀ-Ž]\.?\s+|[A-ZÀ-Ž][a-zà-ž'’-]+\s+)?[A-ZÀ-Ž][^\W\d_][^\W\d_'’-]*"
)
# What stands in two capitalised words below headlines and is nobody.
_NOBODY = re.compile(
    r"\b(?:share|print|social|save|email|comments?|read|more|news|edition|portal|home|menu|sign|view|table|contents"
    r"|guide|tips|best|top|application|übersicht|projekte?|inhalt|teilen|drucken|artikel|about|our|the|how|what|why"
    r"|published|updated|privacy|policy|learn|live|get|free|new|all)\b",
    re.IGNORECASE,
)
_LONGEST_PART = 15
_IS_WRITER = re.compile(r",? (?:is|was|has|writes|ist|schreibt|est|es)\b")
_BESIDE = 4
_LONGEST_DATE = 60
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
    stated = (tidied for names in declared.authors if (tidied := tidy_authors(names)))
    known = _Known(
        {squeeze(name) for name in (*declared.publishers, *declared.houses)},
        {squeeze(name) for name in declared.people},
    )
    about = squeeze(" ".join((headline or "", *declared.publishers, *declared.sections)))
    houses: list[tuple[str, ...]] = []
    for names in chain(stated, _shown(declared, near, selection, headline), _guessed(near, selection, about, houses)):
        if any(map(known.is_person, names)):
            return tuple(name for name in names if not (is_agency_name(name) or squeeze(name) in known.houses))
        houses.append(names)
    return next(filter(None, houses), ())


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
    byline = _bylines(near, marks)
    yield _fuller(_marked([mark for mark in marks if mark.rank == 3]), byline)
    yield byline
    yield _marked([mark for mark in marks if mark.rank == 2])
    yield _beside_date(near)
    yield _marked([mark for mark in marks if mark.rank == 1])
    yield _signed(selection)


def _guessed(
    near: Sequence[TextBlock], selection: Selection, about: str, others: Sequence[tuple[str, ...]]
) -> Iterator[tuple[str, ...]]:
    """Names that nothing marks as an author's; where an account is named ("paddy", "CM"), only if it is theirs."""
    singles = (names[0] for names in others if len(names) == 1 and names[0].isalnum())
    accounts = [name for name in singles if squeeze(name) not in about]
    for names in (_part_beside_date(near, about), _below_headline(selection, about)):
        if not accounts or any(_is_account_of(account, name) for account in accounts for name in names):
            yield names


def _is_account_of(account: str, name: str) -> bool:
    words = name.split()
    return account in words or account.upper() == "".join(word[0] for word in words)


def _fuller(names: tuple[str, ...], byline: tuple[str, ...]) -> tuple[str, ...]:
    """An account's short name yields to the byline's: "Scott P" to "Scott Pletcher"."""
    is_short = len(names) == len(byline) == 1 and len(names[0]) < len(byline[0])
    return byline if is_short and (byline[0].startswith(names[0]) or byline[0].endswith(" " + names[0])) else names


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
        linked = [name for mark in marks if _holds(block.text, mark.text) for name in _names_of(mark.text)]
        if names := tuple(dict.fromkeys(linked)) or _names_of(block.text):
            return names
    return ()


def _holds(line: str, name: str) -> bool:
    """Does a line hold a whole name, though more may be glued to it: "By Scott Pletcher" doesn't hold "Scott P"?"""
    _, found, behind = line.partition(name)
    return bool(found) and not behind[:1].islower()


def _is_full_name(text: str, about: str) -> bool:
    """Two or three capitalised words that are nobody's section, site or subject (`about`, squeezed, has these)."""
    if not _FULL_NAME.fullmatch(text) or not is_person(text) or _HOUSE.search(text) or _NOBODY.search(text):
        return False
    words = text.split()
    return not visible_date(text) and not any(len(word) > _LONGEST_PART or squeeze(word) in about for word in words)


def _beside_date(near: Sequence[TextBlock]) -> tuple[str, ...]:
    """ "Posted on December 18, 2025 by Jane Roe", "11.12.2019 - Amelie Loevenich"."""
    for line in _dated(near):
        found = _BY_IN_LINE.search(line) or _DATE_THEN_NAME.match(line)
        if found and (names := _names_of(found[1])):
            return names
    return ()


def _part_beside_date(near: Sequence[TextBlock], about: str) -> tuple[str, ...]:
    parts = (part for line in _dated(near) for part in _PARTS.split(line) if _is_full_name(part, about))
    return tuple(islice(parts, 1))


def _dated(near: Sequence[TextBlock]) -> Iterator[str]:
    lines = (block.text for block in near if len(block.text) < LONGEST_BYLINE)
    return (line for line in lines if visible_date(line, month_first=False))


def _below_headline(selection: Selection, about: str) -> tuple[str, ...]:
    """A name alone in a line below the headline, with a date beside it or the same name again further down.

    "Travel Tips" and "New York" stand there too, but without a date, and nobody tells who they are.
    """
    at = selection.headline
    if at is None:
        return ()
    beside = [judged.block for judged in selection.judged[at + 1 : at + _BESIDE]]
    for number, block in enumerate(beside):
        name = block.text.strip()
        if not _is_full_name(name, about) or in_caption(block.region):
            continue
        around = beside[max(number - 1, 0) : number + 2]
        if any(len(other.text) < _LONGEST_DATE and is_date_line(other.text) for other in around):
            return (name,)
        if _is_told_of(name, selection, at + _BESIDE):
            return (name,)
    return ()


def _is_told_of(name: str, selection: Selection, start: int) -> bool:
    """Does a line further down open with the name: "Julia Gralberg is a freelance travel writer", a box of hers?"""
    return any(
        judged.block.text.startswith(name)
        and (len(judged.block.text) == len(name) or _IS_WRITER.match(judged.block.text, len(name)))
        for judged in selection.judged[start:]
        if judged.reason != "comments"
    )


def _signed(selection: Selection) -> tuple[str, ...]:
    """Blogs name their authors below the story: "Written by Jane Roe", or a box with name and portrait."""
    below = selection.judged[(selection.headline or 0) + AROUND_HEADLINE :]
    said: set[tuple[str, ...]] = set()
    for judged in below:
        block = judged.block
        if judged.reason in ("comments", "advertisement") or judged.caption or len(block.text) > LONGEST_BYLINE:
            continue
        is_signed = _WRITTEN_BY.match(block.text) or (judged.reason == "metadata" and is_author_line(block))
        if not is_signed or not (names := byline_names(block.text)) or not any(map(is_person, names)):
            continue
        if judged.reason in (None, "metadata"):
            return names
        said.add(names)
    return next(iter(said)) if len(said) == 1 else ()
