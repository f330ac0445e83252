"""Whatever two texts are, their marked pieces joined again are the texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.faces.web.views.wording import compare_words

words = st.lists(st.sampled_from(["Kyiv", "said", "“no”", '"no"', ",", "—", "talks", "محمد", "\n"]), max_size=12)
texts = st.one_of(st.text(max_size=60), words.map(" ".join))


@given(texts, texts)
def test_pieces_give_back_the_texts(a: str, b: str) -> None:
    ours, theirs = compare_words(a, b)
    assert ("".join(one.text for one in ours), "".join(one.text for one in theirs)) == (a, b)


@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert not any(one.differs for side in compare_words(text, text) for one in side)
