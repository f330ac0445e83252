"""`/compare?a=…&b=…`: two accounts of one event beside each other."""

from __future__ import annotations

from functools import lru_cache

from starlette.responses import RedirectResponse

from onrecord.errors import SourceNotFound, UsageError
from onrecord.faces.web.pages import Pages
from onrecord.faces.web.views.comparing import (
    AccountView,
    Bands,
    ComparePage,
    Side,
    SuggestedPair,
    account_choices,
    bands_of,
    compare_address,
    suggest_pairs,
    units_of,
    with_days,
)
from onrecord.faces.web.visiting import Visiting
from onrecord.pipeline.comparing import Account, compare, find_account
from onrecord.schema import ArticleReference, Comparison
from onrecord.store import RecordStore

pages = Pages("accounts")
_SUGGESTED, _LOOKED_THROUGH, _CHOICES = 6, 300, 8
_LONGEST = 1_000
"""Propositions of an account at most: comparing takes time that grows with both accounts' length."""

# A comparison depends on the two texts only, and whoever reads one goes back to it.
_compare = lru_cache(maxsize=64)(compare)


@pages.page("/compare", template="compare.html")
def comparing(
    visit: Visiting, a: str = "", b: str = "", a_since: str = "", a_until: str = "", b_since: str = "",
    b_until: str = "",
) -> ComparePage:  # fmt: skip
    """Compare two accounts: an article (its id), a speaker or a publisher with a time (`NAME @ 2022-02-12`)."""
    asked = with_days(a, a_since, a_until), with_days(b, b_since, b_until)
    if any((a_since, a_until, b_since, b_until)):
        return _redirect(visit, *asked)
    with visit.open_record() as record:
        first, ours = _account(record, asked[0], "a", asked[1])
        second, theirs = _account(record, asked[1], "b", asked[0])
        bands = _bands(record, ours, theirs) if ours and theirs else None
        suggested = () if bands else visit.remember("told twice", _suggested)
        return ComparePage(a=first, b=second, bands=bands, suggested=suggested)


def _suggested(record: RecordStore) -> tuple[SuggestedPair, ...]:
    return suggest_pairs(record.overview.latest_articles(limit=_LOOKED_THROUGH), limit=_SUGGESTED)


def _redirect(visit: Visiting, a: str, b: str) -> ComparePage:
    """Lead to the one address that a comparison has, however the form was filled in."""
    path, _, query = compare_address(a, b).partition("?")
    address = f"{visit.request.url.path}?{query}" if query else path
    return RedirectResponse(address, status_code=303)  # pyright: ignore[reportReturnType]


def _account(record: RecordStore, asked: str, side: Side, other: str) -> tuple[AccountView, Account | None]:
    """Find an account; where there is none, say why and offer what may be meant."""
    if not asked:
        return AccountView(asked="", name=None, article=None, problem=None, choices=()), None
    try:
        account = find_account(record, asked)
    except (SourceNotFound, UsageError) as error:
        words = asked.partition("@")[0].strip()
        speakers = list(record.speakers(by=words, limit=_CHOICES)) if words else []
        articles = record.overview.search(words, limit=_CHOICES).articles
        choices = account_choices(articles, speakers, side, other)
        problem = error.problem if "@" in asked else f"“{asked}” alone is no account."
        return AccountView(asked=asked, name=None, article=None, problem=problem, choices=choices), None
    if len(account.units) > _LONGEST:
        problem = f"{asked} says {len(account.units):,} things. Narrow it down to fewer days."
        return AccountView(asked=asked, name=account.name, article=None, problem=problem, choices=()), None
    view = AccountView(asked=asked, name=account.name, article=_article(record, account), problem=None, choices=())
    return view, account


def _article(record: RecordStore, account: Account) -> ArticleReference | None:
    """Return the article that an account is, where it is one."""
    articles = {unit.article for unit in account.units}
    if len(articles) != 1:
        return None
    reading = record.reading(articles.pop())
    article = reading.article
    return ArticleReference(
        id=article.id, headline=article.headline, published=article.published, publisher=article.publisher,
        url=article.url, path=reading.page.origin.path,
    )  # fmt: skip


def _bands(record: RecordStore, a: Account, b: Account) -> Bands:
    comparison: Comparison = _compare(a, b)
    articles = {unit.article for unit in units_of(comparison)}
    return bands_of(comparison, {id: record.reading(id).article for id in articles})
