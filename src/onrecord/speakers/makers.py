"""Who made the documents that speak: "the report says" is said by those whom the article calls its authors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from onrecord.speakers.clusters import Cast, Place, Referent
from onrecord.speakers.layout import Layout
from onrecord.speakers.lexicon import listed

_STUDIES: Final = listed("report reports study studies analysis paper research review findings")
_SURVEYS: Final = listed("survey surveys poll polls")
_ALONE: Final = listed("statement letter memo editorial book indictment lawsuit complaint audit")
AUTHORS: Final = listed("author authors researcher researchers co-authors pollsters signatories")
"""Those who made something, where the article says what: "the researchers reported"."""

_NOUNS: Final = "|".join(sorted(_STUDIES | _SURVEYS | _ALONE))
_MADE: Final = re.compile(
    rf"\b(?:(?P<authors>authors|researchers|organi[sz]ations|groups|team) (?:of|behind) (?:the|this) "
    rf"(?P<theirs>{_NOUNS})(?:,? (?:which|who|that))?,? (?:include|includes|including|are|were) (?:the )?"
    rf"|(?P<noun>{_NOUNS})(?: (?:\w+ )?(?:released|published|issued|written|conducted|commissioned|compiled|prepared)"
    rf"(?: \w+)?)? by (?:the )?)(?=[A-Z])"
)
"""
"The authors of the report, which include the Fund and …"; "a study published on Tuesday by the Urban Institute".
"""
_AND: Final = re.compile(r",? and (?:the )?|, (?:the )?")


@dataclass(frozen=True)
class Made:
    """At this place the article tells who made a document; `known` where it takes the document for known by then."""

    at: int
    noun: str
    makers: tuple[Referent, ...]
    known: bool


def find_made(layout: Layout, cast: Cast) -> list[Made]:
    """Return in text order where the article says who made a report, a survey or a letter."""
    found: list[Made] = []
    for match in _MADE.finditer(layout.text):
        if makers := tuple(_named_from(layout.text, cast, match.end())):
            if match["authors"]:
                _call_authors(makers, layout.text[match.start() : match.end("theirs")], match.span())
            found.append(Made(match.start(), match["theirs"] or match["noun"], makers, bool(match["authors"])))
    return found


def _call_authors(makers: tuple[Referent, ...], role: str, place: Place) -> None:
    for maker in makers:
        if not maker.roles:
            maker.roles[role] = place


def makers_of(made: list[Made], noun: str, at: int, *, definite: bool) -> tuple[Referent, ...]:
    """Who made "the report" at `at`: as told last before. A document that is told of as known was new before that."""
    fitting = [one for one in made if noun in AUTHORS or _alike(one.noun, noun)]
    before = [one for one in fitting if one.at <= at]
    if definite and before:
        return before[-1].makers
    after = [one for one in fitting if one.at > at]
    return after[0].makers if after and after[0].known and not before else ()


def _alike(one: str, other: str) -> bool:
    return one == other or any({one, other} <= kind for kind in (_STUDIES, _SURVEYS))


def _named_from(text: str, cast: Cast, at: int) -> Iterator[Referent]:
    """The names from `at` on, with nothing but commas and "and" between them."""
    places = {place[0]: place for place in cast.at}
    while at in places:
        place = places[at]
        if cast.at[place].kind in ("organisation", "person"):
            yield cast.at[place]
        joined = _AND.match(text, place[1])
        at = joined.end() if joined else -1
