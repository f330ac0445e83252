"""What linking costs the store, and what asking costs: stores of 10,000, 30,000 and 100,000 statements.

    python benchmarks/linking_cost.py [STATEMENTS…]

The stores are made up: every statement puts forward one of a proposition's wordings, propositions are drawn as in the
news (some by many for a few days, most by one), one in eight statements denies; a sixth of the articles are copies of
another of that day. Linking and grouping are stubs that know which proposition and story is meant, so that what is
measured is the store's part: keys, neighbours, components, groups. `100 more` is the CPU time for a hundred articles
that came after all the others. Answers are CPU time too, over many calls, as `median/95th percentile` in milliseconds.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import msgspec

from onrecord.articles.compose import Metadata, Piece, compose_article
from onrecord.pipeline.linking import Linking, Part, link_in_steps
from onrecord.pipeline.reconciling import SPEAKERS, Reconciliation, reconcile_in_steps
from onrecord.schema import (
    AttributedSpeaker,
    Attribution,
    Entity,
    Group,
    Link,
    Member,
    Mention,
    Origin,
    Page,
    Producer,
    Reading,
    Span,
    Stance,
    attribution_id,
)
from onrecord.store import RecordStore, open_store

_SIZES = (10_000, 30_000, 100_000)
_STATEMENTS_PER_ARTICLE = 12
_ARTICLES_PER_DAY = 20
_CALLS = 100
_PRODUCER = Producer(onrecord="benchmark", model="none", settings="none")
_PEOPLE = tuple(f"Given{number} Surname{number}" for number in range(3000))
_TOPICS = tuple("ceasefire tariffs budget inflation border election drought strike merger vaccine".split())  # noqa: SIM905


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """An item as the stubs know it: `meant` is the number of its proposition or story."""

    id: str
    article: str
    keys: tuple[int, ...]
    meant: int
    role: str


@dataclass
class News:
    """Readings one after the other, and for each statement and article what it means."""

    chance: random.Random
    meant: dict[str, tuple[int, str]] = field(default_factory=dict[str, tuple[int, str]])

    def readings(self, count: int) -> Iterator[tuple[Page, Reading]]:
        today: list[tuple[int, list[tuple[int, Stance]]]] = []
        for number in range(count):
            day = number // _ARTICLES_PER_DAY
            if number % _ARTICLES_PER_DAY == 0:
                today = []
            if today and self.chance.random() < 1 / 6:
                story, said = self.chance.choice(today)
            else:
                story, said = number, [self._drawn(day) for _ in range(_STATEMENTS_PER_ARTICLE)]
                today.append((story, said))
            yield self._reading(number, day, story, said)

    def _drawn(self, day: int) -> tuple[int, Stance]:
        """A proposition of these days, and the stance to it. Half of all statements are on one of a day's ten."""
        fresh = day * 1000 + self.chance.randrange(1000)
        hot = (day - self.chance.randrange(3)) * 1000 + 1_000_000_000 + int(10 * self.chance.random() ** 2)
        return self.chance.choice((fresh, hot)), "denies" if self.chance.random() < 1 / 8 else "asserts"

    def _reading(self, number: int, day: int, story: int, said: Sequence[tuple[int, Stance]]) -> tuple[Page, Reading]:
        names = self.chance.choices(_PEOPLE, [1 / rank for rank in range(1, len(_PEOPLE) + 1)], k=len(said))
        told = [
            f"{name} said the {_TOPICS[meant % len(_TOPICS)]} plan {meant} would hold as of {number}-{part}."
            for part, (name, (meant, _)) in enumerate(zip(names, said, strict=True))
        ]
        published = (date(2015, 1, 1) + timedelta(days=day)).isoformat()
        page = Page(content="\n".join(told).encode(), origin=Origin(path=f"{number}.txt"), content_type="text/plain")
        pieces = [Piece("paragraph", text) for text in told]
        article = compose_article(pieces, Metadata(headline=f"Story {number}", published=published), [])
        entities = [_entity(position, name, article.text) for position, name in enumerate(dict.fromkeys(names))]
        by_name = {entity.name: entity for entity in entities}
        attributions = [
            _attribution(article.id, article.text, line, by_name[name], stance)
            for line, name, (_, stance) in zip(told, names, said, strict=True)
        ]
        self.meant[article.id] = story, "origin" if story == number else "copy"
        self.meant.update((one.id, what) for one, what in zip(attributions, said, strict=True))
        return page, Reading(
            page=page.reference, article=article, attributions=tuple(attributions), entities=tuple(entities),
            producer=_PRODUCER,
        )  # fmt: skip

    def parts(self) -> tuple[Part[Told], ...]:
        def statements(readings: Sequence[Reading]) -> list[list[Told]]:
            return [[self._told(one.id, reading, 14) for one in reading.attributions] for reading in readings]

        def articles(readings: Sequence[Reading]) -> list[list[Told]]:
            return [[self._told(reading.article.id, reading, 32)] for reading in readings]

        def quotations(readings: Sequence[Reading]) -> list[list[Told]]:
            found = statements(readings)
            return [[msgspec.structs.replace(one, role=_variant(one)) for one in ones[::3]] for ones in found]

        return (
            Part(name="stories", rules="1", kind=Told, find=articles, link=_link, group=_grouped("w")),
            Part(name="claims", rules="1", kind=Told, find=statements, link=_link, group=_grouped("c")),
            Part(name="quotations", rules="1", kind=Told, find=quotations, link=_link, group=_grouped("q")),
        )

    def _told(self, id: str, reading: Reading, keys: int) -> Told:
        """Keys are a proposition's own; a quarter of the statements have their topic's too, which thousands share."""
        meant, role = self.meant[id]
        own = tuple(hash((meant, key)) for key in range(keys))
        shared = (meant % len(_TOPICS),) if role in ("asserts", "denies") and meant % 4 == 0 else ()
        return Told(id=id, article=reading.article.id, keys=own + shared, meant=meant, role=role)


