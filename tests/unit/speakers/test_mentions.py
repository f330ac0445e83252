import pytest

from onrecord.speakers.finding import find_names
from onrecord.speakers.knowledge import load_knowledge
from onrecord.speakers.layout import lay_out
from onrecord.speakers.mentions import SourceMention, read_source
from tests.unit.speakers.stories import names_in, story

PEOPLE = ["Tim Kerr", "Ada Merrin", "Rand Poole", "Gwen Sorel", "Politico", "Hill"]


def read(source: str) -> list[SourceMention]:
    article = story(f"{source} said so.")
    names = names_in(
        article, person=PEOPLE[:4], organisation=["Politico", "Vale University", "Nordbank", "Delta Party"],
        place=["Leeds"], group=["Republicans"],
    )  # fmt: skip
    proper = find_names(lay_out(article), names, [], load_knowledge())
    return read_source(article.text, 0, len(source), proper)


def named(source: str) -> list[str]:
    return [mention.name.text for mention in read(source) if mention.form == "name" and mention.name]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Nordbank's chief executive, Tim Kerr,", ["Tim Kerr"]),
        ("Tim Kerr, head of trade at Vale University in Leeds,", ["Tim Kerr"]),
        ("Tim Kerr, 25, of Leeds,", ["Tim Kerr"]),
        ("Sens. Rand Poole (R-Ky.) and Gwen Sorel (D-Wis.)", ["Rand Poole", "Gwen Sorel"]),
        ("Rand Poole, Tim Kerr and Gwen Sorel", ["Rand Poole", "Tim Kerr", "Gwen Sorel"]),
        ("Ada Merrin's running mate, Tim Kerr", ["Tim Kerr"]),
        ("both Nordbank and the Delta Party", ["Nordbank", "Delta Party"]),
        ("Ada Merrin, who met Tim Kerr in May,", ["Ada Merrin"]),
        ("Neither Ada Merrin nor Tim Kerr", ["Ada Merrin", "Tim Kerr"]),
        ("Ada Merrin, wearing a badge of the Delta Party,", ["Ada Merrin"]),
    ],
)
def test_the_names_that_speak(source: str, expected: list[str]):
    assert named(source) == expected


def test_a_names_aides_are_not_the_name():
    (mention,) = read("two Ada Merrin aides in Leeds")
    assert (mention.form, mention.head, mention.determiner, mention.plural) == ("nominal", "aides", "indefinite", True)


def test_a_document_knows_who_made_it():
    (mention,) = read("a new report by Politico")
    assert mention.head == "report"
    assert [name.text for name in mention.agents] == ["Politico"]


def test_who_owns_is_told_from_what_speaks():
    (mention,) = read("Ada Merrin's spokesman")
    assert mention.owner is not None
    assert (mention.owner.text, mention.head, mention.determiner) == ("Ada Merrin", "spokesman", "possessive")


def test_a_pronoun_is_a_pronoun_but_its_campaign_is_a_noun():
    assert [mention.form for mention in read("he himself")] == ["pronoun"]
    assert [mention.form for mention in read("his campaign")] == ["nominal"]


def test_what_hangs_on_a_group_is_within_reach():
    (mention,) = read("Republicans on the ways committee")
    assert mention.reach == len("Republicans on the ways committee")


@pytest.mark.parametrize("source", ["", " ", ",", "“”", "the", "and", "of", "(", "’s", "—"])
def test_odd_sources_are_read_without_complaint(source: str):
    article = story("Somebody said so.", f"“{source}”")
    start = article.text.index("“")
    read_source(article.text, start, len(article.text), [])
    read_source(article.text, start + 1, len(article.text) - 1, [])
