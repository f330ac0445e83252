"""Claims: linking is symmetric, grouping does not hang on order, numbers agree with themselves."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.claims import Proposition, group_claims, link_proposition
from onrecord.claims.meanings import affirmed, find_meaning
from onrecord.claims.quantities import compare_quantities, quantities_in
from onrecord.claims.wordings import put_forward
from onrecord.schema import Link, Stance
from tests.unit.claims.statements_of import Said, propositions_of

WORDS = st.sampled_from(
    ["Kyiv", "Moscow", "Trump", "the", "its", "soldiers", "troops", "are", "surrounded", "encircled", "not", "never",
     "denied", "attacked", "left", "holds", "212", "20,000", "percent", "people", "in", "Kursk", "on", "Monday", "will",
     "may", "safe", "dangerous", "rose", "fell", "claim", "that", "is", "a", "lie"]
)  # fmt: skip
CONTENTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
STANCES: st.SearchStrategy[Stance] = st.sampled_from(
    ["asserts", "confirms", "denies", "doubts", "accepts", "rejects", "demands", "expects", "asks"]
)
SAID = st.builds(Said, st.sampled_from(["Vladimir Putin", "Ukraine", "Jo Lind"]), STANCES, CONTENTS)


@settings(max_examples=40, deadline=None)
@given(st.lists(SAID, min_size=2, max_size=4))
def test_what_one_has_with_another_the_other_has_with_it(said: list[Said]) -> None:
    found = propositions_of(*said)
    for one in found:
        for other in found:
            if one.id != other.id:
                assert link_proposition(one, [other]) == link_proposition(other, [one])


@settings(max_examples=40, deadline=None)
@given(st.lists(SAID, min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_groups_do_not_hang_on_the_order(said: list[Said], chance: object) -> None:
    found = propositions_of(*said)
    links = sorted({link for one in found for link in link_proposition(one, found)})
    mixed = sorted(found, key=lambda one: one.text)
    assert group_claims(found, links) == group_claims(mixed, links[::-1])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_statement_is_in_one_group_at_most(data: st.DataObject) -> None:
    found = propositions_of(
        *(Said(f"Speaker {n}", "asserts", f"the dam in valley number {n} is safe") for n in range(5))
    )
    ids = [one.id for one in found]
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=8))
    kinds = st.sampled_from(["same", "contradicts", "together", "apart"])
    links = [Link(*sorted(pair), data.draw(kinds), 0.9) for pair in pairs if pair[0] != pair[1]]
    members = [member.item for group in group_claims(found, links) for member in group.members]
    assert len(members) == len(set(members))


@given(CONTENTS, STANCES)
def test_any_content_has_a_wording_and_a_meaning(content: str, stance: Stance) -> None:
    wording = put_forward(content, stance)
    assert content.endswith(wording.text) or wording.framed or stance == "demands"
    assert find_meaning(wording.text, denied=wording.denied) == find_meaning(wording.text, denied=wording.denied)
    assert isinstance(affirmed(content), str)


@given(CONTENTS)
def test_numbers_never_conflict_with_themselves(content: str) -> None:
    assert compare_quantities(quantities_in(content), quantities_in(content))[1] == 0


@settings(max_examples=20, deadline=None)
@given(SAID)
def test_a_proposition_survives_its_encoding(said: Said) -> None:
    for one in propositions_of(said):
        assert msgspec.msgpack.decode(msgspec.msgpack.encode(one), type=Proposition) == one
