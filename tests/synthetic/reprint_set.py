"""Make the test set of reprints: 2,000 articles, 400 families with every edit of `copies`, and what only looks alike.

    PYTHONPATH=.:tests python -m synthetic.reprint_set reprints.jsonl [--half dev] [--seeds 11 12 13] [--harsh]

With `--seeds` every seed gives a draw of its own, of other texts as families and with other edits; `--harsh` has papers
cut to a tenth, add up to as many words as they copy and make up to five edits at once, most families of short texts.
One article a line: `half` (dev or held_out, which share neither a text nor a sentence around it), `family` (null where
it belongs to none), `edits`, and the article. Look-alikes are other releases of the same offices, most of them of one
format; follow-ups that quote a story at length; two agencies on one statement; series of a fixed pattern.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import chain
from pathlib import Path

import msgspec

from onrecord.evaluation.reprints import GoldArticle
from synthetic.copies import HARSH, Desk, Draft, Habits, laid_out, words_in
from synthetic.newsroom_words import AGENCIES, HALVES
from synthetic.releases import DATA, releases

_SEEDS = {"dev": 20260101, "held_out": 77002311}
_FAMILIES, _ARTICLES = 200, 1000
_FOLLOW_UPS, _EVENTS, _SERIES = 80, 30, 100


def make(data: Path = DATA) -> Iterator[GoldArticle]:
    """Give both halves of the set; the releases are dealt out by chance, the same in every run."""
    for half, texts in halves(data).items():
        yield from _draw(half, texts, Desk(half, random.Random(_SEEDS[half])))


def draw(half: str, texts: Sequence[Draft], seed: int, *, harsh: bool = False) -> Iterator[GoldArticle]:
    """Make another set of a half's texts; its articles carry the seed."""
    chance = random.Random(seed)
    dealt = chance.sample(texts, k=len(texts))
    if harsh:  # Two thirds of the families are of the shorter texts.
        dealt.sort(key=lambda draft: words_in(draft.paragraphs) * chance.uniform(0.2, 1))
    desk = Desk(half, chance, HARSH if harsh else Habits())
    return (msgspec.structs.replace(gold, draw=str(seed)) for gold in _draw(half, dealt, desk))


def halves(data: Path = DATA) -> dict[str, list[Draft]]:
    """Deal the releases out to the halves."""
    texts = releases(data)
    random.Random(1).shuffle(texts)
    middle = len(texts) // 2
    return dict(zip(HALVES, (texts[:middle], texts[middle:]), strict=True))


def _draw(half: str, texts: list[Draft], desk: Desk) -> Iterator[GoldArticle]:
    chance = desk.chance
    bases, rest = texts[:_FAMILIES], texts[_FAMILIES:]
    made: list[tuple[str | None, Draft]] = []
    for number, base in enumerate(bases):
        made += [(f"{half}-{number}", draft) for draft in _family(desk, base)]
    for base in chance.sample(bases, k=_FOLLOW_UPS):
        made.append((None, desk.follow_up(base, rest.pop())))
    for _ in range(_EVENTS):
        made += [(None, draft) for draft in desk.independent_reports(rest.pop(), (rest.pop(), rest.pop()))]
    for number in range(_SERIES):
        patterns = desk.patterns()
        made.append((None, desk.series(patterns[number % len(patterns)], f"2023-0{1 + number % 9}-1{number % 10}")))
    made += [(None, draft) for draft in _look_alikes(bases, rest, _ARTICLES - len(made))]
    for family, draft in made:
        yield GoldArticle(half=half, family=family, edits=draft.edits, article=laid_out(draft))


def _family(desk: Desk, base: Draft) -> Iterator[Draft]:
    """An origin, its copies by papers, and in a third of the families a newsroom's update with copies of its own."""
    agency = desk.chance.choice((*AGENCIES, None))
    origin = replace(base, agency=agency, publisher=agency or base.publisher)
    yield origin
    for _ in range(desk.chance.choice((1, 1, 2, 2, 3, 4))):
        yield desk.copy(origin)
    if desk.chance.random() < 0.33:
        updated = desk.update(origin)
        yield updated
        if desk.chance.random() < 0.3:
            yield desk.copy(updated)


def _look_alikes(bases: list[Draft], rest: list[Draft], count: int) -> list[Draft]:
    """Of the releases left, first those whose headline is most like one that was used."""
    used = [base.headline for base in bases]
    likest = sorted(
        rest, key=lambda draft: -max(SequenceMatcher(None, draft.headline, one).quick_ratio() for one in used)
    )
    return likest[:count]


def main() -> None:
    """Write the set, or the draws that are asked for, to the file that is named."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--half", choices=HALVES, nargs="*", default=HALVES)
    parser.add_argument("--seeds", type=int, nargs="*", default=[])
    parser.add_argument("--harsh", action="store_true")
    asked = parser.parse_args()
    texts = halves(asked.data)
    draws = [draw(half, texts[half], seed, harsh=asked.harsh) for half in asked.half for seed in asked.seeds]
    written: set[tuple[str, str]] = set()
    with asked.file.open("wb") as lines:
        for gold in chain(*draws) if draws else make(asked.data):
            if (gold.draw, gold.article.id) not in written:
                lines.write(msgspec.json.encode(gold) + b"\n")
            written.add((gold.draw, gold.article.id))


if __name__ == "__main__":
    main()
