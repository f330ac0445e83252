"""Do two statements put forward the same, the contrary, or neither? Scores on pairs written for it.

`python -m onrecord.evaluation.claims PAIRS` prints precision, recall and F1 of the pairs that are related, on two
thirds of them, which rules and weights may be chosen with, on the third that is held out, and on all. PAIRS is
`tests/golden/claims/pairs.jsonl`, `pairs_second.jsonl` (a second writer's, all for training) or `pairs_fresh.jsonl`
(nothing was chosen with these): one pair a line, each side with its speaker, stance and content.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from onrecord.claims import Proposition, find_propositions, link_proposition
from onrecord.claims.sides import side_of
from onrecord.language.embedder import Embedder, load_embedder
from onrecord.schema import (
    Article,
    AttributedSpeaker,
    Attribution,
    Block,
    Origin,
    PageReference,
    Producer,
    Reading,
    Span,
    SpeakerKind,
    Stance,
)

Relation = Literal["same", "contradicts", "neither"]
_THIRDS = 3


class PairSide(msgspec.Struct, frozen=True):
    """Somebody's statement, as the stages before would give it."""

    speaker: str
    kind: SpeakerKind
    stance: Stance
    negated: bool
    content: str


class Pair(msgspec.Struct, frozen=True):
    """Two statements, and how their speakers stand to each other. `hard` pairs are near in words and far in sense, or
    the other way round; `training` pairs are never held out.
    """

    id: str
    theme: str
    hard: bool
    relation: Relation
    one: PairSide
    other: PairSide
    training: bool = False

    @property
    def is_held_out(self) -> bool:
        """Whether it is one of the third that nothing may be chosen with; by the hash of its id."""
        return not self.training and int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % _THIRDS == 0


@dataclass(frozen=True)
class PairScore:
    """Of the pairs that are related (`same` or `contradicts`): how many were found, as the relation that they are."""

    pairs: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def read_pairs(path: Path) -> list[Pair]:
    """Read the pairs in order. Raises OSError, and msgspec.ValidationError on a line of another shape."""
    return [msgspec.json.decode(line, type=Pair) for line in path.read_bytes().splitlines()]


def reading_of(side: PairSide, article: str) -> Reading:
    """Make an article of which the statement is all."""
    text = f"{side.speaker}: {side.content}"
    colon = len(side.speaker)
    attribution = Attribution(
        id=f"s-{article}",
        form="direct" if side.content[0] in '"“' else "indirect",
        stance=side.stance,
        negated=side.negated,
        score=1.0,
        source=(Span.of(text, 0, colon),),
        cue=(Span.of(text, colon, colon + 1),),
        content=(Span.of(text, colon + 2, len(text)),),
        speakers=(AttributedSpeaker(entity="e1", name=side.speaker, kind=side.kind),),
    )
    return Reading(
        page=PageReference(id=article, origin=Origin()),
        article=Article(id=article, text=text, blocks=(Block("paragraph", 0, len(text)),)),
        attributions=(attribution,),
        entities=(),
        producer=Producer(onrecord="", model="", settings=""),
    )


def pair_propositions(pairs: Sequence[Pair], embedder: Embedder) -> list[tuple[Proposition | None, Proposition | None]]:
    """Find what both sides of each pair put forward; None for one that puts forward nothing."""
    readings = [reading_of(side, f"{pair.id}-{n}") for pair in pairs for n, side in enumerate((pair.one, pair.other))]
    found = [propositions[0] if propositions else None for propositions in find_propositions(readings, embedder)]
    return list(zip(found[::2], found[1::2], strict=True))


def relation_of(one: Proposition | None, other: Proposition | None) -> Relation:
    """How the two speakers stand to each other: their stances, over what links their contents."""
    if one is None or other is None or not set(one.keys) & set(other.keys):
        return "neither"
    links = link_proposition(one, [other])
    sides = side_of(one.stance) * side_of(other.stance)
    if not links or not sides:
        return "neither"
    return "same" if (links[0].kind == "same") == (sides > 0) else "contradicts"


def score_pairs(gold: Sequence[Relation], found: Sequence[Relation]) -> PairScore:
    """Score what was found against what holds, pair by pair; whether `neither` was right counts by what it spoils."""
    right = sum(one == other != "neither" for one, other in zip(gold, found, strict=True))
    given, wanted = (sum(relation != "neither" for relation in relations) for relations in (found, gold))
    return PairScore(len(gold), right / given if given else 0.0, right / wanted if wanted else 0.0)


def main() -> None:
    """Print the scores of both parts, of the hard pairs alone, and what was taken for what."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    pairs = read_pairs(Path(sys.argv[1]))
    found: list[Relation] = [relation_of(*both) for both in pair_propositions(pairs, load_embedder())]
    for held_out in (False, True):
        part: list[tuple[Pair, Relation]] = [
            (pair, relation) for pair, relation in zip(pairs, found, strict=True) if pair.is_held_out == held_out
        ]
        if part:
            _print("held out" if held_out else "open", part)
            _print("  hard ones", [(pair, relation) for pair, relation in part if pair.hard])
    _print("all", list(zip(pairs, found, strict=True)))


def _print(name: str, part: Sequence[tuple[Pair, Relation]]) -> None:
    gold: list[Relation] = [pair.relation for pair, _ in part]
    score = score_pairs(gold, [relation for _, relation in part])
    print(f"{name}: {score.pairs} pairs  precision {score.precision:.1%}  recall {score.recall:.1%}  F1 {score.f1:.1%}")
    taken = Counter((pair.relation, relation) for pair, relation in part)
    print("   " + "  ".join(f"{one}→{other} {count}" for (one, other), count in sorted(taken.items())))


if __name__ == "__main__":
    main()
