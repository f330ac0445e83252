import pytest

from onrecord.language.english import looks_english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("The president said on Tuesday that he was ready for a truce and that the talks would go on.", True),
        ("Der Präsident sagte am Dienstag, er sei zu einem Waffenstillstand bereit.", False),
        ("Le président a dit mardi qu’il était prêt pour une trêve et que les discussions se poursuivaient.", False),
        ("Президент заявил во вторник, что готов к перемирию.", False),
        ("", False),
    ],
)
def test_english_is_told_by_its_function_words(text: str, english: bool):
    assert looks_english(text) is english
