"""Contents that only point: "Moscow denied the accusation", "a claim echoed by Trump".

What such a statement is about was said just before, by somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord.schema import Attribution, Stance

_FACTS: Final = (
    r"accusations?|allegations?|arguments?|assertions?|assessments?|charges?|claims?|contentions?|notions?|suggestions?|"
    r"reports?|rumou?rs?|statements?|characterizations?|comments?|remarks?|conclusions?|findings?"
)
_ACTS: Final = (
    r"demands?|calls?|offers?|proposals?|requests?|suggestions?|appeals?|ideas?|plans?|conditions?|ultimatums?"
)
_POINTER: Final = (
    r"^\W*(?:the|a|an|that|this|those|these|such|any such|all|all the|all of the|all those|both) "
    r"(?:\w+ )?(?:{nouns})(?: (?:against (?:him|her|it|them)|as \w+(?: and \w+)?))?\W*$"
)
_FACT: Final = re.compile(_POINTER.format(nouns=_FACTS), re.IGNORECASE)
_ACT: Final = re.compile(_POINTER.format(nouns=_ACTS), re.IGNORECASE)
_TAKING_SIDES: Final[frozenset[Stance]] = frozenset({"confirms", "denies", "doubts", "accepts", "rejects"})
_FACTUAL: Final[frozenset[Stance]] = frozenset({"asserts", "confirms", "expects"})
_PRACTICAL: Final[frozenset[Stance]] = frozenset({"demands", "offers", "expects", "asserts"})
_NEAR: Final = 320  # characters: the sentence before, or the same one


def points_back(attribution: Attribution) -> bool:
    """Does the content say nothing but "the claim", "this accusation", and is a side taken on that?"""
    if attribution.stance not in _TAKING_SIDES:
        return False
    content = " ".join(span.text for span in attribution.content)
    return bool(_FACT.match(content) or _ACT.match(content))


def names_a_claim(attribution: Attribution) -> bool:
    """Is what it points at called something that may be true, "the accusation" and not "the offer"?"""
    return bool(_FACT.match(" ".join(span.text for span in attribution.content)))


def pointed_at(attribution: Attribution, before: Sequence[Attribution], text: str) -> Attribution | None:
    """Give the statement that is meant: the last one before, near, of somebody else, that states or wants something.

    `before` are the article's attributions, in order. None where nothing fits or two would do.
    """
    content = " ".join(span.text for span in attribution.content)
    wanted = _FACTUAL if attribution.stance in ("confirms", "denies", "doubts") else _PRACTICAL
    if _ACT.match(content) and not _FACT.match(content):
        wanted = _PRACTICAL - {"asserts"}
    at = min(span.start for span in attribution.spans)
    candidates = [
        other
        for other in before
        if other.stance in wanted
        and not other.negated
        and not points_back(other)
        and max(span.end for span in other.content) <= at + 1
        and at - max(span.end for span in other.spans) <= _NEAR
        and not _same_speakers(attribution, other)
        and text.count("\n\n", max(span.end for span in other.spans), at) <= 1
    ]
    return candidates[-1] if candidates else None


def _same_speakers(one: Attribution, other: Attribution) -> bool:
    mine = {speaker.entity for speaker in one.speakers}
    return bool(mine & {speaker.entity for speaker in other.speakers})
