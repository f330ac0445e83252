"""Which of the short cases in `tests/golden/attributions` are read right, by kind of text and by split.

    python -m onrecord.evaluation.attribution_cases tests/golden/attributions/cases

A case is an annotated text (see `annotated_text`) whose title ends with its split, `# A colon | dev`; lines at its end
say more of an attribution by its number: `= 1 direct | Anna Berg`, its form, and who its speaker must be. One file
holds one kind. Rules and examples for training are made looking at the `dev` half only: of the other half the report
tells no more than counts.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onrecord.errors import PageRejected
from onrecord.evaluation.annotated_text import AnnotatedText, parse_annotated, split_annotated
from onrecord.evaluation.polnear import Place
from onrecord.language.onnx_model import load_model
from onrecord.pages import PageSettings, load_page
from onrecord.pipeline.reading import read_page
from onrecord.schema import Attribution, Page, Reading, RejectedPage, Span

SPLITS: Final = ("dev", "held-out")
_WORD: Final = re.compile(r"\w+")
_MORE: Final = re.compile(r"^= (\d+) (\w+)(?: \| (.+))?$", re.MULTILINE)
_LEAST_OVERLAP: Final = 0.8  # of the words of two contents; hand-drawn borders differ by a word


@dataclass(frozen=True)
class Expected:
    """What a case says of one attribution beyond its spans; None where it says nothing."""

    form: str | None = None
    speaker: str | None = None


@dataclass(frozen=True)
class Case:
    """One short text and what must be found in it; `more` is by the place of the attribution among all."""

    kind: str
    title: str
    split: str
    annotated: AnnotatedText
    more: dict[int, Expected]


def read_cases(folder: Path) -> list[Case]:
    """Read every case below `folder`, by file name. Raises ValueError on one without a split or with faulty marks."""
    return [_case(path.stem, part) for path in sorted(folder.glob("*.txt")) for part in split_annotated(path)]


def _case(kind: str, marked: str) -> Case:
    annotated = parse_annotated(_MORE.sub("", marked).rstrip())
    title, _, split = annotated.title.rpartition(" | ")
    if split not in SPLITS:
        raise ValueError(f"a case's title ends with ' | dev' or ' | held-out': {annotated.title!r}")
    more = {int(number) - 1: Expected(form, speaker or None) for number, form, speaker in _MORE.findall(marked)}
    return Case(kind, title, split, annotated, more)


def is_read_right(case: Case, reading: Reading) -> bool:
    """Are just the case's attributions found: touching cues, the same sources, contents the same but for a word?"""
    text, found = reading.article.text, list(reading.attributions)
    if text != case.annotated.text:
        return False
    for number, gold in enumerate(case.annotated.attributions):
        same = next((one for one in found if _meets(text, one, gold.source, gold.cue, gold.content)), None)
        if same is None or not _is_as_expected(same, case.more.get(number, Expected())):
            return False
        found.remove(same)
    return not found


def _meets(
    text: str, found: Attribution, source: Sequence[Place], cue: Sequence[Place], content: Sequence[Place]
) -> bool:
    return (
        _overlap(_words(text, source), _span_words(found.source)) >= 0.5
        and bool(_characters(cue) & _characters((span.start, span.end) for span in found.cue))
        and _overlap(_words(text, content), _span_words(found.content)) >= _LEAST_OVERLAP
    )


def _is_as_expected(found: Attribution, expected: Expected) -> bool:
    speakers = [speaker.name for speaker in found.speakers]
    return (expected.form or found.form) == found.form and (
        expected.speaker is None or any(expected.speaker.casefold() in speaker.casefold() for speaker in speakers)
    )


def _words(text: str, places: Sequence[Place]) -> set[int]:
    """Where the words of some places begin, for words are what two people agree on."""
    return {start + word.start() for start, end in places for word in _WORD.finditer(text[start:end])}


def _span_words(spans: Sequence[Span]) -> set[int]:
    return {span.start + word.start() for span in spans for word in _WORD.finditer(span.text)}


def _characters(places: Iterator[Place] | Sequence[Place]) -> set[int]:
    return {at for start, end in places for at in range(start, end)}


def _overlap(one: set[int], other: set[int]) -> float:
    """Jaccard's coefficient; two empty sets are the same."""
    return len(one & other) / len(one | other) if one or other else 1.0


def count_right(cases: Sequence[Case], read: Callable[[str], Reading]) -> Counter[tuple[str, str]]:
    """Count the cases that are read right by kind and split."""
    return Counter((case.kind, case.split) for case in cases if is_read_right(case, read(case.annotated.text)))


def report(cases: Sequence[Case], right: Counter[tuple[str, str]]) -> str:
    """Lay out how many cases of each kind are read right, of how many."""
    there = Counter((case.kind, case.split) for case in cases)
    rows = [f"{'':24}{SPLITS[0]:>10}{SPLITS[1]:>10}"]
    for kind in sorted({case.kind for case in cases}):
        shown = [f"{right[kind, split]} of {there[kind, split]}" for split in SPLITS]
        rows.append(f"{kind:24}{shown[0]:>10}{shown[1]:>10}")
    totals = [f"{_of_split(right, split)} of {_of_split(there, split)}" for split in SPLITS]
    return "\n".join([*rows, f"{'all':24}{totals[0]:>10}{totals[1]:>10}"])


def share_right(cases: Sequence[Case], right: Counter[tuple[str, str]], split: str) -> float:
    """Return the share of a split's cases that are read right, 0 to 1."""
    return _of_split(right, split) / sum(case.split == split for case in cases)


def _of_split(counts: Counter[tuple[str, str]], split: str) -> int:
    return sum(count for (_, of), count in counts.items() if of == split)


def _main(folder: Path) -> None:
    cases, model = read_cases(folder), load_model(threads=1)

    def read(text: str) -> Reading:
        page = load_page(text.encode(), PageSettings(plain=True))
        outcome = read_page(page, model) if isinstance(page, Page) else page
        if isinstance(outcome, RejectedPage):
            raise PageRejected(outcome.rejection.reason, outcome.rejection.detail, text)
        return outcome

    for case in cases:
        if case.split == "dev" and not is_read_right(case, read(case.annotated.text)):
            print(f"wrong: {case.kind}: {case.title}")
    print(report(cases, count_right(cases, read)))


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
