"""Families of one quotation: the fullest wording, and what the other articles made of it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from onrecord.quotations.finding import Quotation
from onrecord.quotations.linking import shared_words
from onrecord.quotations.wording import describe_variant
from onrecord.quotations.words import words_of
from onrecord.schema import Group, Link, Member
from onrecord.schema.pieces import pieces


def group_quotations(quotations: Sequence[Quotation], links: Sequence[Link]) -> list[Group]:
    """Group one component's quotations into families, the fullest wording first; what stands alone is in none.

    A person's `together` and `apart` outrank the machine. `about` is the fullest wording; a member's `score` is the
    share of its words (0 to 1) that stand there.
    """
    by_id = {quotation.id: quotation for quotation in quotations}
    held = {id for link in links if link.kind == "together" for id in (link.first, link.second)}
    families: list[Group] = []
    for piece in pieces(list(by_id), links):
        families += _families([by_id[id] for id in piece], held)
    return families


def _families(quotations: Sequence[Quotation], held: set[str]) -> list[Group]:
    """Part a chain, in which one excerpt leads to the next, into families around their fullest wordings."""
    left: list[Quotation] = list(quotations)
    found: list[Group] = []
    while len(left) > 1:
        whole = min(left, key=_fullest)
        family: list[Quotation] = [
            one for one in left if one is whole or one.id in held or shared_words(one.text, whole.text).words
        ]
        left = [one for one in left if one not in family]
        if len(family) > 1:
            found.append(_family(whole, family))
    return found


def _family(whole: Quotation, family: Sequence[Quotation]) -> Group:
    others = sorted((one for one in family if one is not whole), key=_by_day)
    members = [Member(item=whole.id, role="whole", score=1.0)]
    for one in others:
        share = shared_words(one.text, whole.text).share
        members.append(Member(item=one.id, role=describe_variant(whole.text, one.text).kind, score=round(share, 4)))
    first = min(family, key=_by_day)
    id = "q-" + hashlib.sha256(first.id.encode()).hexdigest()[:24]
    return Group(id=id, about=whole.text, members=tuple(members))


def _fullest(quotation: Quotation) -> tuple[int, str, str]:
    words = sum(not word.editorial for word in words_of(quotation.text))
    return -words, *_by_day(quotation)


def _by_day(quotation: Quotation) -> tuple[str, str]:
    return quotation.day or "9999", quotation.id
