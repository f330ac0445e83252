"""Two accounts of one event in bands: what conflicts, what both say, what only one says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import Literal

import msgspec

from onrecord.faces.web.views.context import Excerpt, excerpt
from onrecord.faces.web.views.days import day_in_words
from onrecord.faces.web.views.paging import with_query
from onrecord.faces.web.views.wording import Piece, compare_words
from onrecord.schema import AccountUnit, Alignment, Article, ArticleReference, Comparison, Conflict, Speaker
from onrecord.store.overview import ArticleSummary

Side = Literal["a", "b"]
_WITH_TIME = re.compile(r"(?P<name>.+?)\s*@\s*(?P<time>\d.*)")
_WORD = re.compile(r"\w{4,}")
# "Readout of President Biden's Call": what nearly all headlines of such pages have tells nothing about the event.
_SHARED_WORDS = 2
_ALIKE = 1.0
"""What the shared words' rarities (log of 1 / share of the headlines) sum up to at least: one headline in three."""
_REWORDED = 0.5
"""Share of differing characters from which marks say nothing: all of it would be marked."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One proposition of an account, the words that the other side doesn't have told apart, and where it stands."""

    article: str
    start: int
    end: int
    wording: tuple[Piece, ...]
    context: Excerpt | None


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two propositions that belong together; `differs` where their words do. Where hardly a word is the same, it is
    `reworded`, and single words aren't told apart."""

    a: Line
    b: Line
    differs: bool
    reworded: bool


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Something that may be meant as an account, and the address at which it is one."""

    kind: Literal["article", "speaker"]
    title: str
    detail: str
    address: str


class AccountView(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked for as one account, what it is called, and, where nothing goes by that name, what may be meant."""

    asked: str
    name: str | None
    article: ArticleReference | None
    problem: str | None
    choices: tuple[Choice, ...]


class Bands(msgspec.Struct, frozen=True, kw_only=True):
    """A comparison laid out. Pairs and lines are in the order of the first account's text, then the second's."""

    conflict: tuple[Pair, ...]
    both: tuple[Pair, ...]
    only_a: tuple[Line, ...]
    only_b: tuple[Line, ...]


class SuggestedPair(msgspec.Struct, frozen=True, kw_only=True):
    """Two publishers' articles of one day whose headlines have words in common."""

    a: ArticleReference
    b: ArticleReference
    address: str


class ComparePage(msgspec.Struct, frozen=True, kw_only=True):
    """Two accounts, and how they compare once both are found."""

    a: AccountView
    b: AccountView
    bands: Bands | None
    suggested: tuple[SuggestedPair, ...]


def bands_of(comparison: Comparison, articles: Mapping[str, Article]) -> Bands:
    """Lay a comparison out; `articles` are those of its units, by id."""
    return Bands(
        conflict=tuple(_pair(one, True, articles) for one in comparison.conflict),
        both=tuple(_pair(one, one.differs, articles) for one in comparison.both),
        only_a=tuple(_line(one, (Piece(one.text, False),), articles) for one in comparison.only_a),
        only_b=tuple(_line(one, (Piece(one.text, False),), articles) for one in comparison.only_b),
    )


def units_of(comparison: Comparison) -> Iterable[AccountUnit]:
    """Give every unit that a comparison speaks of."""
    pairs = [*comparison.both, *comparison.conflict]
    return [*(one.a for one in pairs), *(one.b for one in pairs), *comparison.only_a, *comparison.only_b]


def _pair(one: Alignment | Conflict, differs: bool, articles: Mapping[str, Article]) -> Pair:
    a, b = compare_words(one.a.text, one.b.text)
    reworded = min(_differing(a), _differing(b)) > _REWORDED
    if reworded:
        a, b = (Piece(one.a.text, False),), (Piece(one.b.text, False),)
    return Pair(a=_line(one.a, a, articles), b=_line(one.b, b, articles), differs=differs, reworded=reworded)


