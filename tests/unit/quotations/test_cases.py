"""The golden pairs: which quotations are one family, and what a variant does to the fuller wording."""

from __future__ import annotations

import pytest
from unit.quotations.pairs import Case, cases

from onrecord.quotations import describe_variant, group_quotations, link_quotation

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.b[:40])
def test_quotations_are_one_family_or_not(case: Case) -> None:
    first, second = case.quotations
    found = bool(set(first.keys) & set(second.keys)) and bool(link_quotation(second, [first]))
    assert found == case.family


@pytest.mark.parametrize("case", [case for case in CASES if case.family], ids=lambda case: case.b[:40])
def test_variant_is_told_by_what_it_does_to_the_fuller_wording(case: Case) -> None:
    assert describe_variant(case.a, case.b).kind == case.kind


def test_golden_file_has_sixty_pairs_and_both_answers() -> None:
    assert len(CASES) >= 60
    assert 0.25 < sum(case.family for case in CASES) / len(CASES) < 0.75


def test_fullest_wording_leads_its_family() -> None:
    for case in (case for case in CASES if case.family and case.kind == "cut"):
        first, second = case.quotations
        groups = group_quotations([second, first], link_quotation(first, [second]))
        assert [member.item for member in groups[0].members] == [first.id, second.id]
