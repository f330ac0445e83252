"""Who stands where: from statements to claims, on sentences as papers write them."""

from __future__ import annotations

import pytest

from onrecord.claims import group_claims
from onrecord.schema import Link
from tests.unit.claims.statements_of import Said, claims_of, links_of, propositions_of

PUTIN = Said("Vladimir Putin", "asserts", "Ukrainian forces that remain in Kursk are surrounded")
TRUMP = Said("Donald Trump", "confirms", "a claim")
UKRAINE = Said("Ukraine", "denies", "its soldiers are encircled", "organisation")


def test_the_claim_of_kursk_is_one_with_three_sides() -> None:
    [claim] = claims_of(PUTIN, TRUMP, UKRAINE)
    assert claim.about == PUTIN.content
    assert [(member.item, member.role) for member in claim.members] == [
        ("s-a-1-0", "asserts"),
        ("s-a-1-1", "confirms"),
        ("s-a-1-2", "denies"),
    ]
    assert claim.open


def test_who_asserts_the_contrary_denies_the_wording() -> None:
    [claim] = claims_of(
        Said("Rania Saab", "asserts", "the ceasefire along the Litani is holding"),
        Said("Omar Aziz", "asserts", "the ceasefire along the Litani has collapsed"),
    )
    assert [member.role for member in claim.members] == ["asserts", "denies"]
    assert claim.open


def test_two_denials_agree() -> None:
    [claim] = claims_of(
        Said("Tariq Anwar", "denies", "that the minister will resign"),
        Said("Pakistan", "asserts", "the minister will not resign", "organisation"),
    )
    assert len({member.role for member in claim.members}) == 1
    assert not claim.open


def test_a_denied_accusation_is_the_one_made_just_before() -> None:
    [claim] = claims_of(
        Said("Russia", "asserts", "Kyiv of shelling the plant", "organisation"),
        Said("Ukraine", "denies", "the accusation", "organisation"),
    )
    assert claim.about == "Kyiv of shelling the plant"
    assert [member.role for member in claim.members] == ["asserts", "denies"]
    assert claim.open


def test_a_rejected_demand_is_a_contest() -> None:
    [claim] = claims_of(
        Said("Claudia Rojas", "demands", "that Venezuela release the detained activists"),
        Said("Venezuela", "rejects", "calls to release the detained activists", "organisation"),
    )
    assert [member.role for member in claim.members] == ["demands", "rejects"]
    assert claim.open


def test_nobody_contradicts_themself_into_a_contest() -> None:
    claims = claims_of(
        Said("Ada Kirchner", "asserts", "the company sold the data of its users"),
        Said("Ada Kirchner", "denies", "that the company sold the data of its users"),
    )
    assert claims
    assert not any(claim.open for claim in claims)


def test_a_campaign_is_no_stranger_to_its_candidate() -> None:
    claims = claims_of(
        Said("Donald Trump", "asserts", "the company paid federal income taxes in 2014"),
        Said("Trump campaign", "denies", "that the company paid federal income taxes in 2014", "organisation"),
    )
    assert claims
    assert not any(claim.open for claim in claims)


def test_who_did_not_confirm_takes_no_side() -> None:
    assert (
        propositions_of(Said("Ukraine", "confirms", "its soldiers are encircled", "organisation", negated=True)) == []
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the army retook the airport in Nyala on Monday", "the army retook the airport in Nyala on Friday"),
        ("the officer shot the boy", "the boy shot the officer"),
        ("the quake killed 212 people in Herat", "the quake injured 900 people in Herat"),
        ("no talks with Washington are under way", "no talks with Muscat are under way"),
    ],
)
def test_what_is_near_in_words_alone_is_not_linked(one: str, other: str) -> None:
    assert links_of(propositions_of(Said("Abbas Moradi", "asserts", one), Said("Lina Haddad", "asserts", other))) == []


def test_different_numbers_for_one_quantity_contradict() -> None:
    [link] = links_of(
        propositions_of(
            Said("Interior Ministry", "asserts", "20,000 people took part in the march", "organisation"),
            Said("Tomas Vesely", "asserts", "200,000 people took part in the march"),
        )
    )
    assert link.kind == "contradicts"


def test_at_least_two_hundred_agrees_with_two_hundred_and_twelve() -> None:
    [link] = links_of(
        propositions_of(
            Said("Interior Ministry", "asserts", "the quake killed at least 200 people", "organisation"),
            Said("Red Crescent", "asserts", "the quake killed 212 people", "organisation"),
        )
    )
    assert link.kind == "same"


def test_what_another_is_said_to_have_said_is_not_ones_own_claim() -> None:
    told = "that Ukraine: its soldiers are encircled"
    [outer] = propositions_of(Said("Jane Smith", "asserts", told))
    assert not outer.reports  # nobody found an attribution in it
    assert links_of(propositions_of(PUTIN, TRUMP))[0].kind == "same"


def test_a_persons_word_outranks_the_rules() -> None:
    propositions = propositions_of(PUTIN, UKRAINE)
    found = links_of(propositions)
    apart = [*found, Link("s-a-1-0", "s-a-1-1", "apart", 1.0)]
    assert found
    assert group_claims(propositions, apart) == []
    strangers = propositions_of(PUTIN, Said("Ola Berg", "asserts", "the harbour cranes were made in Gdansk"))
    assert links_of(strangers) == []
    [claim] = group_claims(strangers, [Link("s-a-1-0", "s-a-1-1", "together", 1.0)])
    assert len(claim.members) == 2


def test_a_denial_in_other_words_that_a_person_put_to_a_claim_is_a_contest() -> None:
    said = (
        Said("Valeska Holm", "asserts", "that the order kept her on a ship for twelve years"),
        Said("The Order", "denies", "“She came of her own free will.”", "organisation"),
    )
    propositions = propositions_of(*said)
    assert links_of(propositions) == []
    [claim] = group_claims(propositions, [Link("s-a-1-0", "s-a-1-1", "together", 1.0)])
    assert [member.role for member in claim.members] == ["asserts", "denies"]
    assert claim.open


def test_a_claim_keeps_its_id_when_somebody_joins_in() -> None:
    assert (
        claims_of(PUTIN, UKRAINE)[0].id == claims_of(PUTIN, UKRAINE, Said("Jo Lind", "confirms", PUTIN.content))[0].id
    )


def test_statements_of_different_articles_share_a_key() -> None:
    [one] = propositions_of(PUTIN, article="a-1")
    [other] = propositions_of(UKRAINE, article="a-2")
    assert set(one.keys) & set(other.keys)


def test_a_denial_in_a_whole_sentence_answers_the_accusation() -> None:
    [claim] = claims_of(
        Said("Valeska Holm", "asserts", "her papers were taken and she was forced to work in the engine room"),
        Said(
            "The Order",
            "denies",
            "these allegations: “She certainly wasn't 'forced' to be there. She was also never forced to perform "
            "labour in the engine room.”",
            "organisation",
        ),
    )
    assert {member.item: member.role for member in claim.members} == {"s-a-1-0": "asserts", "s-a-1-1": "denies"}
    assert claim.open


def test_who_did_it_to_whom_changed_round_is_another_claim() -> None:
    shelled = Said("Ola Berg", "asserts", "the army shelled the rebels' camp at Kauda")
    assert (
        links_of(propositions_of(shelled, Said("Ivo Tadic", "asserts", "rebels shelled the army's camp at Kauda")))
        == []
    )
    passive = Said("Ivo Tadic", "asserts", "the rebels' camp at Kauda was shelled by the army")
    assert [link.kind for link in links_of(propositions_of(shelled, passive))] == ["same"]
