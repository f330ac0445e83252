import pytest

from onrecord.speakers.clusters import group_names
from onrecord.speakers.finding import find_names
from onrecord.speakers.knowledge import load_knowledge
from onrecord.speakers.layout import lay_out
from onrecord.speakers.rolephrase import names_what_one_is
from onrecord.speakers.roles import find_roles, role_of
from tests.unit.speakers.stories import names_in, story


def roles(text: str, organisation: tuple[str, ...] = ("Delta Institute",)) -> list[str]:
    article = story(text)
    layout, knowledge = lay_out(article), load_knowledge()
    names = names_in(article, person=["Ada Merrin", "Merrin"], organisation=organisation)
    cast = group_names(layout, find_names(layout, names, [], knowledge), knowledge)
    find_roles(layout, cast)
    return next(list(referent.roles) for referent in cast.referents if referent.name == "Ada Merrin")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("But Kremlin spokesman Ada Merrin said no.", "Kremlin spokesman"),
        ("U.S. special envoy Ada Merrin said no.", "U.S. special envoy"),
        ("Retired U.S. Air Force Gen. Ada Merrin said no.", "Retired U.S. Air Force Gen."),
        ("Former Secretary of State Ada Merrin said no.", "Former Secretary of State"),
        ("President of Delta Jan Lee and Federal Chancellor of Gamma Ada Merrin spoke.", "Federal Chancellor of Gamma"),
        ("Ada Merrin, a Leeds-based analyst familiar with trade, said no.", "Leeds-based analyst familiar with trade"),
        ("Ada Merrin (D-Wis.), the top lawmaker on the panel, said no.", "top lawmaker on the panel"),
        ("Ada Merrin, 25, a nurse, said no.", "nurse"),
        ("It helps, clinical psychologist Ada Merrin said.", "clinical psychologist"),
        ("Ada Merrin of the Delta Institute said no.", "of the Delta Institute"),
        ("Ada Merrin, who served as U.S. ambassador to Burma, said no.", "U.S. ambassador to Burma"),
        ("The company's chief executive, Ada Merrin, said no.", "company's chief executive"),
        ("JERUSALEM - Israeli Prime Minister Ada Merrin said no.", "Israeli Prime Minister"),
        ("Minister of Education Ada Merrin said no.", "Minister of Education"),
        ("US President Ada Merrin said no.", "US President"),
        ("The chief of staff Gen. Ada Merrin said no.", "chief of staff Gen."),
        ("A briefing by Aide to the President Ada Merrin is over.", "Aide to the President"),
        ("An aide to President Ada Merrin said no.", "President"),
        ("Ned Lane had a call with President of the Delta Republic Ada Merrin.", "President of the Delta Republic"),
        ("President of Delta Ned Lane and President of Epsilon Ada Merrin met.", "President of Epsilon"),
        (
            "Ada Merrin, a scientist at work in Holm's part of Leeds, said no.",
            "scientist at work in Holm's part of Leeds",
        ),
        ("Another critic Ada Merrin said no.", "critic"),
        ("So says Ada Merrin, a former tax inspector. ''No,'' she said.", "former tax inspector"),
        ("According to the team's coach, Ada Merrin, it rained.", "team's coach"),
        ("Ada Merrin, son of President Joe Merrin, said no.", "son of President Joe Merrin"),
        ("Ada Merrin, a former mayor who’s spent years abroad, said no.", "former mayor"),
        ("“No,” said Ada Merrin, a close friend of Mrs. Lane who left in May.", "close friend of Mrs. Lane"),
    ],
)
def test_a_role_is_what_stands_beside_the_name(text: str, role: str):
    assert roles(text) == [role]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Ada Merrin said no.",
        "Ada Merrin, speaking in Leeds, said no.",
        "In an interview with The Delta, Ada Merrin said no.",
        "CNN’s Ada Merrin said no.",
        "Ada Merrin, under fire from rivals, said no.",
        "Ada Merrin, Delta's president and ex-coach commented the game has changed.",
        "Ned Lane will succeed another Leeds socialist, Ada Merrin.",
        "Ada Merrin at the Delta Institute said no.",
        "Ada Merrin, President Ned Lane's approval rating and more: a list.",
        "The party's nominees Ada Merrin and Ned Lane left.",
        "Ada Merrin, President Ned Lane of Delta, and others met.",
    ],
)
def test_what_is_no_role(text: str):
    assert roles(text) == []


def test_the_fuller_role_speaks_for_a_bare_title():
    article = story("Ukrainian President Ada Merrin spoke. “Thank you, President Merrin,” he said. Merrin left.")
    layout, knowledge = lay_out(article), load_knowledge()
    cast = group_names(
        layout, find_names(layout, names_in(article, person=["Ada Merrin", "Merrin"]), [], knowledge), knowledge
    )
    find_roles(layout, cast)
    assert role_of(cast.referents[0], article.text.rindex("Merrin"), layout) == "Ukrainian President"


@pytest.mark.parametrize(
    ("phrase", "fits"),
    [
        ("founder of a group that tracks strikes", True),
        ("analyst known for his wit", True),
        ("Under Secretary of State", True),
        ("s on the call between the President", False),
        ("Jr. Call with Prime Minister", False),
        ("head of Delta's", False),
        ("director of", False),
        ("to the coach", False),
        ("we the president", False),
        ("coach Tom Holm and his wife", False),
        ("More professor than player", False),
        ("President Merrin", False),
        ("president " + "of the board " * 9, False),
    ],
)
def test_a_role_is_a_whole_noun_phrase(phrase: str, fits: bool):
    assert names_what_one_is(phrase, ("ada", "merrin")) is fits


def test_junior_is_part_of_the_name():
    article = story("President Adam R. Merrin, Jr. spoke today with President Ned Lane of Delta. Merrin was glad.")
    layout, knowledge = lay_out(article), load_knowledge()
    cast = group_names(
        layout, find_names(layout, names_in(article, person=["Adam R. Merrin", "Merrin"]), [], knowledge), knowledge
    )
    find_roles(layout, cast)
    found = {referent.name: list(referent.roles) for referent in cast.referents if referent.kind == "person"}
    assert found["Adam R. Merrin, Jr."] == ["President"]
