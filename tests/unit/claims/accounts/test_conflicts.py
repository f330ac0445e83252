from __future__ import annotations

import pytest

from onrecord.claims.accounts import compare_accounts
from onrecord.claims.accounts.conflicts import contradict
from onrecord.language.embedder import load_embedder
from onrecord.schema import AccountUnit

CONTRADICTING = [
    (
        "The leaders discussed the exchange of prisoners of war.",
        "The leaders did not discuss the exchange of prisoners of war.",
    ),
    ("The call took place at the request of the Russian side.", "The call took place at Washington’s request."),
    ("The quake killed 212 people in the city.", "The quake killed more than 900 people in the city."),
    ("The delegations agreed to meet in Geneva on Monday.", "The delegations agreed to meet in Geneva on Thursday."),
    ("The president supported the plan for the strait.", "The president opposed the plan for the strait."),
    ("Norland mined the strait in March.", "Norland denied that it mined the strait in March."),
]
AGREEING = [
    ("The leaders discussed the exchange of prisoners.", "They also spoke about an exchange of prisoners."),
    ("The call took place at the request of the Russian side.", "The call took place at Moscow’s request."),
    ("At least 200 people were killed in the city.", "The quake killed 212 people in the city."),
    ("They will meet in Geneva on 9 and 10 January.", "Talks start in Geneva on January 9."),
    ("The president supported the plan.", "The president did not oppose the plan."),
    (
        "President Biden reaffirmed the commitment of the United States to Ukraine’s sovereignty.",
        "There can be no security in Europe without the security of Ukraine.",
    ),
    # Different sums for different things.
    (
        "It gave $500 million in direct budget support.",
        "It gave a further $1 billion in humanitarian aid and $500 million.",
    ),
    # What was and what is to come.
    ("The talks did not begin on Monday.", "The talks will begin on Monday."),
]


@pytest.mark.parametrize(("a", "b"), CONTRADICTING)
def test_what_can_not_both_be_so_is_a_contradiction(a: str, b: str):
    assert contradict(a, b)
    assert contradict(b, a)


@pytest.mark.parametrize(("a", "b"), AGREEING)
def test_what_can_both_be_so_is_none(a: str, b: str):
    assert not contradict(a, b)
    assert not contradict(b, a)


def test_a_conflict_stands_apart_from_what_both_say():
    a, b = CONTRADICTING[0]
    one, other = AccountUnit("a", 0, len(a), a), AccountUnit("b", 0, len(b), b)
    found = compare_accounts([one], [other], load_embedder())
    assert [(pair.a, pair.b) for pair in found.conflict] == [(one, other)]
    assert (found.both, found.only_a, found.only_b) == ((), (), ())
