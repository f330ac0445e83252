"""Who is who across articles: one speaker under many names, and two people of one name."""

from __future__ import annotations

import pytest
from synthetic.appearances import Newsroom

from onrecord.speakers import identify


@pytest.fixture
def newsroom() -> Newsroom:
    return Newsroom()


def test_putin_under_five_names_is_one(newsroom: Newsroom) -> None:
    newsroom.says("Vladimir Putin", "Russian President")
    for name in ("Putin", "PUTIN", "Wladimir Putin", "Russian President Vladimir Putin"):
        newsroom.says(name, "President")
    assert len(newsroom.people()) == 1


def test_legal_name_and_known_name_are_one(newsroom: Newsroom) -> None:
    newsroom.says("Joe Biden", "President")
    newsroom.says("Joseph R. Biden, Jr.", "President", also=("Biden",))
    newsroom.says("Joseph R. Biden Jr.", "Vice President", day="2016-09-30")
    assert len(newsroom.people()) == 1


def test_two_clintons_are_two_and_each_keeps_the_articles_with_the_surname_alone(newsroom: Newsroom) -> None:
    newsroom.says("Bill Clinton", "former President", company=("James Carville",), day="2016-09-08")
    newsroom.says("Hillary Clinton", "Democratic nominee", "candidate", company=("Tim Kaine",), day="2016-09-08")
    newsroom.says("Clinton", "Democratic nominee", company=("Tim Kaine", "Huma Abedin"), day="2016-09-20")
    assert newsroom.people() == [{"Bill Clinton"}, {"Clinton", "Hillary Clinton"}]


def test_a_surname_that_fits_two_equally_is_left_alone(newsroom: Newsroom) -> None:
    newsroom.says("Mike Pence", "Governor", day="2018-09-08")
    newsroom.says("Greg Pence", "candidate", day="2018-09-08")
    newsroom.says("Pence", day="2018-09-09")
    assert newsroom.people() == [{"Greg Pence"}, {"Mike Pence"}, {"Pence"}]


def test_father_and_son_are_two(newsroom: Newsroom) -> None:
    newsroom.says("Donald Trump", "President")
    newsroom.says("Donald Trump Jr.", "executive")
    newsroom.says("Donald J. Trump", "President")
    assert newsroom.people() == [{"Donald J. Trump", "Donald Trump"}, {"Donald Trump Jr."}]


def test_george_bush_is_neither_of_two_unless_the_context_tells(newsroom: Newsroom) -> None:
    newsroom.says("George W. Bush", "President", day="2005-01-20", company=("Dick Cheney", "Karl Rove"))
    newsroom.says("George H. W. Bush", "President", day="1990-08-02", company=("Dan Quayle", "James Baker"))
    newsroom.says("George Bush", "President", day="2005-02-01", company=("Dick Cheney", "Karl Rove"))
    newsroom.says("George Bush", day="2010-01-01")
    people = [sorted(names) for names in newsroom.people()]
    assert people == [["George Bush"], ["George Bush", "George W. Bush"], ["George H. W. Bush"]]


def test_two_people_of_one_common_name_are_told_by_their_walks_of_life(newsroom: Newsroom) -> None:
    for day in ("2024-03-05", "2024-04-01"):
        newsroom.says("John Smith", "police chief of Akron", day=day, company=("Ann Lee", "Joe Doe", "Al Roe"))
        newsroom.says("John Smith", "Leeds striker", day=day, company=("Pep Sole", "Ian Low", "Max Fry"))
    assert newsroom.people() == [{"John Smith"}, {"John Smith"}]


def test_a_rare_name_stays_one_through_a_change_of_office(newsroom: Newsroom) -> None:
    newsroom.says("Boris Johnson", "Mayor of London", day="2014-05-01")
    newsroom.says("Boris Johnson", "Foreign Secretary", day="2017-05-01")
    newsroom.says("Boris Johnson", "British Prime Minister", day="2021-05-01")
    assert len(newsroom.people()) == 1


