"""Groups put on the record by hand, as reconciling would, and a part of reconciling simple enough to foresee."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from onrecord.claims import RULES
from onrecord.pipeline.linking import Linking, Part, link_in_steps
from onrecord.schema import Group, Item, Link, Member, Reading
from onrecord.store import ComponentAnswer, RecordStore
from synthetic.stories import Story, page_of, reading_of


def add_story(store: RecordStore, story: Story) -> Reading:
    """Add a story; return its reading."""
    reading = reading_of(story)
    store.add(page_of(story), reading)
    return reading


def keep_groups(store: RecordStore, part: str, *groups: Group) -> int:
    """Put groups of statements or articles on the record, each held together by links; return how many changed."""
    article_of = {statement.id: statement.article.id for statement in store.statements()}
    items: dict[str, list[Item]] = {}
    for id in sorted({member.item for group in groups for member in group.members}):
        article = article_of.get(id, id)
        items.setdefault(article, []).append(Item(id=id, article=article, keys=(), facts=b""))
    store.links.keep_items(part, RULES, list(items.items()))
    links = [Link(one.item, other.item, "same", 1.0) for group in groups for one, other in pairwise(group.members)]
    store.links.keep_links(part, store.links.unlinked(part), links)
    return answer_stale(store, part, groups)


def answer_stale(store: RecordStore, part: str, groups: Sequence[Group]) -> int:
    """Answer the stale components with those of the groups that lie in them."""
    answers: list[ComponentAnswer] = []
    for number in store.links.stale_components(part):
        ids = {item.id for item in store.links.component(part, number).items}
        answers.append(ComponentAnswer(number, [g for g in groups if any(m.item in ids for m in g.members)]))
    return store.links.keep_groups(part, answers)


def group_of(id: str, about: str, *members: tuple[str, str], open: bool = True) -> Group:
    """A group of (item, role) pairs."""
    return Group(
        id=id, about=about, open=open, members=tuple(Member(item=item, role=role, score=0.9) for item, role in members)
    )


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A statement as the part `echoes` knows it: `keys` are its longer words'."""

    id: str
    article: str
    keys: tuple[int, ...]
    stance: str
    text: str


def _find(readings: Sequence[Reading]) -> list[list[Said]]:
    return [
        [
            Said(
                id=one.id, article=reading.article.id, stance=one.stance, text=one.content[0].text,
                keys=tuple(_key(word) for word in sorted(_words(one.content[0].text))),
            )
            for one in reading.attributions
        ]
        for reading in readings
    ]  # fmt: skip


def _words(text: str) -> set[str]:
    return {word for word in text.casefold().split() if len(word) > 5}


def _key(word: str) -> int:
    return int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "big", signed=True)


def _link(one: Said, others: Sequence[Said]) -> list[Link]:
    """Two statements are the same where they share two longer words."""
    return [
        Link(*sorted((one.id, other.id)), "same", 1.0)
        for other in others
        if len(_words(one.text) & _words(other.text)) > 1
    ]


def _group(items: Sequence[Said], links: Sequence[Link]) -> list[Group]:
    """What links hold together is one group, a person's `apart` cuts a link; nobody stands alone in a group."""
    cut = {(link.first, link.second) for link in links if link.kind == "apart"}
    piece = {item.id: item.id for item in items}
    for link in links:
        if (link.first, link.second) not in cut:
            kept, lost = sorted((piece[link.first], piece[link.second]))
            piece = {id: kept if of == lost else of for id, of in piece.items()}
    pieces = {first: [item for item in items if piece[item.id] == first] for first in sorted(set(piece.values()))}
    return [
        Group(
            id=f"c-{first[2:]}", about=members[0].text, open=len({item.stance for item in members}) > 1,
            members=tuple(Member(item=item.id, role=item.stance, score=1.0) for item in members),
        )
        for first, members in pieces.items()
        if len(members) > 1
    ]  # fmt: skip


CLAIMS = Part(name="claims", rules=RULES, kind=Said, find=_find, link=_link, group=_group)
"""Claims by a rule that one can apply by eye: statements with two longer words in common."""


def link_all(store: RecordStore, part: Part[Said] = CLAIMS) -> Linking:
    """Bring the part up to date."""
    done = Linking()
    for _ in link_in_steps(store.links, part, done):
        pass
    return done
