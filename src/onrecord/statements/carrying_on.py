"""Quotations that go on in the next paragraph, whose speaker is named once.

    “We will go on,” she said. “We have no choice.

    “And we will win.”

In PolNeAR's train split 31 of 32 paragraphs that open a mark again where the one before left it open belong to the
same attribution; and of 61 paragraphs that are a quotation from end to end, behind one with a quotation, 51 do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord.language.quotes import quoted_stretches
from onrecord.schema import Article, Attribution, Block, Span
from onrecord.statements.describe import describe_attribution

_CLOSING: Final = "”\"»’'"
_FEW_WORDS: Final = 3  # the “three strikes, out” of a story is no speech that goes on
_TURN: Final = re.compile(r"\W*(?:[A-Z][A-Z.'’-]+ ?){1,4}:")  # “PENCE: Well, look …”: another one speaks
_SILENT: Final = frozenset({"headline", "byline", "dateline", "caption", "subheading"})


def carry_on(article: Article, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Give each paragraph that only goes on quoting to the attribution of the quotation before it."""
    quotations = [Span.of(article.text, *stretch) for stretch in quoted_stretches(article.text)]
    found = list(attributions)
    speaking: int | None = None
    left_open = False
    for block in article.blocks:
        inside = [quotation for quotation in quotations if block.start <= quotation.start < block.end]
        if speaking is not None and _goes_on(block, inside, found[speaking], left_open) and not _claimed(found, inside):
            found[speaking] = _with_more(article, found[speaking], inside[0])
        else:
            speaking = _speaker(found, inside)
        left_open = bool(inside) and inside[-1].end == block.end and inside[-1].text[-1] not in _CLOSING
    return found


def _goes_on(block: Block, inside: Sequence[Span], speaking: Attribution, left_open: bool) -> bool:
    """Does the paragraph open with the same mark? Where the one before closed its own, only a quotation from end to end
    goes on, and no answer to a question does: “Is it far?” the boy asked. “Only if you walk.”
    """
    if block.kind in _SILENT or not inside or inside[0].start != block.start or _TURN.match(inside[0].text):
        return False
    if inside[0].text[0] != speaking.content[0].text[0]:
        return False
    words = sum(len(span.text.split()) for span in speaking.content)
    return left_open or (inside[0].end >= block.end and speaking.stance != "asks" and words > _FEW_WORDS)


def _claimed(attributions: Sequence[Attribution], inside: Sequence[Span]) -> bool:
    """A cue of its own outside of the quotation: “And we will win,” he added."""
    return bool(_holders(attributions, inside[0]))


def _holders(attributions: Sequence[Attribution], quotation: Span) -> list[int]:
    """The numbers of the attributions that have the quotation as content and their cue outside of it."""
    return [
        number
        for number, one in enumerate(attributions)
        if any(span.overlaps(quotation) for span in one.content) and not any(cue.overlaps(quotation) for cue in one.cue)
    ]


def _with_more(article: Article, attribution: Attribution, quotation: Span) -> Attribution:
    content = (*attribution.content, quotation)
    return describe_attribution(article, attribution.source, attribution.cue, content, attribution.score)


def _speaker(attributions: Sequence[Attribution], inside: Sequence[Span]) -> int | None:
    """The attribution, by its number, of a paragraph's last quotation, where it is direct speech and one's only."""
    holders = _holders(attributions, inside[-1]) if inside else []
    return holders[0] if len(holders) == 1 and attributions[holders[0]].form == "direct" else None
