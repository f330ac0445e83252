"""Make the test set of reprints: 2,000 articles, 400 families with every edit of `copies`, and what only looks alike.

    PYTHONPATH=.:tests python -m synthetic.reprint_set reprints.jsonl [DATA]

One article a line: `half` (dev or held_out, which share neither a text nor a sentence around it), `family` (null where
it belongs to none), `edits`, and the article. Look-alikes are other releases of the same offices, most of them of one
format; follow-ups that quote a story at length; two agencies on one statement; series of a fixed pattern.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

import msgspec

from onrecord.evaluation.reprints import GoldArticle
from synthetic.copies import Desk, Draft, laid_out
from synthetic.newsroom_words import AGENCIES, HALVES
from synthetic.releases import DATA, releases

_SEEDS = {"dev": 20260101, "held_out": 77002311}
_FAMILIES, _ARTICLES = 200, 1000
_FOLLOW_UPS, _EVENTS, _SERIES = 80, 30, 100


def make(data: Path = DATA) -> Iterator[GoldArticle]:
    """Give both halves of the set; the releases are dealt out by chance, the same in every run."""
    texts = releases(data)
    random.Random(1).shuffle(texts)
    middle = len(texts) // 2
    for half, own in zip(HALVES, (texts[:middle], texts[middle:]), strict=True):
        yield from _half(half, own)


def _half(half: str, texts: list[Draft]) -> Iterator[GoldArticle]:
    chance = random.Random(_SEEDS[half])
    desk = Desk(half, chance)
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
    """Write the set to the file that is named."""
    written: set[str] = set()
    with Path(sys.argv[1]).open("wb") as lines:
        for gold in make(Path(sys.argv[2]) if len(sys.argv) > 2 else DATA):
            if gold.article.id not in written:
                lines.write(msgspec.json.encode(gold) + b"\n")
            written.add(gold.article.id)


if __name__ == "__main__":
    main()
