import pytest

from onrecord.articles.compose import Metadata, Piece, compose_article
from onrecord.schema import Article
from onrecord.statements.dialogue import find_dialogue, find_turns


def article_of(*paragraphs: str) -> Article:
    return compose_article([Piece("paragraph", paragraph) for paragraph in paragraphs], Metadata())


def test_each_turn_of_a_hearing_is_an_attribution():
    article = article_of(
        "THE CHAIR: How often did the pumps fail?", "MR. ROURKE: Every time it rained.", "THE CHAIR: Thank you."
    )
    found = find_dialogue(article)
    assert [one.source[0].text for one in found] == ["THE CHAIR", "MR. ROURKE", "THE CHAIR"]
    assert [one.content[0].text for one in found][1:] == ["Every time it rained.", "Thank you."]
    assert [one.stance for one in found] == ["asks", "asserts", "asserts"]


def test_an_answer_goes_on_up_to_the_next_label_without_stage_directions():
    article = article_of("Q: And then?", "A: The school closed.", "(LAUGHTER)", "Then the bus.", "Q: Yes?", "A: Yes.")
    answer = find_turns(article)[1]
    assert [span.text for span in answer.said] == ["The school closed.", "Then the bus."]


def test_what_follows_the_last_turn_is_not_said_by_it():
    article = article_of("Q: Will you go?", "A: I will.", "This interview was edited for length.")
    assert [span.text for span in find_turns(article)[-1].said] == ["I will."]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Starters: soup or salad.", "Main course: pike.", "Price: 18 euros."),
        ("Director: Ann Lee", "Length: 90 minutes", "Director: Bo Ek", "Length: 95 minutes"),
        ("Ekman said: We never knew.", "Ekman added: You could ask me.", "Ekman said: I will."),
        ("The minister left. Note: you may write to us.", "Note: we correct errors."),
    ],
    ids=["menu", "films", "cues", "note"],
)
def test_lists_and_cues_are_no_dialogue(paragraphs: tuple[str, ...]):
    assert find_turns(article_of(*paragraphs)) == []


def test_turns_that_open_with_a_mark_are_turns():
    article = article_of(
        '"ROURKE: Did you see it? I ask you.', '"LANE: I did.', '"(CROSSTALK.)', '"ROURKE: And what did you do?'
    )
    turns = find_turns(article)
    assert [turn.label.text for turn in turns] == ["ROURKE", "LANE", "ROURKE"]
    assert [span.text for span in turns[1].said] == ["I did."]
