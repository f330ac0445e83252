"""A short run of the fuzzer. The long one is `python benchmarks/fuzz_pages.py ../shared/data/pages`: 10,000 mutants."""

from __future__ import annotations

import sys

import pytest

from benchmarks.fuzz_pages import fuzz, seeds
from benchmarks.page_mutants import MUTATIONS, STORY, monsters, mutant
from onrecord.engines import ReadingLimits
from onrecord.schema import Origin, Page

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="this system doesn't limit a process as Linux does")

# Those that are quick to tell; the long run has them all.
MONSTERS = (
    "100,000 open div", "100,000 open a href=x", "100,000 open p><b", "100,000 nested b", "100,000 misnested",
    "100,000 JSON brackets", "100,000 JSON objects", "a million equal attributes", "nulls between all letters",
    "a thousand bylines", "a long date", "a long sentence", "20 MB in a comment", "a dump of nulls", "a dump of marks",
)  # fmt: skip


def test_two_hundred_mutants_are_read_or_rejected_within_the_limits():
    findings = fuzz(mutant(seeds(None), number) for number in range(200))
    assert findings.failures == []
    assert findings.reasons.total() == 200
    assert findings.reasons["read"] > 50


def test_monsters_are_read_or_rejected_within_the_limits():
    findings = fuzz(monsters(*MONSTERS))
    assert findings.failures == []
    assert findings.reasons.total() == len(MONSTERS)


def test_mutants_go_through_the_whole_reading():
    findings = fuzz((mutant([STORY], number) for number in range(12)), whole=True)
    assert findings.failures == []


def test_what_breaks_the_limits_is_found_and_the_run_goes_on():
    narrow = ReadingLimits(seconds=0.05, megabytes=450, patience=60)
    endless = Page(
        content=b"<article>" + b"<p>The ferry stays, the mayor said.</p>" * 40_000, origin=Origin(path="endless")
    )
    story = Page(content=STORY, origin=mutant([STORY], 0).origin)
    findings = fuzz(iter([endless, story]), limits=narrow)
    assert any("endless" in failure and "too_costly" in failure for failure in findings.failures)
    assert findings.reasons["read"] >= 1


def test_a_mutant_is_the_same_each_time_and_each_is_another():
    assert [mutant([STORY], n) for n in range(50)] == [mutant([STORY], n) for n in range(50)]
    assert len({mutant([STORY], n).id for n in range(50)}) > 45
    assert mutant([STORY], 1, seed=2) != mutant([STORY], 1, seed=3)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_every_mutation_takes_any_bytes(mutation: object):
    import random

    for content in (b"", b"<", STORY):
        assert isinstance(mutation(content, random.Random(1)), bytes)  # type: ignore[operator]
