"""Statements for the tests of claims: an article whose sentences are `Name: content`, each with its stance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.claims import Proposition, find_propositions, group_claims, link_proposition
from onrecord.language.embedder import load_embedder
from onrecord.schema import (
    Article,
    AttributedSpeaker,
    Attribution,
    Block,
    Group,
    Link,
    Origin,
    PageReference,
    Producer,
    Reading,
    Span,
    SpeakerKind,
    Stance,
)


class Said(NamedTuple):
    """Who said what: `negated` as in "did not confirm"."""

    speaker: str
    stance: Stance
    content: str
    kind: SpeakerKind = "person"
    negated: bool = False


def reading_of(said: Sequence[Said], article: str = "a-1", published: str | None = "2025-03-19") -> Reading:
    """Make the reading of an article that says all that, one paragraph."""
    text = " ".join(f"{one.speaker}: {one.content}" for one in said)
    attributions: list[Attribution] = []
    at = 0
    for number, one in enumerate(said):
        colon = at + len(one.speaker)
        end = colon + 2 + len(one.content)
        attributions.append(
            Attribution(
                id=f"s-{article}-{number}",
                form="direct" if one.content.startswith("“") else "indirect",
                stance=one.stance,
                negated=one.negated,
                score=1.0,
                source=(Span.of(text, at, colon),),
                cue=(Span.of(text, colon, colon + 1),),
                content=(Span.of(text, colon + 2, end),),
                speakers=(AttributedSpeaker(entity=one.speaker, name=one.speaker, kind=one.kind),),
            )
        )
        at = end + 1
    return Reading(
        page=PageReference(id=article, origin=Origin()),
        article=Article(id=article, text=text, blocks=(Block("paragraph", 0, len(text)),), published=published),
        attributions=tuple(attributions),
        entities=(),
        producer=Producer(onrecord="", model="", settings=""),
    )


def propositions_of(*said: Said, article: str = "a-1") -> list[Proposition]:
    """Find what an article that says all that puts forward."""
    return find_propositions([reading_of(said, article)], load_embedder())[0]


def links_of(propositions: Sequence[Proposition]) -> list[Link]:
    """Hold each against all others."""
    found = {link for one in propositions for link in link_proposition(one, [x for x in propositions if x is not one])}
    return sorted(found)


def claims_of(*said: Said) -> list[Group]:
    """The claims of an article that says all that."""
    propositions = propositions_of(*said)
    return group_claims(propositions, links_of(propositions))
