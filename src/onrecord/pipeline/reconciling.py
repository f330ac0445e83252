"""Across articles, over the store: who is who, which stories are copies, which statements claim the same.

Repeatable, incremental, and safe to kill at any moment. Every part of reconciling first looks at the articles that it
hasn't seen, then answers anew only what they touch. Each step is one transaction that leaves the record whole, so a run
that was stopped goes on from where it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.pipeline.linking import Linking, batches, link_in_steps
from onrecord.pipeline.parts import PARTS
from onrecord.schema import Appearance, Reading
from onrecord.speakers import RULES, find_appearances, identify
from onrecord.store import BlockAnswer, RecordStore

SPEAKERS = "speakers"
"""The part of reconciling that tells who is who; the others link (pipeline/parts.py)."""
_ARTICLES_AT_ONCE = 100
_BLOCKS_AT_ONCE = 200


@dataclass
class Reconciliation:
    """What one run did: articles seen for the first time, names looked at anew, appearances that changed hands;
    and what each part that links did, by its name."""

    articles: int = 0
    blocks: int = 0
    changed: int = 0
    linked: dict[str, Linking] = field(default_factory=lambda: {part.name: Linking() for part in PARTS})


def reconcile(record: RecordStore) -> Reconciliation:
    """Bring what goes across articles up to date with those on the record; nothing changes where it is already."""
    done = Reconciliation()
    for _ in reconcile_in_steps(record, done):
        pass
    return done


def reconcile_in_steps(record: RecordStore, done: Reconciliation) -> Iterator[str]:
    """The same, yielding the name of the part after every transaction, with `done` brought up to date."""
    for _ in _identify_in_steps(record, done):
        yield SPEAKERS
    for part in PARTS:
        for _ in link_in_steps(record.links, part, done.linked[part.name]):
            yield part.name


def _identify_in_steps(record: RecordStore, done: Reconciliation) -> Iterator[None]:
    for readings in batches(record.identities.unseen(SPEAKERS, RULES), _ARTICLES_AT_ONCE):
        record.identities.keep_appearances(RULES, [_seen(reading) for reading in readings])
        done.articles += len(readings)
        yield
    for blocks in batches(record.identities.stale_blocks(), _BLOCKS_AT_ONCE):
        done.changed += record.identities.keep_answers([_answer(record, block) for block in blocks])
        done.blocks += len(blocks)
        yield


def _seen(reading: Reading) -> tuple[str, list[Appearance]]:
    return reading.article.id, find_appearances(reading)


def _answer(record: RecordStore, block: str) -> BlockAnswer:
    identified = identify(record.identities.appearances(block))
    return BlockAnswer(block, identified.identities, identified.memberships)
