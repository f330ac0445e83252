import pytest

from onrecord.schema import Span
from onrecord.statements.form import form_of


def spans(text: str, *parts: str) -> list[Span]:
    return [Span.of(text, text.index(part), text.index(part) + len(part)) for part in parts]


@pytest.mark.parametrize(
    ("text", "content", "form"),
    [
        ("“We will stay,” the mayor said.", "“We will stay,”", "direct"),
        ("“We will stay,” the mayor said.", "We will stay", "direct"),
        ('He warned that "talking, in my view, won’t work.”', '"talking, in my view, won’t work.”', "direct"),
        ("She added that “this marks a victory.”", "that “this marks a victory.”", "direct"),
        ("The mayor said she would stay.", "she would stay", "indirect"),
        ("They agreed that the plan “has huge upside” for both.", "the plan “has huge upside” for both", "mixed"),
        ("She told them the ‘experts’ had erred all along.", "the ‘experts’ had erred all along", "mixed"),
        ("‘It’s Moscow’s choice,’ the envoy said.", "‘It’s Moscow’s choice,’", "direct"),
        ("''It is done,'' the mayor said.", "''It is done,''", "direct"),
        ("„Wir bleiben“, sagte sie.", "Wir bleiben", "direct"),
    ],
)  # fmt: skip
def test_form_follows_the_quotation_marks(text: str, content: str, form: str) -> None:
    assert form_of(text, spans(text, content)) == form


def test_split_quotation_is_direct() -> None:
    text = "“I would thank him,” Ray told the channel. “And I would do so twice.”"
    assert form_of(text, spans(text, "“I would thank him,”", "“And I would do so twice.”")) == "direct"


def test_quotation_over_paragraphs_that_reopen_the_mark_is_direct() -> None:
    text = "“First we talk.\n\n“Then we sign,” she said."
    assert form_of(text, spans(text, "“First we talk.\n\n“Then we sign,”")) == "direct"


def test_one_quoted_piece_and_one_paraphrased_are_mixed() -> None:
    text = "“No,” she said, adding that she would wait."
    assert form_of(text, spans(text, "“No,”", "she would wait")) == "mixed"


def test_what_another_is_quoted_as_saying_needs_marks_of_its_own() -> None:
    text = "“Kyiv said it was ready, and Minsk said ‘never again’,” the envoy said."
    assert form_of(text, spans(text, "it was ready"), spans(text, "said")) == "indirect"
    minsk = [Span.of(text, text.index("Minsk said") + 6, text.index("Minsk said") + 10)]
    assert form_of(text, spans(text, "‘never again’"), minsk) == "direct"


def test_apostrophes_quote_nothing() -> None:
    text = "The workers' union said it's the members' choice."
    assert form_of(text, spans(text, "it's the members' choice")) == "indirect"


def test_quotation_whose_closing_mark_was_forgotten_is_direct() -> None:
    text = '"There was little to learn, said Ray, whose office had closed.'
    assert form_of(text, spans(text, '"There was little to learn'), spans(text, "said")) == "direct"
