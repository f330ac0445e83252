"""Notes: the newsroom's word on its own story, told from how to send corrections."""

import pytest

from onrecord.articles.notes import is_note


@pytest.mark.parametrize(
    "text",
    [
        "Correction: An earlier version misstated the number of pillars.",
        "CORRECTION (5 March 2025): The dam has eleven pillars.",
        "This story has been updated with the minister's answer.",
        "This article was amended on 8 December 2025 to correct a name.",
        "Update, 5 March 2025: The minister has resigned.",
        "Korrektur: In einer früheren Version stand eine falsche Zahl.",
        "In einer früheren Fassung dieses Artikels hieß es, der Damm sei offen.",
        "Cet article a été modifié le 5 mars.",
        "Fe de errores: la presa tiene once pilares.".replace("errores", "erratas"),
        "Sprostowanie: zapora ma jedenaście filarów.",
        "Исправление: у плотины одиннадцать опор.",
        "訂正：ダムの柱は十一本でした。",
    ],
)
def test_newsrooms_word_on_its_story_is_a_note(text: str):
    assert is_note(text)


@pytest.mark.parametrize(
    "text",
    [
        "For corrections, click here.",
        "This article was originally published by The Daily.",
        "This article was edited by Jane Roe.",
        "The report was presented this week at a conference in London.",
        "Update often: adjust your prices quarterly.",
        "The correction of the dam's course took three years.",
    ],
)
def test_other_lines_are_no_notes(text: str):
    assert not is_note(text)
