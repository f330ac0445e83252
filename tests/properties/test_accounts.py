"""Whatever an article says, its account is made of slices of its text, and nothing of it is lost in a comparison."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from onrecord.claims.accounts import account_units, compare_accounts
from onrecord.claims.accounts.clauses import clauses_of
from onrecord.schema import Article, Block

WORDS = st.sampled_from(
    [
        "The",
        "leaders",
        "agreed",
        "that",
        "and",
        ",",
        "but",
        "while;",
        "President",
        "Moss",
        "of",
        "Arland",
        "Q",
        "Question:",
        "OFFICIAL:",
        "said",
        "“",
        "”",
        '"',
        "12",
        "January",
        "sanctions",
        ".",
        "?",
        "!",
        "Thank",
        "you.",
        "he",
        "they",
        "call",
        "lasted",
        "an",
        "hour.",
        "—",
        "[sic]",
    ]
)
PARAGRAPHS = st.lists(
    st.lists(WORDS, min_size=1, max_size=40).map(" ".join) | st.text(min_size=1, max_size=80), max_size=6
)


class Lengths:
    """An embedder that knows how long a text is, and no more."""

    name = "lengths 1"
    dimensions = 2

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        angles = np.array([len(text) for text in texts], np.float32)
        return np.stack([np.cos(angles), np.sin(angles)], axis=1).reshape(-1, 2)


def article(paragraphs: Sequence[str], publisher: str | None) -> Article:
    blocks: list[Block] = []
    text = ""
    for paragraph in paragraphs:
        shown = " ".join(paragraph.split())
        if shown:
            text += ("\n\n" if text else "") + shown
            blocks.append(Block("paragraph", len(text) - len(shown), len(text)))
    return Article(id="a", text=text, blocks=tuple(blocks), publisher=publisher)


@given(PARAGRAPHS, st.sampled_from(["The White House", "Gazette", None]))
def test_units_are_slices_of_the_text_in_order_and_apart(paragraphs: list[str], publisher: str | None):
    one = article(paragraphs, publisher)
    units = account_units(one, [])
    assert all(one.text[unit.start : unit.end] == unit.text and unit.text.strip() for unit in units)
    assert all(before.end <= after.start for before, after in itertools.pairwise(units))


@given(st.lists(WORDS, max_size=80).map(" ".join))
def test_clauses_are_in_order_and_apart(sentence: str):
    places = clauses_of(sentence)
    assert all(0 <= start <= end <= len(sentence) for start, end in places)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(places))


@settings(deadline=None, max_examples=50)
@given(PARAGRAPHS, PARAGRAPHS)
def test_in_a_comparison_every_proposition_stands_in_a_pair_or_alone(ours: list[str], theirs: list[str]):
    a, b = (account_units(article(side, "The White House"), []) for side in (ours, theirs))
    found = compare_accounts(a, b, Lengths())
    paired = (*found.both, *found.conflict)
    assert {pair.a for pair in paired} | set(found.only_a) == set(a)
    assert {pair.b for pair in paired} | set(found.only_b) == set(b)
    assert {pair.a for pair in paired}.isdisjoint(found.only_a)
