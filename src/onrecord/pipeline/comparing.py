"""Two accounts of one event beside each other: an article, a speaker in a stretch of time, or a publisher on a day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from onrecord.claims.accounts import account_units, compare_accounts
from onrecord.errors import SourceNotFound, UsageError
from onrecord.language.embedder import Embedder, load_embedder
from onrecord.language.remembering import RememberingEmbedder
from onrecord.schema import AccountUnit, Comparison, Reading
from onrecord.store import RecordStore, StatementFilter

# "Kremlin @ 2022-02-12", "Vladimir Putin@2022-02-01..2022-02-15"; an address with a user name in it has no space.
_WITH_TIME = re.compile(r"(?P<name>.+?)\s*@\s*(?P<since>\d{4}[\d-]*)(?:\s*\.\.\s*(?P<until>\d{4}[\d-]*))?", re.ASCII)
_REMEDY = (
    "Name an account by a file, by an article's id, as a publisher or a speaker with a time: "
    '"The White House @ 2022-02-12", "Vladimir Putin @ 2022-02-01..2022-02-15".'
)


@dataclass(frozen=True)
class Account:
    """One side's version of an event: what it is called, and its propositions in order."""

    name: str
    units: tuple[AccountUnit, ...]


def compare(a: Account, b: Account) -> Comparison:
    """Compare two accounts, proposition by proposition."""
    return compare_accounts(a.units, b.units, _embedder(), called=(a.name, b.name))


@cache
def _embedder() -> Embedder:
    """Who compares one account with another compares it with a third; a proposition takes 1.6 ms to embed."""
    return RememberingEmbedder(load_embedder())


def account_of(name: str, readings: Sequence[Reading], *, article: str | None = None) -> Account:
    """Take articles for an account; `article` names them in its units instead of their ids, as a file's path does."""
    units = [unit for reading in readings for unit in account_units(reading.article, reading.attributions)]
    named = [msgspec.structs.replace(unit, article=article) for unit in units] if article else units
    return Account(name, tuple(named))


def find_account(record: RecordStore, asked: str) -> Account:
    """Find on the record what the words name. Raises SourceNotFound, saying how accounts are named."""
    with_time = _WITH_TIME.fullmatch(asked.strip())
    if with_time is None:
        reading = _article(record, asked.strip())
        return account_of(reading.article.headline or reading.article.id, [reading])
    name, since = with_time["name"], with_time["since"]
    until = with_time["until"] or since
    units = tuple(_published(record, name, since, until)) or tuple(_said(record, name, since, until))
    if not units:
        raise SourceNotFound(f"no publisher and no speaker is on the record as {asked!r}", remedy=_REMEDY)
    return Account(asked.strip(), units)


def _article(record: RecordStore, id: str) -> Reading:
    try:
        shown = record.show(id)
    except UsageError as error:
        raise SourceNotFound(error.problem, remedy=_REMEDY) from error
    if not isinstance(shown, Reading):
        raise SourceNotFound(f"{id!r} is not an article", remedy=_REMEDY)
    return shown


def _published(record: RecordStore, publisher: str, since: str, until: str) -> Iterator[AccountUnit]:
    for article in record.articles(publisher=publisher, since=since, until=until):
        reading = record.reading(article.id)
        yield from account_units(reading.article, reading.attributions)


def _said(record: RecordStore, speaker: str, since: str, until: str) -> Iterator[AccountUnit]:
    found = record.statements(StatementFilter(by=speaker, since=since, until=until))
    for statement in sorted(found, key=lambda one: (one.article.published or "", one.article.id)):
        for span in statement.attribution.content:
            yield AccountUnit(statement.article.id, span.start, span.end, span.text)