def test_a_surname_of_another_year_is_not_taken_up(newsroom: Newsroom) -> None:
    newsroom.says("Ada Holm", "Mayor", day="2014-05-01")
    newsroom.says("Holm", "Mayor", day="2024-05-01")
    assert newsroom.people() == [{"Ada Holm"}, {"Holm"}]


def test_a_common_surname_without_an_office_is_no_known_office_holder(newsroom: Newsroom) -> None:
    newsroom.says("Johnson", "Prime Minister", day="2021-01-23")
    newsroom.says("Johnson", "British Prime Minister", day="2022-04-19")
    newsroom.says("Johnson", day="2021-11-28")
    newsroom.says("Johnson", "Speaker", day="2024-02-27")
    found = identify(newsroom.appearances)
    whose = [membership.identity for membership in sorted(found.memberships, key=lambda one: one.article)]
    assert whose[0] == whose[1]
    assert len(set(whose)) == 3


def test_an_article_that_keeps_two_names_apart_is_believed(newsroom: Newsroom) -> None:
    article = newsroom.says("Alexander Petrov", "striker")
    newsroom.says("Alex Petrov", "coach", article=article)
    assert newsroom.people() == [{"Alex Petrov"}, {"Alexander Petrov"}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Defense Department", "Department of Defense"),
        ("Pentagon", "DoD"),
        ("State Department", "Foggy Bottom"),
        ("U.S. Department of Justice", "Justice Department"),
        ("Kyiv", "the Ukrainian government"),
        ("Government of Ukraine", "Ukraine"),
        ("UN Security Council", "United Nations Security Council"),
        ("Russian Defense Ministry", "Ministry of Defence of Russia"),
        ("FBI", "Federal Bureau of Investigation"),
    ],
)
def test_bodies_under_two_names_are_one(newsroom: Newsroom, one: str, other: str) -> None:
    newsroom.says(one, kind="organisation")
    newsroom.says(other, kind="organisation")
    assert len(newsroom.people()) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Russian Foreign Ministry", "Ukrainian Foreign Ministry"),
        ("Kremlin", "Russia"),
        ("Washington Post", "Washington"),
        ("Kansas Supreme Court", "U.S. Supreme Court"),
        ("Bank of America", "Bank of China"),
    ],
)
def test_bodies_of_two_countries_are_two(newsroom: Newsroom, one: str, other: str) -> None:
    newsroom.says(one, kind="organisation")
    newsroom.says(other, kind="organisation")
    assert not newsroom.one(one, other)


def test_a_ministry_without_a_country_is_the_one_of_the_country_that_the_article_is_about(newsroom: Newsroom) -> None:
    newsroom.says("Foreign Ministry", kind="organisation", countries=("Russia",))
    newsroom.says("Russian Foreign Ministry", kind="organisation", countries=("Russia", "Ukraine"))
    newsroom.says("Foreign Ministry", kind="organisation", countries=("China",))
    newsroom.says("Foreign Ministry", kind="organisation", countries=("Iran", "Iraq"))
    found = identify(newsroom.appearances)
    whose = {membership.article: membership.identity for membership in found.memberships}
    assert whose["a-0000"] == whose["a-0001"]
    assert len(set(whose.values())) == 3
    assert {identity.name for identity in found.identities} >= {"Foreign Ministry (China)"}


def test_a_people_is_not_its_government(newsroom: Newsroom) -> None:
    newsroom.says("American", kind="group")
    newsroom.says("United States", kind="organisation")
    assert not newsroom.one("American", "United States")


def test_every_membership_says_by_which_rule_and_how_surely(newsroom: Newsroom) -> None:
    newsroom.says("Vladimir Putin", "President")
    newsroom.says("Putin", "President")
    rules = {membership.rule: membership.score for membership in identify(newsroom.appearances).memberships}
    assert rules["full name"] == 0.98
    assert 0.8 <= rules["surname, as Vladimir Putin of the time"] < 0.98
