"""What reconciling costs: CPU time over stores of 10,000, 30,000 and 100,000 statements, and of what is new in each.

    python benchmarks/reconciling_cost.py [STATEMENTS…]

The stores are made up: speakers are drawn as in the news, a few everywhere and many once (Zipf's law), a third under
the surname alone. `all` reconciles a whole store at once, `100 more` a hundred articles that came after that; `again`
finds nothing new.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from onrecord.articles.compose import Metadata, Piece, compose_article
from onrecord.pipeline.reconciling import reconcile
from onrecord.schema import (
    AttributedSpeaker,
    Attribution,
    Entity,
    Mention,
    Origin,
    Page,
    Producer,
    Reading,
    Span,
    attribution_id,
)
from onrecord.store import RecordStore, open_store

_SIZES = (10_000, 30_000, 100_000)
_SPEAKERS_PER_ARTICLE = 4
_STATEMENTS_PER_SPEAKER = 3
_PRODUCER = Producer(onrecord="benchmark", model="none", settings="none")
_ROLES = ("President", "Senator", "spokesman for Acme", "professor at Leeds", "police chief", "")
_SYLLABLES = tuple("ba den ko mar lin tos ver ga shi ron del fa pe nu ri sol tan wel zor quin hu jas".split())  # noqa: SIM905


def main() -> None:
    """Print a row for each size: CPU seconds, and per new article in milliseconds."""
    print("statements  articles  names |  all, s  ms/article | 100 more, s  ms/article | again, s")
    for statements in [int(argument) for argument in sys.argv[1:]] or _SIZES:
        articles = statements // (_SPEAKERS_PER_ARTICLE * _STATEMENTS_PER_SPEAKER)
        made = _readings(articles + 100, random.Random(5))
        with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "record.db", create=True) as store:
            _add(store, made, articles)
            whole, more_of = _timed(store), store.counts().speakers
            _add(store, made, 100)
            more, again = _timed(store), _timed(store)
        print(
            f"{statements:10,} {articles:9,} {more_of:6,} | {whole:7.2f} {1000 * whole / articles:11.2f} |"
            f" {more:11.2f} {10 * more:11.2f} | {again:8.3f}"
        )


def _timed(store: RecordStore) -> float:
    start = time.process_time()
    reconcile(store)
    return time.process_time() - start


def _add(store: RecordStore, readings: Iterator[tuple[Page, Reading]], count: int) -> None:
    for _ in range(count):
        store.add(*next(readings))


def _readings(count: int, chance: random.Random) -> Iterator[tuple[Page, Reading]]:
    people = [(_word(chance), _word(chance), chance.choice(_ROLES)) for _ in range(20_000)]
    weights = [1 / rank for rank in range(1, len(people) + 1)]
    for number in range(count):
        day = (date(2020, 1, 1) + timedelta(days=number * 1500 // count)).isoformat()
        quoted = dict.fromkeys(chance.choices(people, weights, k=_SPEAKERS_PER_ARTICLE))
        yield _reading(number, day, list(quoted), chance)


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.choice((2, 2, 3)))).capitalize()


def _reading(number: int, day: str, people: list[tuple[str, str, str]], chance: random.Random) -> tuple[Page, Reading]:
    """An article in which everybody says three things, a third of the people under the surname alone."""
    names = [surname if chance.random() < 1 / 3 else f"{given} {surname}" for given, surname, _ in people]
    told = [f"{name} said thing {number}-{part}." for name in names for part in range(_STATEMENTS_PER_SPEAKER)]
    page = Page(content="\n".join(told).encode(), origin=Origin(path=f"{number}.txt"), content_type="text/plain")
    pieces = [Piece("paragraph", text) for text in told]
    article = compose_article(pieces, Metadata(headline=f"Story {number}", published=day), [])
    entities: list[Entity] = []
    attributions: list[Attribution] = []
    for position, (name, (_, _, role)) in enumerate(zip(names, people, strict=True)):
        start = article.text.index(f"{name} said")
        mention = Mention(start, start + len(name), name, "name")
        roles = (role,) if role else ()
        entities.append(Entity(id=f"e{position}", name=name, kind="person", roles=roles, mentions=(mention,)))
        speaker = AttributedSpeaker(entity=f"e{position}", name=name, kind="person", role=role or None)
        for line in told[position * _STATEMENTS_PER_SPEAKER : (position + 1) * _STATEMENTS_PER_SPEAKER]:
            attributions.append(_attribution(article.id, article.text, article.text.index(line), line, speaker))
    return page, Reading(
        page=page.reference, article=article, attributions=tuple(attributions), entities=tuple(entities),
        producer=_PRODUCER,
    )  # fmt: skip


def _attribution(article: str, text: str, start: int, line: str, speaker: AttributedSpeaker) -> Attribution:
    said = start + line.index(" said ") + 1
    cue, content = Span.of(text, said, said + 4), Span.of(text, said + 5, start + len(line) - 1)
    return Attribution(
        id=attribution_id(article, (content,), (cue,)), form="indirect", stance="asserts", negated=False, score=0.9,
        source=(), cue=(cue,), content=(content,), speakers=(speaker,),
    )  # fmt: skip


if __name__ == "__main__":
    main()
