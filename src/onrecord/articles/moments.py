"""When the story was published and changed: what is declared first, then what the page shows, last its address."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from onrecord.articles.dates import address_date, iso_date, puts_month_first, visible_date
from onrecord.articles.header_lines import DATE_NAMES, is_named
from onrecord.articles.headlines import squeeze
from onrecord.articles.html_blocks import TextBlock
from onrecord.articles.marks import DateMark, HeadlineTest, split_by_label
from onrecord.articles.structured import Declared

_LONGEST_LINE = 100
_LIST = 3


_DATELINE = re.compile(
    r"(?:\([^()]{6,30}\)|(?:press|medien|pressemitteilung|communiqué|comunicado)\w*[^.!?]{0,20}\d[^|–—]{4,24}[|–—]"
    r"|[^\W\d_][^.,:!?]{2,30},\s(?:den\s)?\d[^|–—-]{4,24}[|–—-])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Moments:
    """ISO 8601: a date, or a date-time with its offset where the page gives one."""

    published: str | None
    modified: str | None


def settle_moments(declared: Declared, near: Sequence[TextBlock], headline: str | None, urls: Sequence[str]) -> Moments:
    """Read both; the visible page is looked at only for what is not declared.

    A page that shows no date but "Updated 5 March 2025" is of that day: better than no day at all.
    """
    month_first = puts_month_first(declared.languages, urls)
    published = _most_precise(declared.published, month_first)
    modified = _most_precise(declared.modified, month_first)
    if published and modified:
        return Moments(published, modified)
    test = HeadlineTest(squeeze(headline or ""))
    shown = _Shown(list(declared.marks.dates(test)), _date_lines(near, headline), month_first)
    modified = modified or next(shown.changes(), None)
    if published is None:
        dates = chain(shown.publications(), filter(None, map(address_date, urls)), shown.changes())
        published = next(dates, None)
    return Moments(published, modified)


def _most_precise(stated: Iterable[str], month_first: bool | None) -> str | None:
    """The first date; another that says the hour of the same day says it better."""
    dates = [found for text in stated if (found := iso_date(text, month_first=month_first))]
    if not dates:
        return None
    return next((found for found in dates if len(found) > 10 and found[:10] == dates[0][:10]), dates[0])


def _date_lines(near: Sequence[TextBlock], headline: str | None) -> list[str]:
    """Short lines around the headline, those in elements that are named for a date first.

    "Ergebnisse, Aalen, 19.5.2007" as a headline names the day of the games, not that of the story.
    """
    lines = [block for block in near if len(block.text) < _LONGEST_LINE and block.text != headline]
    named = [block.text for block in lines if block.tag == "time" or is_named(block, DATE_NAMES)]
    # "Pressemitteilung vom 25. Januar 2022 | Berlin ...", "(21. November 2022) Die Preise ...": datelines in the text.
    opened = [found[0] for block in near if len(block.text) >= _LONGEST_LINE and (found := _DATELINE.match(block.text))]
    return [*named, *(block.text for block in lines), *opened]


@dataclass(frozen=True)
class _Shown:
    marks: Sequence[DateMark]
    lines: Sequence[str]
    month_first: bool | None

    def publications(self) -> Iterator[str]:
        """Dates nearest to the headline first; what is named for publication before what is not named."""
        for kind in ("published", "unnamed"):
            yield from filter(None, (self._read(mark) for mark in self._single if mark.kind == kind))
        for line in (*(mark.text for mark in self._single), *self.lines):
            if found := visible_date(split_by_label(line)[0], month_first=self.month_first):
                yield found

    def changes(self) -> Iterator[str]:
        yield from filter(None, (self._read(mark) for mark in self._single if mark.kind == "modified"))
        for line in self.lines:
            if found := visible_date(split_by_label(line)[1], month_first=self.month_first):
                yield found

    @property
    def _single(self) -> list[DateMark]:
        """Marks without lists: three dates in elements of one name are those of other stories, or of a ticker."""
        said = Counter(names for names, _ in {(mark.names, mark.text) for mark in self.marks if mark.names})
        return [mark for mark in self.marks if said[mark.names] < _LIST]

    def _read(self, mark: DateMark) -> str | None:
        machine = iso_date(mark.machine, month_first=self.month_first) if mark.machine else None
        if machine:
            return machine
        published, changed = split_by_label(mark.text)
        said = changed if mark.kind == "modified" else published
        return visible_date(said or mark.text, month_first=self.month_first)
