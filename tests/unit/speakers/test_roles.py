import pytest

from onrecord.speakers.clusters import group_names
from onrecord.speakers.finding import find_names
from onrecord.speakers.knowledge import load_knowledge
from onrecord.speakers.layout import lay_out
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
        ("Ada Merrin, a Leeds-based analyst familiar with trade, said no.", "Leeds-based analyst familiar with trade"),
        ("Ada Merrin (D-Wis.), the top lawmaker on the panel, said no.", "top lawmaker on the panel"),
        ("Ada Merrin, 25, a nurse, said no.", "nurse"),
        ("It helps, clinical psychologist Ada Merrin said.", "clinical psychologist"),
        ("Ada Merrin of the Delta Institute said no.", "of the Delta Institute"),
        ("Ada Merrin, who served as U.S. ambassador to Burma, said no.", "U.S. ambassador to Burma"),
        ("The company's chief executive, Ada Merrin, said no.", "company's chief executive"),
        ("JERUSALEM - Israeli Prime Minister Ada Merrin said no.", "Israeli Prime Minister"),
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
