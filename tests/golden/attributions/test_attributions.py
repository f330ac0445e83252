"""The shipped model and rules over the cases beside this file; `least.json` holds the least share right, by split.

The cases are short texts by hand, outside of the politics that the model learned on. How they are written and what
counts as right: `onrecord.evaluation.attribution_cases`, which also prints the table of kinds.
"""

import json
from functools import cache
from pathlib import Path

import pytest

import onrecord
from onrecord.evaluation.attribution_cases import Case, count_right, read_cases, report, share_right
from onrecord.schema import Reading

HERE = Path(__file__).resolve().parent
LEAST: dict[str, float] = json.loads((HERE / "least.json").read_text(encoding="utf-8"))


@cache
def cases() -> list[Case]:
    return read_cases(HERE / "cases")


def read(text: str) -> Reading:
    return onrecord.read(text.encode(), plain=True)


@pytest.mark.parametrize("split", LEAST)
def test_no_fewer_cases_are_read_right_than_before(split: str):
    right = count_right(cases(), read)
    assert share_right(cases(), right, split) >= LEAST[split], report(cases(), right)


def test_every_text_is_read_as_it_is_written():
    """Else a case would fail for the reading of its page, not for its attributions."""
    assert [case.title for case in cases() if read(case.annotated.text).article.text != case.annotated.text] == []


def test_titles_tell_the_cases_of_a_kind_apart():
    titles = [(case.kind, case.title) for case in cases()]
    assert len(set(titles)) == len(titles)
