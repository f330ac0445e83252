"""Stories: one text with all who carry it, its origin told from its copies."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from onrecord.reprints.linking import are_of_one_newsroom, standing
from onrecord.reprints.newsrooms import came_out, is_agencys_own
from onrecord.reprints.overlap import share_of
from onrecord.reprints.sketches import Sketch
from onrecord.schema import Group, Link, Member
from onrecord.schema.pieces import pieces
from onrecord.schema.stories import Relation

_SUPPORT: Final = 0.2


def group_stories(sketches: Sequence[Sketch], links: Sequence[Link]) -> list[Group]:
    """Group one component's articles into stories, each with its origin first; what stands alone is in no story.

    A person's `together` and `apart` outrank the machine. `about` is the agency that carriers name, or empty;
    a member's `score` is the share of its own words (0 to 1) that are the origin's.
    """
    by_id = {sketch.id: sketch for sketch in sketches}
    found = pieces(list(by_id), links, support=_SUPPORT)
    return [_story([by_id[id] for id in piece]) for piece in found if len(piece) > 1]


def _story(sketches: Sequence[Sketch]) -> Group:
    origin, *others = sorted(sketches, key=standing)
    carriers = sorted(others, key=lambda sketch: (came_out(sketch), sketch.id))
    members = [Member(item=origin.id, role="origin", score=1.0)]
    members += [
        Member(item=carrier.id, role=_relation(carrier, origin), score=round(share_of(carrier, origin), 4))
        for carrier in carriers
    ]
    return Group(id=_story_id(sketches), about=_agency(origin, sketches), members=tuple(members))


def _relation(carrier: Sketch, origin: Sketch) -> Relation:
    of_one_agency = carrier.agency == origin.agency and all(
        is_agencys_own(sketch.publisher, sketch.agency) for sketch in (carrier, origin)
    )
    return "version" if of_one_agency or are_of_one_newsroom(carrier, origin) else "copy"


def _agency(origin: Sketch, sketches: Iterable[Sketch]) -> str:
    """The origin's own word, or else the one that most carriers name."""
    if origin.agency:
        return origin.agency
    named = Counter(sketch.agency for sketch in sketches if sketch.agency)
    return min(named, key=lambda agency: (-named[agency], agency)) if named else ""


def _story_id(sketches: Iterable[Sketch]) -> str:
    """Hash the first article that came out: papers that carry the story later don't change its id."""
    first = min(sketches, key=lambda sketch: (came_out(sketch), sketch.id))
    return "r-" + hashlib.sha256(first.id.encode()).hexdigest()[:24]
