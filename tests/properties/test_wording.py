"""Whatever two texts are, their marked pieces joined again are the texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.faces.web.views.wording import compare_words

WORDS = st.sampled_from(
    [
        "The",
        "leaders",
        "agreed",
        "that",
        "and",
        ",",
        "but",
        "while;",
        "President",
        "Moss",
        "of",
        "Arland",
        "Q",
        "Question:",
        "OFFICIAL:",
        "said",
        "“",
        "”",
        '"',
        "12",
        "January",
        "sanctions",
        ".",
        "?",
        "!",
        "Thank",
        "you.",
        "he",
        "they",
        "call",
        "lasted",
        "an",
        "hour.",
        "—",
        "[sic]",
    ]
)
words = st.lists(st.sampled_from(["Kyiv", "said", "“no”", '"no"', ",", "—", "talks", "محمد", "\n"]), max_size=12)
texts = st.one_of(st.text(max_size=60), words.map(" ".join))


@given(texts, texts)
def test_pieces_give_back_the_texts(a: str, b: str) -> None:
    ours, theirs = compare_words(a, b)
    assert ("".join(one.text for one in ours), "".join(one.text for one in theirs)) == (a, b)


@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert not any(one.differs for side in compare_words(text, text) for one in side)


@given(st.lists(WORDS, max_size=20).map(" ".join), st.lists(WORDS, max_size=20).map(" ".join))
def test_without_the_words_that_differ_two_texts_are_one(a: str, b: str) -> None:
    ours, theirs = ("".join(one.text for one in side if not one.differs) for side in compare_words(a, b))
    assert not any(one.differs for side in compare_words(ours, theirs) for one in side)
