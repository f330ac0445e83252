import time

import pytest

from onrecord.language.quotes import quoted_stretches


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quoted_stretches(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will stay,” she said.", ["“We will stay,”"]),
        ('"No," she said, "never."', ['"No,"', '"never."']),
        ("''It is done,'' the mayor said.", ["''It is done,''"]),
        ("«Мы готовы», он сказал.", ["«Мы готовы»"]),
        ("„Wir bleiben“, sagte sie.", ["„Wir bleiben“"]),
        ("He called it ‘a very good day’ for Kent.", ["‘a very good day’"]),
        ("Mayor calls plan 'reckless' and leaves", ["'reckless'"]),
    ],
)
def test_every_kind_of_mark_encloses_a_stretch(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_straight_mark_may_be_closed_by_a_typographic_one() -> None:
    assert quoted('"The front is moving,” he said. He left.') == ['"The front is moving,”']


def test_marks_turned_the_wrong_way_still_enclose() -> None:
    assert quoted("”This is why,” he said.") == ["”This is why,”"]
    assert quoted("“Was it you?“ he asked. “No.”") == ["“Was it you?“", "“No.”"]


def test_nested_quotation_belongs_to_the_outer_one() -> None:
    assert quoted("“She told me ‘never’ twice,” he said.") == ["“She told me ‘never’ twice,”"]
    assert quoted('“She told me "never" twice,” he said.') == ['“She told me "never" twice,”']
    assert quoted("‘She told me “never” twice,’ he said.") == ["‘She told me “never” twice,’"]


@pytest.mark.parametrize(
    "text",
    [
        "Moscow’s envoy didn’t answer the voters’ question.",
        "Moscow's envoy didn't answer the voters' question.",
        "In the '90s and in '08 they told 'em so, and it was the workers' win.",
        "He is 6'2\" tall.",
    ],
)
def test_apostrophes_are_not_quotation_marks(text: str) -> None:
    assert quoted(text) == []


def test_possessive_inside_a_british_quotation_does_not_end_it() -> None:
    assert quoted("It was ‘the voters’ own choice’, he said.") == ["‘the voters’ own choice’"]
    assert quoted("It was ‘Moscow’s choice’.") == ["‘Moscow’s choice’"]


def test_each_paragraph_of_a_long_quotation_reopens_the_mark() -> None:
    text = "“First we talk.\n\n“Then we sign,” she said."
    assert quoted(text) == ["“First we talk.", "“Then we sign,”"]


def test_mark_that_is_never_closed_ends_with_its_paragraph() -> None:
    assert quoted('She said: "We are here.\n\nThe talks ended.') == ['"We are here.']


def test_closing_mark_without_an_opening_one_encloses_nothing() -> None:
    assert quoted('we are here," she said. He left.') == []


def test_a_thousand_words_take_less_than_three_milliseconds() -> None:
    text = "“We’ll stay,” the mayor's aide said, adding that 'never' was ''a word'' for others.\n\n" * 70
    best = min(_seconds(text) for _ in range(5))
    assert best < 0.003


def _seconds(text: str) -> float:
    start = time.perf_counter()
    quoted_stretches(text)
    return time.perf_counter() - start
