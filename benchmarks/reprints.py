"""What finding reprints costs on one core: CPU time and memory for 10,000, 30,000 and 100,000 articles.

    OMP_NUM_THREADS=1 python benchmarks/reprints.py [ARTICLES…]

The articles are made up: words as often as in the news (Zipf's law), about 450 of them; a tenth of the sentences are
formulas of 15 to 35 words that many stories share, one story in fifty ends with the same standing paragraphs. Three
tenths are copies: most stories have a few carriers, one in two thousand has a hundred. The store has no part in it: a
dictionary holds who has which key. `find` makes the sketches, `link` compares those that share a key,
`group` makes stories.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from array import array
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

import msgspec

from onrecord.articles.compose import Metadata, Piece, compose_article
from onrecord.evaluation.reprints import reading_of
from onrecord.reprints import Sketch, find_sketches, group_stories, link_sketch
from onrecord.schema import Article, Link

_SIZES = (10_000, 30_000, 100_000)
_VOCABULARY, _FORMULAS, _SENTENCES, _WORDS = 30_000, 300, 22, 20
_FORMULA_WORDS = (15, 35)
_STANDING = 5
_decode = msgspec.msgpack.Decoder(Sketch).decode


class Item(NamedTuple):
    """What the store keeps of an article: its keys, and the sketch encoded."""

    id: str
    keys: array[int]
    facts: bytes


def main() -> None:
    """Print a row for each size, and how many pairs were compared."""
    print("articles |  find, s  link, s  group, s | all, s |  keys, M  compared  stories | peak, MB")
    for size in [int(argument) for argument in sys.argv[1:]] or _SIZES:
        items, found = _found(size)
        start = time.process_time()
        links, compared = _linked(items)
        linked = time.process_time() - start
        start = time.process_time()
        stories = sum(len(group_stories(part, own)) for part, own in _components(items, links))
        grouped = time.process_time() - start
        keys, peak = sum(len(one.keys) for one in items), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:8,} | {found:8.1f} {linked:8.1f} {grouped:9.1f} | {found + linked + grouped:6.1f} |"
            f" {keys / 1e6:8.2f} {compared:9,} {stories:8,} | {peak:8,.0f}", flush=True,
        )  # fmt: skip


def _found(size: int) -> tuple[list[Item], float]:
    """Make the sketches; writing the articles isn't counted."""
    items: list[Item] = []
    spent = 0.0
    for article in _articles(size, random.Random(7)):
        reading = reading_of(article)
        start = time.process_time()
        items += [Item(one.id, array("q", one.keys), msgspec.msgpack.encode(one)) for one in find_sketches(reading)]
        spent += time.process_time() - start
    return items, spent


def _linked(items: list[Item]) -> tuple[list[Link], int]:
    """Compare each article with those before it that share a key."""
    holders: dict[int, int | list[int]] = {}
    links: list[Link] = []
    compared = 0
    for number, item in enumerate(items):
        before: set[int] = set()
        for key in item.keys:
            known = holders.get(key)
            if known is None:
                holders[key] = number
            elif isinstance(known, int):
                before.add(known)
                holders[key] = [known, number]
            else:
                before.update(known)
                known.append(number)
        compared += len(before)
        if before:
            links += link_sketch(_decode(item.facts), [_decode(items[other].facts) for other in sorted(before)])
    return links, compared


def _components(items: list[Item], links: list[Link]) -> Iterator[tuple[list[Sketch], list[Link]]]:
    """Give what hangs together, as the store would."""
    root = {item.id: item.id for item in items}

    def find(id: str) -> str:
        while root[id] != id:
            root[id] = id = root[root[id]]
        return id

    for link in links:
        root[find(link.first)] = find(link.second)
    parts: dict[str, tuple[list[bytes], list[Link]]] = {}
    for link in links:
        parts.setdefault(find(link.first), ([], []))[1].append(link)
    for item in items:
        if find(item.id) in parts:
            parts[find(item.id)][0].append(item.facts)
    return (([_decode(facts) for facts in own], between) for own, between in parts.values())


def _articles(size: int, chance: random.Random) -> Iterator[Article]:
    """Write a story, then its copies; three articles in ten are copies."""
    words = [f"w{number:x}" for number in range(_VOCABULARY)]
    weights = list(accumulate(1 / rank for rank in range(1, _VOCABULARY + 1)))

    def sentence(length: int = _WORDS) -> str:
        return " ".join(chance.choices(words, cum_weights=weights, k=length)).capitalize() + "."

    formulas, standing = (
        [sentence(chance.randint(*_FORMULA_WORDS)) for _ in range(_FORMULAS)],
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
