from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from onrecord.claims.accounts import compare_accounts
from onrecord.claims.accounts.alignment import AlignmentSettings, align
from onrecord.claims.accounts.people import may_be_the_same, people_named, personal_names
from onrecord.claims.accounts.terms import stem_of, terms_of
from onrecord.claims.accounts.wording import wording_differs
from onrecord.language.embedder import load_embedder
from onrecord.schema import AccountUnit

ARLAND = (
    "President Ada Moss of Arland spoke today with Prime Minister Per Lind of Norland.",
    "The tone of the conversation was serious and substantive.",
    "President Moss warned that Arland would respond with swift and severe costs if Norland mined the strait again.",
    "She welcomed the release of the crew of the Gannet.",
    "The two leaders agreed that their teams will stay engaged.",
)
NORLAND = (
    "Per Lind had a telephone conversation with President Ada Moss of Arland.",
    "Ada Moss mentioned the possibility of harsh sanctions in the event of new mines in the strait.",
    "The Prime Minister explained in detail why the fishing fleet needs a harbour of its own.",
    "The conversation took place in a frank and business-like atmosphere.",
    "It was agreed to continue contacts at various levels.",
)


class Alike:
    """An embedder to which all texts are one."""

    name = "alike 1"
    dimensions = 2

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.ones((len(texts), 2), np.float32) / np.float32(2**0.5)


def account(name: str, texts: Sequence[str]) -> list[AccountUnit]:
    return [AccountUnit(name, 1000 * at, 1000 * at + len(text), text) for at, text in enumerate(texts)]


def test_two_readouts_of_one_call_are_laid_beside_each_other():
    found = compare_accounts(account("a", ARLAND), account("b", NORLAND), load_embedder(), called=("Arland", "Norland"))
    pairs = [(ARLAND.index(pair.a.text), NORLAND.index(pair.b.text)) for pair in found.both]
    assert pairs == [(0, 0), (1, 3), (2, 1), (4, 4)]
    assert all(pair.differs for pair in found.both)
    assert [unit.text for unit in found.only_a] == [ARLAND[3]]
    assert [unit.text for unit in found.only_b] == [NORLAND[2]]
    assert (found.a, found.b) == ("Arland", "Norland")


def test_the_comparison_turned_round_says_the_same():
    there = compare_accounts(account("a", ARLAND), account("b", NORLAND), load_embedder())
    back = compare_accounts(account("b", NORLAND), account("a", ARLAND), load_embedder())
    assert {(pair.a, pair.b) for pair in there.both} == {(pair.b, pair.a) for pair in back.both}
    assert (there.only_a, there.only_b) == (back.only_b, back.only_a)


def test_every_proposition_stands_somewhere():
    a, b = account("a", ARLAND), account("b", NORLAND)
    found = compare_accounts(a, b, Alike())
    in_pairs = {pair.a for pair in (*found.both, *found.conflict)}
    assert in_pairs.isdisjoint(found.only_a)
    assert in_pairs | set(found.only_a) == set(a)


@pytest.mark.parametrize(("ours", "theirs"), [((), NORLAND), (ARLAND, ()), ((), ())])
def test_an_empty_account_has_nothing_in_common_with_any(ours: tuple[str, ...], theirs: tuple[str, ...]):
    found = compare_accounts(account("a", ours), account("b", theirs), load_embedder())
    assert (found.both, len(found.only_a), len(found.only_b)) == ((), len(ours), len(theirs))


def test_an_account_beside_itself_differs_nowhere():
    found = compare_accounts(account("a", ARLAND), account("b", ARLAND), load_embedder())
    same = [pair for pair in found.both if pair.a.text == pair.b.text]
    assert len(same) == len(ARLAND)
    assert not any(pair.differs for pair in same)
    assert (found.only_a, found.only_b) == ((), ())


def test_a_call_with_somebody_else_is_another_call():
    other = ("President Ada Moss of Arland spoke yesterday with President Bo Rask of Sudland.",)
    assert compare_accounts(account("a", ARLAND[:1]), account("b", other), load_embedder()).both == ()


def test_one_sentence_may_be_two_of_the_other_side():
    likeness = np.array([[0.8, 0.7, 0.1], [0.1, 0.2, 0.1]])
    assert align(likeness) == [(0, 0), (0, 1)]


def test_a_weak_pair_beside_a_strong_rival_is_none():
    assert align(np.array([[0.95, 0.1], [0.4, 0.1]])) == [(0, 0)]
    assert align(np.array([[0.95, 0.1], [0.4, 0.1]]), AlignmentSettings(rival=0.4)) == [(0, 0), (1, 0)]


def test_the_president_of_a_country_is_the_one_whom_the_account_names_with_it():
    named = people_named(
        [
            "President of the United States of America Joseph Biden spoke.",
            "President Vladimir Putin of Russia spoke.",
            "The President of the Russian Federation and the President of the United States spoke.",
            "It rained.",
        ]
    )
    assert named == [{"biden"}, {"putin"}, {"putin", "biden"}, frozenset()]


def test_whom_an_account_leaves_open_may_be_anybody_whom_the_other_names():
    both, one, open_, other = people_named(
        [
            "President Ada Moss spoke with President Bo Rask.",
            "President Ada Moss spoke with leaders across the region.",
            "The President spoke with President Bo Rask.",
            "President Cy Dahl spoke with President Bo Rask.",
        ]
    )
    assert may_be_the_same(both, open_)
    assert may_be_the_same(open_, other)
    assert not may_be_the_same(both, one)
    assert not may_be_the_same(both, other)


def test_names_of_office_holders_are_given_names_and_surnames():
    texts = ["President Joseph R. Biden, Jr. spoke.", "President of the French Republic Emmanuel Macron spoke."]
    assert personal_names(texts) == {"joseph", "biden", "emmanuel", "macron"}


def test_costs_and_sanctions_are_one_term_and_so_are_negotiations_and_negotiated():
    assert terms_of("swift and severe costs").keys() & terms_of("harsh sanctions").keys() == {"*penalty", "*severity"}
    assert stem_of("negotiations") == stem_of("negotiated")


def test_a_figure_weighs_more_than_an_ordinary_word():
    terms = terms_of("Negotiators gather on 13 January")
    assert terms["13"] > terms[stem_of("gather")]


def test_typography_alone_is_no_difference():
    assert not wording_differs("It’s “over”, he said", 'it\'s "over" he said.')
    assert wording_differs("swift costs", "severe costs")