def _variant(one: Told) -> str:
    return ("whole", "same", "same", "cut", "altered")[int(one.id[2:8], 16) % 5]


def _entity(position: int, name: str, text: str) -> Entity:
    start = text.index(name)
    mention = Mention(start, start + len(name), name, "name")
    return Entity(id=f"e{position}", name=name, kind="person", mentions=(mention,))


def _attribution(article: str, text: str, line: str, entity: Entity, stance: Stance) -> Attribution:
    start = text.index(line)
    said = start + line.index(" said ") + 1
    cue, content = Span.of(text, said, said + 4), Span.of(text, said + 5, start + len(line) - 1)
    speaker = AttributedSpeaker(entity=entity.id, name=entity.name, kind="person")
    return Attribution(
        id=attribution_id(article, (content,), (cue,)), form="indirect", stance=stance, negated=False, score=0.9,
        source=(), cue=(cue,), content=(content,), speakers=(speaker,),
    )  # fmt: skip


def _link(one: Told, others: Sequence[Told]) -> list[Link]:
    return [
        Link(min(one.id, other.id), max(one.id, other.id), "same", 1.0) for other in others if other.meant == one.meant
    ]


def _grouped(letter: str) -> Callable[[Sequence[Told], Sequence[Link]], list[Group]]:
    def group(items: Sequence[Told], links: Sequence[Link]) -> list[Group]:
        if not links:
            return []
        members = tuple(Member(item=one.id, role=one.role, score=1.0) for one in items)
        roles = {one.role for one in items}
        return [Group(id=f"{letter}-{items[0].id[2:]}", about="a wording", members=members, open="denies" in roles)]

    return group


def main() -> None:
    """Print two rows for each size: what linking costs, and how long questions take."""
    for statements in [int(argument) for argument in sys.argv[1:]] or _SIZES:
        articles = statements // _STATEMENTS_PER_ARTICLE
        news = News(random.Random(6))
        made = news.readings(articles + 100)
        with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "record.db", create=True) as store:
            _add(store, made, articles)
            _identify(store)
            whole = _timed(store, news.parts())
            _add(store, made, 100)
            _identify(store)
            more, again = (_timed(store, news.parts()) for _ in range(2))
            size = (Path(folder) / "record.db").stat().st_size
            print(f"{statements:,} statements, {articles:,} articles, {size / 1e6:,.0f} MB")
            for name, seconds in whole.items():
                print(f"  {name:<11} all {seconds:7.2f} s   100 more {more[name]:6.3f} s   again {again[name]:6.4f} s")
            print("  " + "  ".join(f"{name} {told}" for name, told in _latencies(store)), flush=True)


def _timed(store: RecordStore, parts: Sequence[Part[Told]]) -> dict[str, float]:
    """Return the CPU seconds of each part."""
    took: dict[str, float] = {}
    for part in parts:
        start = time.process_time()
        for _ in link_in_steps(store.links, part, Linking()):
            pass
        took[part.name] = time.process_time() - start
    return took


def _identify(store: RecordStore) -> None:
    """Reconcile who is who, and nothing of the real parts that link."""
    for part in reconcile_in_steps(store, Reconciliation()):
        if part != SPEAKERS:
            return


def _add(store: RecordStore, readings: Iterator[tuple[Page, Reading]], count: int) -> None:
    for _ in range(count):
        store.add(*next(readings))


def _latencies(store: RecordStore) -> Iterator[tuple[str, str]]:
    chance = random.Random(7)
    asked = store.connections
    claims = [claim.claim for claim in asked.contested(limit=500)]
    statements = [one.id for one in store.statements()]
    articles = [reading.article.id for reading in store.readings()]
    yield "contested(50)", _latency(lambda: list(asked.contested(limit=50)))
    yield (
        "contested(about a tenth, 50)",
        _latency(lambda: list(asked.contested(about=chance.choice(_TOPICS), limit=50))),
    )
    yield "claim", _latency(lambda: asked.claim(chance.choice(claims)))
    yield "claims_of", _latency(lambda: asked.claims_of(chance.choice(statements)))
    yield "story_of", _latency(lambda: asked.story_of(chance.choice(articles)))
    yield "stories(50)", _latency(lambda: list(asked.stories(limit=50)))
    yield "changed_quotations(50)", _latency(lambda: list(asked.changed_quotations(limit=50)))
    speakers = [speaker.id for speaker in store.speakers(limit=400)][::4]
    yield "of a speaker", _latency(lambda: list(asked.changed_quotations(speaker=chance.choice(speakers), limit=50)))


def _latency(ask: Callable[[], object]) -> str:
    took: list[float] = []
    for _ in range(_CALLS):
        start = time.process_time()
        ask()
        took.append(1000 * (time.process_time() - start))
    took.sort()
    return f"{took[len(took) // 2]:.1f}/{took[int(len(took) * 0.95)]:.1f}"


if __name__ == "__main__":
    main()
