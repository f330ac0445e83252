import pytest
from msgspec.structs import replace

from tests.unit.speakers.stories import find, names_in, said, story, who


def test_a_definite_noun_is_whoever_has_that_role():
    article = story("Spokesman Karl Voss met Mayor Ada Merrin. The spokesman said no, the mayor said yes.")
    names = names_in(article, person=["Karl Voss", "Ada Merrin"])
    attributions = [said(article, "The spokesman", "no"), said(article, "the mayor", "yes")]
    assert who(article, attributions, names) == [["Karl Voss"], ["Ada Merrin"]]


def test_a_shortened_title_matches_the_whole_word():
    article = story("Sen. Ada Merrin voted against it. The senator called it a gift.")
    names = names_in(article, person=["Ada Merrin"])
    assert who(article, [said(article, "The senator", "a gift")], names) == [["Ada Merrin"]]


def test_a_headline_runs_ahead_of_the_name():
    article = story("Retired General Reveals Doubts About Warships", "Retired Navy Gen. Ada Merrin spoke out.")
    names = names_in(article, person=["Ada Merrin"])
    assert who(article, [said(article, "Retired General", "Doubts")], names) == [["Ada Merrin"]]


def test_the_leader_of_a_seat_of_power_is_its_countrys():
    article = story("Russian President Vladimir Putin called Joe Biden. The Kremlin leader asked for a halt.")
    names = names_in(article, person=["Vladimir Putin", "Joe Biden"])
    assert who(article, [said(article, "The Kremlin leader", "a halt")], names) == [["Vladimir Putin"]]


def test_the_president_of_one_country_is_not_the_one_of_another():
    article = story(
        "Vladimir Putin spoke by telephone with President of the French Republic Emmanuel Macron.",
        "The President of Russia spoke of grain. The President of France spoke of peace.",
    )
    names = names_in(article, person=["Vladimir Putin", "Emmanuel Macron"], place=["Russia", "France"])
    told = [said(article, "The President of Russia", "grain"), said(article, "The President of France", "peace")]
    assert who(article, told, names) == [["The President of Russia"], ["Emmanuel Macron"]]


def test_a_governor_whom_the_article_never_names_stays_unnamed():
    article = story("Ada Merrin marched. The governor called for calm.")
    names = names_in(article, person=["Ada Merrin"])
    assert who(article, [said(article, "The governor", "calm")], names) == [["The governor"]]


def test_the_newspaper_is_the_last_one_that_spoke():
    article = story("The Leeds Herald reported losses. Nordbank fell. The newspaper blamed the rain.")
    names = names_in(article, organisation=["Leeds Herald", "Nordbank"])
    attributions = [said(article, "The Leeds Herald", "losses"), said(article, "The newspaper", "the rain")]
    assert who(article, attributions, names) == [["Leeds Herald"], ["Leeds Herald"]]


def test_the_report_is_its_authors():
    article = story("A report by the Delta Institute found gaps. The report says more will open.")
    names = names_in(article, organisation=["Delta Institute"])
    attributions = [
        said(article, "A report by the Delta Institute", "gaps"), said(article, "The report", "more will open"),
    ]  # fmt: skip
    assert who(article, attributions, names) == [["Delta Institute"], ["Delta Institute"]]


def test_a_committee_may_have_its_noun_in_lower_case():
    article = story("The Senate banking committee asked for papers.")
    names = names_in(article, organisation=["Senate"])
    assert who(article, [said(article, "The Senate banking committee", "papers")], names) == [
        ["Senate banking committee"]
    ]


def test_the_two_men_are_the_last_two_people():
    article = story("Karl Voss met Tom Reiter. The two men traded insults.")
    names = names_in(article, person=["Karl Voss", "Tom Reiter"])
    (heard,) = who(article, [said(article, "The two men", "insults")], names)
    assert set(heard) == {"Karl Voss", "Tom Reiter"}


def test_the_presidents_of_two_countries_are_both_presidents():
    article = story(
        "The U.S. and Russian presidents chatted about hockey.",
        "Russian President Vladimir Putin thanked U.S. President Donald Trump.",
    )
    names = names_in(article, person=["Vladimir Putin", "Donald Trump"], place=["U.S."], group=["Russian"])
    (heard,) = who(article, [said(article, "The U.S. and Russian presidents", "hockey")], names)
    assert heard == ["Donald Trump", "Vladimir Putin"]


def test_two_leaders_are_two_who_lead():
    article = story(
        "President Ada Merrin called Prime Minister Karl Voss. Tim Reiter was told. The two leaders agreed."
    )
    names = names_in(article, person=["Ada Merrin", "Karl Voss", "Tim Reiter"])
    found = who(article, [said(article, "The two leaders", "agreed")], names)
    assert [sorted(people) for people in found] == [["Ada Merrin", "Karl Voss"]]


@pytest.mark.parametrize("source", ["The defense minister", "The Pakistani minister"])
def test_a_minister_of_another_department_or_country_is_another(source: str):
    article = story("Indian Prime Minister Ada Merrin left.", f"{source} said no.")
    assert who(article, [said(article, source, "no")], names_in(article, person=["Ada Merrin"])) == [[source]]


def test_an_official_of_a_headline_is_nobody_named():
    article = story("Foreign Secretary Ada Merrin left.", "Government official says no")
    assert who(article, [said(article, "Government official", "no")], names_in(article, person=["Ada Merrin"])) == [
        ["Government official"]
    ]


def test_a_ministry_is_of_its_country_and_its_field():
    article = story(
        "Chinese Foreign Ministry spokesman Lin Dao spoke. India’s home ministry said no. The Indian army fired."
    )
    names = names_in(article, organisation=["Chinese Foreign Ministry"], person=["Lin Dao"], place=["India"])
    attributions = [said(article, "India’s home ministry", "no"), said(article, "The Indian army", "fired")]
    assert who(article, attributions, names) == [["India’s home ministry"], ["Indian army"]]


def test_an_official_stays_unnamed_though_a_minister_was_named():
    article = story("Prime Minister Ada Merrin watched. An Indian official said yes. The official then said no.")
    names = names_in(article, person=["Ada Merrin"], group=["Indian"])
    attributions = [said(article, "An Indian official", "yes"), said(article, "The official", "no", after="yes")]
    assert who(article, attributions, names) == [["An Indian official"]] * 2


def test_a_statement_is_whose_it_was_said_to_be():
    article = story("The Harbour Fund said in a statement that it closed. The statement added no date.")
    first = said(article, "The Harbour Fund", "that it closed", cue="said")
    first = replace(first, medium=find(article.text, "a statement"))
    attributions = [first, said(article, "The statement", "no date")]
    assert who(article, attributions, names_in(article, organisation=["Harbour Fund"])) == [["Harbour Fund"]] * 2


def test_joined_adjectives_are_one_phrase():
    article = story("Delta’s top political and military leaders said no.")
    attributions = [said(article, "Delta’s top political and military leaders", "no")]
    assert who(article, attributions, names_in(article, place=["Delta"])) == [
        ["Delta’s top political and military leaders"]
    ]
