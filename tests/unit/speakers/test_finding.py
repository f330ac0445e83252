import pytest

from onrecord.schema import Name, NameKind
from onrecord.speakers import resolve_speakers
from onrecord.speakers.finding import find_names
from onrecord.speakers.knowledge import load_knowledge
from onrecord.speakers.layout import lay_out
from tests.unit.speakers.stories import find, names_in, story


def found(text: str, *model: tuple[str, NameKind], sources: tuple[str, ...] = ()) -> list[tuple[str, NameKind]]:
    """Names in `text` by OnRecord, where the model found each of `model` once."""
    article = story(*text.split("\n\n"))
    spans = [(find(article.text, words), kind) for words, kind in model]
    names = [Name(span.start, span.end, span.text, kind) for span, kind in spans]
    places = [find(article.text, words) for words in sources]
    return [(name.text, name.kind) for name in find_names(lay_out(article), names, places, load_knowledge())]


@pytest.mark.parametrize(
    ("text", "model", "expected"),
    [
        ("Mehmet Orkan spoke.", ("Mehmet", "person"), ("Mehmet Orkan", "person")),
        ("Then Tom Reiter spoke.", ("Reiter", "person"), ("Tom Reiter", "person")),
        ("Nigel Gould-Davies spoke.", ("Nigel Gould", "person"), ("Nigel Gould-Davies", "person")),
        ("Harry Hale Jr. spoke.", ("Harry Hale", "person"), ("Harry Hale Jr.", "person")),
        ("Bruce Hough, the chair, spoke.", ("Bruce Hough, the", "person"), ("Bruce Hough", "person")),
        ("The White House spoke.", ("The White House", "place"), ("White House", "organisation")),
        ("Mr. Orkan’s plan failed.", ("Mr. Orkan’s", "organisation"), ("Orkan", "person")),
        ("The tabloid Nordskaya Vest wrote it.", ("Nordskaya Vest", "person"), ("Nordskaya Vest", "organisation")),
        ("Then newspaper editor Ada Merrin spoke.", ("Ada Merrin", "person"), ("Ada Merrin", "person")),
        ("President Ada Merrin spoke.", ("President Ada Merrin", "person"), ("Ada Merrin", "person")),
    ],
)
def test_a_models_partial_name_is_mended(text: str, model: tuple[str, NameKind], expected: tuple[str, NameKind]):
    assert found(text, model) == [expected]


@pytest.mark.parametrize(
    ("text", "model", "kinds"),
    [
        ("Kyiv denied it.", [("Kyiv", "person")], ["place"]),
        ("Victoria denied it.", [("Victoria", "person")], ["person"]),
        ("Paris spoke. So did Ada Paris.", [("Paris", "person"), ("Ada Paris", "person")], ["person"] * 2),
    ],
)
def test_a_capital_is_no_person_unless_somebody_is_called_so(
    text: str, model: list[tuple[str, NameKind]], kinds: list[NameKind]
):
    assert [kind for _, kind in found(text, *model)] == kinds


def test_a_transcripts_q_and_a_are_nobodys_names():
    text = "Q: Did Ada Merrin say why?\n\nA: She did."
    assert found(text, ("Q", "person"), ("Ada Merrin", "person")) == [("Ada Merrin", "person")]


def test_north_and_south_are_parts_of_names():
    text = "On Friday South Korea says it goes on, and North Korea stated that it would answer."
    names: list[tuple[str, NameKind]] = [("South Korea", "place"), ("North Korea", "place")]
    assert found(text, *names) == names


def test_half_of_an_adjective_names_nobody():
    assert found("A Kremlin-controlled channel and a pro-Merrin one said so.", ("Kremlin", "organisation")) == []


def test_a_paper_and_a_surname_that_lost_their_link_are_two():
    names = found(
        "Ada Merrin spoke. To the Leeds Post Merrin said no.",
        ("Ada Merrin", "person"), ("Leeds Post Merrin", "organisation"),
    )  # fmt: skip
    assert names == [("Ada Merrin", "person"), ("Leeds Post", "organisation"), ("Merrin", "person")]


def test_a_headline_names_whom_the_text_names():
    names = found(
        "Ada Merrin Calls Tom Reiter ‘A Disgrace’ Again\n\nAda Merrin met Tom Reiter.",
        ("Ada Merrin Calls Tom Reiter", "person"), ("Tom Reiter.", "person"),
    )  # fmt: skip
    assert ("Tom Reiter", "person") in names
    assert ("Ada Merrin Calls Tom Reiter", "person") not in names


def test_a_source_in_capitals_is_a_person():
    assert found("LINDT: It rained.", sources=("LINDT",)) == [("LINDT", "person")]


def test_protesters_are_nobody_by_name():
    assert found("Protesters chanted.", sources=("Protesters",)) == []


def test_a_name_does_not_reach_over_a_full_stop():
    assert found("It hit Ukraine. The Kremlin cheered.") == [("Ukraine", "place"), ("Kremlin", "organisation")]


def test_a_secretarys_portfolio_is_no_first_name():
    article = story("Secretary of Transportation Pete Merrin rejected another small ferry.")
    found = resolve_speakers(article, [], names_in(article, person=["Transportation Pete Merrin"]))
    assert [entity.name for entity in found.entities] == ["Pete Merrin"]
    assert found.entities[0].roles == ("Secretary of Transportation",)
