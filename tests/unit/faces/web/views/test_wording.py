"""Which words of two wordings differ."""

from __future__ import annotations

from onrecord.faces.web.views.wording import Piece, compare_words


def marked(pieces: tuple[Piece, ...]) -> str:
    return "".join(f"[{one.text}]" if one.differs else one.text for one in pieces)


def told(a: str, b: str) -> tuple[str, str]:
    ours, theirs = compare_words(a, b)
    return marked(ours), marked(theirs)


def test_an_altered_word_is_marked_on_both_sides() -> None:
    assert told("nothing about Ukraine without Ukraine", "no decisions about Ukraine without Ukraine") == (
        "[nothing] about Ukraine without Ukraine",
        "[no decisions] about Ukraine without Ukraine",
    )


def test_words_that_one_side_leaves_out_are_marked_there_only() -> None:
    assert told("the talks were very long", "the talks were long") == (
        "the talks were [very] long",
        "the talks were long",
    )


def test_typography_and_case_make_no_difference() -> None:
    assert told("“No,” he said", '"no," he said') == ("“No,” he said", '"no," he said')


def test_a_comma_alone_is_no_agreement_between_different_words() -> None:
    assert told("wet, cold", "dry, warm") == ("[wet, cold]", "[dry, warm]")


def test_texts_too_long_to_compare_differ_as_a_whole() -> None:
    long = "word " * 2_000
    assert [one.differs for one in compare_words(long, "other")[0]] == [True]


def test_of_an_empty_text_nothing_is_marked() -> None:
    assert compare_words("", "new") == ((), (Piece("new", True),))


def test_the_words_that_differ_are_shown_on_both_sides() -> None:
    assert told("It lasted a bit over an hour.", "It lasted for just over an hour.") == (
        "It lasted [a bit] over an hour.",
        "It lasted [for just] over an hour.",
    )
