"""What finding reprints costs on one core: CPU time and memory for 10,000, 30,000 and 100,000 articles.

    OMP_NUM_THREADS=1 python benchmarks/reprints.py [ARTICLES…]

The articles are made up: words as often as in the news (Zipf's law), about 450 of them; a tenth of the sentences are
formulas that many stories share, one story in fifty ends with the same standing paragraphs. Three tenths are copies:
most stories have a few carriers, one in two thousand has a hundred. The store has no part in it: a dictionary holds
who has which key. `find` makes the sketches, `link` compares those that share a key, `group` makes stories.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate

from onrecord.articles.compose import Metadata, Piece, compose_article
from onrecord.evaluation.reprints import reading_of
from onrecord.reprints import Sketch, find_sketches, group_stories, link_sketch
from onrecord.schema import Article, Link

_SIZES = (10_000, 30_000, 100_000)
_VOCABULARY, _FORMULAS, _SENTENCES, _WORDS = 30_000, 300, 22, 20
_STANDING = 5


def main() -> None:
    """Print a row for each size, and how many pairs were compared."""
    print("articles |  find, s  link, s  group, s | all, s |  keys, M  compared  stories | peak, MB")
    for size in [int(argument) for argument in sys.argv[1:]] or _SIZES:
        sketches, found = _found(size)
        start = time.process_time()
        links, compared = _linked(sketches)
        linked = time.process_time() - start
        start = time.process_time()
        stories = sum(len(group_stories(part, own)) for part, own in _components(sketches, links))
        grouped = time.process_time() - start
        keys, peak = sum(len(one.keys) for one in sketches), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:8,} | {found:8.1f} {linked:8.1f} {grouped:9.1f} | {found + linked + grouped:6.1f} |"
            f" {keys / 1e6:8.2f} {compared:9,} {stories:8,} | {peak:8,.0f}", flush=True,
        )  # fmt: skip


def _found(size: int) -> tuple[list[Sketch], float]:
    """Make the sketches; writing the articles isn't counted."""
    sketches: list[Sketch] = []
    spent = 0.0
    for article in _articles(size, random.Random(7)):
        reading = reading_of(article)
        start = time.process_time()
        sketches += find_sketches(reading)
        spent += time.process_time() - start
    return sketches, spent


def _linked(sketches: list[Sketch]) -> tuple[list[Link], int]:
    holders: dict[int, list[int]] = defaultdict(list)
    links: list[Link] = []
    compared = 0
    for number, sketch in enumerate(sketches):
        before = {other for key in sketch.keys for other in holders[key]}
        compared += len(before)
        links += link_sketch(sketch, [sketches[other] for other in sorted(before)])
        for key in sketch.keys:
            holders[key].append(number)
    return links, compared


def _components(sketches: list[Sketch], links: list[Link]) -> Iterator[tuple[list[Sketch], list[Link]]]:
    """Give what hangs together, as the store would."""
    root = {sketch.id: sketch.id for sketch in sketches}

    def find(id: str) -> str:
        while root[id] != id:
            root[id] = id = root[root[id]]
        return id

    for link in links:
        root[find(link.first)] = find(link.second)
    parts: dict[str, tuple[list[Sketch], list[Link]]] = defaultdict(lambda: ([], []))
    for sketch in sketches:
        parts[find(sketch.id)][0].append(sketch)
    for link in links:
        parts[find(link.first)][1].append(link)
    return ((own, between) for own, between in parts.values() if between)


def _articles(size: int, chance: random.Random) -> Iterator[Article]:
    """Write a story, then its copies; three articles in ten are copies."""
    words = [f"w{number:x}" for number in range(_VOCABULARY)]
    weights = list(accumulate(1 / rank for rank in range(1, _VOCABULARY + 1)))

    def sentence() -> str:
        return " ".join(chance.choices(words, cum_weights=weights, k=_WORDS)).capitalize() + "."

    formulas, standing = (
        [sentence() for _ in range(_FORMULAS)],
        [[sentence() for _ in range(3)] for _ in range(_STANDING)],
    )
    written = 0
    while written < size:
        sentences = [chance.choice(formulas) if chance.random() < 0.1 else sentence() for _ in range(_SENTENCES)]
        copies = 100 if chance.random() < 0.0005 else chance.choice((0, 0, 0, 0, 0, 1, 1))
        foot = chance.choice(standing) if chance.random() < 0.02 else []
        day = f"2024-{1 + written % 12:02}-{1 + written % 28:02}"
        for carrier in range(min(copies + 1, size - written)):
            kept = sentences if carrier == 0 else [sentence(), *sentences[2 : chance.randint(8, _SENTENCES)]]
            yield _article([*kept, *foot], f"Paper {written % 400}", day)
            written += 1


def _article(sentences: list[str], publisher: str, day: str) -> Article:
    pieces = [Piece("paragraph", " ".join(sentences[at : at + 2])) for at in range(0, len(sentences), 2)]
    return compose_article(pieces, Metadata(headline=sentences[0], published=day, publisher=publisher), [])


if __name__ == "__main__":
    main()
