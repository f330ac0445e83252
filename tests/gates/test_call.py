"""The record of one real wire story, stored as the text of its whole page, checked by hand."""

from pathlib import Path

import pytest

import onrecord
from onrecord import Reading
from onrecord.schema import Attribution

CALL = Path(__file__).resolve().parents[3] / "shared/data/pages/call.txt"


@pytest.fixture(scope="module")
def reading() -> Reading:
    if not CALL.is_file():
        pytest.skip("the story is not here: it needs ../shared beside the checkout")
    return onrecord.read(CALL)


def said(reading: Reading, words: str, cue: str) -> Attribution:
    """The one attribution whose content has these words and whose cue begins so."""
    (found,) = (
        attribution
        for attribution in reading.attributions
        if any(words in span.text for span in attribution.content) and attribution.cue[0].text.startswith(cue)
    )
    return found


@pytest.mark.parametrize(
    ("words", "cue", "name", "role", "stance"),
    [
        ("remain in Kursk are surrounded", "said", "Vladimir Putin", "Russian President", "asserts"),
        ("remain in Kursk are surrounded", "echoed", "Donald Trump", "U.S. President", "confirms"),
        ("its soldiers are encircled", "denied", "Ukraine", None, "denies"),
        ("This includes enormous economic deals", "said", "White House", None, "asserts"),
        ("This format is line", "said", "RIA Novosti", "state news agency", "asserts"),
        ("understand each other well", "underlined", "Dmitry Peskov", "Kremlin spokesman", "asserts"),
        ("very bad news for Ukraine", "said", "Tatiana Stanovaya", "of the Carnegie Endowment", "asserts"),
        (
            "bring good news",
            "said",
            "Fyodor Lukyanov",
            "Moscow-based political analyst familiar with Kremlin thinking",
            "asserts",
        ),
        (
            "decide the fate",
            "said",
            "Nigel Gould-Davies",
            "senior fellow for Russia and Eurasia at the International Institute for Strategic Studies",
            "asserts",
        ),
        ("trying to negotiate without Ukraine", "responded", "Volodymyr Zelenskyy", "Ukrainian President", "asserts"),
    ],
)
def test_who_said_it_in_which_role(reading: Reading, words: str, cue: str, name: str, role: str | None, stance: str):
    attribution = said(reading, words, cue)
    assert [(speaker.name, speaker.role) for speaker in attribution.speakers] == [(name, role)]
    assert attribution.stance == stance


def test_a_split_quotation_is_one_statement_with_its_addressee(reading: Reading):
    attribution = said(reading, "I would commend President Putin", "told")
    assert len(attribution.content) == 2
    assert attribution.content[1].text.startswith("“And I would give all the credit")
    assert attribution.addressee is not None
    assert attribution.addressee.text == "the Fox News Channel"
    assert [speaker.name for speaker in attribution.speakers] == ["Steve Witkoff"]


def test_a_quotation_opened_with_one_mark_and_closed_with_another_is_whole(reading: Reading):
    attribution = said(reading, "trying to negotiate without Ukraine", "responded")
    assert attribution.content[0].text.endswith(
        '"trying to negotiate without Ukraine, in my view, will not be productive.”'
    )
    assert attribution.form == "direct"
