from pathlib import Path

import pytest
from synthetic.stories import PRODUCER

from onrecord.articles.compose import Metadata, Piece, compose_article
from onrecord.evaluation.attribution_cases import Case, count_right, is_read_right, read_cases, report, share_right
from onrecord.schema import PageReference, Reading, Span
from onrecord.schema.pages import Origin
from onrecord.statements.describe import describe_attribution

TWO = """# A denial | dev
{The minister}1 <denied>1 [that the old fence by the river had fallen]1.
= 1 indirect
---
# A fence | held-out
The fence fell.
"""


@pytest.fixture
def cases(tmp_path: Path) -> list[Case]:
    (tmp_path / "denials.txt").write_text(TWO, encoding="utf-8")
    return read_cases(tmp_path)


def reading(text: str, *found: tuple[str, str, str]) -> Reading:
    """A reading of the text in which source, cue and content of each attribution are found."""
    article = compose_article([Piece("paragraph", text)], Metadata())
    attributions = [
        describe_attribution(
            article, *([Span.of(text, text.index(part), text.index(part) + len(part))] for part in one), 1
        )
        for one in found
    ]
    page = PageReference(id=None, origin=Origin())
    return Reading(page=page, article=article, attributions=tuple(attributions), entities=(), producer=PRODUCER)


DENIAL = "The minister denied that the old fence by the river had fallen."
CONTENT = "that the old fence by the river had fallen"


def test_the_same_words_are_right_and_so_are_those_but_for_one(cases: list[Case]):
    assert is_read_right(cases[0], reading(DENIAL, ("The minister", "denied", CONTENT)))
    assert is_read_right(cases[0], reading(DENIAL, ("minister", "denied", CONTENT.removeprefix("that "))))


@pytest.mark.parametrize(
    "found",
    [
        [],
        [("the river", "denied", CONTENT)],
        [("The minister", "fallen", CONTENT)],
        [("The minister", "denied", "that the old fence")],
        [("The minister", "denied", CONTENT), ("the river", "had", "fallen")],
    ],
    ids=["nothing", "another source", "another cue", "half of the content", "one too many"],
)
def test_what_is_missing_wrong_or_too_much_is_not_right(cases: list[Case], found: list[tuple[str, str, str]]):
    assert not is_read_right(cases[0], reading(DENIAL, *found))


def test_a_case_may_say_form_and_speaker(tmp_path: Path):
    marked = TWO.replace("= 1 indirect", "= 1 indirect | Ann Lee")
    (tmp_path / "denials.txt").write_text(marked, encoding="utf-8")
    assert not is_read_right(read_cases(tmp_path)[0], reading(DENIAL, ("The minister", "denied", CONTENT)))


def test_the_shares_are_by_split(cases: list[Case]):
    right = count_right(cases, reading)
    assert (share_right(cases, right, "dev"), share_right(cases, right, "held-out")) == (0, 1)
    assert "denials                     0 of 1    1 of 1" in report(cases, right)


def test_a_case_without_a_split_is_an_error(tmp_path: Path):
    (tmp_path / "denials.txt").write_text("# A fence\nThe fence fell.", encoding="utf-8")
    with pytest.raises(ValueError, match="held-out"):
        read_cases(tmp_path)
