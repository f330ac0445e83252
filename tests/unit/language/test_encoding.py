import pytest

from onrecord.language.encoding import CASES, QUOTES, TextEncoder, WindowSettings
from onrecord.language.shipped import DEFAULT_MODEL, MODELS

TEXT = 'Kyiv’s mayor said "no".\n\nU.S. officials weren’t sure, he added.'
PARAGRAPHS = [(0, 23), (25, len(TEXT))]


@pytest.fixture(scope="module")
def encoder() -> TextEncoder:
    return TextEncoder(MODELS / DEFAULT_MODEL / "tokenizer.json")


def test_words_are_slices_of_the_text_with_their_paragraph(encoder: TextEncoder):
    words, _ = encoder.encode(TEXT, PARAGRAPHS)
    shown = [TEXT[start:end] for start, end in zip(words.start, words.end, strict=True)]
    assert shown[:8] == ["Kyiv", "’", "s", "mayor", "said", '"', "no", '"']
    assert words.paragraph.tolist()[8:11] == [0, 1, 1]


def test_case_and_quotation_are_features_of_each_piece(encoder: TextEncoder):
    _, (window,) = encoder.encode(TEXT, PARAGRAPHS)
    at = window.first_piece
    assert [CASES[window.cases[at[word]]] for word in (0, 3, 9)] == ["capitalised", "lower", "initial"]
    assert [QUOTES[window.quotes[at[word]]] for word in (4, 5, 6, 7)] == ["outside", "mark", "inside", "mark"]


def test_every_word_is_answered_for_by_exactly_one_window(encoder: TextEncoder):
    text = "\n\n".join(f"Paragraph number {n} says that somebody said something." for n in range(40))
    paragraphs = [(at, at + len(part)) for part, at in _places(text)]
    words, windows = encoder.encode(text, paragraphs, WindowSettings(length=64, context=20))
    answered = [
        word for window in windows for word in range(window.own_word, window.first_word + len(window.first_piece))
    ]
    assert answered == list(range(len(words.start)))
    assert all(len(window.pieces) <= 64 for window in windows)
    assert any(window.own_word > window.first_word for window in windows)


def test_a_paragraph_longer_than_a_window_is_cut_between_words(encoder: TextEncoder):
    text = " ".join(["undersecretary"] * 300)
    words, windows = encoder.encode(text, [(0, len(text))], WindowSettings(length=64, context=0))
    assert len(words.start) == 300
    assert set(words.paragraph.tolist()) == {0}
    assert sum(len(window.first_piece) for window in windows) == 300


def test_text_outside_of_the_paragraphs_is_not_read(encoder: TextEncoder):
    words, _ = encoder.encode(TEXT, [PARAGRAPHS[1]])
    assert int(words.start[0]) == 25


def _places(text: str) -> list[tuple[str, int]]:
    at, found = 0, []
    for part in text.split("\n\n"):
        found.append((part, at))
        at += len(part) + 2
    return found
