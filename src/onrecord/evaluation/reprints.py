"""Score reprints: of the pairs of articles put into one story, how many are (precision); of those that are, how many
were (recall).

    python -m onrecord.evaluation.reprints reprints.jsonl [HALF] [--seeds] [--wrong]

A line of the file is one article, its `family` and what was done to it; tests/synthetic/reprint_set.py makes it.
Articles of different draws are scored apart; `--seeds` has a row for every draw, and without it their pairs are added
up. `--wrong` shows what went wrong.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import msgspec

from onrecord.reprints import Sketch, find_sketches, group_stories, link_sketch
from onrecord.schema import Article, Group, Link, Origin, PageReference, Producer, Reading

Pair = tuple[str, str]
_PRODUCER = Producer(onrecord="evaluation", model="none", settings="none")


class GoldArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article, the family of copies that it is of (null: of none), and the edits that made it.

    `draw` is the seed of a draw of its own; empty for the set that stands.
    """

    half: str
    family: str | None
    edits: tuple[str, ...]
    article: Article
    draw: str = ""


class PairScore(NamedTuple):
    """Pairs found, true pairs, and those in both."""

    found: int
    true: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.true if self.true else 1.0


def reading_of(article: Article) -> Reading:
    """Wrap an article as a reading in which nobody says anything: reprints need no more."""
    page = PageReference(id=None, origin=Origin(path=f"{article.id}.txt"))
    return Reading(page=page, article=article, attributions=(), entities=(), producer=_PRODUCER)


def find_stories(articles: Iterable[Article]) -> list[Group]:
    """Reconcile articles in memory, as the store would: those that share a key are compared, then grouped."""
    sketches = [sketch for article in articles for sketch in find_sketches(reading_of(article))]
    return group_stories(sketches, list(link_all(sketches)))


def link_all(sketches: Sequence[Sketch]) -> Iterator[Link]:
    """Link every sketch with those before it that share a key."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, sketch in enumerate(sketches):
        before = sorted({other for key in sketch.keys for other in holders[key]})
        yield from link_sketch(sketch, [sketches[other] for other in before])
        for key in sketch.keys:
            holders[key].append(number)


def score_pairs(found: Iterable[Pair], true: Iterable[Pair]) -> PairScore:
    """Count pairs; both in the same order of ids."""
    found, true = set(found), set(true)
    return PairScore(len(found), len(true), len(found & true))


def story_pairs(groups: Iterable[Group]) -> set[Pair]:
    """Give the pairs of articles that are in one story."""
    return {pair for group in groups for pair in combinations(sorted(member.item for member in group.members), 2)}


def gold_pairs(gold: Iterable[GoldArticle]) -> set[Pair]:
    """Give the pairs of articles that are of one family."""
    families: dict[str, list[str]] = defaultdict(list)
    for one in gold:
        if one.family is not None:
            families[one.family].append(one.article.id)
    return {pair for ids in families.values() for pair in combinations(sorted(ids), 2)}


def main() -> None:
    """Print precision and recall of pairs for each half, and with `--wrong` what went wrong."""
    named = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    gold = [msgspec.json.decode(line, type=GoldArticle) for line in Path(named[0]).read_bytes().splitlines()]
    print("half      draw          articles families  pairs  precision  recall  families whole")
    for half in named[1:] or sorted({one.half for one in gold}):
        scores = [_scored(half, own) for own in _by_draw(one for one in gold if one.half == half)]
        for row in scores if "--seeds" in sys.argv else ():
            print(row)
        if len(scores) > 1 or "--seeds" not in sys.argv:
            print(reduce(_Row.plus, scores))


class _Row(NamedTuple):
    half: str
    draw: str
    articles: int
    families: int
    whole: int
    score: PairScore

    def plus(self, other: _Row) -> _Row:
        score = PairScore(*(one + more for one, more in zip(self.score, other.score, strict=True)))
        return _Row(
            self.half, "all", self.articles + other.articles, self.families + other.families, self.whole + other.whole,
            score,
        )  # fmt: skip

    def __str__(self) -> str:
        return (
            f"{self.half:10}{self.draw:12}{self.articles:10,}{self.families:9}{self.score.true:7,}"
            f"{self.score.precision:11.4f}{self.score.recall:8.4f}{self.whole / max(1, self.families):16.3f}"
        )


def _by_draw(gold: Iterable[GoldArticle]) -> list[list[GoldArticle]]:
    draws: dict[str, list[GoldArticle]] = defaultdict(list)
    for one in gold:
        draws[one.draw].append(one)
    return list(draws.values())


def _scored(half: str, gold: Sequence[GoldArticle]) -> _Row:
    groups = find_stories(one.article for one in gold)
    found, true = story_pairs(groups), gold_pairs(gold)
    if "--wrong" in sys.argv:
        _print_wrong(gold, found, true)
    families: dict[str, set[str]] = defaultdict(set)
    for one in gold:
        families[one.family or ""].add(one.article.id)
    families.pop("", None)
    stories = [{member.item for member in group.members} for group in groups]
    whole = sum(family in stories for family in families.values())
    return _Row(half, gold[0].draw, len(gold), len(families), whole, score_pairs(found, true))


def _print_wrong(gold: Sequence[GoldArticle], found: set[Pair], true: set[Pair]) -> None:
    by_id = {one.article.id: one for one in gold}
    for name, pairs in (("too many", found - true), ("missed", true - found)):
        edits = Counter(edit for pair in pairs for id in pair for edit in by_id[id].edits or ("none",))
        print(f"{name}: {len(pairs)} pairs;", ", ".join(f"{edit} {count}" for edit, count in edits.most_common()))
        for pair in sorted(pairs)[:20]:
            for one in (by_id[id] for id in pair):
                print(f"  {one.article.id} {one.article.published} {'+'.join(one.edits):30} {one.article.headline}")
            print()


if __name__ == "__main__":
    main()
