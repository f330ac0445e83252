import pytest

from onrecord.statements.negation import is_negated, is_unwilling, with_auxiliaries


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("did not deny", 2),
        ("no longer expects", 2),
        ("failed to confirm", 2),
        ("stopped short of saying", 3),
        ("little doubt", 1),
    ],
)
def test_denied_cues(words: str, cue: int) -> None:
    assert is_negated(words.split(), cue)


@pytest.mark.parametrize(
    ("words", "cue"),
    [("not only denied", 2), ("never seem to tire of telling", 5), ("a little later said", 3), ("said not", 0)],
)
def test_cues_that_are_denied_in_form_alone(words: str, cue: int) -> None:
    assert not is_negated(words.split(), cue)


def test_not_willing_is_more_than_not_done() -> None:
    assert is_unwilling(["would", "never", "accept"], 2)
    assert not is_unwilling(["did", "not", "accept"], 2)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("She did not even mention it.", "did not even mention"),
        ("She hasn’t yet mention it.", "hasn’t yet mention"),
        ("They have to mention it.", "mention"),
        ("Not he, but his wife did mention it.", "mention"),
    ],
)
def test_auxiliaries_before_the_cue_count_where_they_deny(text: str, whole: str) -> None:
    assert with_auxiliaries(text, text.index("mention"), "mention") == whole
