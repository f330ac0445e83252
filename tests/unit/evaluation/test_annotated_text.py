import json
from pathlib import Path

import pytest

from onrecord.evaluation.annotated_text import parse_annotated, read_annotated

TRAINING = Path(__file__).resolve().parents[3] / "training"


def test_marks_become_spans_of_the_text_without_them():
    example = parse_annotated("# A fence\n{The minister}1 <denied>1 [that it fell]1.")
    assert (example.title, example.text) == ("A fence", "The minister denied that it fell.")
    (found,) = example.attributions
    assert (found.source, found.cue, found.content) == (((0, 12),), ((13, 19),), ((20, 32),))


def test_a_split_quotation_has_two_contents_and_a_shared_source_two_attributions():
    first, second = parse_annotated("[“No,”]1 {{she}1}2 <said>1, <adding>2 [she was tired]2. [“Never.”]1").attributions
    assert len(first.content) == 2
    assert first.source == second.source == ((6, 9),)


@pytest.mark.parametrize(
    "marked", ["{The minister <said>1", "{The minister}", "The minister}1 said", "{The minister]1", "{She}1 <left>1."]
)
def test_a_mark_that_does_not_close_or_has_no_number_is_an_error(marked: str):
    with pytest.raises(ValueError, match=r"mark|closes|content"):
        parse_annotated(marked)


def test_the_examples_that_are_trained_on_are_those_that_were_written():
    lines = (TRAINING / "own_examples.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    written = [
        example for path in sorted((TRAINING / "own_examples").glob("*.txt")) for example in read_annotated(path)
    ]
    assert [line["text"] for line in found] == [example.text for example in written]
    for line, example in zip(found, written, strict=True):
        for attribution, gold in zip(line["attributions"], example.attributions, strict=True):
            assert [tuple(span) for span in attribution["content"]] == list(gold.content)
            assert [tuple(span) for span in attribution["cue"]] == list(gold.cue)
            assert [tuple(span) for span in attribution["source"]] == list(gold.source)
