"""An article becomes the propositions of its account."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.claims.accounts.ceremony import says_nothing
from onrecord.claims.accounts.clauses import clauses_of
from onrecord.claims.accounts.sentences import Sentence, sentences_of
from onrecord.claims.accounts.terms import CALL, terms_of
from onrecord.schema import AccountUnit, Article, Attribution, Span

# Where the writer speaks for itself: every sentence is the issuer's, "President Biden was clear that …" too.
_OFFICIAL_TITLE: Final = re.compile(
    r"\b(?:readout|read-out|background press call|briefing by|statement (?:by|from|of)|joint statement|"
    r"remarks by|(?:tele)?phone (?:call|conversation)s? (?:with|between)|talks with|meeting with|fact sheet|"
    r"press release|communiqu)",
    re.IGNORECASE,
)
_OFFICIAL_PUBLISHER: Final = re.compile(
    r"white house|kremlin|president of|presidential|ministry|government|department of|office of|embassy|"
    r"downing street|\.gov\b|kremlin\.ru|\.mil\b|european commission|united nations|nato\b",
    re.IGNORECASE,
)
_FEWEST_WORDS: Final = 4
_AT_THE_ENDS: Final = " \n\t,;:–—"


def account_units(article: Article, attributions: Sequence[Attribution]) -> list[AccountUnit]:
    """Return the propositions of an article's account, in text order.

    An official release speaks for itself: each of its sentences is one proposition or, where it joins several, each of
    its clauses. In a news article what somebody is quoted with is a proposition, and so is each sentence of the paper's
    own. Questions, greetings and ground rules put nothing forward.
    """
    said = [] if is_official(article) else [span for each in attributions for span in each.content]
    places: set[tuple[int, int]] = set()
    for sentence in sentences_of(article):
        if not sentence.asked and not says_nothing(sentence.text):
            places.update(_places(article.text, sentence, said))
    return [AccountUnit(article.id, start, end, article.text[start:end]) for start, end in sorted(places)]


def is_official(article: Article) -> bool:
    """Tell a release of a government or an institution from a newsroom's article, by who publishes it.

    A text without a publisher is judged by its headline, or by how it begins: "President Biden spoke today with …".
    """
    if _OFFICIAL_PUBLISHER.search(f"{article.publisher or ''} {article.url or ''}"):
        return True
    if article.publisher or article.agency:
        return False
    beginning = next((sentence.text for sentence in sentences_of(article)), "")
    return bool(_OFFICIAL_TITLE.search(article.headline or "")) or CALL in terms_of(beginning)


def _places(text: str, sentence: Sentence, said: Sequence[Span]) -> Iterator[tuple[int, int]]:
    contents = sorted(
        (max(span.start, sentence.start), min(span.end, sentence.end))
        for span in said
        if span.start < sentence.end and sentence.start < span.end
    )
    contents = [(start, end) for start, end in contents if len(text[start:end].split()) >= _FEWEST_WORDS]
    if contents:
        yield from (_trimmed(text, *place) for place in _outermost(contents))
        return
    for start, end in clauses_of(sentence.text):
        yield _trimmed(text, sentence.start + start, sentence.start + end)


def _outermost(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep what is not inside of another: "Trump echoed that Putin said the troops are surrounded" is one."""
    return [
        one for one in places if not any(other != one and other[0] <= one[0] and one[1] <= other[1] for other in places)
    ]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    shown = text[start:end]
    return start + len(shown) - len(shown.lstrip(_AT_THE_ENDS)), end - (len(shown) - len(shown.rstrip(_AT_THE_ENDS)))
