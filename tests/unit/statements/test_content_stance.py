import pytest

from onrecord.statements.content_stance import stance_of_content
from onrecord.statements.prescriptions import prescribes


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("she would never vote for him", "rejects"),
        ("it would never happen", "asserts"),
        ("“I will not be there,”", "asserts"),
        ("“To be clear, the island does not, and never will, accept this.”", "rejects"),
        ("they were not sure the road was open", "doubts"),
        ("she was resolutely opposed to the sale", "rejects"),
        ("he was encouraged by the crowds", "asserts"),
        ("they're prepared to talk", "offers"),
        ("“I promised them a road,”", "asserts"),
        ("“I have acknowledged that it was a mistake,”", "confirms"),
        ("“We want to thank the crew,”", "asserts"),
        ("“Given the weather, I doubt they will come.”", "doubts"),
        ("that's untrue", "denies"),
        ("all of the charges are false", "denies"),
        ("a false friend had told her", "asserts"),
        ("“As long as we break no law.”", "conditions"),
        ("if he got fifteen per cent he'd simply go on", "conditions"),
        ("they would leave unless the roof was mended", "conditions"),
        ("nothing will change unless the law does", "asserts"),
        ("“Coffee, anyone?”", "asks"),
        ("“Mr. Chair, will you take the motion?”", "asks"),
        ("", "asserts"),
    ],
)  # fmt: skip
def test_content_takes_a_stance_by_its_first_sentence(content: str, stance: str) -> None:
    assert stance_of_content(content) == stance


def test_name_of_the_source_stands_for_it() -> None:
    assert stance_of_content("the campaign planned to sue", "the campaign's spokesman") == "expects"
    assert stance_of_content("the campaign planned to sue", "the judge") == "asserts"


def test_another_ones_stance_is_not_the_speakers() -> None:
    assert stance_of_content("They want to cut off the road", "I") == "asserts"
    assert stance_of_content("“They oppose every road,”") == "asserts"


@pytest.mark.parametrize(
    "clause",
    ["they must withdraw", "the mayor should resign", "we have to act now", "the country needs a plan",
     "it is time to go", "she would be wise to wait", "the need for a new bridge"],
)  # fmt: skip
def test_clause_that_says_what_is_to_be_done(clause: str) -> None:
    assert prescribes(clause, is_spoken=False)


@pytest.mark.parametrize(
    "clause",
    ["they should have known", "i must admit that", "we have to live with it", "he said they must go",
     "stop signs were stolen"],
)  # fmt: skip
def test_clause_that_only_tells(clause: str) -> None:
    assert not prescribes(clause, is_spoken=False)


def test_imperative_prescribes_where_it_is_spoken() -> None:
    assert prescribes("stop the ships", is_spoken=True)
    assert not prescribes("let me be clear", is_spoken=True)
