"""Interviews, briefings and hearings: “MR. ROURKE: I ran the tunnel for nineteen years.”

The language model reads running text. In a transcript a speaker's label stands before a colon and everything up to the
next label is what is said: that is layout, and sure enough to be read by rule.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.schema import Article, Attribution, Block, Span
from onrecord.statements.describe import describe_attribution

# Papers that quote a transcript open a mark before each turn: "WALLACE: Let’s start with …
_LABEL: Final = re.compile(
    r"[\"“]?(?P<label>[^\W\d_][\w.'’-]*(?:,? \(?[\w.'’&-]+\)?){0,9})(?P<colon>:)\s+(?=\S)(?![^:]{0,12}:)"
)
_ROLES: Final = frozenset(
    {"q", "a", "question", "answer", "reporter", "interviewer", "moderator", "host", "chair", "counsel", "witness"}
)
# “Limbaugh continued:” is a cue, and no label: its words would all be names or titles.
_LOWER_CASE: Final = re.compile(r"(?<![\w’'])(?!(?:of|the|and|for|de|da|del|la|van|von|der|al|el|bin|ibn)\b)[a-z]")
# What tells people who talk from a list of films (“Director: Jane Campion”, three times over) or of dishes.
_TALK: Final = re.compile(r"\b(?:I|you|we|my|your|our|me|us|yes|no)\b|\?", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"[.!?…][”\"’')\]]*$")
_STAGE_DIRECTION: Final = re.compile(r"[\"“]?[(\[][^()\[\]]*[)\]][\"”]?")  # (LAUGHTER), [applause]
_TALKING: Final = 0.4  # the least share of the turns that talk, and of those that are sentences
_SCORE: Final = 0.8  # a rule's guess, not a probability that was measured


@dataclass(frozen=True)
class Turn:
    """Who speaks, the colon, and the paragraphs of what is said."""

    label: Span
    colon: Span
    said: tuple[Span, ...]


def find_dialogue(article: Article) -> list[Attribution]:
    """Return an attribution for each turn of a transcript; none where the article is none."""
    return [
        describe_attribution(article, (turn.label,), (turn.colon,), turn.said, _SCORE) for turn in find_turns(article)
    ]


def find_turns(article: Article) -> list[Turn]:
    """Return the turns of a text in which people talk in turns, by labels; else none."""
    turns = list(_labelled(article))
    return turns if _is_dialogue(turns) else []


def _labelled(article: Article) -> Iterator[Turn]:
    """Yield each paragraph with a label, with the paragraphs without one up to the next.

    What follows the last label may as well be the article's end: “This interview was edited for length.”
    """
    blocks = [block for block in article.blocks if block.kind not in ("headline", "byline", "dateline", "caption")]
    matches = [_label(article.text, block) for block in blocks]
    starts = [number for number, match in enumerate(matches) if match]
    ends = [*starts[1:], starts[-1] + 1] if starts else []
    for start, end in zip(starts, ends, strict=True):
        match = matches[start]
        if match:
            yield _turn(article, match, blocks[start], blocks[start + 1 : end])


def _label(text: str, block: Block) -> re.Match[str] | None:
    match = _LABEL.match(text, block.start, block.end)
    if match and (match["label"].lower().split()[-1] in _ROLES or not _LOWER_CASE.search(match["label"])):
        return match
    return None


def _turn(article: Article, match: re.Match[str], block: Block, following: Sequence[Block]) -> Turn:
    text = article.text
    said = [Span.of(text, match.end(), block.end)]
    said += [
        Span.of(text, block.start, block.end)
        for block in following
        if block.kind != "subheading" and not _STAGE_DIRECTION.fullmatch(text, block.start, block.end)
    ]
    return Turn(Span.of(text, *match.span("label")), Span.of(text, *match.span("colon")), tuple(said))


def _is_dialogue(turns: Sequence[Turn]) -> bool:
    """Two turns of Q and A, or three of which one label comes back; and most of it is talk, in sentences."""
    labels = Counter(turn.label.text.lower().rstrip(".") for turn in turns)
    known = sum(labels[role] for role in _ROLES)
    comes_back = len(turns) >= 3 and max(labels.values()) >= 2
    if not (comes_back or (known and len(turns) >= 2)):
        return False
    talking = sum(bool(_TALK.search(turn.said[0].text)) for turn in turns)
    sentences = sum(bool(_SENTENCE.search(turn.said[0].text)) for turn in turns)
    return min(talking, sentences) >= _TALKING * len(turns)


def without_turns(attributions: Sequence[Attribution], turns: Sequence[Attribution]) -> list[Attribution]:
    """Leave out what the model made of the turns' labels and colons; what it found inside of a turn stays."""
    labels = [span for turn in turns for span in (*turn.source, *turn.cue)]
    return [one for one in attributions if not any(span.overlaps(label) for span in one.spans for label in labels)]
