"""Names from right to left in English news, and the other way round."""

from __future__ import annotations

import pytest

from onrecord.faces.web.views.directions import direction_of


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("خالد المنصوري, the spokesman of the delegation, said that the talks would go on.", "ltr"),
        ("עמוס לוי said no, and nobody else said anything.", "ltr"),
        ("قال Ada Merrin إن المحادثات ستستمر حتى يوم الجمعة", "rtl"),
        ("דניאל בן יוסף", "rtl"),
        ("“The talks will go on,” she said.", "ltr"),
        ("", "ltr"),
        ("12 March", "ltr"),
    ],
)
def test_a_text_runs_as_most_of_its_letters_do(text: str, direction: str) -> None:
    assert direction_of(text) == direction
