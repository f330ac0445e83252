"""Texts that were embedded not long ago are not embedded again."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.language.model import FloatArray
from onrecord.language.remembering import RememberingEmbedder

READOUT = ("The two leaders spoke for an hour.", "They will speak again.")


class Counting:
    """Embeds a text as its length and its first letter, and notes what it was asked for."""

    name, dimensions = "counting 1", 2

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed(self, texts: Sequence[str]) -> FloatArray:
        self.asked += texts
        return np.array([[len(text), ord(text[0])] for text in texts], np.float32).reshape(len(texts), 2)


def test_a_readout_compared_with_a_second_account_is_embedded_once() -> None:
    counting = Counting()
    embedder = RememberingEmbedder(counting)
    first = embedder.embed(READOUT)
    second = embedder.embed([READOUT[1], "Moscow told it otherwise.", READOUT[0]])
    assert counting.asked == [*READOUT, "Moscow told it otherwise."]
    np.testing.assert_array_equal(second[[2, 0]], first)


def test_vectors_are_in_input_order_and_a_line_that_stands_twice_has_two() -> None:
    vectors = RememberingEmbedder(Counting()).embed(["bb", "a", "bb"])
    assert vectors.tolist() == [[2, 98], [1, 97], [2, 98]]
    assert vectors.dtype == np.float32


def test_no_texts_have_no_vectors() -> None:
    assert RememberingEmbedder(Counting()).embed([]).shape == (0, 2)


def test_what_nobody_asked_for_longest_is_forgotten_first() -> None:
    counting = Counting()
    embedder = RememberingEmbedder(counting, most=2)
    for text in ("a", "b", "a", "c"):
        embedder.embed([text])
    counting.asked.clear()
    embedder.embed(["a", "c", "b"])
    assert counting.asked == ["b"]


def test_an_account_longer_than_the_memory_has_all_its_vectors() -> None:
    assert RememberingEmbedder(Counting(), most=1).embed(["a", "bb", "ccc"])[:, 0].tolist() == [1, 2, 3]
