"""Quotations that go on in the next paragraph, whose speaker is named once.

    “We will go on,” she said. “We have no choice.

    “And we will win.”

In PolNeAR's train split 31 of 32 paragraphs that open a mark again where the one before left it open belong to the
same attribution; of 61 paragraphs that are a quotation from end to end, behind one with a quotation, 51 do. Where the
paragraph before only paraphrases somebody, as papers in Britain and South Africa like to, the quotation is an
attribution of its own with that source and cue.
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
_MANY_WORDS: Final = 8
# “But you wrote a book for him, I say.” The answer is another's; and “they'll tell you” tells of nobody.
_NOBODY: Final = frozenset({"i", "we", "you", "they", "it", "who", "which", "that", "one", "many", "some"})
_SCORE: Final = 0.6  # a rule's guess, not a probability that was measured
_SILENT: Final = frozenset({"headline", "byline", "dateline", "caption", "subheading"})


def carry_on(article: Article, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Give each paragraph that only goes on quoting to the attribution of the quotation before it."""
    quotations = [Span.of(article.text, *stretch) for stretch in quoted_stretches(article.text)]
    found = list(attributions)
    speaking: int | None = None
    left_open = False
    before: Block | None = None
    for block in article.blocks:
        inside = [quotation for quotation in quotations if block.start <= quotation.start < block.end]
        if speaking is not None and _goes_on(block, inside, found[speaking], left_open) and not _claimed(found, inside):
            found[speaking] = _with_more(article, found[speaking], inside[0])
        elif before and _stands_alone(block, inside) and (told := _teller(found, before)):
            found.append(describe_attribution(article, told.source, told.cue, inside[:1], _SCORE))
            speaking = len(found) - 1
        else:
            speaking = _speaker(found, inside)
        before = block
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


def _stands_alone(block: Block, inside: Sequence[Span]) -> bool:
    """A paragraph that is one long quotation: the speaker is the one whom the paragraph before paraphrased."""
    if block.kind in _SILENT or not inside or (inside[0].start, inside[0].end) != (block.start, block.end):
        return False
    return len(inside[0].text.split()) >= _MANY_WORDS and not _TURN.match(inside[0].text)


def _teller(attributions: Sequence[Attribution], before: Block) -> Attribution | None:
    """Who is paraphrased in a paragraph, if it is one only: The minister confirmed that the dam was safe."""
    there = [one for one in attributions if any(before.start <= span.start < before.end for span in one.cue)]
    one = there[0] if len(there) == 1 else None
    if one is None or not one.source or one.source[0].text.lower() in _NOBODY:
        return None
    return one if one.stance != "asks" and one.form != "direct" else None


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
