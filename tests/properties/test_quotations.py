"""Quotations: what holds for any two wordings."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from onrecord.quotations import Quotation, compare_wording, describe_variant, group_quotations, link_quotation
from onrecord.quotations.finding import Voice
from onrecord.quotations.words import words_of

words = st.sampled_from("we will never surrender our land [the] […] … ceasefire cease-fire Zürich 3 three".split())  # noqa: SIM905
wordings = st.lists(words, max_size=14).map(" ".join)
any_text = st.one_of(wordings, st.text(max_size=60))


@given(any_text, any_text)
def test_segments_are_slices_of_both_wordings_in_order(whole: str, variant: str) -> None:
    ours = theirs = 0
    for segment in compare_wording(whole, variant):
        assert whole[segment.whole_start : segment.whole_end] == segment.whole
        assert variant[segment.variant_start : segment.variant_end] == segment.variant
        assert ours <= segment.whole_start
        assert theirs <= segment.variant_start
        ours, theirs = segment.whole_end, segment.variant_end


@given(any_text, any_text)
def test_segments_hold_every_word_of_both(whole: str, variant: str) -> None:
    segments = compare_wording(whole, variant)
    for text, parts in (
        (whole, [(one.whole_start, one.whole_end) for one in segments]),
        (variant, [(one.variant_start, one.variant_end) for one in segments]),
    ):
        assert all(any(a <= word.start and word.end <= b for a, b in parts) for word in words_of(text))


@given(any_text)
def test_wording_is_the_same_as_itself_in_other_typography(text: str) -> None:
    assert describe_variant(text, text).kind == "same"
    assert describe_variant(text, f" “{text}” ").kind == "same"


@given(st.lists(st.sampled_from("alpha beta gamma delta epsilon zeta".split()), min_size=3, max_size=12))  # noqa: SIM905
def test_beginning_of_a_wording_is_cut_never_altered(found: list[str]) -> None:
    for kept in range(1, len(found)):
        assert describe_variant(" ".join(found), " ".join(found[:kept])).kind in ("cut", "joined")


quotations = st.builds(
    Quotation, id=st.uuids().map(str), article=st.sampled_from(["a", "b", "c"]), keys=st.just(()), text=wordings,
    voices=st.sampled_from([(), (Voice("Jane Leeson", "person"),), (Voice("Kremlin", "organisation"),)]),
    day=st.sampled_from(["2025-03-01", "2025-03-02", None]),
)  # fmt: skip


@given(quotations, quotations)
def test_link_is_the_same_whichever_quotation_is_new(one: Quotation, other: Quotation) -> None:
    assert link_quotation(one, [other]) == link_quotation(other, [one])
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(one), type=Quotation) == one


@given(st.lists(quotations, max_size=6, unique_by=lambda one: one.id))
def test_families_are_the_same_in_any_order_and_lead_with_the_fullest(found: list[Quotation]) -> None:
    links = [link for number, one in enumerate(found) for link in link_quotation(one, found[:number])]
    groups = group_quotations(found, links)
    assert sorted(groups, key=lambda one: one.id) == sorted(
        group_quotations(found[::-1], links[::-1]), key=lambda one: one.id
    )
    texts = {one.id: one.text for one in found}
    for group in groups:
        lengths = [sum(not word.editorial for word in words_of(texts[member.item])) for member in group.members]
        assert lengths[0] == max(lengths)
        assert group.members[0].role == "whole"
