"""When the story was published and changed: what is declared first, then what the page shows, last its address."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from onrecord.articles.dates import address_date, has_year, iso_date, puts_month_first, visible_date
from onrecord.articles.header_lines import DATE_NAMES, is_named
from onrecord.articles.headlines import squeeze
from onrecord.articles.marks import DateMark, HeadlineTest, split_by_label
from onrecord.articles.selection import Selection
from onrecord.articles.structured import Declared

_LONGEST_LINE = 100
_LIST = 3
_ABOVE, _BELOW = 2, 6
AROUND_BEFORE, AROUND_HEADLINE = 6, 25
_ELSEWHERE = (None, "metadata", "other")
# "Ziele, Chancen, Risiken | DW | 28.04.2023": a title's last part, where it is a date and nothing else.
_TITLE_DATE = re.compile(r"\s[|•·]\s([^|•·]{6,24})$")
# "Posted on April 13, 2023", "Aktualisiert: 30.12.2016", "3/10/2023", and nothing else in the line.
_ONLY_DATED = re.compile(r"(?:[^\W\d_]+[\s.,:]{1,2}){0,4}\W{0,3}\d[\w\s.,:/–-]{4,32}")

_DATELINE = re.compile(
    r"(?:\([^()]{6,30}\)|(?:press|medien|pressemitteilung|communiqué|comunicado)\w*[^.!?]{0,20}\d[^|–—]{4,24}[|–—]"
    r"|[^\W\d_][^.,:!?]{2,30},\s(?:den\s)?\d[^|–—-]{4,24}[|–—-]|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\s?[|–—„“:-])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Moments:
    """ISO 8601: a date, or a date-time with its offset where the page gives one."""

    published: str | None
    modified: str | None


def settle_moments(declared: Declared, selection: Selection, urls: Sequence[str]) -> Moments:
    """Read both; the visible page is looked at only for what is not declared.

    A page that shows no date but "Updated 5 March 2025" is of that day: better than no day at all.
    """
    month_first = puts_month_first(declared.languages, urls)
    published = _most_precise(declared.published, month_first)
    modified = _most_precise(declared.modified, month_first)
    if published and modified:
        return Moments(published, modified)
    shown = _Shown(declared, selection, month_first, only_times=published is not None)
    modified = modified or next(shown.changes(), None)
    if published is None:
        addresses = filter(None, map(address_date, urls))
        published = next(chain(shown.publications(), addresses, shown.changes(), shown.elsewhere()), None)
    return Moments(published, modified)


def _most_precise(stated: Iterable[str], month_first: bool | None) -> str | None:
    """The first date; another that says the hour of the same day says it better."""
    dates = [found for text in stated if (found := iso_date(text, month_first=month_first))]
    if not dates:
        return None
    return next((found for found in dates if len(found) > 10 and found[:10] == dates[0][:10]), dates[0])


class _Shown:
    """What the visible page says of days. `only_times`: marks are `<time>` alone, which is quickly looked for."""

    def __init__(self, declared: Declared, selection: Selection, month_first: bool | None, *, only_times: bool) -> None:
        self._declared, self._selection, self._month_first = declared, selection, month_first
        self._only_times = only_times
        self._at = selection.headline or 0

    def publications(self) -> Iterator[str]:
        """Dates nearest to the headline first; what is named for publication before what is not named."""
        yield from self._in_titles()
        yield from self._marked("published")
        yield from self._beside_headline()
        yield from self._marked("unnamed")
        for line in filter(has_year, (*(mark.text for mark in self._single), *self._lines)):
            if found := self._day(split_by_label(line)[0]):
                yield found

    def changes(self) -> Iterator[str]:
        """Days of which the page says that the story was changed on them."""
        yield from self._marked("modified")
        for line in filter(has_year, self._lines):
            if found := self._day(split_by_label(line)[1]):
                yield found

    def elsewhere(self) -> Iterator[str]:
        """Blogs tell the day below the story: the only day that stands alone in a line, if there is just one."""
        blocks = (judged.block for judged in self._selection.judged if judged.reason in _ELSEWHERE)
        lines = [block.text for block in blocks if len(block.text) < _LONGEST_LINE and not block.region.hidden]
        days = {found for line in lines if (found := self._day(line)) and _ONLY_DATED.fullmatch(line)}
        if len(days) == 1:
            yield from days

    def _in_titles(self) -> Iterator[str]:
        for title in self._declared.headlines:
            if (
                (found := _TITLE_DATE.search(title))
                and _ONLY_DATED.fullmatch(found[1])
                and (day := self._day(found[1]))
            ):
                yield day

    def _beside_headline(self) -> Iterator[str]:
        """Lines that are a date and nothing else, below the headline first: nearer to it than any other story's.

        Then datelines: "Pressemitteilung vom 25. Januar 2022 | Berlin", "(21. November 2022) Die Preise ...".
        """
        judged = self._selection.judged
        beside = (*judged[self._at + 1 : self._at + _BELOW], *judged[max(self._at - _ABOVE, 0) : self._at])
        texts = [one.block.text for one in beside]
        alone = [text for text in texts if len(text) < _LONGEST_LINE and _ONLY_DATED.fullmatch(text)]
        opened = [found[0] for text in texts if len(text) >= _LONGEST_LINE and (found := _DATELINE.match(text))]
        if len(set(alone)) >= _LIST:
            return
        yield from filter(None, (self._day(split_by_label(line)[0]) for line in (*alone, *opened)))

    def _marked(self, kind: str) -> Iterator[str]:
        yield from filter(None, (self._read(mark) for mark in self._single if mark.kind == kind))

    @cached_property
    def _lines(self) -> list[str]:
        """Short lines around the headline, those in elements that are named for a date first.

        "Ergebnisse, Aalen, 19.5.2007" as a headline names the day of the games, not that of the story.
        """
        judged = self._selection.judged
        near = [one.block for one in judged[max(self._at - AROUND_BEFORE, 0) : self._at + AROUND_HEADLINE]]
        own = None if self._selection.headline is None else judged[self._at].block.text
        lines = [block for block in near if len(block.text) < _LONGEST_LINE and block.text != own]
        named = [block.text for block in lines if block.tag == "time" or is_named(block, DATE_NAMES)]
        opened = [
            found[0] for block in near if len(block.text) >= _LONGEST_LINE and (found := _DATELINE.match(block.text))
        ]
        return [*named, *(block.text for block in lines), *opened]

    @cached_property
    def _single(self) -> list[DateMark]:
        """Marks without lists: three dates in elements of one name are those of other stories, or of a ticker."""
        headline = "" if self._selection.headline is None else self._selection.judged[self._at].block.text
        marks = self._declared.marks.dates(HeadlineTest(squeeze(headline)), only_times=self._only_times)
        said = Counter(names for names, _ in {(mark.names, mark.text) for mark in marks if mark.names})
        return [mark for mark in marks if said[mark.names] < _LIST]

    def _read(self, mark: DateMark) -> str | None:
        machine = iso_date(mark.machine, month_first=self._month_first) if mark.machine else None
        if machine:
            return machine
        published, changed = split_by_label(mark.text)
        said = changed if mark.kind == "modified" else published
        return self._day(said or mark.text)

    def _day(self, line: str) -> str | None:
        return visible_date(line, month_first=self._month_first)