def _differing(pieces: Sequence[Piece]) -> float:
    """Return the share of a text's characters that the other one doesn't have."""
    return sum(len(one.text) for one in pieces if one.differs) / max(sum(len(one.text) for one in pieces), 1)


def _line(unit: AccountUnit, wording: tuple[Piece, ...], articles: Mapping[str, Article]) -> Line:
    article = articles.get(unit.article)
    context = excerpt(article, unit.start, unit.end) if article else None
    return Line(article=unit.article, start=unit.start, end=unit.end, wording=wording, context=context)


def with_days(asked: str, since: str, until: str) -> str:
    """Return how an account is asked for, its days from fields of their own: `Boris Johnson @ 2022-02`."""
    first, last = since.strip(), until.strip()
    if not asked.strip() or not (first or last) or _WITH_TIME.fullmatch(asked.strip()):
        return asked.strip()
    return f"{asked.strip()} @ {first or last}" + (f"..{last}" if first and last and last != first else "")


def account_choices(
    articles: Sequence[ArticleSummary], speakers: Sequence[Speaker], side: Side, other: str
) -> tuple[Choice, ...]:
    """Offer what a search found as one side's account; `other` stays what it is."""
    found = [
        Choice(
            kind="article", title=one.article.headline or "Without a headline", detail=_where(one.article),
            address=compare_address(one.article.id, other, side),
        )
        for one in articles
    ]  # fmt: skip
    found += [
        Choice(
            kind="speaker", title=one.name, detail=f"all that is on the record from {one.first} to {one.last}",
            address=compare_address(f"{one.name} @ {one.first}..{one.last}", other, side),
        )
        for one in speakers
        if one.first and one.last
    ]  # fmt: skip
    return tuple(found)


def compare_address(asked: str, other: str, side: Side = "a") -> str:
    """Return the address of a comparison; `asked` is on that side."""
    return with_query("/compare", a=asked, b=other) if side == "a" else with_query("/compare", a=other, b=asked)


def suggest_pairs(articles: Sequence[ArticleSummary], *, limit: int) -> tuple[SuggestedPair, ...]:
    """Find articles of one day by different publishers whose headlines have most in common, the likeliest first."""
    references = sorted((one.article for one in articles), key=lambda one: one.published or "", reverse=True)
    words = {one.id: frozenset(_WORD.findall((one.headline or "").casefold())) for one in references}
    often = Counter(word for each in words.values() for word in each)
    # "Ushakov" tells a call apart, "President" in two headlines out of three hardly does.
    rarity = {word: log(len(references) / number) for word, number in often.items()}
    by_day: dict[str, list[ArticleReference]] = {}
    for one in references:
        if one.published and one.publisher:
            by_day.setdefault(one.published[:10], []).append(one)
    found = [pair for same_day in by_day.values() for pair in _alike(same_day, words, rarity)]
    pairs: list[SuggestedPair] = []
    shown: set[str] = set()
    for _, a, b in sorted(found, key=lambda one: one[0], reverse=True):
        # Each article once: one that shares words with six others would otherwise be the whole list.
        if shown.isdisjoint((a.id, b.id)):
            shown |= {a.id, b.id}
            pairs.append(SuggestedPair(a=a, b=b, address=compare_address(a.id, b.id)))
    return tuple(pairs[:limit])


def _alike(
    articles: Sequence[ArticleReference], words: Mapping[str, frozenset[str]], rarity: Mapping[str, float]
) -> Iterable[tuple[float, ArticleReference, ArticleReference]]:
    for second, b in enumerate(articles):
        for a in articles[:second]:
            shared = words[a.id] & words[b.id]
            likeness = sum(rarity[word] for word in shared)
            if a.publisher != b.publisher and len(shared) >= _SHARED_WORDS and likeness >= _ALIKE:
                yield likeness, b, a


def _where(article: ArticleReference) -> str:
    return ", ".join(part for part in (article.publisher, day_in_words(article.published)) if part)
